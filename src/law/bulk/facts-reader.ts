// Reads one line of the facts format, 1 or 2, into facts and a question. Every fault names its place, what was found and what is allowed.
import type { Sentence } from "../text/citation.ts";
import { formatDay, parseDay } from "../reckon/days.ts";
import type { Day } from "../reckon/days.ts";
import type { Facts, Question } from "../reckon/eligibility.ts";
import { lawInterpreted } from "../compile/interpretation.ts";
import type { Interpretation } from "../compile/interpretation.ts";
import { lawDecided, refusalOfSetting } from "../compile/law.ts";
import type { Law } from "../compile/law.ts";
import { nearestTo } from "../pack/nearest.ts";
import { refusalOfNorm } from "../compile/norm-decisions.ts";
import type { NormDecision } from "../compile/norm-decisions.ts";
import { refusalsOfSanction } from "../procedure/outcome.ts";
import { restorationDue } from "../reckon/periods.ts";
import type { Consent, MeasureRecord, SanctionRecord } from "../reckon/records.ts";
import type { Ground, Handling, LevelId } from "../pack/vocabulary.ts";
import { setPeriodBounds } from "../reckon/set-period.ts";
import {
  formatDue,
  handlingOf,
  handlingNotDue,
  groundsOf,
  reducedLevelNotDue,
  belowOriginalLevel,
  notBefore,
  notBeforeInForce,
  notExtended,
  notRestored,
  monthsNotDue,
  numberBetween,
  notBeforeProbationEnds,
  nameOfBody,
  askedForYear,
  noLevelAsked,
  askedOnDate,
  absentValue,
  decidedOrEffective,
  notBeforeDecision,
  normDecisionDue,
  objectDue,
  listDue,
  fieldUnknown,
  fieldMissing,
  dayDue,
  dayInRange,
  yearBetween,
  wholeNumberFrom,
  truthDue,
  textDue,
  valueRefused,
  monthsAmong,
  oneOfPacks,
  oneOfWords,
  personalMeasures,
} from "./words.ts";

export type Format = 1 | 2;
/** `law` is the one asked, with the interpretations and the decisions on norms that the line brings. */
export type ReadFacts = { format: Format; id: string | number | null; law: Law; facts: Facts; question: Question };

/** A fault of a line; it is thrown inside the reader and shown in the place of an answer. */
export class FactsFault extends Error {
  readonly format: Format;
  readonly id: string | number | null;
  readonly path: string;
  readonly words: Sentence;
  constructor(path: string, words: Sentence, format: Format = 2, id: string | number | null = null) {
    super(words.zh);
    this.path = path;
    this.words = words;
    this.format = format;
    this.id = id;
  }
}

type Line = Readonly<Record<string, unknown>>;

/** Throws a FactsFault at the first fault. */
export function readFacts(law: Law, input: unknown): ReadFacts {
  const format: Format = isObject(input) && input["format"] === 1 ? 1 : 2;
  const id = idOf(input);
  try {
    return { format, id, ...readBy(knownWords(law), objectAt(input, ""), format) };
  } catch (error) {
    if (error instanceof FactsFault) throw new FactsFault(error.path, error.words, format, id);
    throw error;
  }
}

/** By what a line is known to its sender; null for none, and for what is no line at all. */
export function idOf(input: unknown): string | number | null {
  if (!isObject(input)) return null;
  const { id } = input;
  return typeof id === "string" || typeof id === "number" ? id : null;
}

/** The names of the bodies whose consent counts. */
export function superiorsOf({ vocabulary, index }: Law): string[] {
  const superior = index.consent?.rule.from ?? [];
  return vocabulary.bodies.filter(({ id }) => superior.includes(id)).map(({ name }) => name.zh);
}

type Read = Omit<ReadFacts, "format" | "id">;
const known = new WeakMap<Law, Words>();

function knownWords(law: Law): Words {
  let words = known.get(law);
  if (words === undefined) known.set(law, (words = wordsOf(law)));
  return words;
}

