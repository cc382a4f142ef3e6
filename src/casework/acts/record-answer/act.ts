// Record the superior's answer (登记上级答复) to what was proposed upward: its decision on each subject, or that it sent the matter back.
import { z } from "zod";
import type { Refusal } from "#law/refusal.ts";
import {
  caseAct,
  happened,
  id,
  isoDay,
  refusal,
  refuseBefore,
  refuseFuture,
  refused,
  shortText,
  longText,
} from "../../act.ts";
import type { Context } from "../../act.ts";
import type { Case } from "../../case.ts";
import { refusalsOfExemption, refusalsOfMeasures } from "../../finding/competence.ts";
import { evidenceShape, refusalsOfFiles } from "../../finding/evidence.ts";
import type { CaseEvent, Outcome } from "../../events.ts";
import { findingShape, handlingShape, levelsShape } from "../../finding/finding.ts";
import {
  names,
  answeredTwice,
  otherSuperior,
  answerForEach,
  uploadAnswer,
  upwardProposal,
  notProposedUpward,
} from "./act-words.ts";

const answer = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("accountable"), subjectId: id, ...findingShape, ...handlingShape, ...levelsShape }),
  z.strictObject({ type: z.literal("exempt"), subjectId: id, ground: id, reasons: longText }),
  z.strictObject({ type: z.literal("returned"), subjectId: id, reasons: longText }),
]);

export const recordAnswer = caseAct({
  id: "record-answer",
  names,
  basis: "competence",
  input: z.strictObject({
    body: id,
    on: isoDay,
    documentNumber: shortText,
    answers: z.array(answer).min(1, answerForEach),
    evidence: z.array(evidenceShape).min(1, uploadAnswer).max(20),
  }),
  // What the superior decides is not held against what went before: nothing of it is looked up.
  lookUps: ({ evidence: files }) => ({ files, past: [], authority: true }),
  decide: (state, input, context) => {
    const refusals = [
      ...refuseFuture(context, { on: input.on }, "competence"),
      ...refusalsOfFiles(input.evidence, context, "competence"),
    ];
    for (const one of input.answers) refusals.push(...refusalsOfAnswer(state, one, input, context));
    if (new Set(input.answers.map((one) => one.subjectId)).size !== input.answers.length)
      refusals.push(refusal(context, "answered-twice", answeredTwice, "competence", "answers"));
    if (refusals.length > 0) return refused(...refusals);
    const { body, on, documentNumber, evidence } = input;
    const returned = input.answers.flatMap((one) =>
      one.type === "returned" ? [{ subjectId: one.subjectId, reasons: one.reasons }] : [],
    );
    const outcomes = input.answers.flatMap((one): Outcome[] =>
      one.type === "returned" ? [] : [one.type === "accountable" ? { ...one, departure: null } : one],
    );
    const answered = { type: "answer-recorded" as const, body, on, documentNumber, evidence, returned };
    if (outcomes.length === 0) return happened(answered);
    return happened<CaseEvent>(answered, { type: "decided", documentNumber, on, body, outcomes });
  },
});

function refusalsOfAnswer(
  state: Case,
  answered: z.output<typeof answer>,
  { body, on }: { body: string; on: string },
  context: Context<"past">,
): Refusal[] {
  const file = state.subjects.find((one) => one.subject.id === answered.subjectId);
  if (file === undefined || file.upward === null)
    return [
      refusal(context, "not-proposed-upward", notProposedUpward(file?.subject.name ?? null), "competence", "answers"),
    ];
  const { name } = file.subject;
  const refusals = refuseBefore(context, { on }, { on: file.upward.on, name: upwardProposal }, "competence");
  if (file.upward.to !== body)
    refusals.push(refusal(context, "other-superior", otherSuperior(name), "competence", "body"));
  switch (answered.type) {
    case "accountable":
      return [...refusals, ...refusalsOfMeasures(state, file, { ...answered, body, on }, context, "answers")];
    case "exempt":
      return [...refusals, ...refusalsOfExemption(file, answered, { body, on }, context, "answers")];
    case "returned":
      return refusals;
  }
}
