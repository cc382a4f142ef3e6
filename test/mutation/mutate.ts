// Puts every mutant to the checks: does it change what the law does, and where does it die?

import { guardOf, sourceOf } from "#law/check/guards.ts";
import { compileLaw } from "#law/compile/law.ts";
import type { Law } from "#law/compile/law.ts";
import type { Pack, PackFiles } from "#law/pack/pack.ts";
import { behaviourOf, questionsFor } from "./behaviour.ts";
import type { Behaviour, Questions } from "./behaviour.ts";
import { mutantsOf } from "./mutants.ts";
import type { Mutant } from "./mutants.ts";

export type Death = "before examples" | "with examples" | "survives";
export type Verdict = Omit<Mutant, "make"> & {
  changes: boolean;
  /** The subjects in which it answers otherwise; of one that dies before the examples, the first that was found. */
  subjects: string[];
  death: Death;
  /** The first fault named; empty for what survives. */
  because: string;
};

/** The law of one regulation as it is: what it is asked, and what it answers. */
type Original = { questions: Questions; asIs: Map<string, string>; behaviour: Behaviour };

/** Verdicts on the mutants of all packs in their order; with `nth`, on every nth only from `first` (below `nth`) on. */
export function* judgeMutants(files: readonly PackFiles[], nth = 1, first = 0): Generator<Verdict> {
  const sources = files.map(sourceOf);
  const packs = sources.map((source) => source.pack);
  const originals = new Map<string, Original>();
  for (const { id } of packs.filter((pack) => pack.layer === "regulation")) {
    const law = lawOf(packs, id);
    const questions = questionsFor(law, 400);
    originals.set(id, { questions, asIs: new Map(), behaviour: behaviourOf(law, questions) });
  }
  let index = 0;
  for (const source of sources) {
    for (const mutant of mutantsOf(source)) {
      if (index % nth === first) yield judge(mutant, packs, originals);
      index += 1;
    }
  }
}

function judge({ make, ...about }: Mutant, packs: readonly Pack[], originals: ReadonlyMap<string, Original>): Verdict {
  const pack = make();
  if (pack === null) {
    return { ...about, changes: true, subjects: ["form"], death: "before examples", because: "no form any more" };
  }
  const others = packs.filter((one) => one.id !== pack.id);
  const { by, because } = guardOf(pack, others);
  const death = by === "nobody" ? "survives" : by === "examples" ? "with examples" : "before examples";
  // An upper norm is asked through the first regulation: it stands above each of them in the same way.
  const [first = ""] = originals.keys();
  const all = packs.map((one) => (one.id === pack.id ? pack : one));
  const original = originals.get(originals.has(pack.id) ? pack.id : first);
  if (original === undefined) throw new RangeError("there is no regulation");
  const subjects = changedSubjects(
    all,
    original,
    originals.has(pack.id) ? pack.id : first,
    death === "before examples",
  );
  return { ...about, changes: subjects.length > 0, subjects, death, because };
}

/** The subjects in which a law answers otherwise; only the first, where one is enough. */
function changedSubjects(packs: readonly Pack[], original: Original, id: string, one: boolean): string[] {
  let now: Behaviour;
  try {
    now = behaviourOf(lawOf(packs, id), original.questions);
  } catch {
    return ["no law"];
  }
  const changed: string[] = [];
  for (const [subject, answer] of Object.entries(original.behaviour)) {
    const before = original.asIs.get(subject) ?? answer();
    original.asIs.set(subject, before);
    if (now[subject]?.() === before) continue;
    changed.push(subject);
    if (one) break;
  }
  return changed;
}

function lawOf(packs: readonly Pack[], id: string): Law {
  const regulation = packs.find((pack) => pack.id === id && pack.layer === "regulation");
  if (regulation === undefined) throw new Error(`${id} is no regulation`);
  return compileLaw({ regulation, upper: packs.filter((pack) => pack.layer === "upper") });
}
