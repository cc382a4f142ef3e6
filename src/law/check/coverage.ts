// Every word of the articles is claimed by a rule that quotes it, or excused with a reason.
import { placesOf } from "../text/clauses.ts";
import type { Pack, Problem } from "../pack/pack.ts";
import { bodyOf } from "../text/text.ts";
import { textProblem } from "./problem.ts";
import { quotesOf } from "./quotes.ts";
import { mendRunTogether, mendUnclaimed, wordsRunTogether, wordsUnclaimed } from "./words.ts";

export function checkCoverage(pack: Pack): Problem[] {
  const quotes = Map.groupBy(pack.rules.flatMap(quotesOf), (one) => one.cite);
  return pack.clauses
    .filter((clause) => clause.at !== "")
    .flatMap((clause) => {
      const body = bodyOf(clause);
      const places = (quotes.get(clause.at) ?? []).flatMap(({ quote }) => spansOf(body, quote));
      return [
        ...unclaimedIn(body, places).map((words) => textProblem(pack, clause, wordsUnclaimed(words), mendUnclaimed)),
        ...runTogetherIn(pack, body, places).map((words) =>
          textProblem(pack, clause, wordsRunTogether(words), mendRunTogether),
        ),
      ];
    });
}

const sign = /[\s，。；：、“”《》（）]/u;

/** From where to before which letter of a clause a piece of a quote stands. */
type Span = { at: number; end: number };

function spansOf(body: string, quote: string): Span[] {
  return placesOf(body, quote).flatMap(({ piece, at }) => (at === null ? [] : [{ at, end: at + piece.length }]));
}

/** Where one quote ends and another begins at once, without the sign that parts two sentences of a text: some words of both. */
function runTogetherIn(pack: Pack, body: string, places: readonly Span[]): string[] {
  const starts = new Set(places.map(({ at }) => at));
  const ends = new Set(places.map(({ end }) => end));
  return [...ends]
    .filter((end) => starts.has(end) && !sign.test(body.charAt(end - 1)) && !sign.test(body.charAt(end)))
    .filter((end) => !pack.vocabulary.marks.goesOn.some((word) => body.startsWith(word, end)))
    .map((end) => body.slice(Math.max(0, end - 4), end + 4));
}

/** The words of a clause that none of these quotes has, in order; punctuation and space need no rule. */
function unclaimedIn(body: string, places: readonly Span[]): string[] {
  const claimed = new Uint8Array(body.length);
  for (const { at, end } of places) claimed.fill(1, at, end);
  const unclaimed: string[] = [];
  let run = "";
  for (let index = 0; index < body.length; index += 1) {
    const letter = body.charAt(index);
    if (claimed[index] === 1 || sign.test(letter)) {
      if (run !== "") unclaimed.push(run);
      run = "";
    } else {
      run += letter;
    }
  }
  if (run !== "") unclaimed.push(run);
  return unclaimed;
}
