// Which roles can be delegated (委托), and who approves it: never the one who delegates, nor the one who receives.
import type { Role } from "#casework/roles.ts";

/** The secretary approves for the offices below; nobody in the zone stands above the secretary, so whoever gives roles approves theirs. */
export const delegable = {
  "discipline-officer": "committee-secretary",
  reviewer: "committee-secretary",
  "personnel-officer": "committee-secretary",
  "office-clerk": "committee-secretary",
  "committee-secretary": "security-administrator",
} as const satisfies Partial<Record<Role, Role>>;
