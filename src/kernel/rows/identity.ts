// Which keys a database was written with, and that no program works on it with others.
import { existsSync } from "node:fs";
import path from "node:path";
import { sql } from "kysely";
import { z } from "zod";
import { openLogKey } from "#log/signing-key.ts";
import { inTransaction } from "#database/database.ts";
import type { Database, Transaction } from "#database/database.ts";
import { codeOf } from "#database/folder-lock.ts";
import {
  draftKeys,
  fingerprintsOf,
  keyNames,
  keysMissing,
  makeKeys,
  openKeys,
  takeDraftedKeys,
} from "#database/keys.ts";
import type { Fingerprints, KeyName } from "#database/keys.ts";
import { StoreProblem } from "#database/problem.ts";
import { rowOf, rowsOf, run } from "#database/rows.ts";
import { begunAlready, keysMissingIn, keysOfOther, notBegun } from "#database/words.ts";
import { idNumberOf } from "#registry/rows/persons.ts";

const nowhere = { jurisdictionId: "", accountId: null };

/**
 * The keys in this folder are those that the database was written with. What a release wrote that noted none is theirs when it opens under
 * them, and that is noted. Throws StoreProblem.
 */
export async function refuseOtherKeys(database: Database, dataFolder: string): Promise<void> {
  const recorded = await recordedKeys(database);
  if (recorded === null) {
    const jurisdictionId = await firstJurisdiction(database);
    if (jurisdictionId === null) throw new StoreProblem("not-begun", notBegun(dataFolder));
    return adoptKeys(database, dataFolder, jurisdictionId);
  }
  takeDraftedKeys(dataFolder, recorded);
  const missing = keysMissing(dataFolder);
  if (missing.length > 0) throw new StoreProblem("keys-missing", keysMissingIn(dataFolder, missing));
  const here = fingerprintsOf(dataFolder);
  const others = keyNames.filter((name) => here[name] !== recorded[name]);
  if (others.length > 0) throw new StoreProblem("keys-other", keysOfOther(dataFolder, others));
}

/** Makes the keys of a new installation and notes them in its empty database. Throws StoreProblem where either was begun already. */
export async function beginIdentity(database: Database, dataFolder: string): Promise<void> {
  const begun = () => new StoreProblem("begun-already", begunAlready(dataFolder));
  if ((await recordedKeys(database)) !== null) return refuseOtherKeys(database, dataFolder);
  if (existsSync(path.join(dataFolder, "keys")) || (await firstJurisdiction(database)) !== null) throw begun();
  await draftKeys(dataFolder, async (fingerprints) => {
    try {
      await recordKeys(database, fingerprints);
    } catch (error) {
      // Somebody else begins the same database at this moment.
      throw codeOf(error) === "23505" ? begun() : error;
    }
  });
}

/** Notes the keys in this folder as those of the database that was restored with them. Throws StoreProblem where others are noted. */
export async function noteKeys(database: Database, dataFolder: string): Promise<void> {
  if ((await recordedKeys(database)) !== null) return refuseOtherKeys(database, dataFolder);
  await recordKeys(database, fingerprintsOf(dataFolder));
}

async function recordKeys(database: Database, fingerprints: Fingerprints): Promise<void> {
  await inTransaction(database, nowhere, async (trx) => {
    for (const name of keyNames)
      await run(trx, sql`INSERT INTO installation_key (name, fingerprint) VALUES (${name}, ${fingerprints[name]})`);
  });
}

const keyShape = z.object({ name: z.enum(keyNames), fingerprint: z.string() });

/** Null where none are noted. */
async function recordedKeys(database: Database): Promise<Fingerprints | null> {
  const rows = await inTransaction(database, nowhere, (trx) =>
    rowsOf(trx, keyShape, sql`SELECT name, fingerprint FROM installation_key`),
  );
  const of = (name: KeyName) => rows.find((row) => row.name === name)?.fingerprint ?? "";
  if (rows.length === 0) return null;
  return {
    "id-number.key": of("id-number.key"),
    "reporter.key": of("reporter.key"),
    "checkpoint.key": of("checkpoint.key"),
  };
}

const idShape = z.object({ id: z.string() });

async function firstJurisdiction(database: Database): Promise<string | null> {
  const found = await inTransaction(database, nowhere, (trx) =>
    rowOf(trx, idShape, sql`SELECT id FROM jurisdiction ORDER BY id LIMIT 1`),
  );
  return found?.id ?? null;
}

const provingShape = z.object({
  personId: z.string().nullable(),
  publicKey: z.string().nullable(),
  reporters: z.boolean(),
});

/** A key that nothing was written with yet may be missing, since a release of before made each at its first use. */
async function adoptKeys(database: Database, dataFolder: string, jurisdictionId: string): Promise<void> {
  const scope = { jurisdictionId, accountId: null };
  const { personId, publicKey, reporters } = await inTransaction(database, scope, proofIn);
  const used = {
    "id-number.key": personId !== null,
    "reporter.key": reporters,
    "checkpoint.key": publicKey !== null,
  } as const satisfies Record<KeyName, boolean>;
  const gone = existsSync(dataFolder) ? [] : keyNames;
  const missing = [...gone, ...keysMissing(dataFolder).filter((name) => used[name])];
  if (missing.length > 0) throw new StoreProblem("keys-missing", keysMissingIn(dataFolder, [...new Set(missing)]));
  makeKeys(dataFolder);
  const others: KeyName[] = [];
  if (personId !== null && !(await inTransaction(database, scope, (trx) => opens(trx, dataFolder, personId))))
    others.push("id-number.key");
  if (publicKey !== null && openLogKey(dataFolder).publicKey !== publicKey) others.push("checkpoint.key");
  if (others.length > 0) throw new StoreProblem("keys-other", keysOfOther(dataFolder, others));
  await recordKeys(database, fingerprintsOf(dataFolder));
}

/** The first checkpoint, since a later one may be foreign: made by a program that had been pointed to another folder. */
async function proofIn(trx: Transaction): Promise<z.output<typeof provingShape>> {
  const found = await rowOf(
    trx,
    provingShape,
    sql`SELECT (SELECT min(id) FROM person WHERE jurisdiction_id = ${trx.jurisdictionId}) AS "personId",
      (SELECT public_key FROM checkpoint WHERE jurisdiction_id = ${trx.jurisdictionId} ORDER BY size LIMIT 1) AS "publicKey",
      EXISTS (SELECT FROM reporter_identity WHERE jurisdiction_id = ${trx.jurisdictionId}) AS reporters`,
  );
  if (found === null) throw new Error("a row was asked for and none came");
  return found;
}

async function opens(trx: Transaction, dataFolder: string, personId: string): Promise<boolean> {
  const keys = openKeys(dataFolder);
  try {
    await idNumberOf(trx, keys, personId);
    return true;
  } catch (error) {
    // A failure of the database has its code; that of the cipher is none of these.
    if (/^[0-9A-Z]{5}$/u.test(codeOf(error) ?? "")) throw error;
    return false;
  }
}
