// Whether this actor may read a matter: the table of duties says how far a role sees, and whom the matter touches stays out of it.
import { kinOf } from "#casework/actor.ts";
import type { Actor } from "#casework/actor.ts";
import { mayRead } from "#casework/duties.ts";
import { outlineOf } from "#casework/outline.ts";
import type { Transaction } from "#database/database.ts";
import { loadMatter } from "../rows/matters.ts";
import type { LoadedMatter } from "../rows/matters.ts";

/** The matter, with what `isReadable` needs to say whether this actor may read it. */
export async function loadFor(
  trx: Transaction,
  actor: Actor,
  matterId: string,
  hold: "read" | "for-update",
): Promise<LoadedMatter | null> {
  return loadMatter(trx, matterId, hold, kinOf(actor));
}

/** Also false for a person whom only a lead of the case names: not being a subject yet makes them no less a party. */
export function isReadable(actor: Actor, { matter, involves }: LoadedMatter): boolean {
  return !involves && mayRead(actor, outlineOf(matter));
}
