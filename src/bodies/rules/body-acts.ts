// The acts on a leading body: two findings, a proposal, a deliberation, a decision, and follow-ups for the members.
import { notAtThisStage, notYourDuty } from "#casework/words/standing-words.ts";
import { z } from "zod";
import { competenceOf } from "#law/procedure/competence.ts";
import { parseDay } from "#law/reckon/days.ts";
import type { Law } from "#law/compile/law.ts";
import { bodyReform } from "#law/procedure/measures.ts";
import type { Refusal } from "#law/refusal.ts";
import { id, isoDay, refusal, refuseBefore, refuseFuture, shortText, longText } from "#casework/act.ts";
import type { Registry } from "#casework/act.ts";
import { faultOfAct } from "#casework/four-eyes.ts";
import type { Actor } from "#casework/actor.ts";
import { bodyFinding, countedIn, stageOf } from "./body.ts";
import type { Body, BodyEvent, HeldMember } from "./body.ts";
import { bodyActNames, bodyActsAt, bodyDuties, bodyStageNames } from "./body-names.ts";
import type { BodyActId, BodyDuty } from "./body-names.ts";
import { refusalsOfDecisionBy } from "#casework/finding/deliberation.ts";
import { evidenceShape, refusalsOfFiles } from "#casework/finding/evidence.ts";
import { roleNames } from "#casework/words/role-names.ts";
import { refusalsOfSitting, sittingShape } from "#casework/finding/sitting.ts";
import type { ManagementLevel } from "#law/pack/vocabulary.ts";
import {
  departureWithoutReasons,
  dueBeforeDecision,
  finding,
  findingsMissing,
  findingsNotMade,
  isMember,
  noOpenFollowUp,
  noSuchAccount,
  notCompetent,
  notCompetentToPropose,
  notForBodies,
  notMember,
  notYourFollowUp,
  ownBody,
  reformDue,
} from "./words.ts";

const evidence = z.array(evidenceShape).max(20).default([]);
const followUp = z.strictObject({ personId: id, what: longText, accountId: id, dueOn: isoDay });
export const bodyInputs = {
  "find-body": z.strictObject({
    finding: bodyFinding,
    found: z.boolean(),
    on: isoDay,
    reasons: longText,
    evidence,
  }),
  "propose-reform": z.strictObject({ measure: id, body: id, on: isoDay, reasons: longText }),
  "deliberate-reform": z.strictObject({ ...sittingShape, evidence }),
  "decide-reform": z.strictObject({
    measure: id,
    body: id,
    on: isoDay,
    documentNumber: shortText,
    /** Why it departs from the proposal; null where it follows it. */
    departure: longText.nullable(),
    followUps: z.array(followUp).max(30),
    evidence,
  }),
  "decline-reform": z.strictObject({ on: isoDay, reasons: longText }),
  "complete-follow-up": z.strictObject({ followUp: id, on: isoDay, note: longText, evidence }),
} as const satisfies Record<BodyActId, z.ZodType>;
type Input<Id extends BodyActId> = z.output<(typeof bodyInputs)[Id]>;

/** `members`: names of the body's members by id; `held`: those held accountable; `accounts`: names of accounts that can be named, by id. */
export type BodyContext = {
  law: Law;
  actor: Actor;
  today: string;
  organization: { id: string; name: string; managedBy: ManagementLevel };
  held: readonly HeldMember[];
  members: Readonly<Record<string, string>>;
  accounts: Readonly<Record<string, string>>;
  registry: Pick<Registry, "files">;
};
export type BodyDecision = { ok: true; event: BodyEvent } | { ok: false; refusals: readonly Refusal[] };

/** Input must have passed the act's own schema. Duty, own body, four eyes and stage come first. */
export function decideOnBody(state: Body, act: BodyActId, input: unknown, context: BodyContext): BodyDecision {
  const standing = refusalsOnBody(state, act, context);
  if (standing.length > 0) return { ok: false, refusals: standing };
  // The table pairs each act with its own input; the compiler cannot follow the pairing through the index.
  const run = deciders[act] as (state: Body, input: unknown, context: BodyContext) => BodyDecision;
  return run(state, bodyInputs[act].parse(input), context);
}

