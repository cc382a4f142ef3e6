// The words of reply letters: states, inner offices.
import type { LetterState, SigningOffice } from "../rules/reply-letters.ts";
import { m } from "#web/paraglide/messages.js";

export const letterStates = {
  drafted: m.letter_drafted,
  "sent-back": m.letter_sent_back,
  countersigned: m.letter_countersigned,
  issued: m.letter_issued,
  withdrawn: m.letter_withdrawn,
  void: m.letter_void,
  revoked: m.letter_revoked,
} as const satisfies Record<LetterState, () => string>;

export const officeNames = {
  supervision: m.office_supervision,
  review: m.office_review,
} as const satisfies Record<SigningOffice, () => string>;
