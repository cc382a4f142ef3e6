// The words of requests for clearance: kinds of answers, ways in which a name was matched.
import type { ClearanceKind, Match } from "../../rules.ts";
import type { Law } from "#law/compile/law.ts";
import { m } from "#web/paraglide/messages.js";
import { answerName } from "#web/law/answer-name.ts";

export function kindName(law: Law, kind: ClearanceKind): string {
  if (kind === "several") return m.match_several();
  if (kind === "name-only") return m.match_name_only();
  if (kind === "no-such-person") return m.match_none();
  return answerName(law, kind);
}

export const matchNames = {
  "id-number": m.matched_id_number,
  "name-and-unit": m.matched_name_and_unit,
  chosen: m.matched_chosen,
  "name-only": m.match_name_only,
  several: m.match_several,
  "no-such-person": m.match_none,
  "nobody-chosen": m.matched_nobody_chosen,
} as const satisfies Record<Match, () => string>;
