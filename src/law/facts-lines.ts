// Many lines of the facts format at once: what `answerLine` answers, as text, for files of millions of lines.
import type { Citation } from "./citation.ts";
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

/** The answer to one parsed line as the JSON text of one line; `bad` when it is an error. */
export type LineAnswer = { text: string; bad: boolean };

/** An engine for many lines; its texts are those of `JSON.stringify(answerLine(…))`, byte for byte. */
export function compileLines(law: Law, options: LineOptions = {}): (line: unknown) => LineAnswer {
  const read = compileReader(law);
  const purposes = new Map(law.vocabulary.purposes.map(({ id, name }) => [id, JSON.stringify(name.zh)]));
  const levels = new Map(law.vocabulary.levels.map(({ id }) => [id, JSON.stringify(id)]));
  return (line) => {
    const known = options.explain === true ? null : read(line);
    if (known === null) {
      const answer = answerLine(law, line, options);
      return { text: JSON.stringify(answer), bad: "error" in answer };
    }
    return { text: textOf(known), bad: false };
  };

  function textOf(known: ReadFacts): string {
    const { facts, question, id } = known;
    const assessed = assess(law, facts, question);
    const { regulation, upper } = assessed;
    const alone = options.upper === false;
    const overall = alone ? regulation : assessed;
    const head = `{"format":1,"id":${id === null ? "null" : JSON.stringify(id)},"answer":"${overall.answer}","until":${dayText(overall.until)},"layers":{"regulation":`;
    const layers = alone
      ? `${layerText(regulation, "regulation", assessed)}}`
      : `${layerText(regulation, "regulation", assessed)},"upper":${layerText(upper, "upper", assessed)}}`;
    let restrictions = "";
    for (const { restriction } of assessed.bearings) {
      if (alone && restriction.layer === "upper") continue;
      restrictions += restrictions === "" ? restrictionText(restriction) : `,${restrictionText(restriction)}`;
    }
    let notes = "";
    for (const note of notesOf(law, facts, question, assessed.bearings)) {
      notes += notes === "" ? JSON.stringify(note.zh) : `,${JSON.stringify(note.zh)}`;
    }
    return `${head}${layers},"restrictions":[${restrictions}],"notes":[${notes}]}`;
  }

  function restrictionText({ bars, from, until, baseline, layer, cite, because }: Restriction): string {
    const level = baseline === null ? "null" : levels.get(baseline);
    const cause = typeof because === "number" ? String(because) : `"${because}"`;
    return `{"bars":${purposes.get(bars)},"from":"${formatDay(from)}","until":"${formatDay(until)}","baseline":${level},"layer":"${layer}","cites":"${cite.pack}#${cite.at}","because":${cause}}`;
  }
}

function layerText(verdict: LayerVerdict, layer: "regulation" | "upper", assessed: Assessment): string {
  return `{"answer":"${verdict.answer}","until":${dayText(verdict.until)},"citations":[${citationsText(layer, verdict, assessed)}]}`;
}

function citationsText(layer: "regulation" | "upper", verdict: LayerVerdict, assessed: Assessment): string {
  if (verdict.cite !== null) return keyText(verdict.cite);
  let text = "";
  const add = (citation: Citation): void => {
    const key = keyText(citation);
    if (!text.includes(key)) text += text === "" ? key : `,${key}`;
  };
  for (const { restriction } of assessed.bearings) {
    if (restriction.layer !== layer) continue;
    add(restriction.cite);
    if (restriction.combined !== null) add(restriction.combined);
  }
  return text;
}

// Packs and anchors are made of letters, digits, points and dashes: nothing to escape.
const keyText = ({ pack, at }: Citation): string => `"${pack}#${at}"`;
const dayText = (day: Day | null): string => (day === null ? "null" : `"${formatDay(day)}"`);
