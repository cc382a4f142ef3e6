// When the packs on the disk, or the rules by which rows are derived from events, are others than before, the rows are derived again.
import { appendEntry } from "#log/rows/audit.ts";
import { inRetriedTransaction } from "#database/database.ts";
import {
  derivedBy,
  recordDerivation,
  recordPacks,
  packsDerivedBy,
  lawHeldForChange,
} from "#law-admin/rows/law-state.ts";
import { rebuildIn } from "../rows/rebuild.ts";
import { rederiveRestrictions } from "../rows/rederive.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { derivationVersion } from "../rules/derivation.ts";
import { packsVersion } from "#law-admin/uses/law-in-force.ts";
import { nowOf } from "#kernel/time.ts";

/** Null when the packs are unchanged; else how many persons were derived and for how many something changed. Logged. */
export async function rederiveAfterPacks(app: App): Promise<{ persons: number; changed: number } | null> {
  const version = packsVersion(app.law);
  return inRetriedTransaction(app.database, scopeOf(app, null), async (trx) => {
    if ((await packsDerivedBy(trx)) === version) return null;
    const law = await lawHeldForChange(trx, app.law);
    const { persons, changed } = await rederiveRestrictions(trx, law);
    await recordPacks(trx, version);
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

/**
 * Null when the rows were already derived by today's rules (`derivationVersion`); else how many leads and cases were derived and how many
 * rows changed. Calls `report` with the number of matters done so far. Logged.
 */
export async function rederiveAfterRelease(
  app: App,
  report: (matters: number) => void = () => undefined,
): Promise<{ matters: number; changed: number } | null> {
  return inRetriedTransaction(app.database, scopeOf(app, null), async (trx) => {
    if ((await derivedBy(trx)) === derivationVersion) return null;
    const law = await lawHeldForChange(trx, app.law);
    if ((await derivedBy(trx)) === derivationVersion) return null;
    const { matters, differences } = await rebuildIn(trx, law, { repair: true }, report);
    await recordDerivation(trx, derivationVersion);
    if (matters === 0) return null;
    await appendEntry(trx, "jurisdiction", {
      at: nowOf(app),
      kind: "administration",
      actorId: null,
      actorName: "",
      what: "rederive-rows",
      outcome: "done",
      body: { release: derivationVersion, matters, changed: differences.length },
    });
    return { matters, changed: differences.length };
  });
}
