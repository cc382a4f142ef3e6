// Record items of execution as done (办理执行事项): several of one office at once, with what proves them.
import { z } from "zod";
import { caseAct, happened, id, itemId, isoDay, refusal, refuseFuture, refused, shortWords, words } from "../../act.ts";
import { evidenceShape, refusalsOfFiles } from "../../finding/evidence.ts";
import { itemsOf } from "../../execution/execution.ts";
import { wrongItems } from "../../execution/wrong-items.ts";

export const completeItems = caseAct({
  id: "complete-items",
  names: { zh: "办理执行事项", en: "Record items of execution as done" },
  basis: "service",
  input: z.strictObject({
    items: z
      .array(z.strictObject({ subjectId: id, item: itemId }))
      .min(1, "请选择办理的事项")
      .max(200),
    on: isoDay,
    documentNumber: shortWords.nullable(),
    note: words,
    evidence: z.array(evidenceShape).max(50),
  }),
  lookUps: ({ evidence: files }) => ({ files }),
  decide: (state, input, context) => {
    const known = itemsOf(context.law, state);
    const refusals = [
      ...refuseFuture(context, { on: input.on }, "service"),
      ...wrongItems(known, input.items, context, "complete"),
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
            {
              zh: `“${one.name.zh}”（${one.subjectName ?? ""}）：期限至早于 ${earliest} 届满，${input.on} 尚未届满`,
              en: `“${one.name.en}” (${one.subjectName ?? ""}): its time ends on ${earliest} at the earliest; on ${input.on} it is not over`,
            },
            one.cite,
            "on",
          ),
        );
      if (one !== undefined && input.on < one.from)
        refusals.push(
          refusal(
            context,
            "before-its-time",
            {
              zh: `“${one.name.zh}”（${one.subjectName ?? ""}）的办理日期 ${input.on} 早于前一环节的日期 ${one.from}`,
              en: `“${one.name.en}” (${one.subjectName ?? ""}): ${input.on} is before the step it follows, ${one.from}`,
            },
            one.cite,
            "on",
          ),
        );
    }
    if (input.documentNumber === null && input.evidence.length === 0)
      refusals.push(
        refusal(
          context,
          "no-proof",
          { zh: "请填写文号或者上传证明材料，至少一项", en: "Give a document number or a file that proves it" },
          "service",
          "evidence",
        ),
      );
    if (refusals.length > 0) return refused(...refusals);
    return happened({ type: "items-completed", ...input });
  },
});
