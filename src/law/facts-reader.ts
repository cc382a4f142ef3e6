// Reads well-formed lines of the facts format fast. It knows no faults: whatever it does not recognise at
// once it leaves (null) to the full reader, which finds the place of the fault or reads it after all.
import type { MeasureRecord, SanctionRecord } from "./consequences.ts";
import { parseDay } from "./days.ts";
import type { Day } from "./days.ts";
import type { Facts, Question } from "./eligibility.ts";
import type { Law } from "./law.ts";
import type { Ground, Handling, LevelId } from "./vocabulary.ts";

export type ReadFacts = { id: string | number | null; facts: Facts; question: Question };
export type FactsReader = (line: unknown) => ReadFacts | null;

/** A reader for the words of one law. */
export function compileReader(law: Law): FactsReader {
  const { vocabulary } = law;
  const levels = new Map(vocabulary.levels.map(({ name, id }) => [name.zh, id]));
  const measures = new Map(
    vocabulary.measures
      .filter((measure) => measure.subjects.includes("person"))
      .map(({ name, id, class: of }) => [name.zh, { id, handling: of === "organizational" ? handled : null }]),
  );
  // Kinds with lengths of their own, a set period or for members only have more to be checked by the full reader.
  const sanctions = new Map(vocabulary.sanctions.map(({ name, id, months }) => [name.zh, { id, months }]));
  const purposes = new Map(vocabulary.purposes.map(({ name, id, asked }) => [name.zh, { id, asked }]));
  const handlings = namesIn<Handling>(vocabulary.names.handlings);
  const grounds = namesIn<Ground>(vocabulary.names.grounds);

  return (line) => {
    if (!isRecord(line) || line["format"] !== 1) return null;
    for (const key in line) if (!LINE_FIELDS.has(key)) return null;
    const id = line["id"] ?? null;
    if (id !== null && typeof id !== "string" && !(typeof id === "number" && Number.isFinite(id))) return null;
    if (id === null && line["id"] === null) return null;
    const person = readPerson(line["person"]);
    const measured = listOf(line["measures"], readMeasure);
    const sanctioned = listOf(line["sanctions"], readSanction);
    const consents = listOf(line["consents"], dayOf);
    const openMatters = line["openMatters"] ?? 0;
    const question = readQuestion(line["question"]);
    if (person === null || measured === null || sanctioned === null || consents === null || question === null)
      return null;
    if (typeof openMatters !== "number" || !Number.isSafeInteger(openMatters) || openMatters < 0) return null;
    if (line["openMatters"] === null) return null;
    // Who is no Party member can have no Party discipline: the full reader says by which clause.
    if (person.partyMember === false && sanctioned.length > 0) return null;
    return { id, facts: { person, measures: measured, sanctions: sanctioned, consents, openMatters }, question };
  };

  function readPerson(value: unknown): Facts["person"] | null {
    if (value === undefined) return { partyMember: null, level: null };
    if (!isRecord(value)) return null;
    for (const key in value) if (!PERSON_FIELDS.has(key)) return null;
    const partyMember = value["partyMember"] ?? null;
    const level = levelOf(value["level"] ?? null);
    return level === undefined || (partyMember !== null && typeof partyMember !== "boolean")
      ? null
      : { partyMember, level };
  }

  function levelOf(value: unknown): LevelId | null | undefined {
    if (value === null) return null;
    return typeof value === "string" ? levels.get(value) : undefined;
  }

  function readMeasure(value: unknown): MeasureRecord | null {
    if (!isRecord(value)) return null;
    const kind = measures.get(textOf(value["kind"]));
    if (kind === undefined) return null;
    let decided: Day | null = null;
    let effective: Day | null = null;
    let handling: Handling | null = kind.handling;
    let ground: Ground = "accountability";
    let originalLevel: LevelId | null = null;
    let presentLevel: LevelId | null = null;
    let reducedLevel: LevelId | null = null;
    for (const key in value) {
      if (key === "kind") continue;
      const given = value[key];
      if (given === null) {
        if (!MEASURE_FIELDS.has(key)) return null;
        continue;
      }
      if (typeof given !== "string") return null;
      if (key === "decided" || key === "effective") {
        const day = parseDay(given);
        if (day === null) return null;
        if (key === "decided") decided = day;
        else effective = day;
      } else if (key === "handling") {
        const known = handlings.get(given);
        if (known === undefined) return null;
        handling = known;
      } else if (key === "ground") {
        const known = grounds.get(given);
        if (known === undefined) return null;
        ground = known;
      } else {
        const known = levels.get(given);
        if (known === undefined) return null;
        if (key === "originalLevel") originalLevel = known;
        else if (key === "presentLevel") presentLevel = known;
        else if (key === "reducedLevel") reducedLevel = known;
        else return null;
      }
    }
    effective ??= decided;
    if (effective === null) return null;
    return { kind: kind.id, decided, effective, handling, originalLevel, presentLevel, reducedLevel, ground };
  }

  function readSanction(value: unknown): SanctionRecord | null {
    if (!isRecord(value)) return null;
    const kind = sanctions.get(textOf(value["kind"]));
    const effective = dayOf(value["effective"]);
    if (kind === undefined || effective === null) return null;
    for (const key in value) if (!SANCTION_FIELDS.has(key)) return null;
    const months = value["months"] ?? null;
    const until = value["restored"] ?? null;
    if (kind.months.length === 0) {
      if (months !== null || until !== null) return null;
      return { kind: kind.id, effective, months: null, restored: null };
    }
    if (typeof months !== "number" || !kind.months.includes(months)) return null;
    if (until === null) return { kind: kind.id, effective, months, restored: null };
    const restored = dayOf(until);
    if (restored === null || restored < effective) return null;
    return { kind: kind.id, effective, months, restored };
  }

  function readQuestion(value: unknown): Question | null {
    if (!isRecord(value)) return null;
    for (const key in value) if (!QUESTION_FIELDS.has(key)) return null;
    const purpose = purposes.get(textOf(value["purpose"]));
    if (purpose === undefined) return null;
    const year = value["year"] ?? null;
    const date = value["date"] ?? null;
    const toLevel = levelOf(value["toLevel"] ?? null);
    if (purpose.asked === "for-year") {
      if (typeof year !== "number" || !Number.isInteger(year) || year < 1 || year > 9999) return null;
      return date === null && toLevel === null ? { purpose: purpose.id, year } : null;
    }
    const day = dayOf(date);
    if (year !== null || day === null || toLevel === undefined) return null;
    return { purpose: purpose.id, date: day, toLevel };
  }
}

