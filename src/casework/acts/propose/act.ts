// Propose (提出处理建议): for every subject a human finding of gravity with reasons, and the measures asked for.
import { z } from "zod";
import { caseAct, happened, id, isoDay, refusal, refuseBefore, refuseFuture, refused, longText } from "../../act.ts";
import type { Context } from "../../act.ts";
import { openingOf } from "../../case.ts";
import type { Case } from "../../case.ts";
import type { SubjectFile } from "../../subject-file.ts";
import { circumstancesOf } from "#law/procedure/circumstances.ts";
import type { Refusal } from "#law/refusal.ts";
import { refusalsOfMeasures } from "../../finding/competence.ts";
import { subjectsWithPast } from "../../finding/escalated.ts";
import { inquirersLeft } from "../../outline.ts";
import { handlingShape, findingShape } from "../../finding/finding.ts";
import {
  names,
  oneProposalEach,
  inquiryGroupTooSmall,
  noSubject,
  noSuchSubject,
  noCircumstance,
  circumstanceAwaitsApproval,
  notHeard,
  proposeForEach,
  hearingOf,
  notHeardOnFacts,
} from "./act-words.ts";

export const propose = caseAct({
  id: "propose",
  names,
  basis: "answer-proposal",
  input: z.strictObject({
    on: isoDay,
    body: id,
    proposals: z
      .array(z.strictObject({ subjectId: id, ...findingShape, ...handlingShape, reasons: longText }))
      .min(1, proposeForEach),
  }),
  lookUps: (_input, state, law) => ({ past: subjectsWithPast(state, law), authority: true }),
  decide: (state, input, context) => {
    const refusals = [
      ...refuseFuture(context, { on: input.on }, "answer-proposal"),
      ...refuseBefore(context, { on: input.on }, openingOf(state), "answer-proposal"),
    ];
    for (const file of state.subjects) {
      const count = input.proposals.filter((one) => one.subjectId === file.subject.id).length;
      if (count !== 1)
        refusals.push(
          refusal(context, "one-proposal-each", oneProposalEach(file.subject.name), "answer-proposal", "proposals"),
        );
    }
    if (inquirersLeft(state).length < 2)
      refusals.push(refusal(context, "inquiry-group-too-small", inquiryGroupTooSmall, "inquiry-group"));
    if (state.subjects.length === 0) refusals.push(refusal(context, "no-subject", noSubject, "scope"));
    for (const [index, proposal] of input.proposals.entries()) {
      const file = state.subjects.find((one) => one.subject.id === proposal.subjectId);
      if (file === undefined) {
        refusals.push(
          refusal(context, "no-such-subject", noSuchSubject, "answer-proposal", `proposals.${index}.subjectId`),
        );
        continue;
      }
      if (file.circumstances.length === 0)
        refusals.push(
          refusal(
            context,
            "no-circumstance",
            noCircumstance(file.subject.name),
            "answer-proposal",
            `proposals.${index}`,
          ),
        );
      for (const { circumstance } of file.circumstancesAwaiting)
        refusals.push(
          refusal(
            context,
            "circumstance-awaits-approval",
            circumstanceAwaitsApproval(file.subject.name),
            circumstancesOf(context.law).find((one) => one.id === circumstance)?.cite ?? "principles",
            `proposals.${index}`,
          ),
        );
      if (file.statement === null)
        refusals.push(refusal(context, "not-heard", notHeard(file.subject.name), "statement", `proposals.${index}`));
      else refusals.push(...refusalsOfHearing(state, file, file.statement, input.on, context, `proposals.${index}`));
      refusals.push(
        ...refusalsOfMeasures(state, file, { ...proposal, body: null, on: input.on }, context, `proposals.${index}`),
      );
    }
    if (refusals.length > 0) return refused(...refusals);
    return happened({ type: "proposed", ...input });
  },
});

/** The person was heard before the proposal, and on everything that is on record against them. */
function refusalsOfHearing(
  state: Case,
  { subject }: SubjectFile,
  heard: NonNullable<SubjectFile["statement"]>,
  on: string,
  context: Context,
  field: string,
): Refusal[] {
  const refusals = refuseBefore(context, { on }, { on: heard.on, name: hearingOf(subject.name) }, "statement");
  const unheard = state.facts.filter((fact) => fact.seq > heard.seq && fact.subjectIds.includes(subject.id));
  if (unheard.length === 0) return refusals;
  const says = notHeardOnFacts(subject.name, unheard.length);
  return [...refusals, refusal(context, "not-heard-on-fact", says, "statement", field)];
}