const FIELDS = {
  line: {
    1: ["format", "id", "person", "measures", "sanctions", "consents", "openMatters", "question"],
    2: [
      "format",
      "id",
      "person",
      "measures",
      "sanctions",
      "consents",
      "openMatters",
      "interpretations",
      "norms",
      "question",
    ],
  },
  person: { 1: ["partyMember", "level"], 2: ["level", "managedBy", "historyComplete"] },
  measure: {
    1: ["kind", "decided", "effective", "handling", "originalLevel", "presentLevel", "reducedLevel", "ground"],
    2: [
      "kind",
      "decided",
      "effective",
      "handling",
      "revoked",
      "originalLevel",
      "reducedLevel",
      "presentLevel",
      "ground",
      "basis",
      "conduct",
    ],
  },
  sanction: {
    1: ["kind", "effective", "months", "restored"],
    2: ["kind", "decided", "effective", "months", "extended", "restored", "revoked", "level"],
  },
  conduct: { 1: [], 2: ["from", "to"] },
  consent: { 1: [], 2: ["on", "toLevel", "by"] },
  interpretation: { 1: [], 2: ["setting", "value", "validFrom", "recompute"] },
  norm: { 1: [], 2: ["applies"] },
  question: { 1: ["purpose", "date", "year", "toLevel"], 2: ["purpose", "date", "year", "toLevel"] },
} as const satisfies Record<string, Record<Format, readonly string[]>>;

type Words = ReturnType<typeof wordsOf>;

// The Chinese words of a law that a line can name, each with what it stands for.
function wordsOf(law: Law) {
  const { vocabulary } = law;
  return {
    law,
    levels: placesOf(vocabulary.levels),
    measures: placesOf(vocabulary.measures),
    personal: vocabulary.measures.flatMap(({ name, subjects }) => (subjects.includes("person") ? [name.zh] : [])),
    sanctions: placesOf(vocabulary.sanctions),
    purposes: placesOf(vocabulary.purposes),
    handlings: keysOf<Handling>(vocabulary.names.handlings),
    grounds: keysOf<Ground>(vocabulary.names.grounds),
    managements: keysOf<string>(vocabulary.names.managedBy),
    superiors: superiorsOf(law),
  };
}

function readBy(words: Words, line: Line, format: Format): Read {
  const { law, managements } = words;
  knownFields(line, FIELDS.line[format], "");
  const given = line["format"];
  if (given !== 1 && given !== 2) throw fault("format", said(given), formatDue);
  const person = line["person"] === undefined ? EMPTY : objectAt(line["person"], "person");
  knownFields(person, FIELDS.person[format], "person");
  const asking = lawFor(law, line);
  const read: Facts = {
    person: { partyMember: null, level: levelAt(words, person["level"], "person.level") },
    measures: listAt(line["measures"], "measures").map((one, index) =>
      measureAt(words, one, `measures[${index}]`, format),
    ),
    sanctions: sanctionsAt(words, line["sanctions"], format),
    consents: listAt(line["consents"], "consents").flatMap((one, index) =>
      consentAt(words, one, `consents[${index}]`, format),
    ),
    openMatters: line["openMatters"] === undefined ? 0 : countAt(line["openMatters"], "openMatters", 0),
  };
  if (person["partyMember"] !== undefined && person["partyMember"] !== null)
    read.person.partyMember = truthAt(person["partyMember"], "person.partyMember");
  if (person["managedBy"] !== undefined && person["managedBy"] !== null)
    wordAt(managements, person["managedBy"], "person.managedBy");
  if (person["historyComplete"] !== undefined && person["historyComplete"] !== null)
    read.person.historyComplete = truthAt(person["historyComplete"], "person.historyComplete");
  refuseForeignDiscipline(law, read);
  if (line["question"] === undefined) throw missing("question");
  const question = questionAt(words, objectAt(line["question"], "question"), format);
  return { law: asking, facts: read, question };
}

