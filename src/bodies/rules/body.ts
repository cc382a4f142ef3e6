// A leading body (领导班子) of which members were held accountable, as the fold of what was found, proposed and decided about it.
import { z } from "zod";
import { readingOn } from "#law/compile/interpretation.ts";
import type { Law } from "#law/compile/law.ts";
import { severalMembers } from "#law/procedure/measures.ts";
import { parseDay } from "#law/reckon/days.ts";
import { bodyActIds } from "./body-names.ts";
import type { BodyActId, BodyStage } from "./body-names.ts";
import { evidenceList, recordedShape } from "#casework/events.ts";
import type { Evidence } from "#casework/events.ts";
import { sittingSchema } from "#casework/finding/sitting.ts";

/**
 * A member who was held accountable: by which decision that stands, with what; `personId` is null where the body itself was reorganized or
 * adjusted in a case. Days are ISO.
 */
export const heldMember = z.object({
  personId: z.string().nullable(),
  name: z.string(),
  matterId: z.string(),
  caseNumber: z.string(),
  decidedOn: z.string(),
  measures: z.array(z.string()).readonly(),
});
export type HeldMember = z.output<typeof heldMember>;
export const bodyFinding = z.enum(["several", "no-normal-work"]);
export type BodyFinding = z.output<typeof bodyFinding>;
const followUp = z.object({
  id: z.string(),
  personId: z.string(),
  name: z.string(),
  what: z.string(),
  accountId: z.string(),
  dueOn: z.string(),
});
export type FollowUp = z.output<typeof followUp>;

const bodyEvent = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("body-found"),
    finding: bodyFinding,
    found: z.boolean(),
    on: z.string(),
    reasons: z.string(),
    held: z.array(heldMember),
    evidence: evidenceList,
  }),
  z.object({
    type: z.literal("reform-proposed"),
    measure: z.string(),
    body: z.string(),
    on: z.string(),
    reasons: z.string(),
  }),
  sittingSchema.extend({ type: z.literal("reform-deliberated"), evidence: evidenceList }),
  z.object({
    type: z.literal("reform-decided"),
    measure: z.string(),
    body: z.string(),
    on: z.string(),
    documentNumber: z.string(),
    departure: z.string().nullable(),
    followUps: z.array(followUp),
    evidence: evidenceList,
  }),
  z.object({ type: z.literal("reform-declined"), on: z.string(), reasons: z.string() }),
  z.object({
    type: z.literal("follow-up-completed"),
    followUp: z.string(),
    on: z.string(),
    note: z.string(),
    evidence: evidenceList,
  }),
]);
export type BodyEvent = z.output<typeof bodyEvent>;

/** An event as it was stored, as of a lead or case. */
export const recordedOfBody = recordedShape.extend({ act: z.enum(bodyActIds), event: bodyEvent });
export type RecordedOfBody<E extends BodyEvent = BodyEvent> = Omit<z.output<typeof recordedOfBody>, "event"> & {
  event: E;
};
type FieldsOf<T extends BodyEvent["type"]> = Omit<Extract<BodyEvent, { type: T }>, "type">;
type Finding = FieldsOf<"body-found"> & { by: string };

export type Body = {
  version: number;
  /** What was done in the round that runs, or ran last; `quiet` and `noticed` are told apart by `stageOf`. */
  done: Exclude<BodyStage, "quiet" | "noticed"> | null;
  findings: Record<BodyFinding, Finding | null>;
  proposal: FieldsOf<"reform-proposed"> | null;
  deliberation: FieldsOf<"reform-deliberated"> | null;
  decision: FieldsOf<"reform-decided"> | null;
  declined: FieldsOf<"reform-declined"> | null;
  /** Of every round. */
  followUps: readonly (FollowUp & { decidedOn: string; done: { on: string; note: string } | null })[];
  /** The day of the last reform: who was held accountable by then is counted no more. */
  reformedOn: string | null;
  /** The day on which the last round ended, one way or the other. */
  endedOn: string | null;
  /** Who did each act of the round. */
  actorsByAct: Readonly<Partial<Record<BodyActId, readonly string[]>>>;
};

