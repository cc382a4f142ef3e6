// The jurisdictions that this installation serves. A shared list: the only table that knows no jurisdiction of its own.
import { sql } from "kysely";
import { z } from "zod";
import type { HashAlgorithm } from "#audit/entry.ts";
import { inTransaction } from "#database/database.ts";
import type { Database, Transaction } from "#database/database.ts";
import { rowsOf, run } from "#database/rows.ts";

/** `prefix` begins the numbers of leads and cases. An id is letters, digits and hyphens. */
const shape = z.object({ id: z.string(), name: z.string(), prefix: z.string() });
export type Jurisdiction = z.output<typeof shape>;

export async function listJurisdictions(database: Database): Promise<Jurisdiction[]> {
  return inTransaction(database, { jurisdictionId: "", accountId: null }, (trx) =>
    rowsOf(trx, shape, sql`SELECT id, name, prefix FROM jurisdiction ORDER BY id`),
  );
}

export async function addJurisdiction(database: Database, jurisdiction: Jurisdiction): Promise<void> {
  await inTransaction(database, { jurisdictionId: jurisdiction.id, accountId: null }, async (trx) => {
    await run(
      trx,
      sql`INSERT INTO jurisdiction (id, name, prefix) VALUES (${jurisdiction.id}, ${jurisdiction.name}, ${jurisdiction.prefix})`,
    );
    await run(
      trx,
      sql`INSERT INTO law_state (jurisdiction_id, interpretations, packs) VALUES (${jurisdiction.id}, 0, '')`,
    );
  });
}

/** With which algorithm the log goes on from its next entry; what was written stays as it was. */
export async function setLogAlgorithm(trx: Transaction, algorithm: HashAlgorithm): Promise<void> {
  await run(trx, sql`UPDATE jurisdiction SET log_algorithm = ${algorithm} WHERE id = ${trx.jurisdictionId}`);
}
