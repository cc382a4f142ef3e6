// What can become of a sanction, by name.
import type { SanctionChange } from "#casework/events.ts";
import { m } from "../paraglide/messages.js";

export const sanctionChanges = {
  restored: m.sanction_change_restored,
  extended: m.sanction_change_extended,
  "period-set": m.sanction_change_period_set,
  revoked: m.sanction_change_revoked,
} as const satisfies Record<SanctionChange["kind"], () => string>;
