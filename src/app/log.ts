// The log for the audit administrator: pages of entries, and whether its chains are whole.
import type { Actor } from "#casework/actor.ts";
import { listEntries, verifyLogIn } from "#store/audit.ts";
import { verifyCheckpoints } from "#store/checkpoints.ts";
import type { LogWalked } from "#store/audit.ts";
import { inRetriedTransaction, inTransaction } from "#store/database.ts";
import type { Transaction } from "#store/database.ts";
import type { Count, Page } from "#store/page.ts";
import { openLogKey } from "#store/signing-key.ts";
import { scopeOf } from "./app.ts";
import type { App } from "./app.ts";
import { recordAdministration, recordLine } from "./record.ts";

export type LogRow = {
  chain: string;
  seq: number;
  at: string;
  kind: string;
  actorName: string;
  what: string;
  outcome: string;
  hash: string;
};
export type LogQuestion = { kind: string | null; actor: string; from: string | null; to: string | null } & Page;

/** Reading the log is itself in the log. Entries are shown without their body: who reads the log sees no case contents. */
export async function readLog(
  app: App,
  actor: Actor,
  asked: LogQuestion,
): Promise<{ rows: LogRow[]; next: string | null; count: Count }> {
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

/** Walks every chain, and the tree over them, without a trace of the walk; `report` is told how many entries were read. */
export async function verifyChains(app: App, report?: (entries: number) => void): Promise<Verified> {
  return inTransaction(app.database, scopeOf(app, null), (trx) => verifyChainsIn(trx, app.dataFolder, report));
}

/** The same in a transaction at hand, by the key in this folder. */
export async function verifyChainsIn(
  trx: Transaction,
  dataFolder: string,
  report?: (entries: number) => void,
): Promise<Verified> {
  const log = await verifyLogIn(trx, report);
  const tree = await verifyCheckpoints(trx, openLogKey(dataFolder).publicKey);
  return { ...log, ...tree, faults: [...log.faults, ...tree.faults] };
}

export async function checkLog(app: App, actor: Actor): Promise<Verified> {
  const verified = await verifyChains(app);
  await inRetriedTransaction(app.database, scopeOf(app, actor.accountId), (trx) =>
    recordAdministration(app, trx, actor, "verify-log", {
      chains: verified.chains,
      entries: verified.entries,
      faults: verified.faults.length,
    }),
  );
  return verified;
}
