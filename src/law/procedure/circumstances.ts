// The circumstances of accountability, and whether one of them is established by what is evidenced.
import { citationOf } from "../text/cite.ts";
import type { Citation, Sentence } from "../text/citation.ts";
import { rulesOf } from "../compile/law.ts";
import type { Law } from "../compile/law.ts";
import type { RuleOf } from "../pack/rule.ts";
import type { Handling } from "../pack/vocabulary.ts";
import {
  actsMissing,
  actUnnamed,
  resultUnproved,
  resultsUnproved,
  preconditionNotFound,
  catchAllWithoutReasons,
  catchAllWithoutApproval,
} from "./words.ts";

export type CircumstanceResult = { id: string; name: Sentence; words: string };

export type Circumstance = {
  id: string;
  group: string;
  name: Sentence;
  conduct: string;
  acts: string[];
  cite: Citation;
  /** Those of the circumstance itself, then those that a general definition adds. */
  results: CircumstanceResult[];
  /** How its own results combine; what definitions add is required besides. */
  mode: "none" | "any" | "all";
  definitions: { results: CircumstanceResult[]; mode: "any" | "all"; cite: Citation }[];
  /** `records`: the kinds of earlier record of which one must be on file; `continuing`: the conduct must continue. */
  precondition: {
    name: Sentence;
    words: string;
    records: { id: string; name: Sentence; words: string }[];
    continuing: boolean;
  } | null;
  catchAll: boolean;
  /** What the text leads to rather than the other, where it does. */
  prefers: Handling | null;
};

export type Missing = {
  code: "act" | "result" | "precondition" | "reasons" | "approval";
  /** The results of which one (or this one) is missing; empty for the other codes. */
  results: string[];
  message: Sentence;
  cite: Citation;
};

export type CircumstanceFindings = {
  circumstance: string;
  /** The acts found, in the words of the text; null when none is recorded. */
  act: string | null;
  /** Ids of the results that are evidenced. */
  results: readonly string[];
  preconditionMet: boolean;
  reasons: string | null;
  approved: boolean;
};

export type Examination = { established: boolean; missing: Missing[]; cite: Citation };

/** All circumstances in the order of the text. */
export function circumstancesOf(law: Law): Circumstance[] {
  return rulesOf(law, "limb").map((rule) => circumstanceOf(law, rule));
}

/** Whether a circumstance is established, and what is missing; throws on a circumstance that the law does not have. */
export function examineCircumstance(law: Law, findings: CircumstanceFindings): Examination {
  const rule = rulesOf(law, "limb").find((candidate) => candidate.id === findings.circumstance);
  if (rule === undefined) throw new RangeError(`the law has no circumstance ${findings.circumstance}`);
  const circumstance = circumstanceOf(law, rule);
  const missing = [
    ...missingActs(law, circumstance, findings),
    ...missingResults({ results: rule.results, mode: rule.mode, cite: circumstance.cite }, findings),
    ...circumstance.definitions.flatMap((definition) => missingResults(definition, findings)),
    ...missingPrecondition(circumstance, findings),
    ...missingForCatchAll(circumstance, findings),
  ];
  return { established: missing.length === 0, missing, cite: circumstance.cite };
}

/** Groups of circumstances (不担当, 不作为) with their names and the clause that makes accountability a duty. */
export function circumstanceGroupsOf(law: Law): { id: string; name: Sentence; cite: Citation }[] {
  return rulesOf(law, "group").map((rule) => ({
    id: rule.group,
    name: rule.name,
    cite: citationOf(law.regulation, rule),
  }));
}

/** The clause by which accountability is a duty (应当问责) once one of these circumstances is established; null where none commands it. */
export function dutyOfAccountability(law: Law, circumstances: readonly string[]): Citation | null {
  const groups = rulesOf(law, "limb").flatMap(({ id, group }) => (circumstances.includes(id) ? [group] : []));
  const rule = rulesOf(law, "group").find(({ group, force }) => force === "shall" && groups.includes(group));
  return rule === undefined ? null : citationOf(law.regulation, rule);
}

function circumstanceOf(law: Law, rule: RuleOf<"limb">): Circumstance {
  const definitions = rulesOf(law, "general-definition")
    .filter((definition) => definition.groups.includes(rule.group))
    .map((definition) => ({
      results: definition.results,
      mode: definition.mode,
      cite: citationOf(law.regulation, definition),
    }));
  const own = new Set(rule.results.map((result) => result.id));
  const added = definitions.flatMap((definition) => definition.results).filter((result) => !own.has(result.id));
  return {
    id: rule.id,
    group: rule.group,
    name: rule.summary,
    conduct: rule.conduct,
    acts: rule.acts,
    cite: citationOf(law.regulation, rule),
    results: [...rule.results, ...added],
    mode: rule.mode,
    definitions,
    precondition: rule.precondition,
    catchAll: rule.catchAll,
    prefers: rule.prefers,
  };
}

function missingActs(law: Law, circumstance: Circumstance, findings: CircumstanceFindings): Missing[] {
  if (circumstance.acts.length === 0) return [];
  const found = findings.act ?? "";
  const proved = circumstance.acts.filter((act) => found.includes(act));
  const all = law.settings["limbActs"] === "all-acts";
  if (all ? proved.length === circumstance.acts.length : proved.length > 0) return [];
  const wanted = all ? circumstance.acts.filter((act) => !proved.includes(act)) : circumstance.acts;
  return [
    {
      code: "act",
      results: [],
      message: all ? actsMissing(wanted) : actUnnamed(wanted),
      cite: circumstance.cite,
    },
  ];
}

function missingResults(
  circumstance: Pick<Circumstance, "results" | "mode" | "cite">,
  findings: CircumstanceFindings,
): Missing[] {
  const lacking = circumstance.results.filter((result) => !findings.results.includes(result.id));
  switch (circumstance.mode) {
    case "none":
      return [];
    case "all":
      return lacking.map((result) => ({
        code: "result",
        results: [result.id],
        message: resultUnproved(result.name),
        cite: circumstance.cite,
      }));
    case "any":
      return lacking.length < circumstance.results.length
        ? []
        : [
            {
              code: "result",
              results: lacking.map((result) => result.id),
              message: resultsUnproved(lacking),
              cite: circumstance.cite,
            },
          ];
  }
}

function missingPrecondition(circumstance: Circumstance, findings: CircumstanceFindings): Missing[] {
  if (circumstance.precondition === null || findings.preconditionMet) return [];
  return [
    {
      code: "precondition",
      results: [],
      message: preconditionNotFound(circumstance.precondition.name),
      cite: circumstance.cite,
    },
  ];
}

// "Other" circumstances are open: reasons of comparable gravity and the approval of the deciding body close them.
function missingForCatchAll(circumstance: Circumstance, findings: CircumstanceFindings): Missing[] {
  if (!circumstance.catchAll) return [];
  const missing: Missing[] = [];
  if (findings.reasons === null || findings.reasons.trim() === "") {
    missing.push({
      code: "reasons",
      results: [],
      message: catchAllWithoutReasons,
      cite: circumstance.cite,
    });
  }
  if (!findings.approved) {
    missing.push({
      code: "approval",
      results: [],
      message: catchAllWithoutApproval,
      cite: circumstance.cite,
    });
  }
  return missing;
}