function levelAt({ levels }: Words, value: unknown, path: string): LevelId | null {
  return value === null || value === undefined ? null : wordAt(levels, value, path).id;
}

function measureAt(words: Words, value: unknown, path: string, format: Format): MeasureRecord {
  const { law, measures, personal, handlings, grounds } = words;
  const one = objectAt(value, path);
  knownFields(one, FIELDS.measure[format], path);
  const kind = wordAt(measures, required(one, "kind", path), `${path}.kind`);
  if (!kind.subjects.includes("person")) throw fault(`${path}.kind`, kind.name.zh, personalMeasures(personal));
  const { decided, effective } = daysAt(one, path, format);
  const organizational = kind.class === "organizational";
  let handling: Handling | null = organizational ? "handling" : null;
  if (one["handling"] !== undefined && one["handling"] !== null) {
    handling = wordAt(handlings, one["handling"], `${path}.handling`);
    if (!organizational) {
      if (format === 2)
        throw fault(`${path}.handling`, handlingOf(kind.name.zh, said(one["handling"])), handlingNotDue);
      handling = null;
    }
  }
  const ground =
    one["ground"] === undefined || one["ground"] === null
      ? "accountability"
      : wordAt(grounds, one["ground"], `${path}.ground`);
  if (!kind.grounds.includes(ground) && format === 2)
    throw fault(
      `${path}.ground`,
      said(one["ground"]),
      groundsOf(
        kind.name,
        kind.grounds.map((id) => law.vocabulary.names.grounds[id]),
      ),
    );
  const record: MeasureRecord = {
    kind: kind.id,
    decided,
    effective,
    handling,
    originalLevel: levelAt(words, one["originalLevel"], `${path}.originalLevel`),
    presentLevel: levelAt(words, one["presentLevel"], `${path}.presentLevel`),
    reducedLevel: levelAt(words, one["reducedLevel"], `${path}.reducedLevel`),
    ground,
    revoked: dayOrNull(one["revoked"], `${path}.revoked`),
  };
  if (format === 2) checkMeasure(words, one, record, path);
  return typeof one["basis"] === "string" ? { ...record, basis: one["basis"] } : record;
}

function checkMeasure({ law }: Words, one: Line, record: MeasureRecord, path: string): void {
  const { reducedLevel, originalLevel } = record;
  if (reducedLevel !== null) {
    const reduces = law.index.reducing.has(record.kind);
    if (!reduces) throw fault(`${path}.reducedLevel`, said(one["reducedLevel"]), reducedLevelNotDue);
    const below =
      originalLevel === null || (law.index.levels.get(reducedLevel) ?? 0) > (law.index.levels.get(originalLevel) ?? 0);
    if (!below) throw fault(`${path}.reducedLevel`, said(one["reducedLevel"]), belowOriginalLevel(originalLevel));
  }
  const basis = one["basis"];
  const packs = [law.regulation, ...law.upper].map(({ id }) => id);
  if (basis !== undefined && basis !== null && (typeof basis !== "string" || !packs.includes(basis)))
    throw fault(`${path}.basis`, said(basis), oneOfPacks(packs));
  if (one["conduct"] === undefined || one["conduct"] === null) return;
  const conduct = objectAt(one["conduct"], `${path}.conduct`);
  knownFields(conduct, FIELDS.conduct[2], `${path}.conduct`);
  const from = dayAt(required(conduct, "from", `${path}.conduct`), `${path}.conduct.from`);
  // Conduct that goes on has no end.
  const to = dayOrNull(conduct["to"], `${path}.conduct.to`);
  if (to === null) return;
  if (to < from) throw fault(`${path}.conduct.to`, said(conduct["to"]), notBefore(formatDay(from)));
  const own = basis === undefined || basis === null || basis === law.regulation.id;
  if (own && to < law.inForceFrom)
    throw fault(
      `${path}.conduct.to`,
      said(conduct["to"]),
      notBeforeInForce(formatDay(law.inForceFrom), law.regulation.short),
    );
}

