// Which text a citation without a year means: the version in force on the day in question.
import type { Sentence } from "./citation.ts";
import type { Day } from "../reckon/days.ts";
import type { Law } from "../compile/law.ts";
import type { Pack } from "../pack/pack.ts";
import type { RuleOf } from "../pack/rule.ts";
import { validityOf } from "../compile/table.ts";
import type { Gravity } from "../pack/vocabulary.ts";

export type NormInForce = {
  /** As the citing text writes it. */
  citedAs: string;
  pack: string;
  title: Sentence;
  from: string;
  until: string | null;
};

/**
 * The version in force on a day of a norm cited by its title without a year, through all texts that took the
 * place of the one so named; null when no pack carries it on that day.
 */
export function normInForce(law: Law, citedAs: string, day: Day): NormInForce | null {
  const found = familyOf(law.upper, citedAs).find((pack) => isInForce(pack, day));
  return found === undefined ? null : normOf(citedAs, found);
}

/** Every norm that a text cites by its title, with each version that the packs carry, the oldest first. */
export function normsCitedIn(text: string, packs: readonly Pack[]): { citedAs: string; versions: NormInForce[] }[] {
  const names = [...new Set([...text.matchAll(/《([^《》]+)》/gu)].map((match) => match[1] ?? ""))];
  return names.flatMap((citedAs) => {
    const versions = familyOf(packs, citedAs)
      .toSorted((one, other) => (one.validity.from < other.validity.from ? -1 : 1))
      .map((pack) => normOf(citedAs, pack));
    return versions.length === 0 ? [] : [{ citedAs, versions }];
  });
}

function familyOf(packs: readonly Pack[], citedAs: string): Pack[] {
  const family = packs.filter((pack) => pack.title.zh === citedAs || pack.citedAs.includes(citedAs));
  for (const pack of family) {
    const later = packs.filter((other) => other.succeeds === pack.id && !family.includes(other));
    // The list grows while it is walked, so that successors of successors are reached.
    family.push(...later);
  }
  return family;
}

function normOf(citedAs: string, { id, title, validity }: Pack): NormInForce {
  return { citedAs, pack: id, title, from: validity.from, until: validity.until };
}

/** The norms by which a matter of this gravity is handled elsewhere, each in the version of the day. */
export function referralNormsOf(law: Law, gravity: Gravity, day: Day): NormInForce[] {
  return law.regulation.rules
    .filter((rule): rule is RuleOf<"referral"> => rule.kind === "referral" && rule.gravity === gravity)
    .flatMap((rule) => rule.norms.map((name) => normInForce(law, name, day)))
    .filter((norm) => norm !== null);
}

/** Whether a pack is in force on a day. */
export function isInForce(pack: Pack, day: Day): boolean {
  const { validFrom, validUntil } = validityOf(pack);
  return validFrom <= day && day <= validUntil;
}
