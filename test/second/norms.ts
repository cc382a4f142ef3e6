// Which norm is in force when, and the rules that nobody has verified (M): what the bodies of Article 14 have recorded on each.

import type { FactLine, Measure, PartySanction, Sanction } from "./facts.ts";

/** The regulation's own pack, the default of `basis`. */
export const REGULATION = "benxi-gaoxin-2019-31";

/** The first day of each text. */
export const REGULATION_FROM = "2019-04-25";
export const XUANREN_FROM = "2019-03-01";
export const BINGXING_FROM = "2019-06-01";
export const JIEMIAN_FROM = "2015-01-01";
export const ZUZHI_CHULI_FROM = "2021-03-19";
export const CIVIL_SERVICE_LAW_FROM = "2006-01-01";
export const GOVERNMENT_SANCTIONS_LAW_FROM = "2020-07-01";
const PARTY_RULES_2015_FROM = "2016-01-01";
const PARTY_RULES_2018_FROM = "2018-10-01";
const PARTY_RULES_2023_FROM = "2024-01-01";

/** The text by which a Party sanction decided on the day stands; null before the first that is known. */
export function partyRulesOn(decided: string): "CF-2015" | "CF-2018" | "CF-2023" | null {
  if (decided < PARTY_RULES_2015_FROM) return null;
  if (decided < PARTY_RULES_2018_FROM) return "CF-2015";
  return decided < PARTY_RULES_2023_FROM ? "CF-2018" : "CF-2023";
}

/** The key under which `norms` tells of a rule, by what the rule says. One place for what the packs call them. */
export const NORM_KEYS = {
  "CF-2015 党内警告": "jilv-chufen-2015#warning",
  "CF-2015 党内严重警告": "jilv-chufen-2015#serious-warning",
  "CF-2015 撤销党内职务": "jilv-chufen-2015#post-removal",
  "CF-2015 留党察看": "jilv-chufen-2015#probation",
  "CF-2015 开除党籍": "jilv-chufen-2015#expulsion",
  "ZZ-2021 调整职务": "zuzhi-chuli-2021#transfer",
  "ZZ-2021 责令辞职, posts": "zuzhi-chuli-2021#ordered-resignation-no-leading-post",
  "ZZ-2021 责令辞职, promotion": "zuzhi-chuli-2021#ordered-resignation-no-promotion",
  "ZZ-2021 降职": "zuzhi-chuli-2021#demotion",
  "equal government sanctions before 2020-07-01": "zhengwu-chufen-2018#set-period",
} as const;
export type UnverifiedRule = keyof typeof NORM_KEYS;

export function partyRule2015(kind: PartySanction): UnverifiedRule {
  return `CF-2015 ${kind}`;
}

/** What an unverified rule does to a question about this day. */
export type RuleStatus = "bars" | "undecided" | "nothing";

export function statusOf(facts: FactLine, rule: UnverifiedRule, day: string): RuleStatus {
  const decision = facts.norms?.[NORM_KEYS[rule]];
  if (decision === undefined) return "undecided";
  if (decision === "not-applied") return "nothing";
  return decision.applies <= day ? "bars" : "undecided";
}

/** `decided` and `effective` each default to the other. */
export function decidedOn(record: Measure | Sanction): string {
  return record.decided ?? record.effective ?? "";
}

export function effectiveOn(record: Measure | Sanction): string {
  return record.effective ?? record.decided ?? "";
}

/** The day asked about; of a year its 31 December. */
export function dayAsked(facts: FactLine): string {
  const { question } = facts;
  return "year" in question ? `${question.year}-12-31` : question.date;
}

/** Revoked counts no more from that day on; for a year, when revoked by its 31 December. */
export function counts(record: Measure | Sanction, day: string): boolean {
  return record.revoked == null || day < record.revoked;
}

/** A removal that only carries out a resignation, and one by age or end of term, add nothing anywhere. */
export function addsNothing(measure: Measure): boolean {
  return measure.ground === "手续" || measure.ground === "到龄" || measure.ground === "届满";
}
