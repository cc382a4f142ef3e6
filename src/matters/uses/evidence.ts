// Evidence files: taken in as a stream, given out only through a matter that names them.
import type { Readable } from "node:stream";
import type { Actor } from "#casework/actor.ts";
import { filesOf } from "#casework/finding/evidence.ts";
import type { Evidence } from "#casework/events.ts";
import { inRetriedTransaction } from "#database/database.ts";
import { addEvidence, storeBytes, readBytes } from "../rows/evidence.ts";
import { findUnfitReason } from "../file-content.ts";
import { inReadingPlace } from "#files/read/reading-places.ts";
import { notFound, unfitFile } from "#kernel/answer.ts";
import type { Done, Found, Unfit } from "#kernel/answer.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { isReadable, loadFor, shownFor } from "./readable.ts";
import { recordLine, recordRefusal } from "#kernel/uses/record.ts";
import { nowOf } from "#kernel/time.ts";
import { fileEmpty, unfitFiles } from "./words.ts";

/** "too-large" is answered while the file is still being sent. */
export type UploadResult = Done<{ sha256: string; size: number }> | Unfit | { type: "too-large" };

/** Keeps at most `limit` bytes; more than that is refused while it streams, and nothing stays. */
export async function uploadEvidence(
  app: App,
  actor: Actor,
  bytes: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<UploadResult> {
  const kept = await storeBytes(app.dataFolder, bytes, limit, (place, size) =>
    findUnfitReason(place, size, (unpack) => inReadingPlace("asked", unpack)),
  );
  if (kept.type === "unfit") {
    await recordRefusal(app, actor, "upload-evidence", { refusals: [kept.unfit] });
    return unfitFile(unfitFiles[kept.unfit]);
  }
  if (kept.type === "too-large") {
    await recordRefusal(app, actor, "upload-evidence", { refusals: ["too-large"] });
    return { type: "too-large" };
  }
  if (kept.size === 0) {
    await recordRefusal(app, actor, "upload-evidence", { refusals: ["empty"] });
    return unfitFile(fileEmpty);
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
  return { type: "done", answer: { sha256, size } };
}

/** The file under the name the matter gives it. Not found when the matter is not there, not readable, or does not name it in what this actor reads. */
export async function downloadEvidence(
  app: App,
  actor: Actor,
  matterId: string,
  sha256: string,
): Promise<Found<{ evidence: Evidence; size: number; stream: Readable }>> {
  const evidence = await inRetriedTransaction(app.database, scopeOf(app, actor.accountId), async (trx) => {
    const found = await loadFor(trx, actor, matterId, "read");
    const shown = found !== null && isReadable(actor, found) ? await shownFor(trx, actor, found) : null;
    const named =
      shown?.matter.kind === "case" ? filesOf(shown.matter).find((file) => file.sha256 === sha256) : undefined;
    const body = { matterId, sha256 };
    if (named === undefined)
      await recordLine(app, trx, actor, { kind: "refusal", what: "read-evidence", outcome: "refused", body });
    else await recordLine(app, trx, actor, { kind: "sensitive-read", what: "read-evidence", outcome: "done", body });
    return named ?? null;
  });
  if (evidence === null) return notFound;
  const bytes = await readBytes(app.dataFolder, sha256);
  if (bytes === null) throw new Error(`evidence ${sha256} is recorded but its bytes are gone`);
  return { type: "done", answer: { evidence, ...bytes } };
}
