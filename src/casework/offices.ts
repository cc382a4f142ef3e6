// Which role works for which body: whose item it is, is whose roles may do it.
import type { Actor } from "./actor.ts";
import type { Role } from "./roles.ts";

const rolesOfOffices: Readonly<Record<string, readonly Role[]>> = {
  "working-committee": ["committee-secretary"],
  "discipline-committee": ["discipline-officer"],
  "personnel-department": ["personnel-officer"],
  "general-office": ["office-clerk"],
};

/** Of a body that no role stands for, as another place's text may name, whoever does items of execution. */
export function rolesOfOffice(office: string): readonly Role[] {
  return rolesOfOffices[office] ?? executing;
}

const executing: readonly Role[] = ["discipline-officer", "personnel-officer", "office-clerk"];

/** Whether this actor works for the office. */
export function worksFor(actor: Pick<Actor, "roles">, office: string): boolean {
  return rolesOfOffice(office).some((role) => actor.roles.includes(role));
}

/** The offices this actor works for. */
export function officesOf(actor: Pick<Actor, "roles">): string[] {
  return Object.keys(rolesOfOffices).filter((office) => worksFor(actor, office));
}

/** The offices whose people hold one of these roles. */
export function officesOfRoles(roles: readonly Role[]): string[] {
  return Object.keys(rolesOfOffices).filter((office) => rolesOfOffice(office).some((role) => roles.includes(role)));
}
