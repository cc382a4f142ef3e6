// All checks of all packs, in order: form, names, quotes, agreement, coverage, totality, examples.
import { parsePack } from "../pack.ts";
import type { Pack, PackFiles, ParsedPack, Problem } from "../pack.ts";
import { blanksIn } from "./blanks.ts";
import { checkAgreement, checkArticleNumbers } from "./agreement.ts";
import { checkBars } from "./bars.ts";
import { checkCertainty } from "./certainty.ts";
import { checkCoverage } from "./coverage.ts";
import { checkExamples } from "./examples.ts";
import { checkFurtherWords } from "./further-words.ts";
import { checkLimbWords } from "./limb-words.ts";
import { checkNotesTables } from "./notes-tables.ts";
import { checkQuoteEdges, checkQuotes } from "./quotes.ts";
import { checkReferences } from "./references.ts";
import { checkSharedNames } from "./shared-names.ts";
import { checkSuccession } from "./succession.ts";
import { checkSteps } from "./steps.ts";
import { checkTiers } from "./tiers.ts";
import { checkTotality } from "./totality.ts";
import { checkValidity } from "./validity.ts";

export type CheckReport = {
  problems: Problem[];
  /** How much was looked at. */
  packs: number;
  rules: number;
  examples: number;
};

/** The checks that look at one pack by itself, in the order in which they run. */
export const packChecks: Record<string, (pack: Pack) => Problem[]> = {
  references: checkReferences,
  articles: checkArticleNumbers,
  quotes: checkQuotes,
  quoteEdges: checkQuoteEdges,
  agreement: checkAgreement,
  certainty: checkCertainty,
  limbs: checkLimbWords,
  tiers: checkTiers,
  bars: checkBars,
  further: checkFurtherWords,
  steps: checkSteps,
  validity: checkValidity,
  notes: checkNotesTables,
  coverage: checkCoverage,
  totality: checkTotality,
};

/**
 * Checks every pack; a pack whose form is wrong is not checked further, and examples run last. `parse` can be another
 * than the plain one where most packs have been read before.
 */
export function checkPacks(
  sources: readonly PackFiles[],
  parse: (files: PackFiles) => ParsedPack = parsePack,
): CheckReport {
  const parsed = sources.map((files) => parse(files));
  const packs = parsed.flatMap((one) => (one.ok ? [one.pack] : []));
  const problems = parsed.flatMap((one) => (one.ok ? [] : one.problems));
  problems.push(...sources.flatMap(blanksIn), ...checkSuccession(packs), ...checkSharedNames(packs));
  for (const check of Object.values(packChecks)) problems.push(...packs.flatMap(check));
  // Examples of rules that are already known to be wrong would only repeat the fault.
  if (problems.length === 0) {
    const upper = packs.filter((pack) => pack.layer === "upper");
    for (const pack of packs) {
      if (pack.layer === "regulation") problems.push(...checkExamples(pack, upper));
    }
  }
  return {
    problems,
    packs: packs.length,
    rules: packs.reduce((sum, pack) => sum + pack.rules.length, 0),
    examples: packs.reduce((sum, pack) => sum + pack.examples.length, 0),
  };
}
