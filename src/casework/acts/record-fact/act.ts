// Record a fact with its evidence (记录事实与证据): when it was, whom it concerns, which results the files prove.
import { z } from "zod";
import { circumstancesOf } from "#law/procedure/circumstances.ts";
import type { Refusal } from "#law/refusal.ts";
import { caseAct, happened, id, isoDay, refusal, refuseFuture, refused, shortText, longText } from "../../act.ts";
import type { Context } from "../../act.ts";
import { subjectFileOf } from "../../case.ts";
import type { Case } from "../../case.ts";
import { evidenceShape, refusalsOfFiles } from "../../finding/evidence.ts";
import { isSameFact, otherCasesOf } from "../../finding/other-cases.ts";
import { subjectNotInCase } from "../../words/refusal-words.ts";
import {
  names,
  endsBeforeStart,
  noSuchEvidenceKind,
  evidenceNeeded,
  noSuchResults,
  inAnotherCase,
} from "./act-words.ts";
import { chooseSubjects } from "../../words/input-words.ts";

/** In a fact each file has its kind, and whence it came. */
const evidence = evidenceShape.extend({ kind: id, obtainedFrom: shortText.nullable().default(null) });

export const recordFact = caseAct({
  id: "record-fact",
  names,
  basis: "principles",
  input: z.strictObject({
    subjectIds: z.array(id).min(1, chooseSubjects),
    text: longText,
    from: isoDay,
    to: isoDay,
    continuing: z.boolean(),
    results: z.array(id).max(20),
    evidence: z.array(evidence).min(1, evidenceNeeded).max(50),
  }),
  lookUps: ({ subjectIds, evidence: files }, { subjects }) => ({
    files,
    otherCases: subjects.map(({ subject }) => subject).filter((one) => subjectIds.includes(one.id)),
  }),
  decide: (state, input, context) => {
    const refusals = refuseFuture(context, { from: input.from, to: input.to }, "principles");
    if (input.to < input.from)
      refusals.push(refusal(context, "ends-before-start", endsBeforeStart, "principles", "to"));
    if (input.subjectIds.some((one) => !state.subjects.some((file) => file.subject.id === one))) {
      refusals.push(refusal(context, "no-such-subject", subjectNotInCase, "principles", "subjectIds"));
    }
    refusals.push(...refusalsOfFiles(input.evidence, context, "principles"));
    refusals.push(...refusalsOfSecondCase(state, input, context));
    const kinds = context.law.vocabulary.evidence.map((kind) => kind.id);
    for (const [index, file] of input.evidence.entries()) {
      if (!kinds.includes(file.kind))
        refusals.push(
          refusal(context, "no-such-evidence-kind", noSuchEvidenceKind(file.name), "principles", `evidence.${index}`),
        );
    }
    const known = new Set(
      circumstancesOf(context.law).flatMap((circumstance) => circumstance.results.map((result) => result.id)),
    );
    const unknown = input.results.filter((result) => !known.has(result));
    if (unknown.length > 0)
      refusals.push(refusal(context, "no-such-result", noSuchResults(unknown), "principles", "results"));
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
  const stated = { ...input, files: input.evidence.map((file) => file.sha256) };
  return input.subjectIds.flatMap((subjectId) => {
    const subject = subjectFileOf(state, subjectId)?.subject;
    if (subject === undefined) return [];
    return otherCasesOf(context, subject.kind, subject.registryId)
      .filter(({ facts }) => facts.some((fact) => isSameFact(fact, stated)))
      .map(({ number }) =>
        refusal(context, "no-second-case", inAnotherCase(subject.name, number), "no-second-case", "text"),
      );
  });
}
