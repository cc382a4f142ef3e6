// Each reading × each field of each event: what is read is the field's part, and nothing else; and typed words wait for their release.
import assert from "node:assert/strict";
import { test } from "node:test";
import { duties, readingRights } from "../duties.ts";
import { eventParts, recordedParts, viewParts } from "./event-parts.ts";
import type { Spec } from "./event-parts.ts";
import type { CaseworkEvent, Recorded } from "../events.ts";
import {
  isNarrow,
  leavesTheGroup,
  partsOfReading,
  readingOf,
  readingOfKind,
  shownHistory,
  wordsTyped,
} from "./readings.ts";
import type { Reading } from "./readings.ts";
import { roles } from "../roles.ts";
import { caseStages, leadStages } from "../stages.ts";
import { waitingText } from "../words/reading-words.ts";

const readings = Object.keys(partsOfReading) as Reading[]; // the keys of the table
const types = Object.keys(eventParts) as CaseworkEvent["type"][]; // likewise
const reader = { accountId: "reader", organizationId: "unit" };

/** An event of the kind, each field of it a text that names the field; about a subject of the reader's unit. */
function eventOf(type: CaseworkEvent["type"]): CaseworkEvent {
  const own = { subjectId: "own" };
  const made = valueOf(eventParts[type], type) as Record<string, unknown>; // a table of fields makes an object
  for (const key of ["outcomes", "proposals"]) if (key in made) made[key] = [{ ...(made[key] as object), ...own }];
  if ("items" in made) made["items"] = [{ ...own, item: "items" }];
  if ("subject" in made)
    made["subject"] = { id: "own", organizationId: "unit", organizationName: "单位", name: "subject" };
  if ("recipients" in made) made["recipients"] = ["单位"];
  if ("recipient" in made) made["recipient"] = "单位";
  if ("evidence" in made) made["evidence"] = [{ sha256: "f".repeat(64), name: `${type}.evidence`, size: 1 }];
  return { type, ...made, ...("subjectId" in made ? own : {}) } as CaseworkEvent; // every field of the kind is there
}

function valueOf(spec: Spec, path: string): unknown {
  if (typeof spec === "string") return path;
  return Object.fromEntries(
    Object.entries(spec).map(([key, inner]) => [key, valueOf(inner ?? "hand", `${path}.${key}`)]),
  );
}

const subject = recorded(1, eventOf("subject-added"));
function recorded(seq: number, event: CaseworkEvent, actorId = "other"): Recorded {
  return { seq, at: "2026-07-31T02:00:00.000Z", actorId, actorName: "某人", act: "propose", event };
}

function shownTo(reading: Reading, event: CaseworkEvent, waiting: readonly number[] = [], by = "other") {
  const history = event.type === "subject-added" ? [recorded(2, event, by)] : [subject, recorded(2, event, by)];
  return shownHistory(history, { reading, ...reader }, new Set(waiting)).find((one) => one.event.type === event.type);
}

/** Every leaf of the table, with its path in the event. */
function leavesOf(spec: Spec, path: readonly string[] = []): { path: readonly string[]; part: string }[] {
  if (typeof spec === "string") return [{ path, part: spec }];
  return Object.entries(spec).flatMap(([key, inner]) => leavesOf(inner ?? "hand", [...path, key]));
}

function at(value: unknown, [head, ...rest]: readonly string[]): unknown {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  if (head === undefined) return value;
  return typeof one === "object" && one !== null ? at((one as Record<string, unknown>)[head], rest) : undefined;
}

function isEmpty(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return value === "" || value === undefined || value === null;
  return Object.values(value).every(isEmpty);
}

test("of every event each reading has the fields of its parts, and the others empty or the event not at all", () => {
  let fields = 0;
  for (const reading of readings) {
    const parts: readonly string[] = partsOfReading[reading];
    for (const type of types) {
      const event = eventOf(type);
      const shown = shownTo(reading, event);
      for (const { path, part } of leavesOf(eventParts[type])) {
        const isRead = parts.includes(part.replace("*", ""));
        const value = shown === undefined ? undefined : at(shown.event, path);
        assert.equal(isEmpty(value), !isRead, `${reading} ${type}.${path.join(".")}`);
        if (isRead) assert.deepEqual(value, at(event, path), `${reading} ${type}.${path.join(".")}`);
        fields += 1;
      }
    }
  }
  assert.ok(fields > 800, String(fields));
});

