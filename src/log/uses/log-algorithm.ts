// With which algorithm the log goes on: SHA-256, or SM3 where the national algorithms are prescribed.
import type { HashAlgorithm } from "#audit/entry.ts";
import { inRetriedTransaction } from "#database/database.ts";
import { setLogAlgorithm } from "#jurisdiction/rows/jurisdictions.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { recordAdministration } from "#kernel/uses/record.ts";

/** From the next entry on; the change is itself an entry. Earlier entries stay as they are, and verify. */
export async function chooseLogAlgorithm(app: App, algorithm: HashAlgorithm): Promise<void> {
  await inRetriedTransaction(app.database, scopeOf(app, null), async (trx) => {
    await setLogAlgorithm(trx, algorithm);
    await recordAdministration(app, trx, null, "choose-log-algorithm", { algorithm });
  });
}
