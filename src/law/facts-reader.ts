// Reads well-formed lines of the facts format straight from their bytes. It knows no faults: whatever it does not recognise at
// once it leaves (null) to the full reader, which finds the place of the fault or reads it after all.
import type { MeasureRecord, SanctionRecord } from "./consequences.ts";
import type { Facts, Question } from "./eligibility.ts";
import { makeScanner, wordsOf } from "./json-scanner.ts";
import type { Law } from "./law.ts";
import type { Ground, Handling } from "./vocabulary.ts";

/** `id` is a number, where the id stands in the bytes with its quotation marks, or null for none. */
export type ReadFacts = { id: number | { from: number; to: number } | null; facts: Facts; question: Question };
/** Reads the line from the byte `from` to the byte before `to`. */
export type FactsReader = (bytes: Uint8Array, from: number, to: number) => ReadFacts | null;

/** A reader for the words of one law. */
export function compileReader(law: Law): FactsReader {
  const { vocabulary } = law;
  const levels = wordsOf(vocabulary.levels.map(({ name, id }) => [name.zh, id]));
  const measures = wordsOf(
    vocabulary.measures
      .filter((measure) => measure.subjects.includes("person"))
      .map(({ name, id, class: of }) => [name.zh, { id, handling: of === "organizational" ? handled : null }]),
  );
  // Kinds with lengths of their own, a set period or for members only have more to be checked by the full reader.
  const sanctions = wordsOf(vocabulary.sanctions.map(({ name, id, months }) => [name.zh, { id, months }]));
  const purposes = wordsOf(vocabulary.purposes.map(({ name, id, asked }) => [name.zh, { id, asked }]));
  const handlings = wordsOf(namesIn<Handling>(vocabulary.names.handlings));
  const grounds = wordsOf(namesIn<Ground>(vocabulary.names.grounds));
  const scan = makeScanner();

  const levelOrNull = () => scan.takeWordOrNull(levels);
  const takePerson = scan.objectOf([
    ["partyMember", scan.takeTruthOrNull],
    ["level", levelOrNull],
  ]);
  const takeMeasure = scan.objectOf([
    ["kind", () => scan.takeWord(measures)],
    ["decided", scan.takeDayOrNull],
    ["effective", scan.takeDayOrNull],
    ["handling", () => scan.takeWordOrNull(handlings)],
    ["ground", () => scan.takeWordOrNull(grounds)],
    ["originalLevel", levelOrNull],
    ["presentLevel", levelOrNull],
    ["reducedLevel", levelOrNull],
  ]);
  const takeSanction = scan.objectOf([
    ["kind", () => scan.takeWord(sanctions)],
    ["effective", scan.takeDay],
    ["months", scan.takeCountOrNull],
    ["restored", scan.takeDayOrNull],
  ]);
  const takeQuestion = scan.objectOf([
    ["purpose", () => scan.takeWord(purposes)],
    ["date", scan.takeDayOrNull],
    ["year", scan.takeCountOrNull],
    ["toLevel", levelOrNull],
  ]);
  const takeLine = scan.objectOf([
    ["format", scan.takeCount],
    ["id", () => (scan.isString() ? scan.takePlainString() : scan.takeCount())],
    ["person", readPerson],
    ["measures", () => scan.takeList(readMeasure)],
    ["sanctions", () => scan.takeList(readSanction)],
    ["consents", () => scan.takeList(scan.takeDay)],
    ["openMatters", scan.takeCount],
    ["question", readQuestion],
  ]);

  return (bytes, from, to) => {
    scan.begin(bytes, from, to);
    const line = takeLine();
    if (line === undefined || !scan.atEnd()) return null;
    const [
      format,
      id = null,
      person = NOBODY,
      measured = [],
      sanctioned = [],
      consents = [],
      openMatters = 0,
      question,
    ] = line;
    if (format !== 1 || question === undefined) return null;
    // Who is no Party member can have no Party discipline: the full reader says by which clause.
    if (person.partyMember === false && sanctioned.length > 0) return null;
    return { id, facts: { person, measures: measured, sanctions: sanctioned, consents, openMatters }, question };
  };

  function readPerson(): Facts["person"] | undefined {
    const person = takePerson();
    if (person === undefined) return undefined;
    const [partyMember = null, level = null] = person;
    return { partyMember, level };
  }

  function readMeasure(): MeasureRecord | undefined {
    const measure = takeMeasure();
    if (measure === undefined) return undefined;
    const [
      kind,
      decided = null,
      given,
      handling,
      ground,
      originalLevel = null,
      presentLevel = null,
      reducedLevel = null,
    ] = measure;
    const effective = given ?? decided;
    if (kind === undefined || effective === null) return undefined;
    return {
      kind: kind.id,
      decided,
      effective,
      handling: handling ?? kind.handling,
      originalLevel,
      presentLevel,
      reducedLevel,
      ground: ground ?? accountability,
    };
  }

  function readSanction(): SanctionRecord | undefined {
    const sanction = takeSanction();
    if (sanction === undefined) return undefined;
    const [kind, effective, months = null, restored = null] = sanction;
    if (kind === undefined || effective === undefined) return undefined;
    const known =
      kind.months.length === 0 ? restored === null && months === null : months !== null && kind.months.includes(months);
    if (!known || (restored !== null && restored < effective)) return undefined;
    return { kind: kind.id, effective, months, restored };
  }

  function readQuestion(): Question | undefined {
    const question = takeQuestion();
    if (question === undefined) return undefined;
    const [purpose, date = null, year = null, toLevel = null] = question;
    if (purpose === undefined) return undefined;
    if (purpose.asked === "for-year") {
      if (year === null || year < 1 || year > 9999 || date !== null || toLevel !== null) return undefined;
      return { purpose: purpose.id, year };
    }
    return date === null || year !== null ? undefined : { purpose: purpose.id, date, toLevel };
  }
}

const handled: Handling = "handling";
const accountability: Ground = "accountability";
const NOBODY: Facts["person"] = { partyMember: null, level: null };

function namesIn<Key extends string>(names: Partial<Record<Key, { zh: string }>>): [string, Key][] {
  const found: [string, Key][] = [];
  for (const key in names) found.push([names[key]?.zh ?? "", key]);
  return found;
}
