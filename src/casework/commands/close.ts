// Close the case (办结): only when what the measures require has been done.
import { z } from "zod";
import { requirementsOf } from "#law/requirements.ts";
import { caseAct, happened, isoDay, refusal, refuseBefore, refuseFuture, refused, words } from "../act.ts";
import type { Context } from "../act.ts";
import type { Case, SubjectFile } from "../case.ts";
import type { Refusal } from "#law/refusal.ts";

export const close = caseAct({
  id: "close",
  basis: "formalities",
  input: z.strictObject({ on: isoDay, summary: words }),
  decide: (state, input, context) => {
    const done = [...state.circulations, ...state.subjects.flatMap(stepsOf)].map(({ on }) => on).sort();
    const last = done.at(-1);
    const earlier = last === undefined ? null : { on: last, zh: "最后一项执行", en: "the last step of execution" };
    const refusals = [
      ...refuseFuture(context, { on: input.on }, "formalities"),
      ...refuseBefore(context, { on: input.on }, earlier, "formalities"),
      ...openItems(state, context),
    ];
    if (refusals.length > 0) return refused(...refusals);
    return happened({ type: "closed", ...input });
  },
});

/** What has been done to one subject after the decision, each with its day. */
function stepsOf({ served, effect, arrangement }: SubjectFile): { on: string }[] {
  const effective = effect === null ? null : { on: effect.effectiveOn };
  return [served, effective, arrangement].filter((step) => step !== null);
}

/** What execution still lacks: circulation and arrangement where the measures given require them, and completed formalities. */
export function openItems(state: Case, context: Context): Refusal[] {
  return state.subjects.flatMap((file) => {
    if (file.outcome?.type !== "accountable") return [];
    const { name } = file.subject;
    return requirementsOf(context.law, file.outcome.measures).flatMap(({ what, name: measure, cite }) => {
      if (what === "circulation" && state.circulations.length === 0)
        return [
          refusal(
            context,
            "not-circulated",
            `${name}受到“${measure.zh}”，尚未通报`,
            `${name}: “${measure.en}” has not been circulated`,
            cite,
          ),
        ];
      if (what === "arrangement" && file.arrangement === null)
        return [
          refusal(
            context,
            "not-arranged",
            `${name}受到“${measure.zh}”，尚未登记工作安排和职级待遇`,
            `${name}: after “${measure.en}” no arrangement is on record`,
            cite,
          ),
        ];
      return [];
    });
  });
}
