// Evidence files: their bytes on disk under their hash, a row for each in the database.
import type { Readable } from "node:stream";
import type { Transaction } from "./database.ts";

export type EvidenceFile = { sha256: string; size: number };

/** Streams the bytes to disk (fsync, then rename to their hash). "too-large" once more than `limit` bytes arrive; nothing stays then. */
export async function keepBytes(
  _dataFolder: string,
  _bytes: Readable | AsyncIterable<Uint8Array>,
  _limit: number,
): Promise<({ type: "kept" } & EvidenceFile) | { type: "too-large" }> {
  throw new Error("being written");
}

/** Notes that a file is there; the second time changes nothing. */
export async function addEvidence(
  _trx: Transaction,
  _file: EvidenceFile & { at: string; accountId: string },
): Promise<void> {
  throw new Error("being written");
}

/** Those of the asked hashes that are kept in this jurisdiction. */
export async function findEvidence(_trx: Transaction, _hashes: readonly string[]): Promise<EvidenceFile[]> {
  throw new Error("being written");
}

/** The bytes of a kept file; null when the hash is no hash or the file is not there. */
export async function readBytes(
  _dataFolder: string,
  _sha256: string,
): Promise<{ size: number; stream: Readable } | null> {
  throw new Error("being written");
}
