// The facts format: one line of JSON in Chinese words in, one line out, with no database. It is a
// contract with other systems: field names and words never change without a new format number.
import { z } from "zod";
import { citationKey } from "./citation.ts";
import { citedWords } from "./cited-words.ts";
import { combinationFor, singleMonths } from "./combination.ts";
import type { Sentence } from "./citation.ts";
import type { MeasureRecord, Restriction, SanctionRecord } from "./consequences.ts";
import { formatDay, parseDay } from "./days.ts";
import type { Day } from "./days.ts";
import { answerEligibility } from "./eligibility.ts";
import type { Answer, Facts, LayerAnswer, Question } from "./eligibility.ts";
import { explainAnswer } from "./explanation.ts";
import type { Law } from "./law.ts";
import { refusalsOfSanction } from "./outcome.ts";
import type { Ground, Handling, LevelId, Vocabulary } from "./vocabulary.ts";

export type LineOptions = {
  /** Adds the sentences, the counting of the days, the readings used and the counterfactual. */
  explain?: boolean;
  /** False leaves the upper layer out of the answer. */
  upper?: boolean;
};

export type LineError = { format: 1; id: unknown; error: { path: string; message: string } };

const day = z.string().refine((text) => parseDay(text) !== null, { error: "不是存在的日期 / no such date" });
const word = z.string().min(1);

/** One input line, before its words are looked up in the vocabulary. */
export const lineSchema = z.strictObject({
  format: z.literal(1),
  id: z.union([z.string(), z.number()]).optional(),
  person: z.strictObject({ partyMember: z.boolean().nullish(), level: word.nullish() }).optional(),
  measures: z
    .array(
      z.strictObject({
        kind: word,
        decided: day.nullish(),
        effective: day.nullish(),
        handling: word.nullish(),
        originalLevel: word.nullish(),
        presentLevel: word.nullish(),
        reducedLevel: word.nullish(),
        ground: word.nullish(),
      }),
    )
    .optional(),
  sanctions: z
    .array(
      z.strictObject({
        kind: word,
        effective: day,
        months: z.number().int().nullish(),
        restored: day.nullish(),
      }),
    )
    .optional(),
  consents: z.array(day).optional(),
  openMatters: z.number().int().nonnegative().optional(),
  question: z.strictObject({
    purpose: word,
    date: day.nullish(),
    year: z.number().int().min(1).max(9999).nullish(),
    toLevel: word.nullish(),
  }),
});
type Line = z.infer<typeof lineSchema>;
/** A line that is well formed; whether its words are the law's is for the reading. */
export type FactsObject = Line;

export type ReadLine =
  | { ok: true; id: string | number | null; facts: Facts; question: Question }
  | { ok: false; id: unknown; path: string; message: string };

/** Answers one input line; a bad line gives an object with `error` in place of the answer. */
export function answerLine(law: Law, line: unknown, options: LineOptions = {}): Record<string, unknown> {
  const read = readLine(law, line);
  if (!read.ok) {
    return { format: 1, id: read.id, error: { path: read.path, message: read.message } };
  }
  if (options.explain !== true) {
    return printAnswer(law, read.id, answerEligibility(law, read.facts, read.question), options);
  }
  const explanation = explainAnswer(law, read.facts, read.question, options.upper !== false);
  return {
    ...printAnswer(law, read.id, explanation.answer, options),
    sentences: explanation.sentences,
    arithmetic: explanation.arithmetic,
    readings: explanation.readings.map((reading) => ({
      ...reading,
      alternatives: reading.alternatives.map((other) => ({ ...other, until: printDay(other.until) })),
    })),
    counterfactual: explanation.counterfactual,
  };
}

/** Reads a line into facts and a question; every fault names its place, as in `measures[0].kind`. */
export function readLine(law: Law, line: unknown): ReadLine {
  const parsed = lineSchema.safeParse(line);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const path = issue?.code === "unrecognized_keys" ? [...issue.path, issue.keys[0] ?? ""] : (issue?.path ?? []);
    return { ok: false, id: idOf(line), path: pathText(path), message: issue?.message ?? "invalid" };
  }
  const id = parsed.data.id ?? null;
  try {
    const { facts, question } = translate(law, parsed.data);
    return { ok: true, id, facts, question };
  } catch (error) {
    if (error instanceof Misread) return { ok: false, id, path: error.path, message: error.message };
    throw error;
  }
}

// Thrown and caught inside this file only: it carries the place of the first fault out of the translation.
class Misread extends Error {
  readonly path: string;
  constructor(path: string, message: string) {
    super(message);
    this.path = path;
  }
}

