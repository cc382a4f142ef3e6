// Many lines of the facts format at once: what `answerLine` answers, as text, for files of millions of lines.
import { citationKey } from "./citation.ts";
import type { Citation, Sentence } from "./citation.ts";
import { hasColumns } from "./column-table.ts";
import type { Restriction } from "./consequences.ts";
import { formatDay } from "./days.ts";
import type { Day } from "./days.ts";
import { assess, citationsIn, lastDayIn } from "./eligibility.ts";
import type { Assessment, LayerName, LayerVerdict } from "./eligibility.ts";
import { notesOf } from "./explain.ts";
import { answerLine, printFault } from "./facts.ts";
import type { LineOptions } from "./facts.ts";
import { FactsFault, readFacts } from "./facts-reader.ts";
import type { ReadFacts } from "./facts-reader.ts";
import { countKeys, countWrittenKeys, doubledKey } from "./json-keys.ts";
import type { Law } from "./law.ts";
import { compileReasons } from "./reason-texts.ts";
import { PERMANENT } from "./table.ts";
import type { LevelId } from "./vocabulary.ts";
import { verdictOf } from "./verdict.ts";

/** The answer to one line as the JSON text of one line; `bad` when it is an error. */
export type LineAnswer = { text: string; bad: boolean };
/** Answers one line, without its end; null stands for a line that is not UTF-8. */
export type AnswerLine = (line: string | null) => LineAnswer;

/** An engine for many lines; its texts are those of `JSON.stringify(answerLine(…))`, byte for byte. */
export function compileLines(law: Law, options: LineOptions = {}): AnswerLine {
  const inColumns = hasColumns(law);
  const alone = options.upper === false;
  // What restrictions begin with, by what they bar, and go on with after their days, by clause (of one layer) and baseline.
  const beginnings = new Map(
    law.vocabulary.purposes.map(({ id, name }) => [id, `{"bars":${JSON.stringify(name.zh)},"from":"`]),
  );
  const reasons = compileReasons();
  const endings = new WeakMap<Citation, Map<LevelId | null, string>>();
  return (line) => {
    if (line === null) return badLine("不是 UTF-8 文本", "not text in UTF-8");
    if (line.trim() === "") return badLine("空行", "a blank line");
    let parsed: unknown;
    try {
      parsed = JSON.parse(line);
    } catch {
      return badLine("不是有效的 JSON", "not valid JSON");
    }
    // JSON.parse keeps the last of two fields of one name in silence.
    if (countWrittenKeys(line) !== countKeys(parsed)) return doubled(parsed, doubledKey(line) ?? "");
    if (options.explain === true) {
      const answer = answerLine(law, parsed, options);
      return { text: JSON.stringify(answer), bad: "error" in answer };
    }
    try {
      return { text: textOf(readFacts(law, parsed)), bad: false };
    } catch (error) {
      if (error instanceof FactsFault) return { text: JSON.stringify(printFault(error)), bad: true };
      throw error;
    }
  };

  function textOf(read: ReadFacts): string {
    const { facts, question } = read;
    // The columns' loop says of one measure and one sanction at a small part of the cost whether anything is to be counted out.
    const single = inColumns && read.law === law && facts.measures.length < 2 && facts.sanctions.length < 2;
    const quick = single ? verdictOf(law, facts, question).answer : "barred";
    // A yes may rest on a consent, and then names its clause.
    const nothing = quick === "clear" && facts.consents.length === 0;
    const nothingBears = quick === "clear" || quick === "needs-consent";
    const assessed = nothing ? NOTHING : assess(read.law, facts, question, nothingBears);
    return printed(read, assessed, notesOf(read.law, facts, question, assessed.bearings));
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
    const said = notes.length === 0 ? "" : notes.map((note) => JSON.stringify(note)).join();
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

/** The answer to a line that cannot be read at all. */
export function badLine(zh: string, en: string): LineAnswer {
  return { text: JSON.stringify(printFault(new FactsFault("", { zh, en }))), bad: true };
}

function doubled(parsed: unknown, key: string): LineAnswer {
  const words = { zh: `字段“${key}”写了两次，应只写一次`, en: `the field ${key} is given twice` };
  const format = typeof parsed === "object" && parsed !== null && "format" in parsed && parsed.format === 1 ? 1 : 2;
  const id = typeof parsed === "object" && parsed !== null && "id" in parsed ? parsed.id : null;
  const known = typeof id === "string" || typeof id === "number" ? id : null;
  return { text: JSON.stringify(printFault(new FactsFault(key, words, format, known))), bad: true };
}

const CLEAR: LayerVerdict = { answer: "clear", until: null, cite: null };
const NOTHING: Assessment = {
  answer: "clear",
  until: null,
  regulation: CLEAR,
  upper: CLEAR,
  bearings: [],
  causes: [],
  consent: null,
  pending: null,
};
const CLEAR_LAYER = '{"answer":"clear","until":null,"citations":[]}';

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

const dayText = (day: Day | null): string => {
  const last = lastDayIn(day);
  return last === null ? "null" : `"${formatDay(last)}"`;
};
