// Many lines of the facts format at once: what `answerLine` answers, as text, for files of millions of lines.
import { citationKey } from "../text/citation.ts";
import type { Citation, Sentence } from "../text/citation.ts";
import { answerCodes, hasColumns } from "./column-table.ts";
import { NO_DAY, compileColumns, makeColumns, makeResults, rowIn } from "./columns.ts";
import type { Restriction } from "../reckon/consequences.ts";
import { formatDay, yearOf } from "../reckon/days.ts";
import type { Day } from "../reckon/days.ts";
import { assess, citationsIn, lastDayIn, notesOn } from "../reckon/eligibility.ts";
import type { Assessment, LayerName, LayerVerdict } from "../reckon/eligibility.ts";
import { answerLine, printFault } from "./facts.ts";
import type { LineOptions } from "./facts.ts";
import { compileFiller } from "./facts-filler.ts";
import { FactsFault, idOf, readFacts } from "./facts-reader.ts";
import type { ReadFacts } from "./facts-reader.ts";
import { countKeys, countWrittenKeys, doubledKey } from "./json-keys.ts";
import type { Law } from "../compile/law.ts";
import { compileReasons } from "../explain/reason-texts.ts";
import { PERMANENT } from "../compile/table.ts";
import type { LevelId } from "../pack/vocabulary.ts";
import { lineNotUtf8, lineBlank, lineNotJson, fieldTwice } from "./words.ts";

/** The answer to one line as the JSON text of one line; `bad` when it is an error. */
export type LineAnswer = { text: string; bad: boolean };
/**
 * Answers one line, without its end: the text from one place to another, so that a block of many need not be cut to be looked through.
 * Null stands for a line that is not UTF-8.
 */
export type AnswerLine = (text: string | null, from?: number, to?: number) => LineAnswer;

/** An engine for many lines; its texts are those of `JSON.stringify(answerLine(…))`, byte for byte. */
export function compileLines(law: Law, options: LineOptions = {}): AnswerLine {
  const quick = hasColumns(law) ? compileQuick(law) : () => null;
  const alone = options.upper === false;
  const textOf = compileTexts(law, alone);
  return (text, from = 0, to = text?.length ?? 0) => {
    if (text === null) return badLine(lineNotUtf8);
    const line = text.slice(from, to);
    if (line.trim() === "") return badLine(lineBlank);
    let parsed: unknown;
    try {
      parsed = JSON.parse(line);
    } catch {
      return badLine(lineNotJson);
    }
    // JSON.parse keeps the last of two fields of one name in silence.
    const written = countWrittenKeys(text, from, to);
    // Most lines are plainly well formed and ask about one measure and one sanction at most.
    const known = options.explain === true ? null : quick(parsed, written);
    if (known !== null)
      return { text: known.kind === "clear" ? clearText(known.id, alone) : textOf(known), bad: false };
    if (written !== countKeys(parsed)) return doubled(parsed, doubledKey(line) ?? "");
    if (options.explain === true) {
      const answer = answerLine(law, parsed, options);
      return { text: JSON.stringify(answer), bad: "error" in answer };
    }
    try {
      const read = readFacts(law, parsed);
      return { text: textOf({ ...read, nothingBears: false }), bad: false };
    } catch (error) {
      if (error instanceof FactsFault) return { text: JSON.stringify(printFault(error)), bad: true };
      throw error;
    }
  };
}

/** What is printed of a line that was read, of the regulation alone or of both layers. */
function compileTexts(law: Law, alone: boolean): (read: ReadFacts & { nothingBears: boolean }) => string {
  // What restrictions begin with, by what they bar, and go on with after their days, by clause (of one layer) and baseline.
  const beginnings = new Map(
    law.vocabulary.purposes.map(({ id, name }) => [id, `{"bars":${JSON.stringify(name.zh)},"from":"`]),
  );
  const reasons = compileReasons();
  const endings = new WeakMap<Citation, Map<LevelId | null, string>>();
  return textOf;

  function textOf(read: ReadFacts & { nothingBears: boolean }): string {
    const { facts, question } = read;
    const assessed = assess(read.law, facts, question, read.nothingBears);
    return printed(read, assessed, notesOn(read.law, facts, question, assessed));
  }

  function printed(read: ReadFacts, assessed: Assessment, notes: readonly Sentence[]): string {
    const { regulation, upper, bearings } = assessed;
    const { answer, until } = alone ? regulation : assessed;
    const head = `{"format":${read.format},"id":${JSON.stringify(read.id)},"answer":"${answer}","until":${dayText(until)}`;
    const layers = alone
      ? layerText("regulation", regulation, assessed)
      : `${layerText("regulation", regulation, assessed)},"upper":${layerText("upper", upper, assessed)}`;
    let restrictions = "";
    for (const { restriction } of bearings) {
      if (alone && restriction.layer === "upper") continue;
      if (restrictions !== "") restrictions += ",";
      restrictions += restrictionText(restriction);
    }
    if (read.format === 1) {
      const said = notes.map((note) => JSON.stringify(note.zh)).join();
      return `${head},"layers":{"regulation":${layers}},"restrictions":[${restrictions}],"notes":[${said}]}`;
    }
    const reasons = reasonsText(read, assessed);
    const said = notes.length === 0 ? "" : notes.map(noteText).join();
    return `${head},"permanent":${until === PERMANENT},"layers":{"regulation":${layers}},"restrictions":[${restrictions}],"reasons":[${reasons}],"notes":[${said}]}`;
  }

  function reasonsText({ law: asked, facts, question }: ReadFacts, assessed: Assessment): string {
    const { causes } = assessed;
    if (causes.length === 0) return "";
    const told = alone ? causes.filter(({ layer, code }) => layer !== "upper" || code === "open-matter") : causes;
    return reasons(asked, facts, question, assessed, told);
  }

  function restrictionText({ bars, from, until, baseline, layer, cite, because }: Restriction): string {
    let ends = endings.get(cite);
    if (ends === undefined) endings.set(cite, (ends = new Map<LevelId | null, string>()));
    let end = ends.get(baseline);
    if (end === undefined) {
      end = `,"baseline":${JSON.stringify(baseline)},"layer":"${layer}","cites":${keyText(cite)},"because":`;
      ends.set(baseline, end);
    }
    const cause = typeof because === "number" ? String(because) : `"${because}"`;
    return `${beginnings.get(bars)}${formatDay(from)}","until":${dayText(until)}${end}${cause}}`;
  }
}

