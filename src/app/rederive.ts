// When the packs on the disk are others than those by which restrictions were last derived, they are derived again.
import { appendEntry } from "#store/audit.ts";
import { inRetriedTransaction } from "#store/database.ts";
import { notePacks, packsDerivedBy, takenLaw } from "#store/law-state.ts";
import { rederiveRestrictions } from "#store/rederive.ts";
import { scopeOf } from "./app.ts";
import type { App } from "./app.ts";
import { packsVersion } from "./law-in-force.ts";
import { nowOf } from "./time.ts";

/** Null when the packs are the same as before; else how many persons were looked at and of how many something changed. It is in the log. */
export async function rederiveAfterPacks(app: App): Promise<{ persons: number; changed: number } | null> {
  const version = packsVersion(app.law);
  return inRetriedTransaction(app.database, scopeOf(app, null), async (trx) => {
    if ((await packsDerivedBy(trx)) === version) return null;
    const law = await takenLaw(trx, app.law);
    const { persons, changed } = await rederiveRestrictions(trx, law);
    await notePacks(trx, version);
    await appendEntry(trx, "jurisdiction", {
      at: nowOf(app),
      kind: "administration",
      actorId: null,
      actorName: "",
      what: "rederive-restrictions",
      outcome: "done",
      body: { packs: version, persons, changed: changed.length },
    });
    return { persons, changed: changed.length };
  });
}
