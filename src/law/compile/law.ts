// The compiled law: packs and settings turned into what the questions are answered from.
import type { AuthorityTable } from "../procedure/authority.ts";
import { combinationsIn } from "../reckon/combination.ts";
import type { Combination } from "../reckon/combination.ts";
import { parseDay } from "../reckon/days.ts";
import type { Day } from "../reckon/days.ts";
import { changesIn } from "./interpretation.ts";
import type { Interpretation, ReadingChange } from "./interpretation.ts";
import { buildIndex } from "./law-index.ts";
import type { LawIndex } from "./law-index.ts";
import { refusalOfNorm } from "./norm-decisions.ts";
import type { NormDecisions } from "./norm-decisions.ts";
import { NO_PASSAGES, withPassages } from "../text/official-text.ts";
import type { Passages } from "../text/official-text.ts";
import type { Pack } from "../pack/pack.ts";
import type { LawRefusalCode, Refusal } from "../refusal.ts";
import type { Rule, RuleOf } from "../pack/rule.ts";
import { FOREVER, buildTable } from "./table.ts";
import type { Table } from "./table.ts";
import type { Vocabulary } from "../pack/vocabulary.ts";
import { readingUnknown, optionUnknown } from "./words.ts";

export type Law = {
  regulation: Pack;
  upper: Pack[];
  vocabulary: Vocabulary;
  /** The reading of every setting of the regulation where no interpretation changes it. */
  settings: Record<string, string>;
  /** What the interpreting bodies have recorded about unverified rules. */
  norms: NormDecisions;
  /** Recorded interpretations in the order in which they were confirmed, and what they change. */
  interpretations: readonly Interpretation[];
  changes: readonly ReadingChange[];
  /** What runs is counted anew by the interpretations that hold on this day. */
  reckonedOn: Day;
  table: Table;
  /** What several sanctions at once come to, in the order of the packs. */
  combinations: readonly Combination[];
  index: LawIndex;
  /** The district's own versions of the authority table, in the order in which they were confirmed. */
  authority: readonly AuthorityTable[];
  /** Passages of the official texts that the office has loaded; the packs above bear them. */
  passages: Passages;
  /** First day on which the regulation was in force. */
  inForceFrom: Day;
};

/**
 * Compiles a regulation with the upper norms above it. `settings` names readings that differ from
 * their defaults, `norms` what was decided on unverified rules, `interpretations` the readings changed from a day on;
 * what `refusalOfSetting` or `refusalOfNorm` would refuse throws, for they are asked where such things enter.
 */
export function compileLaw(input: {
  regulation: Pack;
  upper: readonly Pack[];
  settings?: Record<string, string>;
  norms?: NormDecisions;
  interpretations?: readonly Interpretation[];
  authority?: readonly AuthorityTable[];
  passages?: Passages;
}): Law {
  const settings: Record<string, string> = {};
  for (const setting of input.regulation.settings) settings[setting.name] = setting.default;
  for (const [name, value] of Object.entries(input.settings ?? {})) {
    const refusal = refusalOfSetting(input.regulation, name, value);
    if (refusal !== null) throw new RangeError(`${refusal.message.zh} ${refusal.message.en}`);
    settings[name] = value;
  }
  const passages = input.passages ?? NO_PASSAGES;
  const upper = input.upper.map((pack) => withPassages(pack, passages));
  const packs = [input.regulation, ...upper] as const;
  const norms: NormDecisions = input.norms ?? new Map();
  for (const key of norms.keys()) {
    const refusal = refusalOfNorm(packs, key);
    if (refusal !== null) throw new RangeError(`${refusal.message.zh} ${refusal.message.en}`);
  }
  const interpretations = input.interpretations ?? [];
  for (const { sets } of interpretations) {
    const refusal = sets === null ? null : refusalOfSetting(input.regulation, sets.setting, sets.option);
    if (refusal !== null) throw new RangeError(`${refusal.message.zh} ${refusal.message.en}`);
  }
  return {
    regulation: input.regulation,
    upper,
    vocabulary: input.regulation.vocabulary,
    settings,
    norms,
    interpretations,
    changes: changesIn(interpretations),
    reckonedOn: FOREVER,
    table: buildTable(input.regulation, upper),
    index: buildIndex(packs),
    combinations: packs.flatMap(combinationsIn),
    authority: input.authority ?? [],
    passages,
    inForceFrom: parseDay(input.regulation.validity.from) ?? FOREVER,
  };
}

/** The same law with these decisions on unverified rules in the place of its own; nothing is compiled again. What `refusalOfNorm` would refuse must not be among them. */
export function lawDecided(law: Law, norms: NormDecisions): Law {
  return { ...law, norms };
}

/** The same law with one reading changed for every day; nothing is compiled again, for the table holds no readings. */
export function lawUnder(law: Law, name: string, value: string): Law {
  const changes = law.changes.filter((change) => change.setting !== name);
  return { ...law, settings: { ...law.settings, [name]: value }, changes };
}

/** Why a reading cannot be set: the regulation has no such setting, or the setting no such option. */
export function refusalOfSetting(regulation: Pack, name: string, value: string): Refusal | null {
  const setting = regulation.settings.find((candidate) => candidate.name === name);
  if (setting === undefined) {
    const known = regulation.settings.map((candidate) => candidate.name).join(", ");
    return {
      code: "unknown-setting" satisfies LawRefusalCode,
      message: readingUnknown(name, known),
      source: null,
      field: name,
    };
  }
  if (Object.hasOwn(setting.options, value)) return null;
  const options = Object.keys(setting.options).join(", ");
  return {
    code: "unknown-option" satisfies LawRefusalCode,
    message: optionUnknown(name, value, options),
    source: null,
    field: name,
  };
}

/** The rules of one kind in the regulation, in the order of the text. */
export function rulesOf<Kind extends Rule["kind"]>(law: Law, kind: Kind): RuleOf<Kind>[] {
  return law.regulation.rules.filter((rule): rule is RuleOf<Kind> => rule.kind === kind);
}
