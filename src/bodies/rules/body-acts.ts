// What is done about a leading body: two findings of people, a proposal, a deliberation, a decision, and what follows for the members.
import { z } from "zod";
import { competenceOf } from "#law/procedure/competence.ts";
import { parseDay } from "#law/reckon/days.ts";
import type { Law } from "#law/compile/law.ts";
import { bodyReform } from "#law/procedure/measures.ts";
import type { Refusal } from "#law/refusal.ts";
import { id, isoDay, refusal, refuseBefore, refuseFuture, shortWords, words } from "#casework/act.ts";
import type { Registry } from "#casework/act.ts";
import { delegationOf } from "#casework/actor.ts";
import type { Actor } from "#casework/actor.ts";
import { countedIn, stageOf } from "./body.ts";
import type { Body, BodyEvent, HeldMember } from "./body.ts";
import { bodyActNames, bodyActsAt, bodyDuties, bodyStageNames } from "./body-names.ts";
import type { BodyActId, BodyDuty } from "./body-names.ts";
import { refusalsOfDecisionBy } from "#casework/finding/deliberation.ts";
import { evidenceShape, refusalsOfFiles } from "#casework/finding/evidence.ts";
import { roleNames } from "#casework/words/role-names.ts";
import { refusalsOfSitting, sittingShape } from "#casework/finding/sitting.ts";
import type { ManagementLevel } from "#law/pack/vocabulary.ts";

const evidence = z.array(evidenceShape).max(20).default([]);
const followUp = z.strictObject({ personId: id, what: words, accountId: id, dueOn: isoDay });
export const bodyInputs = {
  "find-body": z.strictObject({
    finding: z.enum(["several", "no-normal-work"]),
    found: z.boolean(),
    on: isoDay,
    reasons: words,
    evidence,
  }),
  "propose-reform": z.strictObject({ measure: id, body: id, on: isoDay, reasons: words }),
  "deliberate-reform": z.strictObject({ ...sittingShape, evidence }),
  "decide-reform": z.strictObject({
    measure: id,
    body: id,
    on: isoDay,
    documentNumber: shortWords,
    /** Why it departs from the proposal; null where it follows it. */
    departure: words.nullable(),
    followUps: z.array(followUp).max(30),
    evidence,
  }),
  "decline-reform": z.strictObject({ on: isoDay, reasons: words }),
  "complete-follow-up": z.strictObject({ followUp: id, on: isoDay, note: words, evidence }),
} as const satisfies Record<BodyActId, z.ZodType>;
type Input<Id extends BodyActId> = z.output<(typeof bodyInputs)[Id]>;

/** `members` are the names of whoever sits in the body, by id; `held` all of them who were held accountable; `accounts` who may be named by id; `files` the evidence in the store, by its hash. */
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
    const zh = `“${name.zh}”由${duty.roles.map((role) => roleNames[role].zh).join("、")}办理`;
    const en = `“${name.en}” is done by: ${duty.roles.map((role) => roleNames[role].en).join(", ")}`;
    return [refusal(context, "not-your-duty", { zh, en }, null)];
  }
  if (actor.organizationId === organization.id)
    return [
      refusal(
        context,
        "own-body",
        { zh: `您在${organization.name}任职，须回避`, en: `You work in ${organization.name} and must recuse yourself` },
        "recusal",
      ),
    ];
  const delegated = delegationOf(actor, duty.roles);
  const own = [actor.accountId, ...(delegated === null ? [] : [delegated.fromAccount])];
  const before = duty.notBy.filter((other) => own.some((hand) => state.actorsByAct[other]?.includes(hand)));
  if (before.length > 0) {
    const zh = `您或者委托您的人已办理${before.map((other) => `“${bodyActNames[other].zh}”`).join("、")}，“${name.zh}”须由他人办理`;
    const en = `You, or whoever delegated this to you, did ${before.map((other) => `“${bodyActNames[other].en}”`).join(", ")}; “${name.en}” must be done by someone else`;
    return [refusal(context, "four-eyes", { zh, en }, null)];
  }
  const stage = stageOf(law, state, held, today);
  const allowed: readonly BodyActId[] = bodyActsAt[stage];
  if (!allowed.includes(act))
    return [
      refusal(
        context,
        "not-at-this-stage",
        {
          zh: `目前为“${bodyStageNames[stage].zh}”，不能办理“${name.zh}”`,
          en: `At “${bodyStageNames[stage].en}” one cannot do “${name.en}”`,
        },
        bodyReform(law).cite,
      ),
    ];
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
    refusals.push(
      refusal(
        context,
        "not-competent-to-propose",
        { zh: "该机关不是权限表中的建议机关", en: "The authority table does not let this body propose" },
        cite,
        "body",
      ),
    );
  for (const found of Object.values(state.findings))
    refusals.push(
      ...refuseBefore(
        context,
        { on: input.on },
        found === null ? null : { on: found.on, name: { zh: "认定", en: "the finding" } },
        "body-reform",
      ),
    );
  return orRefused(refusals, { type: "reform-proposed", ...input });
}

