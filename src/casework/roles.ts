// Who works with Wenze: the roles an account may hold, the duty that each has, and which exclude one another.
import type { OfficeDuty } from "#law/pack/vocabulary.ts";
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

/**
 * The duties into which the work on leads and cases is divided. `execution` is what the personnel department does once it is decided, `papers`
 * what the general office receives, serves and records, `unit` what the unit concerned does.
 */
export type DutyKind = OfficeDuty | "unit";

/** The duty of each role. The tables of acts and of reading rights name duties: who has them is said here alone. */
export const dutyOfRole = {
  "discipline-officer": "inquiry",
  reviewer: "review",
  "personnel-officer": "execution",
  "committee-secretary": "decision",
  "office-clerk": "papers",
  "unit-liaison": "unit",
  "system-administrator": null,
  "security-administrator": null,
  "audit-administrator": null,
} as const satisfies Record<Role, DutyKind | null>;

/** The roles that have one of these duties, in the order of the duties. */
export function rolesWith(duties: readonly DutyKind[]): Role[] {
  return duties.flatMap((duty) => roles.filter((role) => dutyOfRole[role] === duty));
}

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
