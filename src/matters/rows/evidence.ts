// Evidence files: their bytes on disk under their hash, a row for each in the database.
import { createHash, randomUUID } from "node:crypto";
import { createReadStream, mkdirSync } from "node:fs";
import { access, mkdir, open, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import type { Readable } from "node:stream";
import { sql } from "kysely";
import { z } from "zod";
import type { Transaction } from "#database/database.ts";
import { syncPath } from "#database/durable.ts";
import type { UnfitReason } from "../file-content.ts";
import { codeOf } from "#database/folder-lock.ts";
import { rowsOf, run } from "#database/rows.ts";

export type EvidenceFile = { sha256: string; size: number };

/** Streams the bytes to disk (fsync, then rename to their hash). "too-large" as soon as more than `limit` bytes arrive; then nothing is kept. */
export async function storeBytes(
  dataFolder: string,
  bytes: Readable | AsyncIterable<Uint8Array>,
  limit: number,
  examine: (place: string, size: number) => Promise<UnfitReason | null> = async () => null,
): Promise<({ type: "kept" } & EvidenceFile) | { type: "too-large" } | { type: "unfit"; unfit: UnfitReason }> {
  const drafts = path.join(dataFolder, "evidence", "drafts");
  mkdirSync(drafts, { recursive: true, mode: 0o700 });
  const draft = path.join(drafts, randomUUID());
  try {
    const written = await write(draft, bytes, limit);
    if (written === null) return { type: "too-large" };
    const unfit = written.size === 0 ? null : await examine(draft, written.size);
    if (unfit !== null) return { type: "unfit", unfit };
    await moveTo(pathOf(dataFolder, written.sha256), draft);
    return { type: "kept", ...written };
  } finally {
    await rm(draft, { force: true });
  }
}

async function write(draft: string, bytes: AsyncIterable<unknown>, limit: number): Promise<EvidenceFile | null> {
  const file = await open(draft, "wx", 0o600);
  try {
    const hash = createHash("sha256");
    let size = 0;
    for await (const piece of bytes) {
      if (!(piece instanceof Uint8Array)) throw new Error("evidence is bytes");
      size += piece.length;
      if (size > limit) return null;
      hash.update(piece);
      await file.writeFile(piece);
    }
    await file.sync();
    return { sha256: hash.digest("hex"), size };
  } finally {
    await file.close();
  }
}

/** The same content twice is one file. */
async function moveTo(place: string, draft: string): Promise<void> {
  const folder = path.dirname(place);
  const there = await access(place).then(
    () => true,
    () => false,
  );
  if (there) return;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await rename(draft, place);
  syncPath(folder);
  syncPath(path.dirname(folder));
}

/** Notes that a file is there and that this account uploaded it; the second time changes nothing. */
export async function addEvidence(
  trx: Transaction,
  file: EvidenceFile & { at: string; accountId: string },
): Promise<void> {
  await run(
    trx,
    sql`INSERT INTO evidence_file (jurisdiction_id, sha256, size, at, account_id)
      VALUES (${trx.jurisdictionId}, ${file.sha256}, ${file.size}, ${file.at}, ${file.accountId}) ON CONFLICT DO NOTHING`,
  );
  await run(
    trx,
    sql`INSERT INTO evidence_upload (jurisdiction_id, sha256, account_id, at)
      VALUES (${trx.jurisdictionId}, ${file.sha256}, ${file.accountId}, ${file.at}) ON CONFLICT DO NOTHING`,
  );
}

const fileShape = z.object({ sha256: z.string(), size: z.int() });

/**
 * Those of these hashes under which a file is kept that the account may name in an act: it uploaded the file, or `bound` has the hash, the files
 * that the matter has already. Any other file is as if it were not there.
 */
export async function findEvidence(
  trx: Transaction,
  hashes: readonly string[],
  accountId: string,
  bound: readonly string[],
): Promise<EvidenceFile[]> {
  if (hashes.length === 0) return [];
  return rowsOf(
    trx,
    fileShape,
    sql`SELECT sha256, size FROM evidence_file AS f WHERE jurisdiction_id = ${trx.jurisdictionId} AND sha256 = ANY(${[...hashes]}::text[])
        AND (f.account_id = ${accountId} OR sha256 = ANY(${[...bound]}::text[]) OR EXISTS (
          SELECT FROM evidence_upload AS u
          WHERE u.jurisdiction_id = f.jurisdiction_id AND u.sha256 = f.sha256 AND u.account_id = ${accountId}))
      ORDER BY sha256`,
  );
}

/** The bytes of a kept file; null when the hash is no hash or the file is not there. */
export async function readBytes(
  dataFolder: string,
  sha256: string,
): Promise<{ size: number; stream: Readable } | null> {
  if (!/^[0-9a-f]{64}$/u.test(sha256)) return null;
  const place = pathOf(dataFolder, sha256);
  try {
    const { size } = await stat(place);
    return { size, stream: createReadStream(place) };
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw error;
  }
}

function pathOf(dataFolder: string, sha256: string): string {
  return path.join(dataFolder, "evidence", sha256.slice(0, 2), sha256);
}