function clearText(id: ReadFacts["id"], alone: boolean): string {
  return `{"format":2,"id":${JSON.stringify(id)}${alone ? CLEAR_ALONE : CLEAR_BOTH}`;
}

/** What the columns say of a line of format 2: a clear yes that nothing is to be said to, or the facts, and whether any bar bears on them. */
type Quick = { kind: "clear"; id: ReadFacts["id"] } | ({ kind: "asked"; nothingBears: boolean } & ReadFacts);

/** For a law that can be laid out in columns: null for a line that the full reader has to look at, as where not all of so many fields are known. */
function compileQuick(law: Law): (parsed: unknown, fields: number) => Quick | null {
  const answer = compileColumns(law);
  const row = makeColumns(1);
  const fill = compileFiller(law, row, "counted");
  const result = makeResults(1);
  const isYearly = law.vocabulary.purposes.map(({ asked }) => asked === "for-year");
  return (parsed, fields) => {
    if (fill(0, parsed) !== fields) return null;
    answer(row, result);
    const found = result.answer[0];
    const nothingBears = found === answerCodes.CLEAR || found === answerCodes.CONSENT;
    const id = idOf(parsed);
    // A yes that rests on a consent names the clause that asked for it.
    const isPlain = found === answerCodes.CLEAR && row.consentPerhaps[0] === NO_DAY && law.norms.size === 0;
    if (isPlain && !mayHaveNotes()) return { kind: "clear", id };
    const { facts, question } = rowIn(law, row, 0);
    return { kind: "asked", nothingBears, format: 2, id, law, facts, question };
  };

  // As `notesOn`: a record of later than the day asked about; decided in one year and in effect in another.
  function mayHaveNotes(): boolean {
    const at = (column: Int32Array): number => column[0] ?? 0;
    const isMeasured = at(row.measure) >= 0;
    if (isYearly[at(row.purpose)] === true)
      return isMeasured && at(row.decided) !== NO_DAY && yearOf(at(row.decided)) !== yearOf(at(row.effective));
    const on = at(row.date);
    return (isMeasured && at(row.effective) > on) || (at(row.sanction) >= 0 && at(row.sanctionEffective) > on);
  }
}

/** The answer to a line that cannot be read at all. */
export function badLine(words: Sentence): LineAnswer {
  return { text: JSON.stringify(printFault(new FactsFault("", words))), bad: true };
}

function doubled(parsed: unknown, key: string): LineAnswer {
  const words = fieldTwice(key);
  const format = typeof parsed === "object" && parsed !== null && "format" in parsed && parsed.format === 1 ? 1 : 2;
  return { text: JSON.stringify(printFault(new FactsFault(key, words, format, idOf(parsed)))), bad: true };
}

const CLEAR_LAYER = '{"answer":"clear","until":null,"citations":[]}';

const AFTER_LAYERS = '},"restrictions":[],"reasons":[],"notes":[]}';
const CLEAR_HEAD = ',"answer":"clear","until":null,"permanent":false,"layers":{"regulation":';
const CLEAR_ALONE = `${CLEAR_HEAD}${CLEAR_LAYER}${AFTER_LAYERS}`;
const CLEAR_BOTH = `${CLEAR_HEAD}${CLEAR_LAYER},"upper":${CLEAR_LAYER}${AFTER_LAYERS}`;

function layerText(layer: LayerName, { answer, until, cite }: LayerVerdict, assessed: Assessment): string {
  if (answer === "clear" && cite === null) return CLEAR_LAYER;
  const citations = cite === null ? citationsIn(layer, answer, assessed).map(keyText).join() : keyText(cite);
  return `{"answer":"${answer}","until":${dayText(until)},"citations":[${citations}]}`;
}

// A law has some dozens of citations, and every answer names the same ones again. Packs and anchors are made of letters,
// digits, points and dashes: nothing to escape.
const keys = new WeakMap<Citation, string>();

function keyText(citation: Citation): string {
  let key = keys.get(citation);
  if (key === undefined) keys.set(citation, (key = `"${citationKey(citation)}"`));
  return key;
}

// What a clause adds to its bar is the same sentence each time.
const noted = new WeakMap<Sentence, string>();

function noteText(note: Sentence): string {
  let text = noted.get(note);
  if (text === undefined) noted.set(note, (text = JSON.stringify(note)));
  return text;
}

const dayText = (day: Day | null): string => {
  const last = lastDayIn(day);
  return last === null ? "null" : `"${formatDay(last)}"`;
};
