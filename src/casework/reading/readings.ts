// What of a matter is read by whoever may read it: its parts by duty and relation, and the one function by which a history is made smaller.
import type { Actor } from "../actor.ts";
import { readingRights } from "../duties.ts";
import type { Outline } from "../duties.ts";
import { eventParts } from "./event-parts.ts";
import type { Part, Spec } from "./event-parts.ts";
import type { Recorded } from "../events.ts";
import { dutyOfRole } from "../roles.ts";
import type { DutyKind } from "../roles.ts";
import { waitingText } from "../words/reading-words.ts";

/**
 * The widest first. `group`: who leads, inquiry, review and decision belong to, and who reads what is typed as it is typed. `office`: the other offices, which read
 * typed words once they are released. `unit`: the unit of a subject, and of its own people alone. `registrant`: who handed a lead in.
 */
export const readingKinds = ["group", "office", "unit", "registrant"] as const;
export type Reading = (typeof readingKinds)[number];

/** One row for each reading: the parts that it sees. */
export const partsOfReading = {
  group: [
    "number",
    "title",
    "receipt",
    "content",
    "return",
    "disposal",
    "leads",
    "opening",
    "subjects",
    "inquiry",
    "proposal",
    "deliberation",
    "decision",
    "grounds",
    "service",
    "execution",
    "waiver",
    "sanctions",
    "reuse",
    "appeal",
    "exclusion",
    "recusal",
    "closing",
    "hand",
  ],
  office: [
    "number",
    "title",
    "opening",
    "subjects",
    "inquiry",
    "proposal",
    "deliberation",
    "decision",
    "grounds",
    "service",
    "execution",
    "waiver",
    "sanctions",
    "reuse",
    "appeal",
    "exclusion",
    "closing",
    "hand",
  ],
  unit: ["number", "title", "subjects", "decision", "service", "execution"],
  registrant: ["number", "receipt", "return"],
} as const satisfies Record<Reading, readonly Part[]>;

/** One row for each duty: how whoever has it reads a lead and a case that they may read. */
const readingOfDuty = {
  inquiry: { lead: "group", case: "group" },
  review: { lead: "group", case: "group" },
  decision: { lead: "group", case: "group" },
  papers: { lead: "registrant", case: "office" },
  execution: { lead: "registrant", case: "office" },
  unit: { lead: "registrant", case: "unit" },
} as const satisfies Record<DutyKind, Record<"lead" | "case", Reading>>;

/** How this actor, who may read leads or cases, reads them: of several duties the widest. */
export function readingOfKind({ roles }: Pick<Actor, "roles">, kind: "lead" | "case"): Reading {
  const readings = roles.flatMap((role) => {
    const duty = dutyOfRole[role];
    return duty === null || readingRights[role][kind].reach === "none" ? [] : [readingOfDuty[duty][kind]];
  });
  return readingKinds.find((one) => readings.includes(one)) ?? (kind === "lead" ? "registrant" : "unit");
}

/** The same for one matter: a duty that does not reach its stage does not count. */
export function readingOf({ roles }: Pick<Actor, "roles">, outline: Pick<Outline, "kind" | "stage">): Reading {
  const { kind, stage } = outline;
  return readingOfKind({ roles: roles.filter((role) => readingRights[role][kind].stages.includes(stage)) }, kind);
}

/** Whether a reading leaves out whole parts of a matter, so that a page of its own shows the rest. */
export function isNarrow(reading: Reading): boolean {
  return reading === "unit" || reading === "registrant";
}

/** Who reads: whose own words need no release, and whose people the unit's reading is about. */
export type Reader = { reading: Reading; accountId: string; organizationId: string | null };

/**
 * The history as this reader sees it. Typed words of the events in `waiting` stand there as waiting, but to the group and to whoever typed them.
 * Narrow readings lose every event and field that is none of their parts, and count anew what is left: neither places nor hands tell of the rest.
 */