function sanctionsAt(words: Words, value: unknown, format: Format): SanctionRecord[] {
  const list = listAt(value, "sanctions");
  const records = list.map((one, index) => sanctionAt(words, one, `sanctions[${index}]`, format));
  records.forEach((record, index) => {
    checkMonths(words, record, records, `sanctions[${index}]`, format);
    checkRestored(words, record, `sanctions[${index}]`);
  });
  return records;
}

function sanctionAt(words: Words, value: unknown, path: string, format: Format): SanctionRecord {
  const { sanctions } = words;
  const one = objectAt(value, path);
  knownFields(one, FIELDS.sanction[format], path);
  const kind = wordAt(sanctions, required(one, "kind", path), `${path}.kind`);
  const { decided, effective } = daysAt(one, path, format);
  const months = one["months"];
  const extended = one["extended"];
  if (kind.months.length === 0 && extended !== undefined && extended !== null)
    throw fault(`${path}.extended`, said(extended), notExtended(kind.name));
  if (kind.months.length === 0 && one["restored"] !== undefined && one["restored"] !== null)
    throw fault(`${path}.restored`, said(one["restored"]), notRestored(kind.name));
  return {
    kind: kind.id,
    decided,
    effective,
    months: months === undefined || months === null ? null : countAt(months, `${path}.months`, 1),
    extended: extended === undefined || extended === null ? null : countAt(extended, `${path}.extended`, 1),
    restored: dayOrNull(one["restored"], `${path}.restored`),
    level: levelAt(words, one["level"], `${path}.level`),
    revoked: dayOrNull(one["revoked"], `${path}.revoked`),
  };
}

// The length chosen, of a kind that has several; else the one period set for several equal ones of one day.
function checkMonths(
  { law }: Words,
  record: SanctionRecord,
  all: readonly SanctionRecord[],
  path: string,
  format: Format,
): void {
  const kind = law.vocabulary.sanctions[law.index.sanctions.get(record.kind) ?? -1];
  const lengths = kind?.months ?? [];
  const { months } = record;
  const name = kind?.name.zh ?? record.kind;
  if (lengths.length > 0) {
    if (months !== null && lengths.includes(months)) return;
    throw fault(`${path}.months`, said(months), monthsAmong(name, lengths));
  }
  if (months === null) return;
  const equal = all.filter(({ kind: other, effective }) => other === record.kind && effective === record.effective);
  // Format 1 could give the period set for several on a line that names one of them.
  const bounds = setPeriodBounds(law, record, equal.length);
  if (bounds === null || (equal.length < 2 && format === 2))
    throw fault(`${path}.months`, said(months), monthsNotDue(name));
  const { least, most } = bounds;
  if (months < least || months > most) throw fault(`${path}.months`, said(months), numberBetween(least, most));
}

function checkRestored({ law }: Words, record: SanctionRecord, path: string): void {
  if (record.restored === null) return;
  const due = restorationDue(law, record);
  if (record.restored >= due) return;
  throw fault(`${path}.restored`, formatDay(record.restored), notBeforeProbationEnds(formatDay(due)));
}

function consentAt(words: Words, value: unknown, path: string, format: Format): Consent[] {
  const { superiors } = words;
  if (format === 1) return [{ on: dayAt(value, path), toLevel: null }];
  const one = objectAt(value, path);
  knownFields(one, FIELDS.consent[2], path);
  const consent = {
    on: dayAt(required(one, "on", path), `${path}.on`),
    toLevel: levelAt(words, one["toLevel"], `${path}.toLevel`),
  };
  const by = one["by"];
  if (by === undefined || by === null) return [consent];
  if (typeof by !== "string" || by === "") throw fault(`${path}.by`, said(by), nameOfBody);
  return superiors.includes(by) ? [consent] : [];
}

