// Propose (提出处理建议): for every subject a human finding of gravity with reasons, and the measures asked for.
import { z } from "zod";
import { caseAct, happened, id, isoDay, refusal, refuseBefore, refuseFuture, refused, longText } from "../../act.ts";
import type { Context } from "../../act.ts";
import { openingOf, subjectFileOf } from "../../case.ts";
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

const proposed = z.strictObject({ subjectId: id, ...findingShape, ...handlingShape, reasons: longText });
type Proposed = z.output<typeof proposed>;

export const propose = caseAct({
  id: "propose",
  names,
  basis: "answer-proposal",
  input: z.strictObject({ on: isoDay, body: id, proposals: z.array(proposed).min(1, proposeForEach) }),
  lookUps: (_input, state, law) => ({ past: subjectsWithPast(state, law), authority: true }),
  decide: (state, input, context) => {
    const refusals = [
      ...refuseFuture(context, { on: input.on }, "answer-proposal"),
      ...refuseBefore(context, { on: input.on }, openingOf(state), "answer-proposal"),
      ...refusalsOfSubjects(state, input.proposals, context),
      ...input.proposals.flatMap((proposal, index) =>
        refusalsOfProposal(state, proposal, input.on, context, `proposals.${index}`),
      ),
    ];
    if (refusals.length > 0) return refused(...refusals);
    return happened({ type: "proposed", ...input });
  },
});

/** Refused where a subject has no proposal of its own or several, where there is no subject, or where too few are left to propose. */
function refusalsOfSubjects(state: Case, proposals: readonly Proposed[], context: Context): Refusal[] {
  const refusals = state.subjects
    .filter(({ subject }) => proposals.filter((one) => one.subjectId === subject.id).length !== 1)
    .map(({ subject }) =>
      refusal(context, "one-proposal-each", oneProposalEach(subject.name), "answer-proposal", "proposals"),
    );
  if (inquirersLeft(state).length < 2)
    refusals.push(refusal(context, "inquiry-group-too-small", inquiryGroupTooSmall, "inquiry-group"));
  if (state.subjects.length === 0) refusals.push(refusal(context, "no-subject", noSubject, "scope"));
  return refusals;
}

/** Why this cannot be proposed for its subject; `field` is its place in the form. */
function refusalsOfProposal(
  state: Case,
  proposal: Proposed,
  on: string,
  context: Context<"past">,
  field: string,
): Refusal[] {
  const file = subjectFileOf(state, proposal.subjectId);
  if (file === null)
    return [refusal(context, "no-such-subject", noSuchSubject, "answer-proposal", `${field}.subjectId`)];
  const { subject, circumstances, circumstancesAwaiting, statement } = file;
  const refusals: Refusal[] = [];
  if (circumstances.length === 0)
    refusals.push(refusal(context, "no-circumstance", noCircumstance(subject.name), "answer-proposal", field));
  for (const { circumstance } of circumstancesAwaiting) {
    const cite = circumstancesOf(context.law).find((one) => one.id === circumstance)?.cite ?? "principles";
    const says = circumstanceAwaitsApproval(subject.name);
    refusals.push(refusal(context, "circumstance-awaits-approval", says, cite, field));
  }
  if (statement === null) refusals.push(refusal(context, "not-heard", notHeard(subject.name), "statement", field));
  else refusals.push(...refusalsOfHearing(state, file, statement, on, context, field));
  return [...refusals, ...refusalsOfMeasures(state, file, { ...proposal, body: null, on }, context, field)];
}

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