/** Why this actor cannot do this act on this body at all, whatever the input. */
export function refusalsOnBody(
  state: Body,
  act: BodyActId,
  context: Pick<BodyContext, "law" | "actor" | "today" | "organization" | "held">,
): Refusal[] {
  const { law, actor, organization, held, today } = context;
  const duty: BodyDuty = bodyDuties[act];
  const name = bodyActNames[act];
  if (!duty.roles.some((role) => actor.roles.includes(role))) {
    const names = duty.roles.map((role) => roleNames[role]);
    return [refusal(context, "not-your-duty", notYourDuty(name, names), null)];
  }
  if (actor.organizationId === organization.id)
    return [refusal(context, "own-body", ownBody(organization.name), "recusal")];
  const others = faultOfAct(actor, { act, ...duty }, state.actorsByAct, bodyActNames);
  if (others !== null) return [refusal(context, "four-eyes", others, null)];
  const stage = stageOf(law, state, held, today);
  const allowed: readonly BodyActId[] = bodyActsAt[stage];
  if (!allowed.includes(act))
    return [refusal(context, "not-at-this-stage", notAtThisStage(name, bodyStageNames[stage]), bodyReform(law).cite)];
  return [];
}

const deciders = {
  "find-body": findBody,
  "propose-reform": proposeReform,
  "deliberate-reform": deliberateReform,
  "decide-reform": decideReform,
  "decline-reform": declineReform,
  "complete-follow-up": completeFollowUp,
} as const satisfies { [Id in BodyActId]: (state: Body, input: Input<Id>, context: BodyContext) => BodyDecision };

function findBody(state: Body, input: Input<"find-body">, context: BodyContext): BodyDecision {
  const refusals = [
    ...refuseFuture(context, { on: input.on }, "body-reform"),
    ...refusalsOfFiles(input.evidence, context, "body-reform"),
  ];
  // That they are several by the text's reading is what the stage is open for.
  const counted = countedIn(state, context.held);
  return orRefused(refusals, { type: "body-found", ...input, held: [...counted] });
}

function proposeReform(state: Body, input: Input<"propose-reform">, context: BodyContext): BodyDecision {
  const refusals = [
    ...refuseFuture(context, { on: input.on }, "body-reform"),
    ...refusalsOfFindings(state, context),
    ...refusalsOfMeasure(input.measure, context),
  ];
  if (refusals.length > 0) return { ok: false, refusals };
  const { proposes, cite } = competenceFor(input, context);
  if (!proposes.includes(input.body))
    refusals.push(refusal(context, "not-competent-to-propose", notCompetentToPropose, cite, "body"));
  for (const found of Object.values(state.findings))
    refusals.push(
      ...refuseBefore(
        context,
        { on: input.on },
        found === null ? null : { on: found.on, name: finding },
        "body-reform",
      ),
    );
  return orRefused(refusals, { type: "reform-proposed", ...input });
}

function deliberateReform(state: Body, input: Input<"deliberate-reform">, context: BodyContext): BodyDecision {
  const parties = Object.values(context.members).map((name) => ({
    name,
    why: isMember,
  }));
  const refusals = [
    ...refuseFuture(context, { on: input.on }, "collective-decision"),
    ...refusalsOfFiles(input.evidence, context, "collective-decision"),
    ...refusalsOfSitting(input, { proposedOn: state.proposal?.on ?? null, parties }, context),
  ];
  return orRefused(refusals, { type: "reform-deliberated", ...input });
}

function decideReform(state: Body, input: Input<"decide-reform">, context: BodyContext): BodyDecision {
  const refusals = [
    ...refuseFuture(context, { on: input.on }, "collective-decision"),
    ...refusalsOfFiles(input.evidence, context, "collective-decision"),
    ...refusalsOfMeasure(input.measure, context),
  ];
  if (refusals.length > 0) return { ok: false, refusals };
  const memberNames = new Map(Object.entries(context.members));
  for (const { personId, name } of countedIn(state, context.held))
    if (personId !== null) memberNames.set(personId, name);
  const followUps = input.followUps.map((one, index) => ({
    ...one,
    id: `${state.version + 1}-${index + 1}`,
    name: memberNames.get(one.personId) ?? "",
  }));
  return orRefused(
    [
      ...refusalsOfReform(state, input, context),
      ...input.followUps.flatMap((one, index) =>
        refusalsOfFollowUp(one, { memberNames, decidedOn: input.on, field: `followUps.${index}` }, context),
      ),
    ],
    { type: "reform-decided", ...input, followUps },
  );
}

