// Every quote stands word for word in the place it cites; …… stands for words left out.
import { piecesOf } from "../clauses.ts";
import type { Pack, Problem } from "../pack.ts";
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

function missingPiece(pack: Pack, cite: string, quote: string): string | null {
  const clause = pack.clauses.find((candidate) => candidate.at === cite);
  if (clause === undefined) return quote;
  return placesOf(bodyOf(clause), quote).find((place) => place.at === null)?.piece ?? null;
}
