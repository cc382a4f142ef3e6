// Who works with Wenze: the roles an account may hold, and which exclude one another.
import type { roleNames } from "./words/role-names.ts";

export type Role = keyof typeof roleNames;

export const roles: readonly Role[] = [
  "discipline-officer",
  "reviewer",
  "personnel-officer",
  "committee-secretary",
  "office-clerk",
  "unit-liaison",
  "system-administrator",
  "security-administrator",
  "audit-administrator",
];

/** The three administrators: each excludes every other role, so that nobody both keeps the keys and reads the cases. */
export const administrators: readonly Role[] = [
  "system-administrator",
  "security-administrator",
  "audit-administrator",
];

/** Whether one account may hold these roles together: an administrator's role stands alone. */
export function rolesAgree(held: readonly Role[]): boolean {
  return held.length <= 1 || !held.some((role) => administrators.includes(role));
}
