// The names of what people found: the tier of responsibility, the earlier record of a precondition.
import type { Law } from "#law/compile/law.ts";
import { circumstancesOf } from "#law/procedure/circumstances.ts";
import { responsibilityTiersOf } from "#law/procedure/responsibility.ts";
import { textOf } from "../language.ts";

export function tierName(law: Law, id: string): string {
  const tier = responsibilityTiersOf(law, law.regulation.validity.from).find((one) => one.id === id);
  return tier === undefined ? id : textOf(tier.name);
}

export function recordName(law: Law, circumstanceId: string, id: string): string {
  const record = circumstancesOf(law)
    .find((circumstance) => circumstance.id === circumstanceId)
    ?.precondition?.records.find((one) => one.id === id);
  return record === undefined ? id : textOf(record.name);
}
