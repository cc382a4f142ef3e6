// Asks the engine and the second implementation the same questions and says where they part.

import { answerLine } from "#law/bulk/facts.ts";
import type { Law } from "#law/compile/law.ts";
import { answerSecond } from "./answer.ts";
import { GOVERNMENT_SANCTIONS, type FactLine, type Outcome, type Restriction } from "./facts.ts";
import { effectiveOn } from "./norms.ts";
import { randomFacts } from "./random-facts.ts";
import type { LineError } from "./read.ts";
import { DEFAULTS, type Readings } from "./readings.ts";

export type Disagreement = { facts: FactLine; engine: string[]; second: string[] };

/** How many fact sets were asked, how often each answer and each reason came, and where the two part (the first few). */
export type Agreement = {
  asked: number;
  answers: Record<string, number>;
  reasons: Record<string, number>;
  parted: number;
  first: Disagreement[];
};

/** `base`: the settings with which the law was loaded. */
export function compareOn(law: Law, count: number, seed: number, base: Readings = DEFAULTS): Agreement {
  const found: Agreement = { asked: 0, answers: {}, reasons: {}, parted: 0, first: [] };
  for (const facts of randomFacts(seed)) {
    if (found.asked === count) break;
    found.asked += 1;
    const outcome = answerSecond(facts, base);
    const second = writtenAnswer(facts, outcome);
    const engine = writtenAnswer(facts, answerLine(law, facts));
    count1(found.answers, "error" in outcome ? "error" : outcome.answer);
    if (!("error" in outcome)) for (const reason of outcome.reasons) count1(found.reasons, reason);
    if (engine.join("\n") === second.join("\n")) continue;
    found.parted += 1;
    if (found.first.length < 5) found.first.push({ facts, engine, second });
  }
  return found;
}

/** In words: the figures, and each difference with its facts. */
export function describeAgreement({ asked, answers, reasons, parted, first }: Agreement): string {
  const words = [...Object.entries(answers), ...Object.entries(reasons)].map(([word, count]) => `${word} ${count}`);
  const differences = first.map(({ facts, engine, second }) => {
    const only = (one: string[], other: string[]): string => one.filter((line) => !other.includes(line)).join("; ");
    return `${JSON.stringify(facts)}\n  engine: ${only(engine, second)}\n  second: ${only(second, engine)}`;
  });
  return [`${asked} asked, ${parted} answered differently (${words.join(", ")})`, ...differences].join("\n");
}

/** What is compared, a line each. */
function writtenAnswer(facts: FactLine, answer: object): string[] {
  // A line of the facts format, of whoever answers, has the shape of an outcome or of an error.
  const outcome = answer as Outcome | LineError;
  if ("error" in outcome) return [`error ${outcome.error.path}`];
  const { regulation, upper } = outcome.layers;
  return [
    `answer ${outcome.answer} ${outcome.until}${outcome.permanent ? " for good" : ""}`,
    `regulation ${regulation.answer} ${regulation.until}`,
    `upper ${upper.answer} ${upper.until}`,
    `reasons ${sorted(outcome.reasons.map(codeOf)).join(" ")}`,
    ...sorted(withoutContained(facts, outcome.restrictions).map(writtenRestriction)),
  ];
}

/** The engine tells of each reason also in words. */
export function codeOf(reason: string | { code: string }): string {
  return typeof reason === "string" ? reason : reason.code;
}

/** Several norms may close the same thing of the same record, one perhaps for a shorter time: the longest says it all. */
function withoutContained(facts: FactLine, restrictions: readonly Restriction[]): Restriction[] {
  const list = restrictions.map((one) => ({ ...one, because: firstOfEquals(facts, one.because) }));
  return list.filter(
    (one) =>
      !list.some(
        (other) =>
          other.layer === one.layer &&
          other.because === one.because &&
          other.bars === one.bars &&
          other.baseline === one.baseline &&
          isWider(other, one),
      ),
  );
}

function isWider(one: Restriction, other: Restriction): boolean {
  const [last, otherLast] = [one.until ?? "9999-12-31", other.until ?? "9999-12-31"];
  return one.from <= other.from && last >= otherLast && (one.from < other.from || last > otherLast);
}

/** Equal government sanctions of one day are one restriction: by which of them does not matter. */
function firstOfEquals(facts: FactLine, because: number | string): number | string {
  if (typeof because === "number") return because;
  const sanction = facts.sanctions[Number(because.slice("sanction:".length))];
  if (sanction === undefined || !(GOVERNMENT_SANCTIONS as readonly string[]).includes(sanction.kind)) return because;
  const first = facts.sanctions.findIndex(
    (one) => one.kind === sanction.kind && effectiveOn(one) === effectiveOn(sanction),
  );
  return `sanction:${first}`;
}

function writtenRestriction(one: Restriction): string {
  return `bears: ${one.layer} ${one.because} ${one.bars} ${one.from} ${one.until} ${one.baseline}`;
}

function count1(counts: Record<string, number>, word: string): void {
  counts[word] = (counts[word] ?? 0) + 1;
}

function sorted(lines: readonly string[]): string[] {
  return [...new Set(lines)].sort();
}
