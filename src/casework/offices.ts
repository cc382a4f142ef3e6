// Whose item it is, is theirs to do who have the duty of its office; which office has which duty, the vocabulary says.
import { dutiesOf } from "#law/procedure/bodies.ts";
import type { Bodies } from "#law/procedure/bodies.ts";
import type { Actor } from "./actor.ts";
import { rolesWith } from "./roles.ts";
import type { DutyKind, Role } from "./roles.ts";

/** Which duties do items of execution at all. */
const doingItems: readonly DutyKind[] = ["inquiry", "execution", "papers"];

/** The roles that do the items of this office; of a body without a duty here, which the text of another place may name, all that do items. */
export function rolesOfOffice(law: Bodies, office: string): readonly Role[] {
  // Review looks at what the office did, and has no items of its own.
  const duties = dutiesOf(law, office).filter((duty) => duty !== "review");
  return rolesWith(duties.length === 0 ? doingItems : duties);
}

/** Whether this actor works for the office. */
export function worksFor(law: Bodies, actor: Pick<Actor, "roles">, office: string): boolean {
  return rolesOfOffice(law, office).some((role) => actor.roles.includes(role));
}

/** The offices this actor works for. */
export function officesOf(law: Bodies, actor: Pick<Actor, "roles">): string[] {
  return officesHere(law).filter((office) => worksFor(law, actor, office));
}

/** The offices whose people hold one of these roles. */
export function officesOfRoles(law: Bodies, roles: readonly Role[]): string[] {
  return officesHere(law).filter((office) => rolesOfOffice(law, office).some((role) => roles.includes(role)));
}

function officesHere({ vocabulary }: Bodies): string[] {
  return vocabulary.bodies.filter(({ duties }) => duties.length > 0).map(({ id }) => id);
}