function translate(law: Law, line: Line): { facts: Facts; question: Question } {
  const level = (text: string | null | undefined, path: string): LevelId | null =>
    text === null || text === undefined ? null : idByName(law.vocabulary.levels, text, path);
  const partyMember = line.person?.partyMember ?? null;
  return {
    facts: {
      person: { partyMember, level: level(line.person?.level, "person.level") },
      measures: (line.measures ?? []).map((measure, index) => readMeasure(law, measure, `measures[${index}]`, level)),
      sanctions: (line.sanctions ?? []).map((sanction, index, all) =>
        readSanction(law, sanction, `sanctions[${index}]`, partyMember, all),
      ),
      consents: (line.consents ?? []).map(known),
      openMatters: line.openMatters ?? 0,
    },
    question: readQuestion(law, line.question, level),
  };
}

type ReadLevel = (text: string | null | undefined, path: string) => LevelId | null;

function readMeasure(
  law: Law,
  measure: NonNullable<Line["measures"]>[number],
  path: string,
  level: ReadLevel,
): MeasureRecord {
  const { measures, names } = law.vocabulary;
  const kind = idByName(measures, measure.kind, `${path}.kind`);
  const known_ = measures.find((candidate) => candidate.id === kind);
  if (known_?.subjects.includes("person") !== true) {
    throw new Misread(`${path}.kind`, `${measure.kind}不是对个人的方式 / not a measure for a person`);
  }
  const effective = measure.effective ?? measure.decided;
  if (effective === null || effective === undefined) {
    throw new Misread(`${path}.effective`, "decided 和 effective 至少须有其一 / decided or effective is required");
  }
  const organizational = known_.class === "organizational";
  const handling: Handling | null =
    measure.handling === null || measure.handling === undefined
      ? organizational
        ? "handling"
        : null
      : keyByName(names.handlings, measure.handling, `${path}.handling`);
  const ground: Ground =
    measure.ground === null || measure.ground === undefined
      ? "accountability"
      : keyByName(names.grounds, measure.ground, `${path}.ground`);
  return {
    kind,
    decided: measure.decided === null || measure.decided === undefined ? null : known(measure.decided),
    effective: known(effective),
    handling,
    originalLevel: level(measure.originalLevel, `${path}.originalLevel`),
    presentLevel: level(measure.presentLevel, `${path}.presentLevel`),
    reducedLevel: level(measure.reducedLevel, `${path}.reducedLevel`),
    ground,
  };
}

function readSanction(
  law: Law,
  sanction: NonNullable<Line["sanctions"]>[number],
  path: string,
  partyMember: boolean | null,
  all: readonly { kind: string; effective: string }[],
): SanctionRecord {
  const kind = idByName(law.vocabulary.sanctions, sanction.kind, `${path}.kind`);
  const lengths = law.vocabulary.sanctions.find((candidate) => candidate.id === kind)?.months ?? [];
  const months = sanction.months ?? null;
  if (lengths.length > 0 && (months === null || !lengths.includes(months))) {
    throw new Misread(
      `${path}.months`,
      `${sanction.kind}的 months 应为 ${lengths.join(" 或 ")} / months must be one of ${lengths.join(", ")}`,
    );
  }
  if (lengths.length === 0 && months !== null) {
    const fault = faultOfSetPeriod(law, { kind, effective: known(sanction.effective), months }, all);
    if (fault !== null) throw new Misread(`${path}.months`, fault);
  }
  if (lengths.length === 0 && sanction.restored !== null && sanction.restored !== undefined) {
    throw new Misread(`${path}.restored`, `${sanction.kind}没有恢复权利一说 / no rights are restored after this kind`);
  }
  if (partyMember === false) {
    const refusal = refusalsOfSanction(law, { sanction: kind, partyMember })[0];
    if (refusal !== undefined) {
      throw new Misread(`${path}.kind`, `${refusal.message.zh} / ${refusal.message.en}`);
    }
  }
  const restored = sanction.restored === null || sanction.restored === undefined ? null : known(sanction.restored);
  if (restored !== null && restored < known(sanction.effective)) {
    throw new Misread(`${path}.restored`, "恢复权利早于处分生效 / rights restored before the sanction took effect");
  }
  return { kind, effective: known(sanction.effective), months, restored };
}

