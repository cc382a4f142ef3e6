// The log for the audit administrator: pages of entries, and whether its chains are whole.
import type { EndpointInput } from "#kernel/contract/meta.ts";
import type { log, LogRow } from "../contract.ts";
import type { Actor } from "#casework/actor.ts";
import { countEntries, listEntries, paceOf, walkLog } from "../rows/audit.ts";
import { verifyCheckpoints } from "../rows/checkpoints.ts";
import type { LogWalked, Pace } from "../rows/audit.ts";
import { inRetriedTransaction, inTransaction } from "#database/database.ts";
import type { Transaction } from "#database/database.ts";
import type { Count } from "#database/page.ts";
import { openLogKey } from "../signing-key.ts";
import { readsWritten } from "./read-journal.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { recordAdministration, recordLine } from "#kernel/uses/record.ts";

export type LogQuestion = EndpointInput<typeof log.list>;

/** Reading the log is itself in the log. Entries are shown without their body: who reads the log sees no case contents. */
export async function readLog(
  app: App,
  actor: Actor,
  asked: LogQuestion,
): Promise<{ rows: LogRow[]; next: string | null; count: Count }> {
  await readsWritten(app);
  return inRetriedTransaction(app.database, scopeOf(app, actor.accountId), async (trx) => {
    const page = await listEntries(trx, asked);
    const { after: _, ...filter } = asked;
    await recordLine(app, trx, actor, { kind: "sensitive-read", what: "read-log", outcome: "done", body: filter });
    return {
      ...page,
      rows: page.rows.map(({ chain, seq, at, kind, actorName, what, outcome, hash }) => ({
        chain,
        seq,
        at,
        kind,
        actorName,
        what,
        outcome,
        hash,
      })),
    };
  });
}

export type Verified = LogWalked & { checkpoints: number; covered: number };

/** Walks every chain, and the tree over them, without a trace of the walk; `report` is told how many entries and leaves were read. */
export async function verifyChains(app: App, report?: (read: number) => void): Promise<Verified> {
  return verifyAt(paceOf(app.database, app.jurisdictionId), app.dataFolder, report);
}

/** Walks them in the caller's transaction; signatures are held against the key in this folder. */
export async function verifyChainsIn(trx: Transaction, dataFolder: string): Promise<Verified> {
  return verifyAt((piece) => piece(trx), dataFolder);
}

async function verifyAt(
  pace: Pace,
  dataFolder: string,
  report: (read: number) => void = () => undefined,
): Promise<Verified> {
  const log = await walkLog(pace, report);
  const { publicKey } = openLogKey(dataFolder);
  const tree = await verifyCheckpoints(pace, publicKey, (leaves) => report(log.entries + leaves));
  return { ...log, ...tree, faults: [...log.faults, ...tree.faults] };
}

export type Progress = { read: number; of: number };
/** How far each account's verification is: in memory, since it ends with the process. */
const underWay = new WeakMap<App, Map<string, Progress>>();

/** Null when this actor has no verification under way. */
export function verificationOf(app: App, actor: Actor): Progress | null {
  return underWay.get(app)?.get(actor.accountId) ?? null;
}

/** Ends, by throwing, when `signal` says so. */
export async function checkLog(app: App, actor: Actor, signal?: AbortSignal): Promise<Verified> {
  const scope = scopeOf(app, actor.accountId);
  const mine = underWay.get(app) ?? new Map<string, Progress>();
  underWay.set(app, mine);
  // Every entry is read twice: along its chain, and as a leaf of the tree.
  const of = 2 * (await inTransaction(app.database, scope, countEntries));
  try {
    const verified = await verifyChains(app, (read) => {
      signal?.throwIfAborted();
      mine.set(actor.accountId, { read: Math.min(read, of), of });
    });
    await inRetriedTransaction(app.database, scope, (trx) =>
      recordAdministration(app, trx, actor, "verify-log", {
        chains: verified.chains,
        entries: verified.entries,
        faults: verified.faults.length,
      }),
    );
    return verified;
  } finally {
    mine.delete(actor.accountId);
  }
}
