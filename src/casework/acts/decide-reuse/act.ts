// Decide on reuse (决定重新任用): only when, on the day of the decision, nothing recorded of the person stands against it.
import { z } from "zod";
import { factsOf, questionOf } from "#eligibility/rules/question.ts";
import { parseDay, yearOf } from "#law/reckon/days.ts";
import { answerEligibility } from "#law/reckon/eligibility.ts";
import type { Refusal } from "#law/refusal.ts";
import {
  caseAct,
  happened,
  isoDay,
  refusal,
  refuseBefore,
  refuseFuture,
  refused,
  shortText,
  longText,
} from "../../act.ts";
import type { Context } from "../../act.ts";
import { isHistoryComplete } from "#law-admin/rules/history.ts";
import { levelBefore } from "#registry/rules/level-before.ts";
import type { Reuse, SubjectFile } from "../../subject-file.ts";
import { names, noSuchRequest, decidedAlready, reasonsMissing, requestStep, answers, notClear } from "./act-words.ts";

export const decideReuse = caseAct({
  id: "decide-reuse",
  names,
  basis: "consent",
  input: z.strictObject({
    /** The place of the request in the history. */
    reuse: z.int().positive(),
    on: isoDay,
    approved: z.boolean(),
    documentNumber: shortText,
    reasons: longText.nullable(),
  }),
  lookUps: ({ reuse }, { subjects }) => ({
    records: subjects
      .filter(({ reuses }) => reuses.some(({ seq }) => seq === reuse))
      .map(({ subject }) => subject.registryId),
  }),
  decide: (state, input, context) => {
    const refusals = refuseFuture(context, { on: input.on }, "consent");
    const file = state.subjects.find((one) => one.reuses.some(({ seq }) => seq === input.reuse));
    const reuse = file?.reuses.find(({ seq }) => seq === input.reuse);
    if (file === undefined || reuse === undefined)
      return refused(...refusals, refusal(context, "no-such-request", noSuchRequest, "consent", "reuse"));
    if (reuse.decided !== null)
      refusals.push(refusal(context, "decided-already", decidedAlready(reuse.decided.on), "consent", "reuse"));
    const requested = { on: reuse.on, name: requestStep };
    refusals.push(...refuseBefore(context, { on: input.on }, requested, "consent"));
    if (!input.approved && input.reasons === null)
      refusals.push(refusal(context, "reasons-missing", reasonsMissing, "consent", "reasons"));
    if (input.approved) refusals.push(...refusalsOfReuse(file, reuse, input.on, context));
    if (refusals.length > 0) return refused(...refusals);
    return happened({ type: "reuse-decided", subjectId: file.subject.id, ...input });
  },
});

/**
 * Refused where the person is not eligible for that post on that day, by all that is recorded of them in any case: what a question about the
 * day is answered with, so the level held before it counts, not the one they were added to the case with.
 */
function refusalsOfReuse({ subject }: SubjectFile, reuse: Reuse, on: string, context: Context<"records">): Refusal[] {
  const recorded = context.registry.records[subject.registryId];
  const date = parseDay(on);
  if (recorded === undefined || date === null) throw new Error(`nothing was looked up of ${subject.registryId}`);
  const historyComplete = isHistoryComplete(recorded.history, { date: on, year: null });
  const level = levelBefore(context.law, { ...recorded.levels, today: context.today }, on);
  const person = { partyMember: recorded.partyMember, level, historyComplete };
  const question = questionOf(context.law, { purpose: reuse.purpose, date: on, year: yearOf(date) }, reuse.level);
  const facts = factsOf(person, recorded, recorded.openMatters);
  const { answer, citations, sentences } = answerEligibility(context.law, facts, question);
  if (answer === "clear") return [];
  // An open matter shows only as the word, never in its contents.
  const [why] = answer === "pending" ? [] : sentences;
  const sources = answer === "pending" ? [] : citations;
  const [first] = sources;
  return [refusal(context, answer, notClear(subject.name, answers[answer], why), first ?? "consent", "on")];
}
