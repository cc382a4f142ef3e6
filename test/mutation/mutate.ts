// Puts every mutant to the checks: does it change what the law does, and where does it die?

import { checkExamples } from "#law/check/examples.ts";
import { packChecks } from "#law/check/check-packs.ts";
import { checkSharedNames } from "#law/check/shared-names.ts";
import { checkSuccession } from "#law/check/succession.ts";
import { compileLaw } from "#law/law.ts";
import type { Law } from "#law/law.ts";
import { parsePack } from "#law/pack.ts";
import type { Pack, PackFiles } from "#law/pack.ts";
import { behaviourOf, questionsFor } from "./behaviour.ts";
import type { Questions } from "./behaviour.ts";
import { mutantsOf } from "./mutants.ts";
import type { Mutant } from "./mutants.ts";

export type Death = "before examples" | "with examples" | "survives";
export type Verdict = Omit<Mutant, "files"> & {
  changes: boolean;
  /** The subjects in which it answers otherwise. */
  subjects: string[];
  death: Death;
  /** The first fault named; empty for what survives. */
  because: string;
};

/** The law of one regulation as it is: what it is asked, and what it answers. */
type Original = { questions: Questions; asIs: Record<string, string> };

/** Verdicts on the mutants of all packs in their order; with `nth`, on every nth only, to look quickly. */
export function* judgeMutants(sources: readonly PackFiles[], nth = 1): Generator<Verdict> {
  const packs = sources.map(packOf);
  const originals = new Map<string, Original>();
  for (const { id } of packs.filter((pack) => pack.layer === "regulation")) {
    const law = lawOf(packs, id);
    const questions = questionsFor(law, 400);
    originals.set(id, { questions, asIs: behaviourOf(law, questions) });
  }
  let index = 0;
  for (const [at, files] of sources.entries()) {
    const vocabulary = packs[at]?.vocabulary;
    if (vocabulary === undefined) continue;
    for (const mutant of mutantsOf(files, vocabulary)) {
      if (index % nth === 0) yield judge(mutant, packs, originals);
      index += 1;
    }
  }
}

function judge({ files, ...about }: Mutant, packs: readonly Pack[], originals: ReadonlyMap<string, Original>): Verdict {
  const parsed = parsePack(files);
  if (!parsed.ok) {
    const because = parsed.problems[0]?.message.en ?? "";
    return { ...about, changes: true, subjects: ["form"], death: "before examples", because };
  }
  const { pack } = parsed;
  const all = packs.map((one) => (one.id === pack.id ? pack : one));
  // An upper norm is asked through the first regulation: it stands above each of them in the same way.
  const [first = ""] = originals.keys();
  const subjects = changedSubjects(all, originals, originals.has(pack.id) ? pack.id : first);
  const verdict = { ...about, changes: subjects.length > 0, subjects };
  const early = problemBeforeExamples(pack, all);
  if (early !== undefined) return { ...verdict, death: "before examples", because: early };
  const late = problemOfExamples(all);
  if (late !== undefined) return { ...verdict, death: "with examples", because: late };
  return { ...verdict, death: "survives", because: "" };
}

function changedSubjects(packs: readonly Pack[], originals: ReadonlyMap<string, Original>, id: string): string[] {
  const original = originals.get(id);
  if (original === undefined) throw new RangeError(`${id} is no regulation`);
  let now: Record<string, string>;
  try {
    now = behaviourOf(lawOf(packs, id), original.questions);
  } catch {
    return ["no law"];
  }
  return Object.keys(original.asIs).filter((subject) => original.asIs[subject] !== now[subject]);
}

/** The other packs are as they were and have no problem by themselves. */
function problemBeforeExamples(pack: Pack, all: readonly Pack[]): string | undefined {
  const [between] = [...checkSuccession(all), ...checkSharedNames(all)];
  if (between !== undefined) return between.message.en;
  for (const check of Object.values(packChecks)) {
    const [problem] = check(pack);
    if (problem !== undefined) return problem.message.en;
  }
  return undefined;
}

function problemOfExamples(packs: readonly Pack[]): string | undefined {
  const upper = packs.filter((pack) => pack.layer === "upper");
  for (const pack of packs.filter((one) => one.layer === "regulation")) {
    const [problem] = checkExamples(pack, upper);
    if (problem !== undefined) return problem.message.en;
  }
  return undefined;
}

function packOf(files: PackFiles): Pack {
  const parsed = parsePack(files);
  if (!parsed.ok)
    throw new Error(`${files.id} is broken before it is mutated: ${parsed.problems[0]?.message.en ?? ""}`);
  return parsed.pack;
}

function lawOf(packs: readonly Pack[], id: string): Law {
  const regulation = packs.find((pack) => pack.id === id && pack.layer === "regulation");
  if (regulation === undefined) throw new Error(`${id} is no regulation`);
  return compileLaw({ regulation, upper: packs.filter((pack) => pack.layer === "upper") });
}
