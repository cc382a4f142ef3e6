// Evidence files: taken in as a stream, given out only through a matter that names them.
import type { Readable } from "node:stream";
import type { Actor } from "#casework/actor.ts";
import { filesOf } from "#casework/finding/evidence.ts";
import type { Evidence } from "#casework/events.ts";
import { inRetriedTransaction } from "#database/database.ts";
import { addEvidence, keepBytes, readBytes } from "../rows/evidence.ts";
import { unfitnessOf } from "../file-content.ts";
import type { Unfit as UnfitContent } from "../file-content.ts";
import { notFound, unfitFile } from "#kernel/answer.ts";
import type { Done, Found, Unfit } from "#kernel/answer.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { isReadable, loadFor } from "./readable.ts";
import { recordLine, recordRefusal } from "#kernel/uses/record.ts";
import { nowOf } from "#kernel/time.ts";

/** "too-large" is told while it is still being sent. */
export type Taken = Done<{ sha256: string; size: number }> | Unfit | { type: "too-large" };

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
    return unfitFile(unfitWords[kept.unfit]);
  }
  if (kept.type === "too-large") {
    await recordRefusal(app, actor, "upload-evidence", { refusals: ["too-large"] });
    return { type: "too-large" };
  }
  if (kept.size === 0) {
    await recordRefusal(app, actor, "upload-evidence", { refusals: ["empty"] });
    return unfitFile("文件是空的");
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

const unfitWords = {
  "unknown-kind": "文件内容不是可以识别的文档、图片、音视频、压缩包或者文本，请转换后上传",
  "broken-archive": "压缩包或者文档已损坏、加密，或者含有非法路径，请重新制作后上传",
  bomb: "压缩包解开后过大或者文件过多，请拆分后上传",
  "nested-archive": "压缩包内还有压缩包，请解开后上传",
  entities: "文档内含有外部实体声明，不能上传，请另存为新文件",
} as const satisfies Record<UnfitContent, string>;

/** The file under the name the matter gives it; null when the matter is not there, not readable, or does not name it. */
export async function giveEvidence(
  app: App,
  actor: Actor,
  matterId: string,
  sha256: string,
): Promise<Found<{ evidence: Evidence; size: number; stream: Readable }>> {
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
  if (evidence === null) return notFound;
  const bytes = await readBytes(app.dataFolder, sha256);
  if (bytes === null) throw new Error(`evidence ${sha256} is recorded but its bytes are gone`);
  return { type: "done", answer: { evidence, ...bytes } };
}
