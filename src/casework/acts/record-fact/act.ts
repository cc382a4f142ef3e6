// Record a fact with its evidence (记录事实与证据): when it was, whom it concerns, which results the files prove.
import { z } from "zod";
import { circumstancesOf } from "#law/procedure/circumstances.ts";
import type { Refusal } from "#law/refusal.ts";
import { caseAct, happened, id, isoDay, refusal, refuseFuture, refused, shortWords, words } from "../../act.ts";
import type { Context } from "../../act.ts";
import { subjectFileOf } from "../../case.ts";
import type { Case } from "../../case.ts";
import { evidenceShape, refusalsOfFiles } from "../../finding/evidence.ts";
import { isSameFact, otherCasesOf } from "../../finding/other-cases.ts";

/** In a fact each file has its kind, and whence it came. */
const evidence = evidenceShape.extend({ kind: id, obtainedFrom: shortWords.nullable().default(null) });

export const recordFact = caseAct({
  id: "record-fact",
  names: { zh: "记录事实与证据", en: "Record a fact with evidence" },
  basis: "principles",
  input: z.strictObject({
    subjectIds: z.array(id).min(1, "请选择问责对象"),
    text: words,
    from: isoDay,
    to: isoDay,
    continuing: z.boolean(),
    results: z.array(id).max(20),
    evidence: z.array(evidence).min(1, "每项事实须附证据材料").max(50),
  }),
  lookUps: ({ subjectIds, evidence: files }, { subjects }) => ({
    files,
    otherCases: subjects.map(({ subject }) => subject).filter((one) => subjectIds.includes(one.id)),
  }),
  decide: (state, input, context) => {
    const refusals = refuseFuture(context, { from: input.from, to: input.to }, "principles");
    if (input.to < input.from)
      refusals.push(
        refusal(
          context,
          "ends-before-start",
          { zh: "行为结束日期早于开始日期", en: "The conduct ends before it begins" },
          "principles",
          "to",
        ),
      );
    if (input.subjectIds.some((one) => !state.subjects.some((file) => file.subject.id === one))) {
      refusals.push(
        refusal(
          context,
          "no-such-subject",
          { zh: "所选问责对象不在本案中", en: "The chosen subject is not in this case" },
          "principles",
          "subjectIds",
        ),
      );
    }
    refusals.push(...refusalsOfFiles(input.evidence, context, "principles"));
    refusals.push(...refusalsOfSecondCase(state, input, context));
    const kinds = context.law.vocabulary.evidence.map((kind) => kind.id);
    for (const [index, file] of input.evidence.entries()) {
      if (!kinds.includes(file.kind))
        refusals.push(
          refusal(
            context,
            "no-such-evidence-kind",
            { zh: `“${file.name}”：请选择证据种类`, en: `“${file.name}”: choose the kind of evidence` },
            "principles",
            `evidence.${index}`,
          ),
        );
    }
    const known = new Set(
      circumstancesOf(context.law).flatMap((circumstance) => circumstance.results.map((result) => result.id)),
    );
    const unknown = input.results.filter((result) => !known.has(result));
    if (unknown.length > 0)
      refusals.push(
        refusal(
          context,
          "no-such-result",
          {
            zh: `法规中没有这样的后果：${unknown.join("、")}`,
            en: `The regulation knows no such result: ${unknown.join(", ")}`,
          },
          "principles",
          "results",
        ),
      );
    if (refusals.length > 0) return refused(...refusals);
    return happened({ type: "fact-recorded", factId: context.id, ...input });
  },
});

/** A fact for which the same subject stands in another case already. */
function refusalsOfSecondCase(
  state: Case,
  input: { subjectIds: string[]; text: string; from: string; to: string; evidence: { sha256: string }[] },
  context: Context<"otherCases">,
): Refusal[] {
  const told = { ...input, files: input.evidence.map((file) => file.sha256) };
  return input.subjectIds.flatMap((subjectId) => {
    const subject = subjectFileOf(state, subjectId)?.subject;
    if (subject === undefined) return [];
    return otherCasesOf(context, subject.kind, subject.registryId)
      .filter(({ facts }) => facts.some((fact) => isSameFact(fact, told)))
      .map(({ number }) =>
        refusal(
          context,
          "no-second-case",
          {
            zh: `${subject.name}已因同一事实在${number === null ? "另一案件" : `案件 ${number} `}中被问责调查，对同一问题不得重复启动`,
            en: `${subject.name} stands in ${number === null ? "another case" : `case ${number}`} on the same fact; one matter is not opened twice`,
          },
          "no-second-case",
          "text",
        ),
      );
  });
}