function questionAt(words: Words, one: Line, format: Format): Question {
  const { purposes } = words;
  knownFields(one, FIELDS.question[format], "question");
  const purpose = wordAt(purposes, required(one, "purpose", "question"), "question.purpose");
  const absent = (field: string): boolean => one[field] === undefined || one[field] === null;
  if (purpose.asked === "for-year") {
    if (!absent("date")) throw fault("question.date", said(one["date"]), askedForYear(purpose.name));
    if (absent("year")) throw missing("question.year");
    if (!absent("toLevel")) throw fault("question.toLevel", said(one["toLevel"]), noLevelAsked(purpose.name));
    return { purpose: purpose.id, year: yearAt(one["year"], "question.year", format) };
  }
  if (!absent("year")) throw fault("question.year", said(one["year"]), askedOnDate(purpose.name));
  if (absent("date")) throw missing("question.date");
  return {
    purpose: purpose.id,
    date: dayAt(one["date"], "question.date"),
    toLevel: levelAt(words, one["toLevel"], "question.toLevel"),
  };
}

// Party discipline of somebody who is said to be no Party member (format 1 alone says it).
function refuseForeignDiscipline(law: Law, { person, sanctions }: Facts): void {
  if (person.partyMember !== false) return;
  sanctions.forEach(({ kind }, index) => {
    const [refusal] = refusalsOfSanction(law, { sanction: kind, partyMember: false });
    if (refusal !== undefined) throw new FactsFault(`sanctions[${index}].kind`, refusal.message);
  });
}

function daysAt(one: Line, path: string, format: Format): { decided: Day | null; effective: Day } {
  const decided = dayOrNull(one["decided"], `${path}.decided`);
  const effective = dayOrNull(one["effective"], `${path}.effective`) ?? decided;
  if (effective === null) throw fault(format === 1 ? `${path}.effective` : path, absentValue, decidedOrEffective);
  if (format === 2 && decided !== null && effective < decided)
    throw fault(`${path}.effective`, formatDay(effective), notBeforeDecision(formatDay(decided)));
  return { decided, effective };
}

// A few laws with what lines bring with them; most lines of a file bring the same, or nothing.
const laws = new WeakMap<Law, Map<string, Law>>();
const KEPT = 64;

function lawFor(law: Law, line: Line): Law {
  const interpretations = line["interpretations"];
  const norms = line["norms"];
  if (interpretations === undefined && norms === undefined) return law;
  const key = JSON.stringify([interpretations, norms]);
  const kept = laws.get(law) ?? new Map<string, Law>();
  laws.set(law, kept);
  const known = kept.get(key);
  if (known !== undefined) return known;
  const decided = norms === undefined ? law : lawWithNorms(law, objectAt(norms, "norms"));
  const given = listAt(interpretations, "interpretations").map((one, index) => interpretationAt(law, one, index));
  const made = given.length === 0 ? decided : lawInterpreted(decided, given);
  if (kept.size >= KEPT) kept.clear();
  kept.set(key, made);
  return made;
}

function lawWithNorms(law: Law, norms: Line): Law {
  const decisions = new Map(law.norms);
  for (const [key, value] of Object.entries(norms)) {
    const path = `norms.${key}`;
    const refusal = refusalOfNorm([law.regulation, ...law.upper], key);
    if (refusal !== null) throw new FactsFault(path, refusal.message);
    decisions.set(key, normDecisionAt(value, path));
  }
  return lawDecided(law, decisions);
}

function normDecisionAt(value: unknown, path: string): NormDecision {
  if (value === "not-applied") return value;
  if (!isObject(value)) throw fault(path, said(value), normDecisionDue);
  knownFields(value, FIELDS.norm[2], path);
  return { applies: dayAt(required(value, "applies", path), `${path}.applies`) };
}

