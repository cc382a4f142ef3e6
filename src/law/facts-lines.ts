// Many lines of the facts format at once: what `answerLine` answers, as text, for files of millions of lines.
import type { Bearing } from "./bearing.ts";
import { citationKey } from "./citation.ts";
import type { Citation, Sentence } from "./citation.ts";
import type { Restriction } from "./consequences.ts";
import { formatDay } from "./days.ts";
import type { Day } from "./days.ts";
import { assess } from "./eligibility.ts";
import type { Assessment, LayerVerdict } from "./eligibility.ts";
import { notesOf } from "./explain.ts";
import { answerLine } from "./facts.ts";
import type { LineOptions } from "./facts.ts";
import { compileReader } from "./facts-reader.ts";
import type { ReadFacts } from "./facts-reader.ts";
import type { Law } from "./law.ts";
import type { LevelId } from "./vocabulary.ts";
import { hasColumns, verdictOf } from "./verdict.ts";

/** The answer to one line as the JSON text of one line; `bad` when it is an error. */
export type LineAnswer = { text: string; bad: boolean };
/** Answers the line from the byte `from` to the byte before `to`; null for a line of nothing but space. */
export type AnswerLine<Bytes extends Uint8Array> = (bytes: Bytes, from: number, to: number) => LineAnswer | null;
/** The text of some bytes in UTF-8. */
export type Decode<Bytes extends Uint8Array> = (bytes: Bytes, from: number, to: number) => string;

/** An engine for many lines; its texts are those of `JSON.stringify(answerLine(…))`, byte for byte. */
export function compileLines<Bytes extends Uint8Array>(
  law: Law,
  decode: Decode<Bytes>,
  options: LineOptions = {},
): AnswerLine<Bytes> {
  const read = compileReader(law);
  const inColumns = hasColumns(law);
  const alone = options.upper === false;
  // What restrictions begin with, by what they bar, and go on with after their days, by clause (of one layer) and baseline.
  const beginnings = new Map(
    law.vocabulary.purposes.map(({ id, name }) => [id, `{"bars":${JSON.stringify(name.zh)},"from":"`]),
  );
  const endings = new WeakMap<Citation, Map<LevelId | null, string>>();
  // What most lines of a long list say after their id, written once.
  const clear = printed("", NOTHING, []);
  return (bytes, from, to) => {
    const known = options.explain === true ? null : read(bytes, from, to);
    if (known === null) return answerInFull(decode(bytes, from, to));
    const { id } = known;
    const written = typeof id === "object" && id !== null ? decode(bytes, id.from, id.to) : String(id);
    return { text: textOf(`{"format":1,"id":${written}`, known), bad: false };
  };

  function answerInFull(line: string): LineAnswer | null {
    if (line.trim() === "") return null;
    let parsed: unknown;
    try {
      parsed = JSON.parse(line);
    } catch {
      return NOT_JSON;
    }
    const answer = answerLine(law, parsed, options);
    return { text: JSON.stringify(answer), bad: "error" in answer };
  }

  function textOf(head: string, { facts, question }: ReadFacts): string {
    // The columns' loop says of one measure and one sanction at a small part of the cost whether anything is to be counted out.
    const single = inColumns && facts.measures.length < 2 && facts.sanctions.length < 2;
    const quick = single ? verdictOf(law, facts, question).answer : "barred";
    // A yes may rest on a consent, and then names its clause.
    const nothing = quick === "clear" && facts.consents.length === 0;
    const bears = quick === "barred" || quick === "needs-confirmation";
    const assessed = nothing ? NOTHING : assess(law, facts, question, !bears);
    const notes = notesOf(law, facts, question, assessed.bearings);
    return nothing && notes.length === 0 ? head + clear : printed(head, assessed, notes);
  }

  function printed(head: string, assessed: Assessment, notes: readonly Sentence[]): string {
    const { regulation, upper, bearings } = assessed;
    const { answer, until } = alone ? regulation : assessed;
    const layers = alone
      ? layerText(regulation, "regulation", bearings)
      : `${layerText(regulation, "regulation", bearings)},"upper":${layerText(upper, "upper", bearings)}`;
    let restrictions = "";
    for (const { restriction } of bearings) {
      if (alone && restriction.layer === "upper") continue;
      if (restrictions !== "") restrictions += ",";
      restrictions += restrictionText(restriction);
    }
    let said = "";
    for (const note of notes) {
      if (said !== "") said += ",";
      said += JSON.stringify(note.zh);
    }
    return `${head},"answer":"${answer}","until":${dayText(until)},"layers":{"regulation":${layers}},"restrictions":[${restrictions}],"notes":[${said}]}`;
  }

  function restrictionText({ bars, from, until, baseline, layer, cite, because }: Restriction): string {
    let ends = endings.get(cite);
    if (ends === undefined) endings.set(cite, (ends = new Map<LevelId | null, string>()));
    let end = ends.get(baseline);
    if (end === undefined) {
      end = `","baseline":${JSON.stringify(baseline)},"layer":"${layer}","cites":${keyText(cite)},"because":`;
      ends.set(baseline, end);
    }
    const cause = typeof because === "number" ? String(because) : `"${because}"`;
    return `${beginnings.get(bars)}${formatDay(from)}","until":"${formatDay(until)}${end}${cause}}`;
  }
}

const NOT_JSON: LineAnswer = {
  text: JSON.stringify({ format: 1, id: null, error: { path: "", message: "不是有效的 JSON / not valid JSON" } }),
  bad: true,
};
const CLEAR: LayerVerdict = { answer: "clear", until: null, cite: null };
const NOTHING: Assessment = {
  answer: "clear",
  until: null,
  regulation: CLEAR,
  upper: CLEAR,
  bearings: [],
  pending: null,
};
const CLEAR_LAYER = '{"answer":"clear","until":null,"citations":[]}';

function layerText(
  { answer, until, cite }: LayerVerdict,
  layer: "regulation" | "upper",
  bearings: readonly Bearing[],
): string {
  if (answer === "clear" && cite === null) return CLEAR_LAYER;
  const citations = cite === null ? citationsText(layer, bearings) : keyText(cite);
  return `{"answer":"${answer}","until":${dayText(until)},"citations":[${citations}]}`;
}

function citationsText(layer: "regulation" | "upper", bearings: readonly Bearing[]): string {
  let text = "";
  const add = (citation: Citation): void => {
    const key = keyText(citation);
    if (text === "") text = key;
    else if (!text.includes(key)) text += `,${key}`;
  };
  for (const { restriction } of bearings) {
    if (restriction.layer !== layer) continue;
    add(restriction.cite);
    if (restriction.combined !== null) add(restriction.combined);
  }
  return text;
}

// A law has some dozens of citations, and every answer names the same ones again. Packs and anchors are made of letters,
// digits, points and dashes: nothing to escape.
const keys = new WeakMap<Citation, string>();

function keyText(citation: Citation): string {
  let key = keys.get(citation);
  if (key === undefined) keys.set(citation, (key = `"${citationKey(citation)}"`));
  return key;
}

const dayText = (day: Day | null): string => (day === null ? "null" : `"${formatDay(day)}"`);
