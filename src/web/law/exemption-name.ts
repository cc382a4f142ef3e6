// The ground on which a case ended without accountability, by name.
import { nothingEstablished } from "#casework/acts/end-without-accountability/act.ts";
import type { Law } from "#law/compile/law.ts";
import { exemptionGroundsOf } from "#law/procedure/procedures.ts";
import { textOf } from "../language.ts";
import { m } from "../paraglide/messages.js";

export function exemptionName(law: Law, id: string): string {
  if (id === nothingEstablished) return m.ending_nothing_established();
  const ground = exemptionGroundsOf(law, law.regulation.validity.from).find((one) => one.id === id);
  return ground === undefined ? id : textOf(ground.name);
}
