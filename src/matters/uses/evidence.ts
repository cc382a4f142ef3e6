// Evidence files: taken in as a stream, given out only through a matter that names them.
import type { Readable } from "node:stream";
import type { Actor } from "#casework/actor.ts";
import { filesOf } from "#casework/finding/evidence.ts";
import type { Evidence } from "#casework/events.ts";
import { inRetriedTransaction } from "#database/database.ts";
import { addEvidence, keepBytes, readBytes } from "../rows/evidence.ts";
import { unfitnessOf } from "../file-content.ts";
import type { Unfit } from "../file-content.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { isReadable, loadFor } from "./readable.ts";
import { recordLine, recordRefusal } from "#kernel/uses/record.ts";
import { nowOf } from "#kernel/time.ts";

export type Taken =
  | { type: "kept"; sha256: string; size: number }
  | { type: "too-large" }
  | { type: "empty" }
  | { type: "unfit"; unfit: Unfit };

/** Keeps at most `limit` bytes; more than that is refused while it streams, and nothing stays. */
export async function takeEvidence(
  app: App,
  actor: Actor,
  bytes: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<Taken> {
  const kept = await keepBytes(app.dataFolder, bytes, limit, unfitnessOf);
  if (kept.type === "unfit") {
    await recordRefusal(app, actor, "upload-evidence", { refusals: [kept.unfit] });
    return kept;
  }
  if (kept.type === "too-large" || kept.size === 0) {
    const type = kept.type === "too-large" ? "too-large" : "empty";
    await recordRefusal(app, actor, "upload-evidence", { refusals: [type] });
    return { type };
  }
  const { sha256, size } = kept;
  await inRetriedTransaction(app.database, scopeOf(app, actor.accountId), async (trx) => {
    await addEvidence(trx, { sha256, size, at: nowOf(app), accountId: actor.accountId });
    await recordLine(app, trx, actor, {
      kind: "act",
      what: "upload-evidence",
      outcome: "done",
      body: { sha256, size },
    });
  });
  return { type: "kept", sha256, size };
}

/** The file under the name the matter gives it; null when the matter is not there, not readable, or does not name it. */
export async function giveEvidence(
  app: App,
  actor: Actor,
  matterId: string,
  sha256: string,
): Promise<{ evidence: Evidence; size: number; stream: Readable } | null> {
  const evidence = await inRetriedTransaction(app.database, scopeOf(app, actor.accountId), async (trx) => {
    const found = await loadFor(trx, actor, matterId, "read");
    const readable = found !== null && isReadable(actor, found);
    const named =
      readable && found.matter.kind === "case"
        ? filesOf(found.matter).find((file) => file.sha256 === sha256)
        : undefined;
    const body = { matterId, sha256 };
    if (named === undefined)
      await recordLine(app, trx, actor, { kind: "refusal", what: "read-evidence", outcome: "refused", body });
    else await recordLine(app, trx, actor, { kind: "sensitive-read", what: "read-evidence", outcome: "done", body });
    return named ?? null;
  });
  if (evidence === null) return null;
  const bytes = await readBytes(app.dataFolder, sha256);
  if (bytes === null) throw new Error(`evidence ${sha256} is recorded but its bytes are gone`);
  return { evidence, ...bytes };
}
