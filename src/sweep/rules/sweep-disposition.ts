// Dealing with a conflict (处置): what a person says was done about it, and why it is refused.
import {
  consentLiftsNoBar,
  consentTooLate,
  dayInFuture,
  dayMissing,
  documentNumberMissing,
  noSuchDay,
  nothingToDispose,
} from "./words.ts";
import type { Citation, Sentence } from "#law/text/citation.ts";
import { parseDay } from "#law/reckon/days.ts";
import type { Law } from "#law/compile/law.ts";
import { procedureOf } from "#law/procedure/procedures.ts";
import type { Refusal } from "#law/refusal.ts";
import type { ConflictAnswer, ConflictState, DispositionWay } from "./sweep.ts";

/** `on` is the day of the document (ISO), or of the consent. */
export type Disposition = { way: DispositionWay; on: string | null; documentNumber: string; reasons: string };

/** Ways that need a document with its number and day. The others need reasons alone. */
export const waysInWriting: readonly DispositionWay[] = ["corrected", "revoked", "consented", "referred"];

/** Refusals, each with its field; empty when the disposition can be kept. `today` is ISO. */
export function refusalsOfDisposition(
  law: Law,
  conflict: { state: ConflictState; answer: ConflictAnswer; onDay: string | null; citations: readonly Citation[] },
  { way, on, documentNumber }: Disposition,
  today: string,
): Refusal[] {
  if (conflict.state === "fallen") return [own("not-at-this-stage", nothingToDispose, "way")];
  const refusals: Refusal[] = [];
  if (waysInWriting.includes(way)) {
    if (documentNumber === "") refusals.push(own("document-missing", documentNumberMissing, "documentNumber"));
    if (on === null) refusals.push(own("no-such-day", dayMissing, "on"));
  }
  if (on !== null && parseDay(on) === null) refusals.push(own("no-such-day", noSuchDay, "on"));
  else if (on !== null && on > today) refusals.push(own("date-in-the-future", dayInFuture(on), "on"));
  if (way === "consented") refusals.push(...refusalsOfConsent(law, conflict, on, today));
  return refusals;
}

/** Refusals of "consented": consent lifts no bar, and must be dated before the decision. */
function refusalsOfConsent(
  law: Law,
  { answer, onDay, citations }: { answer: ConflictAnswer; onDay: string | null; citations: readonly Citation[] },
  on: string | null,
  today: string,
): Refusal[] {
  if (answer !== "needs-consent")
    return [
      {
        code: "consent-lifts-no-bar",
        message: consentLiftsNoBar,
        source: citations[0] ?? procedureOf(law, "consent", today),
        field: "way",
      },
    ];
  if (on === null || onDay === null || on < onDay) return [];
  return [
    {
      code: "consent-too-late",
      message: consentTooLate(on, onDay),
      source: procedureOf(law, "consent", today),
      field: "on",
    },
  ];
}

function own(code: string, message: Sentence, field: string): Refusal {
  return { code, message, source: null, field };
}
