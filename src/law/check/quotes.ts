// Every quote stands word for word in the place it cites; …… stands for words left out.
import { placesOf } from "../clauses.ts";
import type { Pack, Problem, Rule } from "../pack.ts";
import { bodyOf } from "../text.ts";
import { ruleProblem } from "./problem.ts";

export function checkQuotes(pack: Pack): Problem[] {
  return pack.rules.flatMap((rule) => {
    if (rule.kind === "silent") return [];
    const second = rule.kind === "restriction" && rule.also !== null ? [rule.also] : [];
    return [rule, ...second].flatMap(({ cite, quote }) => {
      const missing = missingPiece(pack, cite, quote);
      if (missing === null) return [];
      return [
        ruleProblem(
          pack,
          rule,
          `所引文字不在 ${cite}：“${missing}”`,
          `the quote is not found in ${cite}: “${missing}”`,
        ),
      ];
    });
  });
}

/**
 * A quote begins and ends where the sentence does, at a sign, or where another quote goes on: half a sentence can say the
 * opposite of the whole. Where …… leaves words out, it may break
 * anywhere, after the sign if there is one.
 */
export function checkQuoteEdges(pack: Pack): Problem[] {
  const quoted = quotedIn(pack);
  const pieces = quoted.flatMap((one) => one.pieces.map((piece) => ({ cite: one.cite, ...piece })));
  return quoted.flatMap(({ rule, cite, quote, body, pieces: own }) => {
    const [from, to] = [own[0]?.from ?? 0, own.at(-1)?.to ?? 0];
    const begins = isEdge(body, from) || pieces.some((other) => other.cite === cite && other.to === from);
    const ends = isEdge(body, to) || pieces.some((other) => other.cite === cite && other.from === to);
    const skips = own.slice(0, -1).some((piece) => /[，、；：]/u.test(body.charAt(piece.to)));
    if (begins && ends && !skips && !/(?<!…)…(?!…)/u.test(quote)) return [];
    return [
      ruleProblem(pack, rule, `所引文字不成句：“${quote}”`, `the quote is cut in the middle of the words: “${quote}”`),
    ];
  });
}

type Quoted = { rule: Rule; cite: string; quote: string; body: string; pieces: { from: number; to: number }[] };

function quotedIn(pack: Pack): Quoted[] {
  return pack.rules.flatMap((rule) => {
    if (rule.kind === "silent") return [];
    const second = rule.kind === "restriction" && rule.also !== null ? [rule.also] : [];
    return [rule, ...second].map(({ cite, quote }) => {
      const body = bodyOf(pack.clauses.find((clause) => clause.at === cite) ?? { text: "" });
      const pieces = placesOf(body, quote).flatMap(({ piece, at }) =>
        at === null ? [] : [{ from: at, to: at + piece.length }],
      );
      return { rule, cite, quote, body, pieces };
    });
  });
}

/** The beginning, the end, or beside a sign. */
function isEdge(body: string, at: number): boolean {
  const sign = /[\s，。；：、“”《》（）]/u;
  return at <= 0 || at >= body.length || sign.test(body.charAt(at - 1)) || sign.test(body.charAt(at));
}

function missingPiece(pack: Pack, cite: string, quote: string): string | null {
  const clause = pack.clauses.find((candidate) => candidate.at === cite);
  if (clause === undefined) return quote;
  return placesOf(bodyOf(clause), quote).find((place) => place.at === null)?.piece ?? null;
}