// One period for several equal sanctions: not shorter than a single one, not longer than all nor than the clause allows.
function faultOfSetPeriod(
  law: Law,
  { kind, effective, months }: { kind: string; effective: Day; months: number },
  all: readonly { kind: string; effective: string }[],
): string | null {
  const { name } = law.vocabulary.sanctions.find((sanction) => sanction.id === kind) ?? {
    name: { zh: kind, en: kind },
  };
  const clause = combinationFor(law, "set-period", { kind, effective });
  if (clause === null) return `${name.zh}的期限由规定确定，不得另填 / the length is fixed by the norm`;
  const single = singleMonths(law, { kind, effective });
  const equal = all.filter((one) => one.kind === name.zh && parseDay(one.effective) === effective).length;
  const most = Math.min(clause.atMost ?? Infinity, equal > 1 ? single * equal : Infinity);
  if (months >= single && months <= most) return null;
  return `${name.zh}合并的处分期应为 ${single} 至 ${most} 个月（${citedWords(clause.cite).zh}） / the set period is ${single} to ${most} months`;
}

function readQuestion(law: Law, question: Line["question"], level: ReadLevel): Question {
  const purpose = idByName(law.vocabulary.purposes, question.purpose, "question.purpose");
  const asked = law.vocabulary.purposes.find((candidate) => candidate.id === purpose)?.asked;
  const date = question.date ?? null;
  const year = question.year ?? null;
  if (asked === "for-year") {
    if (date !== null) throw new Misread("question.date", `${question.purpose}按年度提问，用 year / asked for a year`);
    if (year === null) throw new Misread("question.year", `${question.purpose}须写明 year / year is required`);
    if (question.toLevel !== null && question.toLevel !== undefined) {
      throw new Misread("question.toLevel", `${question.purpose}不问层次 / no level is asked about`);
    }
    return { purpose, year };
  }
  if (year !== null) throw new Misread("question.year", `${question.purpose}按日期提问，用 date / asked on a date`);
  if (date === null) throw new Misread("question.date", `${question.purpose}须写明 date / date is required`);
  return { purpose, date: known(date), toLevel: level(question.toLevel, "question.toLevel") };
}

type Named = { id: string; name: Sentence };

function idByName(list: readonly Named[], text: string, path: string): string {
  const found = list.find((candidate) => candidate.name.zh === text);
  if (found !== undefined) return found.id;
  const names = list.map((candidate) => candidate.name.zh).join("、");
  throw new Misread(path, `“${text}”不在词表内：${names} / not among these words`);
}

function keyByName<Key extends string>(names: Record<Key, Sentence>, text: string, path: string): Key {
  for (const key in names) if (names[key].zh === text) return key;
  throw new Misread(path, `“${text}”不在词表内 / unknown word`);
}

// The schema has refused dates that do not exist.
function known(text: string): Day {
  const found = parseDay(text);
  if (found === null) throw new RangeError(`${text} passed the schema and is no date`);
  return found;
}

function printAnswer(
  law: Law,
  id: string | number | null,
  answer: Answer,
  options: LineOptions,
): Record<string, unknown> {
  const regulationOnly = options.upper === false;
  const restrictions = answer.restrictions.filter((one) => !regulationOnly || one.layer === "regulation");
  const overall = regulationOnly ? answer.layers.regulation : answer;
  const layers = regulationOnly
    ? { regulation: printLayer(answer.layers.regulation) }
    : { regulation: printLayer(answer.layers.regulation), upper: printLayer(answer.layers.upper) };
  return {
    format: 1,
    id,
    answer: overall.answer,
    until: printDay(overall.until),
    layers,
    restrictions: restrictions.map((one) => printRestriction(law.vocabulary, one)),
    notes: answer.notes.map((note) => note.zh),
  };
}

function printLayer(layer: LayerAnswer): Record<string, unknown> {
  return {
    answer: layer.answer,
    until: printDay(layer.until),
    citations: layer.citations.map((citation) => citationKey(citation)),
  };
}

function printRestriction(vocabulary: Vocabulary, one: Restriction): Record<string, unknown> {
  return {
    bars: vocabulary.purposes.find((purpose) => purpose.id === one.bars)?.name.zh ?? one.bars,
    from: formatDay(one.from),
    until: formatDay(one.until),
    baseline: one.baseline,
    layer: one.layer,
    cites: citationKey(one.cite),
    because: one.because,
  };
}

const printDay = (value: Day | null): string | null => (value === null ? null : formatDay(value));

function idOf(line: unknown): unknown {
  if (typeof line !== "object" || line === null || !("id" in line)) return null;
  return typeof line.id === "string" || typeof line.id === "number" ? line.id : null;
}

function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, part) =>
      typeof part === "number" ? `${text}[${part}]` : text === "" ? String(part) : `${text}.${String(part)}`,
    "",
  );
}
