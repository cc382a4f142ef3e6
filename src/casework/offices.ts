// Which body has which duty: whose item it is, is theirs to do who have the duty.
import type { Actor } from "./actor.ts";
import { rolesWith } from "./roles.ts";
import type { DutyKind, Role } from "./roles.ts";

/** The bodies of the vocabulary that work here. Bound in this place alone. */
const dutyOfOffice: Readonly<Record<string, DutyKind>> = {
  "working-committee": "decision",
  "discipline-committee": "inquiry",
  "personnel-department": "execution",
  "general-office": "papers",
};

/** Which duties do items of execution at all. */
const doingItems: readonly DutyKind[] = ["inquiry", "execution", "papers"];

/** The roles that do the items of this office; of a body without a duty here, which the text of another place may name, all that do items. */
export function rolesOfOffice(office: string): readonly Role[] {
  const duty = dutyOfOffice[office];
  return rolesWith(duty === undefined ? doingItems : [duty]);
}

/** The office that has this duty; null where none has. */
export function officeOf(duty: DutyKind): string | null {
  return Object.keys(dutyOfOffice).find((office) => dutyOfOffice[office] === duty) ?? null;
}

/** Whether this actor works for the office. */
export function worksFor(actor: Pick<Actor, "roles">, office: string): boolean {
  return rolesOfOffice(office).some((role) => actor.roles.includes(role));
}

/** The offices this actor works for. */
export function officesOf(actor: Pick<Actor, "roles">): string[] {
  return Object.keys(dutyOfOffice).filter((office) => worksFor(actor, office));
}

/** The offices whose people hold one of these roles. */
export function officesOfRoles(roles: readonly Role[]): string[] {
  return Object.keys(dutyOfOffice).filter((office) => rolesOfOffice(office).some((role) => roles.includes(role)));
}
