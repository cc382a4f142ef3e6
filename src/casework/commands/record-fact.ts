// Record a fact with its evidence (记录事实与证据): when it was, whom it concerns, which results the files prove.
import { z } from "zod";
import { limbsOf } from "#law/limbs.ts";
import { caseAct, happened, id, isoDay, refusal, refuseFuture, refused, words } from "../act.ts";
import { evidenceShape, refusalsOfFiles } from "../evidence.ts";

export const recordFact = caseAct({
  id: "record-fact",
  basis: "principles",
  input: z.strictObject({
    subjectIds: z.array(id).min(1, "请选择问责对象"),
    text: words,
    from: isoDay,
    to: isoDay,
    continuing: z.boolean(),
    results: z.array(id).max(20),
    evidence: z.array(evidenceShape).min(1, "每项事实须附证据材料").max(50),
  }),
  decide: (state, input, context) => {
    const refusals = refuseFuture(context, { from: input.from, to: input.to }, "principles");
    if (input.to < input.from)
      refusals.push(
        refusal(
          context,
          "ends-before-start",
          "行为结束日期早于开始日期",
          "The conduct ends before it begins",
          "principles",
          "to",
        ),
      );
    if (input.subjectIds.some((one) => !state.subjects.some((file) => file.subject.id === one))) {
      refusals.push(
        refusal(
          context,
          "no-such-subject",
          "所选问责对象不在本案中",
          "The chosen subject is not in this case",
          "principles",
          "subjectIds",
        ),
      );
    }
    refusals.push(...refusalsOfFiles(input.evidence, context, "principles"));
    const known = new Set(limbsOf(context.law).flatMap((limb) => limb.results.map((result) => result.id)));
    const unknown = input.results.filter((result) => !known.has(result));
    if (unknown.length > 0)
      refusals.push(
        refusal(
          context,
          "no-such-result",
          `法规中没有这样的后果：${unknown.join("、")}`,
          `The regulation knows no such result: ${unknown.join(", ")}`,
          "principles",
          "results",
        ),
      );
    if (refusals.length > 0) return refused(...refusals);
    return happened({ type: "fact-recorded", factId: context.id, ...input });
  },
});