const handled: Handling = "handling";
const LINE_FIELDS = new Set(["format", "id", "person", "measures", "sanctions", "consents", "openMatters", "question"]);
const PERSON_FIELDS = new Set(["partyMember", "level"]);
const MEASURE_FIELDS = new Set([
  "decided",
  "effective",
  "handling",
  "originalLevel",
  "presentLevel",
  "reducedLevel",
  "ground",
]);
const SANCTION_FIELDS = new Set(["kind", "effective", "months", "restored"]);
const QUESTION_FIELDS = new Set(["purpose", "date", "year", "toLevel"]);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const textOf = (value: unknown): string => (typeof value === "string" ? value : "");
const dayOf = (value: unknown): Day | null => (typeof value === "string" ? parseDay(value) : null);

function listOf<Item>(value: unknown, read: (item: unknown) => Item | null): Item[] | null {
  if (value === undefined) return [];
  if (!Array.isArray(value)) return null;
  const items: Item[] = [];
  for (const one of value) {
    const item = read(one);
    if (item === null) return null;
    items.push(item);
  }
  return items;
}

function namesIn<Key extends string>(names: Partial<Record<Key, { zh: string }>>): Map<string, Key> {
  const found = new Map<string, Key>();
  for (const key in names) found.set(names[key]?.zh ?? "", key);
  return found;
}
