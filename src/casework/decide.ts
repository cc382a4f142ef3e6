// decide: a matter, an act, its input and who does it → events, or refusals with their source.
import type { Law } from "#law/compile/law.ts";
import type { Refusal } from "#law/refusal.ts";
import { refusal } from "./act.ts";
import type { Context, Decision, FullContext, LookUps } from "./act.ts";
import { actIds, actNames, acts } from "./acts.ts";
import type { ActId } from "./acts.ts";
import { duties, mayRead } from "./duties.ts";
import { faultOfAct } from "./four-eyes.ts";
import type { Duty } from "./duties.ts";
import type { InputOf } from "./input.ts";
import { outlineOf } from "./outline.ts";
import type { Matter } from "./replay.ts";
import { roleNames } from "./words/role-names.ts";
import { actAllowedAt } from "./stages.ts";
import { stageNames } from "./words/stage-names.ts";
import { notAssigned, notAtThisStage, notYetRegistered, notYourDuty, notYoursToSee } from "./words/standing-words.ts";

/** The events of the act, or why it is refused. Refusals of duty and stage come alone, so that an outsider learns nothing of the matter. */
export function decide(matter: Matter | null, act: ActId, input: InputOf<ActId>, context: FullContext): Decision {
  const refusals = refusalsOfStanding(context, matter, act);
  if (refusals.length > 0) return { ok: false, refusals };
  // The table pairs each act with its own input; the compiler cannot follow the pairing through the index.
  const run = acts[act].decide as (matter: Matter | null, input: InputOf<ActId>, context: FullContext) => Decision;
  return run(matter, input, context);
}

/** What has to be looked up before this act is decided; nothing where it is refused whatever its input. */
export function lookUpsOf(matter: Matter | null, act: ActId, input: InputOf<ActId>, law: Law): Partial<LookUps> {
  const { begins, matter: kind } = acts[act];
  if (begins ? matter !== null : matter?.kind !== kind) return {};
  // As in `decide`.
  const run = acts[act].lookUps as (input: InputOf<ActId>, matter: Matter | null, law: Law) => Partial<LookUps>;
  return run(input, matter, law);
}

/** Who asks, on which day (ISO), under which law. */
export type Asker = Pick<Context, "law" | "actor" | "today">;

/**
 * Why this actor cannot do this act here at all, whatever the input; empty when they can. One reason is told, the first of: duty, reading,
 * four eyes, stage, inquiry group. Who does what is how the offices divide the work: no text is cited for it but where one says so.
 */
export function refusalsOfStanding(asker: Asker, matter: Matter | null, act: ActId): Refusal[] {
  const reason =
    refusalOfDuty(asker, act) ??
    refusalOfReading(asker, matter) ??
    refusalOfFourEyes(asker, matter, act) ??
    refusalOfStage(asker, matter, act) ??
    refusalOfAssignment(asker, matter, act);
  return reason === null ? [] : [reason];
}

function refusalOfDuty(asker: Asker, act: ActId): Refusal | null {
  const { roles } = duties[act];
  if (roles.some((role) => asker.actor.roles.includes(role))) return null;
  const says = notYourDuty(
    actNames[act],
    roles.map((role) => roleNames[role]),
  );
  return refusal(asker, "not-your-duty", says, null);
}

function refusalOfReading(asker: Asker, matter: Matter | null): Refusal | null {
  if (matter === null || mayRead(asker.actor, outlineOf(matter))) return null;
  return refusal(asker, "not-yours-to-see", notYoursToSee, null);
}

/** Only in a case: no act of a lead has to be done by somebody else. */
function refusalOfFourEyes(asker: Asker, matter: Matter | null, act: ActId): Refusal | null {
  if (matter?.kind !== "case") return null;
  const duty: Duty = duties[act];
  const says = faultOfAct(asker.actor, { act, ...duty }, matter.actorsByAct, actNames);
  return says === null ? null : refusal(asker, "four-eyes", says, duty.othersBy ?? null);
}

function refusalOfStage(asker: Asker, matter: Matter | null, act: ActId): Refusal | null {
  const stage = matter === null ? "new" : matter.stage;
  if (actAllowedAt(stage, act)) return null;
  const says = notAtThisStage(actNames[act], stage === "new" ? notYetRegistered : stageNames[stage]);
  return refusal(asker, "not-at-this-stage", says, acts[act].basis);
}

function refusalOfAssignment(asker: Asker, matter: Matter | null, act: ActId): Refusal | null {
  const duty: Duty = duties[act];
  if (matter === null || duty.by !== "assigned") return null;
  if (outlineOf(matter).assignedTo.includes(asker.actor.accountId)) return null;
  return refusal(asker, "not-assigned", notAssigned(actNames[act]), null);
}

/** Every act of this kind of matter with its refusals; without any it can be done now. */
export function possibleActs(asker: Asker, matter: Matter): { act: ActId; refusals: Refusal[] }[] {
  return actIds
    .filter((act) => acts[act].matter === matter.kind && !acts[act].begins)
    .map((act) => ({ act, refusals: refusalsOfStanding(asker, matter, act) }));
}
