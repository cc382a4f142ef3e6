// The names of what people found: the tier of responsibility, the earlier record of a precondition.
import type { Law } from "#law/compile/law.ts";
import { limbsOf } from "#law/procedure/limbs.ts";
import { responsibilityTiersOf } from "#law/procedure/responsibility.ts";
import { textOf } from "../language.ts";

export function tierName(law: Law, id: string): string {
  const tier = responsibilityTiersOf(law, law.regulation.validity.from).find((one) => one.id === id);
  return tier === undefined ? id : textOf(tier.name);
}

export function recordName(law: Law, limbId: string, id: string): string {
  const record = limbsOf(law)
    .find((limb) => limb.id === limbId)
    ?.precondition?.records.find((one) => one.id === id);
  return record === undefined ? id : textOf(record.name);
}