function interpretationAt(law: Law, value: unknown, index: number): Interpretation {
  const path = `interpretations[${index}]`;
  const one = objectAt(value, path);
  knownFields(one, FIELDS.interpretation[2], path);
  const setting = textAt(required(one, "setting", path), `${path}.setting`);
  const option = textAt(required(one, "value", path), `${path}.value`);
  const refusal = refusalOfSetting(law.regulation, setting, option);
  if (refusal !== null)
    throw new FactsFault(`${path}.${refusal.code === "unknown-setting" ? "setting" : "value"}`, refusal.message);
  const from = dayAt(required(one, "validFrom", path), `${path}.validFrom`);
  const recompute = one["recompute"] === undefined ? false : truthAt(one["recompute"], `${path}.recompute`);
  const number = String(index + 1);
  return { id: number, number, on: from, from, replaces: null, sets: { setting, option, recompute } };
}

const EMPTY: Line = {};

function isObject(value: unknown): value is Line {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function objectAt(value: unknown, path: string): Line {
  if (isObject(value)) return value;
  throw fault(path, said(value), objectDue);
}

function listAt(value: unknown, path: string): readonly unknown[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value;
  throw fault(path, said(value), listDue);
}

function knownFields(one: Line, fields: readonly string[], path: string): void {
  for (const key in one) {
    if (fields.includes(key)) continue;
    const near = nearestTo(key, fields);
    const at = path === "" ? key : `${path}.${key}`;
    throw new FactsFault(at, fieldUnknown(key, near, fields));
  }
}

function required(one: Line, field: string, path: string): unknown {
  const value = one[field];
  if (value === undefined || value === null) throw missing(path === "" ? field : `${path}.${field}`);
  return value;
}

function missing(path: string): FactsFault {
  return new FactsFault(path, fieldMissing(path));
}

function dayAt(value: unknown, path: string): Day {
  const day = typeof value === "string" ? parseDay(value) : null;
  if (day === null) throw fault(path, said(value), dayDue);
  if (day < FIRST_DAY || day > LAST_DAY) throw fault(path, said(value), dayInRange);
  return day;
}

function dayOrNull(value: unknown, path: string): Day | null {
  return value === undefined || value === null ? null : dayAt(value, path);
}

/** The first and the last day that a line can name. */
export const FIRST_DAY = parseDay("1900-01-01") ?? 0;
export const LAST_DAY = parseDay("2199-12-31") ?? 0;

function yearAt(value: unknown, path: string, format: Format): number {
  const [first, last] = format === 1 ? [1, 9999] : [1900, 2199];
  if (typeof value === "number" && Number.isInteger(value) && value >= first && value <= last) return value;
  throw fault(path, said(value), yearBetween(first, last));
}

function countAt(value: unknown, path: string, least: number): number {
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= least) return value;
  throw fault(path, said(value), wholeNumberFrom(least));
}

function truthAt(value: unknown, path: string): boolean {
  if (typeof value === "boolean") return value;
  throw fault(path, said(value), truthDue);
}

function textAt(value: unknown, path: string): string {
  if (typeof value === "string" && value !== "") return value;
  throw fault(path, said(value), textDue);
}

function wordAt<Value>(words: ReadonlyMap<string, Value>, value: unknown, path: string): Value {
  const found = typeof value === "string" ? words.get(value) : undefined;
  if (found !== undefined) return found;
  const names = [...words.keys()];
  const near = typeof value === "string" ? nearestTo(value, names) : null;
  throw fault(path, said(value), oneOfWords(names, near));
}

function fault(path: string, found: string, due: Sentence): FactsFault {
  return new FactsFault(path, valueRefused(path, found, due));
}

function said(value: unknown): string {
  if (value === undefined || value === null) return absentValue;
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function placesOf<One extends { name: Sentence }>(list: readonly One[]): ReadonlyMap<string, One> {
  return new Map(list.map((one) => [one.name.zh, one]));
}

function keysOf<Key extends string>(names: Partial<Record<Key, Sentence>>): ReadonlyMap<string, Key> {
  const found = new Map<string, Key>();
  for (const key in names) found.set(names[key]?.zh ?? "", key);
  return found;
}
