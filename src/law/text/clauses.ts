// What each clause of the text does in the software: for the text and the rule side by side.
import type { Sentence } from "./citation.ts";
import type { Pack, Rule } from "../pack/pack.ts";
import type { Clause } from "./text.ts";

/** A rule that rests on a clause; `pieces` are the parts of the quote, verbatim in the clause. */
export type ClauseClaim = {
  kind: string;
  id: string;
  quote: string;
  pieces: string[];
  summary: Sentence;
};

export type ClauseView = {
  at: string;
  role: Clause["role"];
  label: Sentence;
  text: string;
  line: number;
  claims: ClauseClaim[];
  /** Why words of this clause carry no rule. */
  excuse: Sentence | null;
  /** Questions on which the clause says nothing, with the reason for each. */
  silences: Sentence[];
  /** What the clause asks for and the software leaves to people, in words. */
  outOfScope: Sentence[];
};

/** Every part of the text in order, with the rules that rest on it. */
export function clausesOf(pack: Pack): ClauseView[] {
  return pack.clauses.map((clause) => {
    const here = clause.at === "" ? [] : pack.rules.filter((rule) => rule.cite === clause.at);
    return {
      ...clause,
      claims: here.flatMap((rule) => (rule.kind === "silent" || rule.kind === "excuse" ? [] : [claimOf(rule)])),
      excuse: joined(here.flatMap((rule) => (rule.kind === "excuse" ? [rule.reason] : []))),
      silences: here.flatMap((rule) => (rule.kind === "silent" ? [rule.reason] : [])),
      outOfScope: here.flatMap((rule) => (rule.kind === "out-of-scope" ? [rule.reason] : [])),
    };
  });
}

function claimOf({ kind, id, quote, summary }: Exclude<Rule, { kind: "silent" | "excuse" }>): ClauseClaim {
  return { kind, id, quote, pieces: piecesOf(quote), summary };
}

/** The parts of a quote between its …… ; each stands verbatim in the text, in this order. */
function piecesOf(quote: string): string[] {
  return quote.split("……").filter((piece) => piece !== "");
}

/** Where each piece of a quote stands in the body of its clause; null for a piece that is not there. */
export function placesOf(body: string, quote: string): { piece: string; at: number | null }[] {
  let from = 0;
  return piecesOf(quote).map((piece) => {
    const at = body.indexOf(piece, from);
    if (at < 0) return { piece, at: null };
    from = at + piece.length;
    return { piece, at };
  });
}

function joined(sentences: readonly Sentence[]): Sentence | null {
  if (sentences.length === 0) return null;
  return {
    zh: sentences.map((sentence) => sentence.zh).join("；"),
    en: sentences.map((sentence) => sentence.en).join("; "),
  };
}
