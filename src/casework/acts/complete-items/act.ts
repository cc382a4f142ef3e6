// Record items of execution as done (办理执行事项): several of one office at once, with what proves them.
import { z } from "zod";
import {
  caseAct,
  happened,
  id,
  itemId,
  isoDay,
  refusal,
  refuseFuture,
  refused,
  shortText,
  longText,
} from "../../act.ts";
import { evidenceShape, refusalsOfFiles } from "../../finding/evidence.ts";
import { itemsOf } from "../../execution/execution.ts";
import { refusalsOfItems } from "../../execution/wrong-items.ts";
import { names, noProof, chooseItems, termNotOver, beforeItsTime } from "./act-words.ts";
import { itemOf } from "../../execution/execution-words.ts";

export const completeItems = caseAct({
  id: "complete-items",
  names,
  basis: "service",
  input: z.strictObject({
    items: z
      .array(z.strictObject({ subjectId: id, item: itemId }))
      .min(1, chooseItems)
      .max(200),
    on: isoDay,
    documentNumber: shortText.nullable(),
    note: longText,
    evidence: z.array(evidenceShape).max(50),
  }),
  lookUps: ({ evidence: files }) => ({ files }),
  decide: (state, input, context) => {
    const known = itemsOf(context.law, state);
    const refusals = [
      ...refuseFuture(context, { on: input.on }, "service"),
      ...refusalsOfItems(known, input.items, context, "complete"),
      ...refusalsOfFiles(input.evidence, context, "service"),
    ];
    for (const { subjectId, item } of input.items) {
      const one = known.find((other) => other.subjectId === subjectId && other.item === item);
      const earliest = one?.term?.earliest ?? null;
      if (one !== undefined && earliest !== null && input.on < earliest)
        refusals.push(
          refusal(
            context,
            "term-not-over",
            termNotOver(itemOf(one.name, one.subjectName), earliest, input.on),
            one.cite,
            "on",
          ),
        );
      if (one !== undefined && input.on < one.from)
        refusals.push(
          refusal(
            context,
            "before-its-time",
            beforeItsTime(itemOf(one.name, one.subjectName), input.on, one.from),
            one.cite,
            "on",
          ),
        );
    }
    if (input.documentNumber === null && input.evidence.length === 0)
      refusals.push(refusal(context, "no-proof", noProof, "service", "evidence"));
    if (refusals.length > 0) return refused(...refusals);
    return happened({ type: "items-completed", ...input });
  },
});