/** Refusals of the deciding body, its deliberation, and a departure from the proposal. */
function refusalsOfReform(
  { deliberation, proposal }: Body,
  input: Input<"decide-reform">,
  context: BodyContext,
): Refusal[] {
  const { decides, own, cite } = competenceFor(input, context);
  const refusals: Refusal[] = [];
  if (!decides.includes(input.body)) refusals.push(refusal(context, "not-competent", notCompetent, cite, "body"));
  // What belongs above is deliberated here and proposed there: the decision is the superior's paper.
  const sat = own && deliberation?.body !== input.body ? null : deliberation;
  refusals.push(...refusalsOfDecisionBy(sat, input.on, context));
  if (proposal !== null && proposal.measure !== input.measure && input.departure === null)
    refusals.push(
      refusal(context, "departure-without-reasons", departureWithoutReasons, "answer-proposal", "departure"),
    );
  return refusals;
}

/** Refusals of one follow-up: it names a member, an account, and a due day after the decision. */
function refusalsOfFollowUp(
  { personId, accountId, dueOn }: z.output<typeof followUp>,
  { memberNames, decidedOn, field }: { memberNames: ReadonlyMap<string, string>; decidedOn: string; field: string },
  context: BodyContext,
): Refusal[] {
  const refusals: Refusal[] = [];
  if (!memberNames.has(personId)) refusals.push(refusal(context, "not-a-member", notMember, "body-reform", field));
  if (context.accounts[accountId] === undefined)
    refusals.push(refusal(context, "no-such-account", noSuchAccount, "body-reform", field));
  if (dueOn < decidedOn)
    refusals.push(refusal(context, "out-of-order", dueBeforeDecision(dueOn, decidedOn), "body-reform", field));
  return refusals;
}

/** Refused where both findings are affirmative: the text then leaves no choice. */
function declineReform(state: Body, input: Input<"decline-reform">, context: BodyContext): BodyDecision {
  const refusals = refuseFuture(context, { on: input.on }, "body-reform");
  const found = Object.values(state.findings);
  if (found.some((one) => one === null))
    refusals.push(refusal(context, "findings-missing", findingsMissing, "body-reform"));
  else if (found.every((one) => one?.found === true))
    refusals.push(refusal(context, "reform-is-due", reformDue, "body-reform"));
  return orRefused(refusals, { type: "reform-declined", ...input });
}

/** Done by the account it is assigned to, or by the personnel department. */
function completeFollowUp(state: Body, input: Input<"complete-follow-up">, context: BodyContext): BodyDecision {
  const refusals = [
    ...refuseFuture(context, { on: input.on }, "body-reform"),
    ...refusalsOfFiles(input.evidence, context, "body-reform"),
  ];
  const chosen = state.followUps.find((one) => one.id === input.followUp);
  const { accountId, roles } = context.actor;
  if (chosen === undefined || chosen.done !== null)
    refusals.push(refusal(context, "no-open-follow-up", noOpenFollowUp, "body-reform", "followUp"));
  else if (chosen.accountId !== accountId && !roles.includes("personnel-officer"))
    refusals.push(
      refusal(context, "not-your-follow-up", notYourFollowUp(context.accounts[chosen.accountId]), null, "followUp"),
    );
  return orRefused(refusals, { type: "follow-up-completed", ...input });
}

function refusalsOfFindings({ findings }: Body, context: BodyContext): Refusal[] {
  return bodyFinding.options
    .filter((kind) => findings[kind]?.found !== true)
    .map((kind) => refusal(context, `${kind}-not-found`, findingsNotMade[kind], "body-reform"));
}

function refusalsOfMeasure(measure: string, context: BodyContext): Refusal[] {
  const { measures, cite } = bodyReform(context.law);
  if (measures.some((one) => one.id === measure)) return [];
  const names = measures.map(({ name }) => name);
  return [refusal(context, "not-for-bodies", notForBodies(names), cite, "measure")];
}

function competenceFor({ measure, on }: { measure: string; on: string }, { law, organization }: BodyContext) {
  return competenceOf(law, { managedBy: organization.managedBy, measure, on: parseDay(on) });
}

function orRefused(refusals: readonly Refusal[], event: BodyEvent): BodyDecision {
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, event };
}

/** The clause that the whole matter rests on. */
export function bodyClause(law: Law) {
  return bodyReform(law).cite;
}
