// Close the case (办结): only when what the measures require has been done.
import { z } from "zod";
import { caseAct, happened, isoDay, refusal, refuseBefore, refuseFuture, refused, longText } from "../../act.ts";
import type { Context } from "../../act.ts";
import type { Case } from "../../case.ts";
import type { Refusal } from "#law/refusal.ts";
import { itemsOf, openItemsOf, waiverWaits } from "../../execution/execution.ts";
import { names, lastStep, itemNotDone, waiverNotApproved } from "./act-words.ts";

export const close = caseAct({
  id: "close",
  names,
  basis: "formalities",
  input: z.strictObject({ on: isoDay, summary: longText }),
  decide: (state, input, context) => {
    const done = itemsOf(context.law, state).flatMap(({ doneOn }) => doneOn ?? []);
    const last = done.sort().at(-1);
    const earlier = last === undefined ? null : { on: last, name: lastStep };
    const refusals = [
      ...refuseFuture(context, { on: input.on }, "formalities"),
      ...refuseBefore(context, { on: input.on }, earlier, "formalities"),
      ...refusalsOfOpenItems(state, context),
    ];
    if (refusals.length > 0) return refused(...refusals);
    return happened({ type: "closed", ...input });
  },
});

/** One refusal for each item of execution that is neither done nor waived, citing the clause that asks for it. */
export function refusalsOfOpenItems(state: Case, context: Context): Refusal[] {
  return openItemsOf(context.law, state).map(({ item, name, subjectName, cite, file }) => {
    return refusal(
      context,
      `open-${item}`,
      waiverWaits(file) ? waiverNotApproved(name, subjectName) : itemNotDone(name, subjectName),
      cite,
    );
  });
}