export function shownHistory(
  history: readonly Recorded[],
  reader: Reader,
  waiting: ReadonlySet<number>,
): readonly Recorded[] {
  const { reading, accountId } = reader;
  if (reading === "group") return history;
  const parts = new Set<Part>(partsOfReading[reading]);
  const own = reading === "unit" ? ownSubjects(history, reader.organizationId) : null;
  const shown = history.flatMap((one): Recorded[] => {
    const about = own === null ? one.event : eventAbout(one.event, own);
    if (about === null) return [];
    const event = eventOf(waiting.has(one.seq) && one.actorId !== accountId ? withoutWords(about) : about, parts);
    return event === null ? [] : [{ ...one, event }];
  });
  return isNarrow(reading) ? shown.map((one, index) => withoutHand(one, index, accountId)) : shown;
}

/** The same of the words alone: what anybody takes out of the system, the group too. */
export function releasedHistory(history: readonly Recorded[], waiting: ReadonlySet<number>): readonly Recorded[] {
  return waiting.size === 0
    ? history
    : history.map((one) => (waiting.has(one.seq) ? { ...one, event: withoutWords(one.event) } : one));
}

/** Whether the event holds typed words that somebody outside the group would read. */
export function leavesTheGroup(event: Recorded["event"]): boolean {
  const outside = new Set<Part>([...partsOfReading.office, ...partsOfReading.unit, ...partsOfReading.registrant]);
  return typedIn(event, eventParts[event.type], outside);
}

function typedIn(value: unknown, spec: Spec, outside: ReadonlySet<Part>): boolean {
  if (typeof spec === "string") return spec.endsWith("*") && outside.has(partOf(spec)) && hasText(value);
  if (Array.isArray(value)) return value.some((one) => typedIn(one, spec, outside));
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(([key, inner]) => {
    const of = spec[key];
    return of !== undefined && typedIn(inner, of, outside);
  });
}

function hasText(value: unknown): boolean {
  if (typeof value === "string") return value !== "";
  return typeof value === "object" && value !== null && Object.values(value).some(hasText);
}

type Event = Recorded["event"];

/** The typed words of the event, one a line: what whoever releases it reads, and what is searched for a protected name. */
export function wordsTyped(event: Event): string[] {
  return typedWords(event, eventParts[event.type]);
}

function typedWords(value: unknown, spec: Spec): string[] {
  if (typeof spec === "string") return spec.endsWith("*") ? textsIn(value) : [];
  if (Array.isArray(value)) return value.flatMap((one) => typedWords(one, spec));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const of = spec[key];
    return of === undefined ? [] : typedWords(inner, of);
  });
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return value === "" ? [] : [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (notTyped.has(key) ? [] : textsIn(inner)));
}

/** Fields that no hand types, within fields that are typed. */
const notTyped: ReadonlySet<string> = new Set([
  "on",
  "personId",
  "sha256",
  "mediaType",
  "kind",
  "subjectId",
  "factor",
  "rule",
]);

/** The event with something in the place of all typed words, and without its files. */
function withoutWords<E extends Event>(event: E): E {
  return maskedBy(event, eventParts[event.type]) as E; // texts for texts, and lists no longer than they were
}

function maskedBy(value: unknown, spec: Spec): unknown {
  if (typeof spec === "string") return spec.endsWith("*") ? masked(value) : value;
  if (Array.isArray(value)) return value.map((one) => maskedBy(one, spec));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const of = spec[key];
      return [key, of === undefined ? inner : maskedBy(inner, of)];
    }),
  );
}

function masked(value: unknown): unknown {
  if (typeof value === "string") return value === "" ? "" : waitingText;
  if (Array.isArray(value)) return value.filter((one) => !isFile(one)).map(masked);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, notTyped.has(key) ? inner : masked(inner)]),
  );
}

