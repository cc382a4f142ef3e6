// Whether this actor may read a matter: the table of duties says how far a role sees, and whom the matter touches stays out of it.
import { kinOf } from "#casework/actor.ts";
import type { Actor } from "#casework/actor.ts";
import { mayRead } from "#casework/duties.ts";
import { outlineOf } from "#casework/outline.ts";
import type { Matter } from "#casework/replay.ts";
import { askAsMachine } from "#store/database.ts";
import type { Transaction } from "#store/database.ts";
import { touches } from "#store/touched.ts";

/** Also false for a person whom a lead named before its case had subjects: that they are not one yet makes them no less a party. */
export async function isReadable(trx: Transaction, actor: Actor, matter: Matter): Promise<boolean> {
  return mayRead(actor, outlineOf(matter)) && !(await isTouched(trx, actor, matter.id));
}

/** Whether the matter touches this actor or somebody close to them. */
export async function isTouched(trx: Transaction, actor: Actor, matterId: string): Promise<boolean> {
  const kin = kinOf(actor);
  return kin.length > 0 && askAsMachine(trx, (machine) => touches(machine, matterId, kin));
}