test("of typed words the offices see before their release that they wait, the group and whoever typed them the words", () => {
  let words = 0;
  for (const type of types) {
    const event = eventOf(type);
    for (const reading of readings) {
      const parts: readonly string[] = partsOfReading[reading];
      const waits = shownTo(reading, event, [2]);
      for (const { path, part } of leavesOf(eventParts[type])) {
        if (!part.endsWith("*") || !parts.includes(part.replace("*", ""))) continue;
        const value = JSON.stringify(at(waits?.event, path) ?? null);
        const typed = JSON.stringify(at(event, path));
        if (reading === "group") assert.equal(value, typed);
        else assert.ok(value === "[]" || value.includes(waitingText), `${reading} ${type}.${path.join(".")}: ${value}`);
        assert.deepEqual(at(shownTo(reading, event, [2], "reader")?.event, path), at(event, path));
        words += 1;
      }
    }
    if (leavesTheGroup(event)) assert.ok(wordsTyped(event).length > 0, type);
  }
  assert.ok(words > 100, String(words));
});

test("a narrow reader sees of a matter's other subjects, hands, days and places nothing", () => {
  const foreign = { ...eventOf("subject-added"), subject: { id: "foreign", organizationId: "other", name: "外人" } };
  const history = [
    recorded(3, eventOf("opening-requested")),
    subject,
    recorded(5, foreign as unknown as CaseworkEvent), // as much of a subject as is looked at
    recorded(9, { ...eventOf("served"), subjectId: "foreign" } as unknown as CaseworkEvent), // likewise
    recorded(12, eventOf("served")),
  ];
  const shown = shownHistory(history, { reading: "unit", ...reader }, new Set());
  assert.deepEqual(
    shown.map(({ seq, actorId, actorName, at: when, event }) => [seq, actorId, actorName, when, event.type]),
    [
      [1, "", "", "", "opening-requested"],
      [2, "", "", "", "subject-added"],
      [3, "", "", "", "served"],
    ],
  );
});

test("each role reads a matter of each stage by the widest duty that reaches it", () => {
  for (const kind of ["lead", "case"] as const)
    for (const stage of kind === "lead" ? leadStages : caseStages)
      for (const role of roles) {
        const { reach, stages } = readingRights[role][kind];
        if (!stages.includes(stage)) continue;
        const reading = readingOf({ roles: [role] }, { kind, stage });
        // What is read of one's own only is read in parts, and what belongs to everybody with the duty is not.
        assert.equal(isNarrow(reading), reach !== "all", `${role} ${kind} ${stage}`);
      }
  assert.equal(readingOfKind({ roles: ["unit-liaison", "reviewer"] }, "lead"), "group");
  assert.equal(readingOf({ roles: ["unit-liaison", "office-clerk"] }, { kind: "case", stage: "served" }), "office");
  // Acts beyond handing in are no duty of those who read a lead in parts, but what they are asked to add.
  const narrow = roles.filter((role) => readingRights[role].lead.reach === "own");
  assert.deepEqual(
    Object.entries(duties).flatMap(([act, { roles: doers }]) =>
      act.endsWith("-lead") && doers.some((role) => narrow.includes(role)) ? [act] : [],
    ),
    ["register-lead", "supplement-lead"],
  );
});

test("what stands beside the history has its parts: nobody who reads in parts is told of hands", () => {
  const parts: readonly string[] = [...partsOfReading.unit, ...partsOfReading.registrant];
  const beside = { ...viewParts, ...recordedParts };
  assert.deepEqual(
    Object.entries(beside).flatMap(([field, part]) => (parts.includes(part) ? [] : [field])),
    ["waiting", "accounts", "past", "at", "actorId", "actorName", "onBehalfOf"],
  );
});
