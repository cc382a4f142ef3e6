// Checkpoints of the log: made now and then, handed to a second body, taken back with its signature.
import type { EndpointOutput } from "#kernel/contract/meta.ts";
import type { log } from "../contract.ts";
import { countersignatureText } from "#audit/checkpoint.ts";
import type { Checkpoint, CheckpointFile } from "#audit/checkpoint.ts";
import type { Actor } from "#casework/actor.ts";
import {
  addCheckpoint,
  addCountersignature,
  checkpointsBelow,
  entriesSinceCheckpoint,
  findCheckpoint,
  listCheckpoints,
} from "../rows/checkpoints.ts";
import { inRetriedTransaction, inTransaction } from "#database/database.ts";
import { isSignedBy, openLogKey } from "../signing-key.ts";
import { administer } from "#kernel/administer.ts";
import type { Answer } from "#kernel/answer.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { recordAdministration, recordRefusal } from "#kernel/uses/record.ts";
import { nowOf } from "#kernel/time.ts";
import { countersignatureRefusals } from "../words.ts";

/** Made by the machine on its schedule, it leaves no entry: a checkpoint of nothing but checkpoints would follow. */
export async function makeCheckpoint(app: App): Promise<Checkpoint | null> {
  const signing = openLogKey(app.dataFolder);
  return inRetriedTransaction(app.database, scopeOf(app, null), (trx) => addCheckpoint(trx, signing, nowOf(app)));
}

/** Made because somebody asks for it: that is an entry, so there always is something new to sign. */
export async function askCheckpoint(
  app: App,
  actor: Actor,
  { key }: { key: string },
): Promise<Answer<{ size: number }>> {
  const signing = openLogKey(app.dataFolder);
  return administer(app, actor, { what: "make-checkpoint", key, content: null }, async (trx) => {
    await recordAdministration(app, trx, actor, "make-checkpoint", {});
    const made = await addCheckpoint(trx, signing, nowOf(app));
    if (made === null) throw new Error("a checkpoint was asked for and nothing was there to sign");
    return { type: "done", answer: { size: made.size } };
  });
}

export async function latestCheckpoint(app: App): Promise<CheckpointFile | null> {
  const [latest] = await inTransaction(app.database, scopeOf(app, null), (trx) => listCheckpoints(trx, 1));
  return latest ?? null;
}

export type CheckpointPage = EndpointOutput<typeof log.checkpoints>;

/** One page, latest first; `since` counts the entries that no checkpoint covers yet. */
export async function checkpointPage(
  app: App,
  actor: Actor,
  { after, limit }: { after: string | null; limit: number },
): Promise<CheckpointPage> {
  return inTransaction(app.database, scopeOf(app, actor.accountId), async (trx) => {
    const below = after === null || !/^\d{1,15}$/u.test(after) ? null : Number(after);
    const rows = await checkpointsBelow(trx, below, limit + 1);
    const shown = rows.slice(0, limit);
    const next = rows.length > limit ? String(shown.at(-1)?.size) : null;
    return { rows: shown, next, since: await entriesSinceCheckpoint(trx) };
  });
}

/** Takes the countersignatures that the file brings; those known already change nothing. No actor: whoever holds the machine. */
export async function acceptCountersignatures(
  app: App,
  actor: Actor | null,
  { file }: { file: CheckpointFile },
): Promise<Answer<{ added: number }>> {
  const scope = scopeOf(app, actor?.accountId ?? null);
  const code = await inTransaction(app.database, scope, async (trx) =>
    faultOf(file, await findCheckpoint(trx, file.size)),
  );
  if (code !== null) {
    if (actor !== null)
      await recordRefusal(app, actor, "accept-countersignature", { size: file.size, refusals: [code] });
    return {
      type: "refused",
      refusals: [{ code, message: countersignatureRefusals[code], source: null, field: "file" }],
    };
  }
  return inRetriedTransaction(app.database, scope, async (trx) => {
    let added = 0;
    for (const one of file.countersignatures) if (await addCountersignature(trx, file.size, one)) added += 1;
    await recordAdministration(app, trx, actor, "accept-countersignature", {
      size: file.size,
      names: file.countersignatures.map(({ name }) => name),
    });
    return { type: "done", answer: { added } };
  });
}

function faultOf(file: CheckpointFile, kept: CheckpointFile | null): keyof typeof countersignatureRefusals | null {
  if (kept === null || kept.signature !== file.signature || kept.root !== file.root) return "no-such-checkpoint";
  // A body is another one than ours: our own key does not count as a second signature.
  if (file.countersignatures.every(({ publicKey }) => publicKey === kept.publicKey)) return "no-countersignature";
  const fit = file.countersignatures.every(
    (one) =>
      one.publicKey !== kept.publicKey && isSignedBy(one.publicKey, countersignatureText(kept, one), one.signature),
  );
  return fit ? null : "countersignature-unfit";
}