function isFile(value: unknown): boolean {
  return typeof value === "object" && value !== null && "sha256" in value;
}

/** The event with nothing in fields of other parts; null when nothing of it is left. */
function eventOf<E extends Event>(event: E, parts: ReadonlySet<Part>): E | null {
  const spec = eventParts[event.type];
  if (!readsAny(spec, parts)) return null;
  return keptBy(event, spec, parts) as E; // of each field its own kind, empty where it is not read
}

function readsAny(spec: Spec, parts: ReadonlySet<Part>): boolean {
  if (typeof spec === "string") return parts.has(partOf(spec));
  return Object.values(spec).some((one) => one !== undefined && readsAny(one, parts));
}

function keptBy(value: unknown, spec: Spec, parts: ReadonlySet<Part>): unknown {
  if (typeof spec === "string") return parts.has(partOf(spec)) ? value : emptied(value);
  if (Array.isArray(value)) return value.map((one) => keptBy(one, spec, parts));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const of = spec[key];
      // Only the kind of the event stands in no table.
      return [key, of === undefined ? inner : keptBy(inner, of, parts)];
    }),
  );
}

function emptied(value: unknown): unknown {
  if (typeof value === "string") return "";
  if (typeof value === "number") return 0;
  if (typeof value === "boolean") return false;
  if (Array.isArray(value)) return [];
  if (typeof value !== "object" || value === null) return null;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, emptied(inner)]));
}

function partOf(spec: string): Part {
  return spec.replace("*", "") as Part; // a spec is a part, with a star where it is typed
}

type OwnSubjects = { ids: ReadonlySet<string>; unitNames: ReadonlySet<string> };

/** The subjects that are of this unit, and the names by which the case calls it. */
function ownSubjects(history: readonly Recorded[], organizationId: string | null): OwnSubjects {
  const subjects = history.flatMap(({ event }) =>
    event.type === "subject-added" || event.type === "paper-entered" ? [event.subject] : [],
  );
  const own = subjects.filter((one) => one.organizationId === organizationId);
  return {
    ids: new Set(own.map(({ id }) => id)),
    unitNames: new Set(own.map(({ organizationName }) => organizationName)),
  };
}

/** What the event tells of these subjects or their unit alone; null when it tells nothing of them. */
function eventAbout(event: Event, { ids, unitNames }: OwnSubjects): Event | null {
  const own = <One extends { subjectId: string }>(some: readonly One[]) => some.filter((one) => ids.has(one.subjectId));
  // Most kinds tell of one subject, or of none.
  // oxlint-disable-next-line typescript/switch-exhaustiveness-check
  switch (event.type) {
    case "subject-added":
    case "paper-entered":
      return ids.has(event.subject.id) ? event : null;
    case "decided":
      return orNull(own(event.outcomes), (outcomes) => ({ ...event, outcomes }));
    case "items-completed": {
      // A proof that is given for several may tell of the others.
      const items = own(event.items);
      const evidence = items.length === event.items.length ? event.evidence : [];
      return orNull(items, () => ({ ...event, items, evidence }));
    }
    case "circulated":
      return orNull(
        event.recipients.filter((name) => unitNames.has(name)),
        (recipients) => ({ ...event, recipients }),
      );
    case "circulation-received":
      return unitNames.has(event.recipient) ? event : null;
    default:
      return "subjectId" in event && !ids.has(event.subjectId) ? null : event;
  }
}

function orNull<One>(left: readonly One[], make: (left: One[]) => Event): Event | null {
  return left.length === 0 ? null : make([...left]);
}

/** The event in the place that it has among those left, and by whose hand only where it is the reader's own. */
function withoutHand({ event, act, at, actorId, actorName }: Recorded, index: number, accountId: string): Recorded {
  const seq = index + 1;
  return actorId === accountId
    ? { seq, at, act, actorId, actorName, event }
    : { seq, at: "", act, actorId: "", actorName: "", event };
}
