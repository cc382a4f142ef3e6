// Close the case (办结): only when what the measures require has been done.
import { z } from "zod";
import { measuresOf } from "#law/measures.ts";
import { caseAct, happened, isoDay, refusal, refuseFuture, refused, words } from "../act.ts";
import type { Context } from "../act.ts";
import type { Case } from "../case.ts";
import type { Refusal } from "#law/refusal.ts";

export const close = caseAct({
  id: "close",
  basis: "formalities",
  input: z.strictObject({ on: isoDay, summary: words }),
  decide: (state, input, context) => {
    const refusals = [...refuseFuture(context, { on: input.on }, "formalities"), ...openItems(state, context)];
    if (refusals.length > 0) return refused(...refusals);
    return happened({ type: "closed", ...input });
  },
});

/** What execution still lacks: circulation and arrangement where the measures given require them, and completed formalities. */
export function openItems(state: Case, context: Context): Refusal[] {
  const measures = measuresOf(context.law);
  const items: Refusal[] = [];
  for (const file of state.subjects) {
    if (file.outcome?.type !== "accountable") continue;
    const given = measures.filter((measure) => file.outcome?.type === "accountable" && file.outcome.measures.includes(measure.id));
    const circulate = given.find((measure) => measure.requires.includes("circulation"));
    if (circulate !== undefined && state.circulations.length === 0) items.push(refusal(context, "not-circulated", `${file.subject.name}受到“${circulate.name.zh}”，尚未通报`, `${file.subject.name}: “${circulate.name.en}” has not been circulated`, "circulation"));
    const arrange = given.find((measure) => measure.requires.includes("arrangement"));
    if (arrange !== undefined && file.arrangement === null) items.push(refusal(context, "not-arranged", `${file.subject.name}受到“${arrange.name.zh}”，尚未登记工作安排和职级待遇`, `${file.subject.name}: after “${arrange.name.en}” no arrangement is on record`, "arrangement"));
  }
  return items;
}