const noRound = {
  done: null,
  findings: { several: null, "no-normal-work": null },
  proposal: null,
  deliberation: null,
  decision: null,
  declined: null,
  actorsByAct: {},
} as const;
export const untouchedBody: Body = { version: 0, ...noRound, followUps: [], reformedOn: null, endedOn: null };

export function replayBody(history: readonly RecordedOfBody[]): Body {
  return history.reduce(applyToBody, untouchedBody);
}

function applyToBody(state: Body, { seq, act, actorId, actorName, onBehalfOf, event }: RecordedOfBody): Body {
  // After the end of a round the next finding begins another.
  const begun = event.type === "body-found" && (state.done === "reformed" || state.done === "declined");
  const before: Body = begun ? { ...state, ...noRound } : state;
  const actorsByAct = onBehalfOf === undefined ? [actorId] : [actorId, onBehalfOf.accountId];
  const next = {
    ...before,
    version: seq,
    actorsByAct: { ...before.actorsByAct, [act]: [...(before.actorsByAct[act] ?? []), ...actorsByAct] },
  };
  switch (event.type) {
    case "body-found":
      return { ...next, findings: { ...next.findings, [event.finding]: { ...event, by: actorName } } };
    case "reform-proposed":
      return { ...next, done: "proposed", proposal: event };
    case "reform-deliberated":
      return { ...next, done: "deliberated", deliberation: event };
    case "reform-decided":
      return {
        ...next,
        done: "reformed",
        decision: event,
        reformedOn: event.on,
        endedOn: event.on,
        followUps: [...next.followUps, ...event.followUps.map((one) => ({ ...one, decidedOn: event.on, done: null }))],
      };
    case "reform-declined":
      return { ...next, done: "declined", declined: event, endedOn: event.on };
    case "follow-up-completed":
      return {
        ...next,
        followUps: next.followUps.map((one) =>
          one.id === event.followUp ? { ...one, done: { on: event.on, note: event.note } } : one,
        ),
      };
  }
}

/** Members held accountable since the last reform, each person once with the latest decision. */
export function countedIn(body: Body, held: readonly HeldMember[]): HeldMember[] {
  const inCases = held.filter(({ personId }) => personId === null).map(({ decidedOn }) => decidedOn);
  const reformedOn = [...inCases, body.reformedOn ?? ""].sort().at(-1) ?? "";
  const counted = held.filter(({ personId, decidedOn }) => personId !== null && decidedOn > reformedOn);
  const byPerson = new Map<string | null, HeldMember>();
  for (const one of counted.toSorted((a, b) => (a.decidedOn < b.decidedOn ? -1 : 1))) byPerson.set(one.personId, one);
  return [...byPerson.values()];
}

/** Whether this many members are "several" by the reading in force on the ISO day, and so call for a notice. */
export function areSeveral(law: Law, count: number, on: string): boolean {
  return count >= severalMembers(law, (setting) => readingOn(law, setting, parseDay(on) ?? 0));
}

/** Where it stands today: a round that ended is open again when another member is held accountable after it. */
export function stageOf(law: Law, body: Body, held: readonly HeldMember[], today: string): BodyStage {
  const { done, endedOn } = body;
  if (done === "proposed" || done === "deliberated") return done;
  const counted = countedIn(body, held);
  const several = areSeveral(law, counted.length, today);
  if (done === null) return several ? "noticed" : "quiet";
  const anew = counted.some(({ decidedOn }) => endedOn !== null && decidedOn > endedOn);
  return several && anew ? "noticed" : done;
}

/** Every file that the acts on a body name. */
export function filesOfBody(history: readonly RecordedOfBody[]): Evidence[] {
  return history.flatMap(({ event }) => ("evidence" in event ? event.evidence : []));
}
