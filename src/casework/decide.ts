// decide: a matter, an act, its input and who does it → events, or refusals with their source.
import type { Law } from "#law/compile/law.ts";
import type { Refusal } from "#law/refusal.ts";
import { refusal } from "./act.ts";
import type { Context, Decision, FullContext, LookUps } from "./act.ts";
import { actIds, actNames, acts } from "./acts.ts";
import type { ActId } from "./acts.ts";
import { delegationOf } from "./actor.ts";
import type { Actor } from "./actor.ts";
import { duties, mayRead } from "./duties.ts";
import type { Duty } from "./duties.ts";
import type { InputOf } from "./input.ts";
import { outlineOf } from "./outline.ts";
import type { Matter } from "./replay.ts";
import { roleNames } from "./roles.ts";
import { actAllowedAt, stageNames } from "./stages.ts";

/** Refusals of duty and stage come first: an outsider learns nothing of the matter. */
export function decide(matter: Matter | null, act: ActId, input: InputOf<ActId>, context: FullContext): Decision {
  const standing = refusalsOfStanding(context, matter, act);
  if (standing.length > 0) return { ok: false, refusals: standing };
  // The table pairs each act with its own input; the compiler cannot follow the pairing through the index.
  const run = acts[act].decide as (matter: Matter | null, input: InputOf<ActId>, context: FullContext) => Decision;
  return run(matter, input, context);
}

/** What has to be looked up before this act is decided; nothing where it is refused before its input is looked at. */
export function lookUpsOf(matter: Matter | null, act: ActId, input: InputOf<ActId>, law: Law): Partial<LookUps> {
  const { begins, matter: kind } = acts[act];
  if (begins ? matter !== null : matter?.kind !== kind) return {};
  // As in `decide`.
  const run = acts[act].lookUps as (input: InputOf<ActId>, matter: Matter | null, law: Law) => Partial<LookUps>;
  return run(input, matter, law);
}

/** Who asks, on which day (ISO), under which law. */
export type Standing = Pick<Context, "law" | "actor" | "today">;

/**
 * Why this actor cannot do this act here at all, whatever the input: duty, party to the case, four eyes, stage. Empty when they can. Who does
 * what is how the offices divide the work: no text is cited for it but where one says so.
 */
export function refusalsOfStanding(standing: Standing, matter: Matter | null, act: ActId): Refusal[] {
  const { actor } = standing;
  const duty: Duty = duties[act];
  const name = actNames[act];
  if (!duty.roles.some((role) => actor.roles.includes(role))) {
    const zh = duty.roles.map((role) => roleNames[role].zh).join("、");
    const en = duty.roles.map((role) => roleNames[role].en).join(", ");
    return [
      refusal(standing, "not-your-duty", { zh: `“${name.zh}”由${zh}办理`, en: `“${name.en}” is done by: ${en}` }, null),
    ];
  }
  if (matter !== null && !mayRead(actor, outlineOf(matter))) {
    return [
      refusal(
        standing,
        "not-yours-to-see",
        { zh: "该事项不存在，或者不在您的办理范围内", en: "There is no such matter, or it is not within your reach" },
        null,
      ),
    ];
  }
  if (matter?.kind === "case") {
    const own = duty.notBy.filter((other) =>
      actorsOf(actor, duty).some((id) => matter.actorsByAct[other]?.includes(id)),
    );
    if (own.length > 0) {
      const mine = own.some((other) => matter.actorsByAct[other]?.includes(actor.accountId));
      const zh = own.map((other) => `“${actNames[other].zh}”`).join("、");
      const en = own.map((other) => `“${actNames[other].en}”`).join(", ");
      return [
        refusal(
          standing,
          "four-eyes",
          {
            zh: `${mine ? "您" : "委托您的人"}已办理${zh}，“${name.zh}”须由他人办理`,
            en: `${mine ? "You" : "Whoever delegated this to you"} did ${en}; “${name.en}” must be done by someone else`,
          },
          duty.othersBy ?? null,
        ),
      ];
    }
  }
  const stage = matter === null ? "new" : matter.stage;
  if (!actAllowedAt(stage, act)) {
    const where = stage === "new" ? { zh: "尚未登记", en: "not yet registered" } : stageNames[stage];
    return [
      refusal(
        standing,
        "not-at-this-stage",
        {
          zh: `当前阶段为“${where.zh}”，不能办理“${name.zh}”`,
          en: `At the stage “${where.en}” one cannot do “${name.en}”`,
        },
        acts[act].basis,
      ),
    ];
  }
  if (matter !== null && duty.by === "assigned" && !outlineOf(matter).assignedTo.includes(actor.accountId)) {
    return [
      refusal(
        standing,
        "not-assigned",
        {
          zh: `“${name.zh}”由本案调查组成员办理`,
          en: `“${name.en}” is done by the members of this case's inquiry group`,
        },
        null,
      ),
    ];
  }
  return [];
}

/** Whose hands these would be: the actor's, and those of whoever delegated the duty to them. */
function actorsOf(actor: Actor, duty: Duty): string[] {
  const delegated = delegationOf(actor, duty.roles);
  return delegated === null ? [actor.accountId] : [actor.accountId, delegated.fromAccount];
}

/** Every act of this kind of matter with the reasons that stand against it: empty reasons mean it can be done now. */
export function possibleActs(standing: Standing, matter: Matter): { act: ActId; refusals: Refusal[] }[] {
  return actIds
    .filter((act) => acts[act].matter === matter.kind && !acts[act].begins)
    .map((act) => ({ act, refusals: refusalsOfStanding(standing, matter, act) }));
}