function deliberateReform(state: Body, input: Input<"deliberate-reform">, context: BodyContext): BodyDecision {
  const parties = Object.values(context.members).map((name) => ({
    name,
    why: { zh: "是该领导班子成员", en: "is a member of this body" },
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
  const { decides, own, cite } = competenceFor(input, context);
  const { deliberation, proposal } = state;
  if (!decides.includes(input.body))
    refusals.push(
      refusal(
        context,
        "not-competent",
        { zh: "该机关不是有权决定的机关", en: "This body is not the one that decides" },
        cite,
        "body",
      ),
    );
  // What belongs above is deliberated here and proposed there: the decision is the superior's paper.
  const sat = own && deliberation?.body !== input.body ? null : deliberation;
  refusals.push(...refusalsOfDecisionBy(sat, input.on, context));
  if (proposal !== null && proposal.measure !== input.measure && input.departure === null)
    refusals.push(
      refusal(
        context,
        "departure-without-reasons",
        { zh: "决定与建议不一致，须说明理由", en: "The decision departs from the proposal and must say why" },
        "answer-proposal",
        "departure",
      ),
    );
  const known = new Map<string | null, string>(
    countedIn(state, context.held).map(({ personId, name }) => [personId, name]),
  );
  const followUps = input.followUps.flatMap(({ personId, what, accountId, dueOn }, index) => {
    const name = known.get(personId) ?? context.members[personId];
    const field = `followUps.${index}`;
    if (name === undefined)
      refusals.push(
        refusal(
          context,
          "not-a-member",
          { zh: "所选人员不是该领导班子成员", en: "This person is no member" },
          "body-reform",
          field,
        ),
      );
    if (context.accounts[accountId] === undefined)
      refusals.push(
        refusal(
          context,
          "no-such-account",
          { zh: "没有这一承办人", en: "There is no such account" },
          "body-reform",
          field,
        ),
      );
    if (dueOn < input.on)
      refusals.push(
        refusal(
          context,
          "out-of-order",
          {
            zh: `办理期限 ${dueOn} 早于决定日期 ${input.on}`,
            en: `The due day ${dueOn} is before the decision of ${input.on}`,
          },
          "body-reform",
          field,
        ),
      );
    const place = `${state.version + 1}-${index + 1}`;
    return name === undefined ? [] : [{ id: place, personId, name, what, accountId, dueOn }];
  });
  return orRefused(refusals, { type: "reform-decided", ...input, followUps });
}

/** Where both findings stand, the text leaves no choice. */
function declineReform(state: Body, input: Input<"decline-reform">, context: BodyContext): BodyDecision {
  const refusals = refuseFuture(context, { on: input.on }, "body-reform");
  const found = Object.values(state.findings);
  if (found.some((one) => one === null))
    refusals.push(
      refusal(
        context,
        "findings-missing",
        {
          zh: "两项认定（多人被问责、不能正常开展工作）均作出后，方可结束提示",
          en: "Both findings have to be made before the notice is ended",
        },
        "body-reform",
      ),
    );
  else if (found.every((one) => one?.found === true))
    refusals.push(
      refusal(
        context,
        "reform-is-due",
        {
          zh: "已认定多人被问责且不能正常开展工作，应当及时改组或者调整",
          en: "Several were held accountable and the body cannot work normally: it shall be reorganized or adjusted",
        },
        "body-reform",
      ),
    );
  return orRefused(refusals, { type: "reform-declined", ...input });
}

/** Whose it is does it, or else the office that sees to posts. */
function completeFollowUp(state: Body, input: Input<"complete-follow-up">, context: BodyContext): BodyDecision {
  const refusals = [
    ...refuseFuture(context, { on: input.on }, "body-reform"),
    ...refusalsOfFiles(input.evidence, context, "body-reform"),
  ];
  const chosen = state.followUps.find((one) => one.id === input.followUp);
  const { accountId, roles } = context.actor;
  if (chosen === undefined || chosen.done !== null)
    refusals.push(
      refusal(
        context,
        "no-open-follow-up",
        { zh: "没有这一未办结的后续事项", en: "There is no such open follow-up" },
        "body-reform",
        "followUp",
      ),
    );
  else if (chosen.accountId !== accountId && !roles.includes("personnel-officer"))
    refusals.push(
      refusal(
        context,
        "not-your-follow-up",
        {
          zh: `该事项由${context.accounts[chosen.accountId] ?? "其他承办人"}办理`,
          en: `It is ${context.accounts[chosen.accountId] ?? "somebody else"}'s to do`,
        },
        null,
        "followUp",
      ),
    );
  return orRefused(refusals, { type: "follow-up-completed", ...input });
}

function refusalsOfFindings({ findings }: Body, context: BodyContext): Refusal[] {
  return (
    [
      ["several", "尚未认定多名成员被问责或处理", "It has not been found that several members were held accountable"],
      ["no-normal-work", "尚未认定不能正常开展工作", "It has not been found that the body cannot work normally"],
    ] as const
  )
    .filter(([finding]) => findings[finding]?.found !== true)
    .map(([finding, zh, en]) => refusal(context, `${finding}-not-found`, { zh, en }, "body-reform"));
}

function refusalsOfMeasure(measure: string, context: BodyContext): Refusal[] {
  const { measures, cite } = bodyReform(context.law);
  if (measures.some((one) => one.id === measure)) return [];
  const zh = `对领导班子只能${measures.map(({ name }) => name.zh).join("或者")}`;
  const en = `A body can only receive: ${measures.map(({ name }) => name.en).join(", ")}`;
  return [refusal(context, "not-for-bodies", { zh, en }, cite, "measure")];
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
