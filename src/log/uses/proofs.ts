// Proofs from the tree: that an entry is in a checkpoint, that an earlier checkpoint is the beginning of a later one.
import { consistencyRanges, inclusionRanges } from "#audit/tree.ts";
import type { CheckpointFile } from "#audit/checkpoint.ts";
import { entriesOf, findCheckpoint, leafOfEntry, listCheckpoints, rootsOfRanges } from "../rows/checkpoints.ts";
import { inTransaction } from "#database/database.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";

export type Proof = { format: "wenze-proof-1" } & (
  | {
      type: "inclusion";
      chain: string;
      seq: number;
      hash: string;
      leaf: number;
      checkpoint: CheckpointFile;
      proof: string[];
    }
  | { type: "consistency"; earlier: CheckpointFile; later: CheckpointFile; proof: string[] }
);

/** Against the latest checkpoint. Null when no checkpoint covers the entry, or there is no such entry. */
export async function proveInclusion(app: App, chain: string, seq: number): Promise<Proof | null> {
  return inTransaction(app.database, scopeOf(app, null), async (trx) => {
    const [checkpoint] = await listCheckpoints(trx, 1);
    const leaf = await leafOfEntry(trx, chain, seq);
    if (checkpoint === undefined || leaf === null) return null;
    const [entry] = await entriesOf(trx, { from: leaf, to: leaf + 1 });
    if (entry === undefined) return null;
    const ranges = inclusionRanges(leaf, { from: 0, to: checkpoint.size });
    const proof = await rootsOfRanges(trx, checkpoint.algorithm, ranges);
    return { format: "wenze-proof-1", type: "inclusion", chain, seq, hash: entry.hash, leaf, checkpoint, proof };
  });
}

/** Null when one of the two is missing, they were hashed differently, or the first is the larger one. */
export async function proveConsistency(app: App, earlierSize: number, laterSize: number): Promise<Proof | null> {
  return inTransaction(app.database, scopeOf(app, null), async (trx) => {
    const earlier = await findCheckpoint(trx, earlierSize);
    const later = await findCheckpoint(trx, laterSize);
    if (earlier === null || later === null || earlier.algorithm !== later.algorithm || earlier.size > later.size)
      return null;
    const proof = await rootsOfRanges(trx, later.algorithm, consistencyRanges(earlier.size, later.size));
    return { format: "wenze-proof-1", type: "consistency", earlier, later, proof };
  });
}
