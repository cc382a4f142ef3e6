// A backup of everything, made while others go on working: one moment of the database, every file, the keys; sealed, and read back before it
// is called whole.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { checkBackup } from "../check-backup.ts";
import { manifestShape, partNames, PartsDigest, signedText } from "../manifest.ts";
import type { Manifest } from "../manifest.ts";
import { keepOwnKey } from "../own-keys.ts";
import { dumpTables } from "../rows/dump.ts";
import { recoveryRecipient } from "../rows/recovery-keys.ts";
import { newIdentity, recipientOf, writeBackupFile } from "../sealed-file.ts";
import type { BackupWriter } from "../sealed-file.ts";
import { inRetriedTransaction, inTransaction } from "#database/database.ts";
import { keyFolderOf, keyNames } from "#database/keys.ts";
import { migrationNames } from "#database/migrate.ts";
import { openLogKey } from "#log/signing-key.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { release } from "#kernel/release.ts";
import { makeCheckpoint } from "#log/uses/checkpoints.ts";
import { listCheckpoints } from "#log/rows/checkpoints.ts";
import { verifyChains } from "#log/uses/log.ts";
import { readBytes } from "#matters/rows/evidence.ts";
import { recordAdministration } from "#kernel/uses/record.ts";
import { nowOf } from "#kernel/time.ts";

/** Notes beside the data that a restored folder needs too. */
export const noteFiles = ["regulation.json", "demonstration.json"] as const;

export type BackedUp =
  | { type: "whole"; manifest: Manifest }
  /** Written, and as the database is; but what the log says and what stands there do not agree. */
  | { type: "with-faults"; manifest: Manifest }
  /** Written, and not as it was when it is read back: the disk is not to be trusted. */
  | { type: "unreadable"; what: string[] }
  | { type: "no-recovery-key" };

/** So many faults are named. */
const mostFaults = 100;

/** Writes the backup, reads it back, and answers with what it holds. `report` is told how far it is. */
export async function makeBackup(
  app: App,
  file: string,
  report: (what: string) => void = () => undefined,
): Promise<BackedUp> {
  const recovery = await inTransaction(app.database, scopeOf(app, null), recoveryRecipient);
  if (recovery === null) return { type: "no-recovery-key" };
  await inRetriedTransaction(app.database, scopeOf(app, null), (trx) =>
    recordAdministration(app, trx, null, "make-backup", {}),
  );
  const { faults } = await verifyChains(app);
  if (faults.length === 0) await makeCheckpoint(app);
  const identity = await newIdentity();
  keepOwnKey(app.dataFolder, nowOf(app), identity);
  const told = faults.slice(0, mostFaults).map(({ chain, seq, what }) => `${chain} #${seq}: ${what}`);
  let manifest: Manifest | null = null;
  await writeBackupFile(file, [recovery.recipient, await recipientOf(identity)], async (writer) => {
    manifest = await writeParts(app, writer, told, report);
  });
  const checked = await checkBackup(file, { identity, signer: openLogKey(app.dataFolder).publicKey });
  if (checked.type !== "fits") return { type: "unreadable", what: checked.type === "differs" ? checked.what : [] };
  if (manifest === null) throw new Error("the backup has no manifest");
  return { type: faults.length === 0 ? "whole" : "with-faults", manifest };
}

const fileShape = z.object({ sha256: z.string() });

type Source = Pick<App, "database" | "dataFolder" | "jurisdictionId" | "jurisdictionName" | "clock">;

/** All that a backup is made of, out of tables that these migrations made. */
export async function writeParts(
  app: Source,
  writer: BackupWriter,
  faults: string[],
  report: (what: string) => void = () => undefined,
  schema: string[] = migrationNames(),
): Promise<Manifest> {
  const digest = new PartsDigest();
  const add = async (name: string, bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) => {
    let sum = "";
    await writer.add(
      name,
      digest.through(name, bytes, (sha256) => (sum = sha256)),
    );
    return sum;
  };
  const addText = (name: string, text: string) => add(name, [Buffer.from(text)]);
  const beginning = {
    format: "wenze-backup-2",
    at: nowOf(app),
    release,
    schema,
    jurisdiction: { id: app.jurisdictionId, name: app.jurisdictionName },
  } as const;
  await addText(partNames.beginning, JSON.stringify(beginning));
  const keys = keyFolderOf(app.dataFolder);
  for (const name of [...keyNames, "checkpoint.key.pub"])
    await add(partNames.keyOf(name), [readFileSync(path.join(keys, name))]);
  for (const note of noteFiles) {
    const place = path.join(app.dataFolder, note);
    if (existsSync(place)) await add(partNames.noteOf(note), [readFileSync(place)]);
  }
  const scope = { jurisdictionId: app.jurisdictionId, accountId: null };
  const [latest] = await inTransaction(app.database, scope, (trx) => listCheckpoints(trx, 1));
  const { tables, files } = await addTables(app, add, report);
  for (const sha256 of files) {
    const bytes = await readBytes(app.dataFolder, sha256);
    if (bytes === null) throw new Error(`evidence ${sha256} is recorded but its bytes are gone`);
    const sum = await add(partNames.fileOf(sha256), bytes.stream);
    if (sum !== sha256) faults.push(`evidence ${sha256} was changed`);
  }
  report(`evidence ${files.length}`);
  const manifest = manifestShape.parse({
    ...beginning,
    tables,
    files: files.length,
    checkpoint: latest === undefined ? null : { size: latest.size, algorithm: latest.algorithm, root: latest.root },
    faults,
    ...digest.get(),
  });
  const { publicKey: signer, sign } = openLogKey(app.dataFolder);
  const signed = { manifest, signer, signature: sign(signedText(manifest)) };
  await writer.add(partNames.end, [Buffer.from(JSON.stringify(signed, null, 2))]);
  return manifest;
}

/** As of one moment; answers with the rows and sums of each, and the files that they name. */
async function addTables(
  app: Source,
  add: (name: string, bytes: AsyncIterable<Uint8Array>) => Promise<string>,
  report: (what: string) => void,
): Promise<{ tables: Manifest["tables"]; files: string[] }> {
  const tables: Manifest["tables"] = {};
  const files: string[] = [];
  await dumpTables(app.database, app.jurisdictionId, async (name, pages) => {
    let rows = 0;
    const lines = async function* lines(): AsyncGenerator<Uint8Array> {
      for await (const page of pages) {
        if (name === "evidence_file") for (const row of page) files.push(fileShape.parse(JSON.parse(row)).sha256);
        rows += page.length;
        yield Buffer.from(page.map((row) => `${row}\n`).join(""));
      }
    };
    const sha256 = await add(partNames.tableOf(name), lines());
    tables[name] = { rows, sha256 };
    report(`${name} ${rows}`);
  });
  return { tables, files };
}
