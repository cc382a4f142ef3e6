// Every quote stands word for word in the place it cites; …… stands for words left out.
import { placesOf } from "../text/clauses.ts";
import type { Pack, Problem, Rule } from "../pack/pack.ts";
import { bodyOf } from "../text/text.ts";
import { clauseAt, ruleProblem } from "./problem.ts";
import { quoteNotFound, quoteCut } from "./words.ts";

/** The places that a rule quotes; a silence quotes none. */
export function quotesOf(rule: Rule): { rule: Rule; cite: string; quote: string }[] {
  if (rule.kind === "silent") return [];
  const second = rule.kind === "restriction" && rule.also !== null ? [rule.also] : [];
  return [rule, ...second].map(({ cite, quote }) => ({ rule, cite, quote }));
}

export function checkQuotes(pack: Pack): Problem[] {
  return pack.rules.flatMap(quotesOf).flatMap(({ rule, cite, quote }) => {
    const clause = clauseAt(pack, cite);
    // That there is no such place is told as such.
    if (clause === undefined) return [];
    const body = bodyOf(clause);
    const missing = placesOf(body, quote).find((place) => place.at === null);
    if (missing === undefined) return [];
    const like = likest(body, missing.piece);
    return [ruleProblem(pack, rule, quoteNotFound(cite, missing.piece, like))];
  });
}

/** What stands in a clause where the beginning of a piece ends: so that a slip of the hand is seen at once. */
function likest(body: string, piece: string): string | null {
  for (let length = piece.length - 1; length >= 4; length -= 1) {
    const at = body.indexOf(piece.slice(0, length));
    if (at >= 0) return body.slice(at, at + piece.length);
  }
  return null;
}

/**
 * A quote begins and ends where the sentence does, at a sign, or where another quote goes on: half a sentence can say the
 * opposite of the whole. Where …… leaves words out, it may break
 * anywhere, after the sign if there is one.
 */
export function checkQuoteEdges(pack: Pack): Problem[] {
  const quoted = quotedIn(pack);
  const [begun, ended] = [new Set<string>(), new Set<string>()];
  for (const { cite, pieces } of quoted) {
    for (const piece of pieces) {
      begun.add(`${cite} ${piece.from}`);
      ended.add(`${cite} ${piece.to}`);
    }
  }
  return quoted.flatMap(({ rule, cite, quote, body, pieces: own }) => {
    const [from, to] = [own[0]?.from ?? 0, own.at(-1)?.to ?? 0];
    const begins = isEdge(body, from) || ended.has(`${cite} ${from}`);
    const ends = isEdge(body, to) || begun.has(`${cite} ${to}`);
    const skips = own.slice(0, -1).some((piece) => /[，、；：]/u.test(body.charAt(piece.to)));
    if (begins && ends && !skips && !/(?<!…)…(?!…)/u.test(quote)) return [];
    return [ruleProblem(pack, rule, quoteCut(quote))];
  });
}

type Quoted = { rule: Rule; cite: string; quote: string; body: string; pieces: { from: number; to: number }[] };

function quotedIn(pack: Pack): Quoted[] {
  return pack.rules.flatMap(quotesOf).map(({ rule, cite, quote }) => {
    const body = bodyOf(clauseAt(pack, cite) ?? { text: "" });
    const pieces = placesOf(body, quote).flatMap(({ piece, at }) =>
      at === null ? [] : [{ from: at, to: at + piece.length }],
    );
    return { rule, cite, quote, body, pieces };
  });
}

/** The beginning, the end, or beside a sign. */
function isEdge(body: string, at: number): boolean {
  const sign = /[\s，。；：、“”《》（）]/u;
  return at <= 0 || at >= body.length || sign.test(body.charAt(at - 1)) || sign.test(body.charAt(at));
}
