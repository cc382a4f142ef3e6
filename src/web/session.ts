// Who is signed in, for every screen behind the sign-in.
import { createContext, useContext } from "react";
import type { z } from "zod";
import type { me } from "#accounts/contract/session.ts";
import type { Access } from "#kernel/contract/meta.ts";
import type { Actor } from "#casework/actor.ts";
import type { Asker } from "#casework/decide.ts";
import type { Law } from "#law/compile/law.ts";

export type Me = z.output<typeof me>;

export const SessionContext = createContext<Me | null>(null);

export function useMe(): Me {
  const signedIn = useContext(SessionContext);
  if (signedIn === null) throw new Error("this screen stands outside the sign-in");
  return signedIn;
}

/** The reader as the acts see them. */
export function actorOf({ delegations, ...me }: Me): Actor {
  const { accountId, name, roles, personId, kinAccountIds, organizationId } = me;
  // The server never shows what a relative is a party to, so the browser need not know who they are, nor who are those of others.
  const held = delegations.map((one) => ({ ...one, fromPersonId: null, fromKinAccountIds: [] }));
  return { accountId, name, roles, personId, relativeIds: [], kinAccountIds, organizationId, delegations: held };
}

/** The same with the law and the day by which is decided what may be done. */
export function standingOf(law: Law, me: Me): Asker {
  return { law, actor: actorOf(me), today: me.today };
}

/** Whether a menu item or a link is worth showing; the server decides for itself. */
export function mayUse(signedIn: Me, access: Access): boolean {
  if (access === "anyone" || access === "signed-in") return true;
  if (access === "token") return false;
  return signedIn.roles.some((role) => access.includes(role));
}
