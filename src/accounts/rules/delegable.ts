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

/** Who decides on what an administrator asked for, because the holder cannot: another administrator. */
export const decidersForHolder = ["security-administrator", "system-administrator"] as const satisfies readonly Role[];

/** The roles that decide on a delegation of this role; `askedBy`: the administrator who asked for the holder, or null. */
export function decidersOf({ role, askedBy }: { role: Role; askedBy: string | null }): readonly Role[] {
  if (askedBy !== null) return decidersForHolder;
  // Only delegable roles are ever stored.
  return [role in delegable ? delegable[role as keyof typeof delegable] : "security-administrator"];
}
