// The log as JSON Lines for a verifier that knows nothing of us: entries in the order of the tree, each checkpoint after its last entry.
import type { Actor } from "#casework/actor.ts";
import { entriesOf, listCheckpoints } from "../rows/checkpoints.ts";
import { inRetriedTransaction, inTransaction } from "#database/database.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { makeCheckpoint } from "./checkpoints.ts";
import { readsWritten } from "./read-journal.ts";
import { recordLine } from "#kernel/uses/record.ts";

const batchSize = 2000;

/** Makes a checkpoint first, so that all is covered; with an actor, the export itself is in the log, and in the export. */
export async function exportLog(app: App, actor: Actor | null): Promise<AsyncGenerator<string>> {
  await readsWritten(app);
  if (actor !== null) {
    await inRetriedTransaction(app.database, scopeOf(app, actor.accountId), (trx) =>
      recordLine(app, trx, actor, { kind: "export", what: "export-log", outcome: "done", body: {} }),
    );
  }
  await makeCheckpoint(app);
  return linesOf(app);
}

/** Page by page, each in a transaction of its own: what a checkpoint covers never changes again. */
async function* linesOf(app: App): AsyncGenerator<string> {
  const scope = scopeOf(app, null);
  const checkpoints = await inTransaction(app.database, scope, (trx) => listCheckpoints(trx));
  const algorithms = [...new Set(checkpoints.map(({ algorithm }) => algorithm))].sort();
  yield `${JSON.stringify({ format: "wenze-log-1", log: app.jurisdictionId, algorithms })}\n`;
  let leaf = 0;
  for (const checkpoint of checkpoints) {
    while (leaf < checkpoint.size) {
      const to = Math.min(checkpoint.size, leaf + batchSize);
      const entries = await inTransaction(app.database, scope, (trx) => entriesOf(trx, { from: leaf, to }));
      yield entries.map((entry) => `${JSON.stringify({ type: "entry", ...entry })}\n`).join("");
      leaf = to;
    }
    yield `${JSON.stringify({ type: "checkpoint", ...checkpoint })}\n`;
  }
  yield `${JSON.stringify({ type: "end", entries: leaf, checkpoints: checkpoints.length })}\n`;
}
