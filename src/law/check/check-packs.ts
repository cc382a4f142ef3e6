// All checks of all packs: files, form, names, quotes, agreement, coverage, totality, examples. One fault hides no other.
import { readPack } from "../pack/parse-pack.ts";
import type { Pack, PackFiles, Problem } from "../pack/pack.ts";
import { shownOnlyIn } from "../pack/rule-changes.ts";
import { checkAgreement, checkArticleNumbers } from "./wording/agreement.ts";
import { checkBars } from "./wording/bars.ts";
import { blanksIn } from "./blanks.ts";
import { checkCertainty } from "./certainty.ts";
import { checkCoverage } from "./coverage.ts";
import { checkDuties } from "./duties.ts";
import { checkExamples } from "./examples/examples.ts";
import { checkFurtherWords } from "./wording/further.ts";
import { checkCircumstanceWords } from "./wording/circumstances.ts";
import { checkNotesTables } from "./notes-tables.ts";
import { checkQuoteEdges, checkQuotes } from "./quotes.ts";
import { checkReferences } from "./references.ts";
import { checkNamesakes } from "./namesakes.ts";
import { checkSteps } from "./steps.ts";
import { checkSuccession } from "./succession.ts";
import { checkSummaries } from "./wording/summaries.ts";
import { checkTiers } from "./tiers.ts";
import { checkTotality } from "./totality.ts";
import { checkValidity } from "./validity.ts";
import { idTaken, mendIdTaken } from "./words.ts";

export type CheckReport = {
  /** Files that cannot be read come first; then pack by pack, in the order of the files and their lines. */
  problems: Problem[];
  /** How much was looked at. */
  packs: number;
  rules: number;
  examples: number;
  /** The rules of each pack that the product only shows; packs that have none are left out. */
  shownOnly: { pack: string; found: ReturnType<typeof shownOnlyIn> }[];
};

type PackCheck = (pack: Pack) => Problem[];

/** The checks that look at each rule of one pack, in the order in which they run. */
export const ruleChecks: Record<string, PackCheck> = {
  references: checkReferences,
  articles: checkArticleNumbers,
  quotes: checkQuotes,
  quoteEdges: checkQuoteEdges,
  agreement: checkAgreement,
  certainty: checkCertainty,
  steps: checkSteps,
  further: checkFurtherWords,
  summaries: checkSummaries,
};

/** Those that look at all rules of a pack together: where one could not be read, the others would be blamed for it. */
export const wholeChecks: Record<string, PackCheck> = {
  circumstances: checkCircumstanceWords,
  tiers: checkTiers,
  bars: checkBars,
  validity: checkValidity,
  notes: checkNotesTables,
  coverage: checkCoverage,
  totality: checkTotality,
};

/** Checks every pack. `read` can be another than the plain one where most packs have been read before. */
export function checkPacks(sources: readonly PackFiles[], read: typeof readPack = readPack): CheckReport {
  const all = sources.map((files) => ({ files, ...read(files) }));
  const packs = all.flatMap(({ pack }) => (pack === null ? [] : [pack]));
  const sound = all.flatMap(({ pack, problems }) => (pack === null || problems.length > 0 ? [] : [pack]));
  const unread = sources.flatMap((files) => (files.unread?.length ?? 0) > 0);
  const found = [
    ...all.flatMap(({ problems }) => problems),
    ...sources.flatMap(blanksIn),
    ...namesakes(sources),
    ...all.flatMap(({ files, pack }) => (pack === null ? [] : checkDuties(files, pack))),
    ...checkSuccession(packs),
    ...checkNamesakes(packs),
    ...Object.values(ruleChecks).flatMap((check) => packs.flatMap(check)),
    ...Object.values(wholeChecks).flatMap((check) => sound.flatMap(check)),
  ];
  const upper = sound.filter((pack) => pack.layer === "upper");
  // An example rests on all rules of its pack and of the norms above it.
  const whole = packs.length === all.length && sound.length === packs.length && !unread.includes(true);
  if (whole) {
    for (const pack of sound.filter((one) => one.layer === "regulation")) found.push(...checkExamples(pack, upper));
  }
  return {
    problems: inOrder(found, sources),
    packs: packs.length,
    rules: packs.reduce((sum, pack) => sum + pack.rules.length, 0),
    examples: packs.reduce((sum, pack) => sum + pack.examples.length, 0),
    shownOnly: packs
      .map((pack) => ({ pack: pack.id, found: shownOnlyIn(pack) }))
      .filter(({ found }) => found.length > 0),
  };
}

/** A folder of one's own cannot have a pack with the id of one that ships: which of them is meant could not be told. */
function namesakes(sources: readonly PackFiles[]): Problem[] {
  const seen = new Set<string>();
  return sources.flatMap(({ id }) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [
      {
        file: `${id}/rules.yaml`,
        line: 1,
        clause: null,
        message: idTaken(id),
        mend: mendIdTaken(id),
      },
    ];
  });
}

const FILES = ["vocabulary.yaml", "text.md", "rules.yaml", "examples.yaml", "notes.md"];

/** Unreadable files first; a fault that several packs tell of one shared file stands once. */
function inOrder(problems: readonly Problem[], sources: readonly PackFiles[]): Problem[] {
  const packs = new Map(sources.map(({ id }, index) => [id, index]));
  const unread = new Set(
    sources.flatMap(({ id, unread: files = [] }) =>
      files.map(({ name }) => (name === "vocabulary.yaml" ? name : `${id}/${name}`)),
    ),
  );
  const rank = ({ file }: Problem): number => {
    const [pack = "", name = pack] = file.split("/");
    return (unread.has(file) ? -1_000_000 : 0) + (packs.get(pack) ?? -1) * FILES.length + FILES.indexOf(name);
  };
  const once = [
    ...new Map(problems.map((problem) => [`${problem.file} ${problem.line} ${problem.message.zh}`, problem])).values(),
  ];
  return once.toSorted((one, other) => rank(one) - rank(other) || one.line - other.line);
}
