// A backup of everything, made while others go on working: one moment of the database, every file, the keys sealed.
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { z } from "zod";
import { writeBackupFile } from "../backup-file.ts";
import { dumpTables, schemaOf } from "../rows/dump.ts";
import { readBytes } from "#matters/rows/evidence.ts";
import { inRetriedTransaction } from "#database/database.ts";
import { openLogKey } from "#log/signing-key.ts";
import { sealKeys } from "../sealed-keys.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { latestCheckpoint, makeCheckpoint } from "#log/uses/checkpoints.ts";
import { recordAdministration } from "#kernel/uses/record.ts";
import { nowOf } from "#kernel/time.ts";

/** Notes beside the data that a restored folder needs too. */
export const noteFiles = ["regulation.json", "demonstration.json"] as const;

export const manifestShape = z.strictObject({
  format: z.literal("wenze-backup-1"),
  at: z.string(),
  jurisdiction: z.strictObject({ id: z.string(), name: z.string() }),
  /** The migrations that made the tables: a backup is restored by the release that made it. */
  schema: z.array(z.string()),
  tables: z.record(z.string(), z.strictObject({ rows: z.int(), sha256: z.string() })),
  files: z.int(),
  /** The latest checkpoint at that moment: the restored log must lead to the same root. */
  checkpoint: z.strictObject({ size: z.int(), algorithm: z.string(), root: z.string() }).nullable(),
});
export type Manifest = z.output<typeof manifestShape>;

/** Writes the backup and answers with what it holds. `report` is told how far it is. */
export async function makeBackup(
  app: App,
  file: string,
  passphrase: string,
  report: (what: string) => void = () => undefined,
): Promise<Manifest> {
  await inRetriedTransaction(app.database, scopeOf(app, null), (trx) =>
    recordAdministration(app, trx, null, "make-backup", {}),
  );
  await makeCheckpoint(app);
  openLogKey(app.dataFolder);
  const schema = await schemaOf(app.database);
  const tables: Manifest["tables"] = {};
  const files: string[] = [];
  let manifest: Manifest | null = null;
  await writeBackupFile(file, async (writer) => {
    const latest = await latestCheckpoint(app);
    await dumpTables(app.database, app.jurisdictionId, async (name, pages) => {
      const hash = createHash("sha256");
      let rows = 0;
      const lines = async function* lines(): AsyncGenerator<string> {
        for await (const page of pages) {
          const text = page.map((row) => `${row}\n`).join("");
          if (name === "evidence_file") for (const row of page) files.push(fileShape.parse(JSON.parse(row)).sha256);
          hash.update(text);
          rows += page.length;
          yield text;
        }
      };
      await writer.add(`tables/${name}.jsonl`, Readable.from(lines(), { objectMode: false }), true);
      tables[name] = { rows, sha256: hash.digest("hex") };
      report(`${name} ${rows}`);
    });
    for (const sha256 of files) {
      const bytes = await readBytes(app.dataFolder, sha256);
      if (bytes === null) throw new Error(`evidence ${sha256} is recorded but its bytes are gone`);
      await writer.add(`evidence/${sha256}`, bytes.stream, false);
    }
    report(`evidence ${files.length}`);
    for (const note of noteFiles) {
      const place = path.join(app.dataFolder, note);
      if (existsSync(place)) await writer.add(`notes/${note}`, Readable.from([readFileSync(place)]), false);
    }
    await writer.add("keys.json", Readable.from([sealKeys(app.dataFolder, passphrase)], { objectMode: false }), false);
    manifest = {
      format: "wenze-backup-1",
      at: nowOf(app),
      jurisdiction: { id: app.jurisdictionId, name: app.jurisdictionName },
      schema,
      tables,
      files: files.length,
      checkpoint: latest === null ? null : { size: latest.size, algorithm: latest.algorithm, root: latest.root },
    };
    await writer.add("manifest.json", Readable.from([JSON.stringify(manifest, null, 2)], { objectMode: false }), true);
  });
  if (manifest === null) throw new Error("the backup has no manifest");
  return manifest;
}

const fileShape = z.object({ sha256: z.string() });
