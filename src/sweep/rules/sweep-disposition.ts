// Dealing with a conflict (处置): what a person says was done about it, and what of that cannot be.
import type { Citation } from "#law/text/citation.ts";
import { parseDay } from "#law/reckon/days.ts";
import type { Law } from "#law/compile/law.ts";
import { procedureOf } from "#law/procedure/procedures.ts";
import type { Refusal } from "#law/refusal.ts";
import type { ConflictAnswer, ConflictState, DispositionWay } from "./sweep.ts";

/** `on` is the day of the document (ISO), or of the consent. */
export type Disposition = { way: DispositionWay; on: string | null; documentNumber: string; reasons: string };

/** Ways that are the doing of somebody in writing. The others need reasons alone. */
export const waysInWriting: readonly DispositionWay[] = ["corrected", "revoked", "consented", "referred"];

/** Every reason against it, each with its field; empty when it can be kept. `today` is ISO. */
export function refusalsOfDisposition(
  law: Law,
  conflict: { state: ConflictState; answer: ConflictAnswer; onDay: string | null; citations: readonly Citation[] },
  { way, on, documentNumber }: Disposition,
  today: string,
): Refusal[] {
  if (conflict.state === "fallen")
    return [
      own(
        "not-at-this-stage",
        "该事项所依据的限制或者登记已不存在，不需要处置",
        "What it rested on is no longer so; there is nothing to deal with",
        "way",
      ),
    ];
  const refusals: Refusal[] = [];
  if (waysInWriting.includes(way)) {
    if (documentNumber === "")
      refusals.push(own("document-missing", "请填写文号", "Give the document's number", "documentNumber"));
    if (on === null) refusals.push(own("no-such-day", "请填写日期", "Give its day", "on"));
  }
  if (on !== null && parseDay(on) === null)
    refusals.push(own("no-such-day", "日期不存在，请按 2026-01-31 的格式填写", "There is no such day", "on"));
  else if (on !== null && on > today)
    refusals.push(own("date-in-the-future", `日期 ${on} 晚于今天`, `The day ${on} is after today`, "on"));
  if (way === "consented") refusals.push(...againstConsent(law, conflict, on, today));
  return refusals;
}

/** Consent lifts no bar; and it must have been given before the decision. */
function againstConsent(
  law: Law,
  { answer, onDay, citations }: { answer: ConflictAnswer; onDay: string | null; citations: readonly Citation[] },
  on: string | null,
  today: string,
): Refusal[] {
  if (answer !== "needs-consent")
    return [
      {
        code: "consent-lifts-no-bar",
        message: {
          zh: "该事项在受限期内，同意不能解除限制；请选择其他处置方式",
          en: "It fell within a bar, and no consent lifts a bar; choose another way",
        },
        source: citations[0] ?? procedureOf(law, "consent", today),
        field: "way",
      },
    ];
  if (on === null || onDay === null || on < onDay) return [];
  return [
    {
      code: "consent-too-late",
      message: {
        zh: `同意的日期 ${on} 不早于决定日 ${onDay}：在作出决定前，应当征得同意`,
        en: `The consent of ${on} is not before the decision of ${onDay}`,
      },
      source: procedureOf(law, "consent", today),
      field: "on",
    },
  ];
}

function own(code: string, zh: string, en: string, field: string): Refusal {
  return { code, message: { zh, en }, source: null, field };
}
