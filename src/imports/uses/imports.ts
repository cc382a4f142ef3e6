// Importing into the registry: a file or a pasted list is taken in, its preview looked at, then run or cancelled.
import { randomUUID } from "node:crypto";
import type { ImportRowView, ImportState, ImportView, RowOutcome } from "../contract.ts";
import type { Actor } from "#casework/actor.ts";
import type { ImportKind } from "../rules/import-column-names.ts";
import { placeOfRow } from "../rules/import-row.ts";
import { Unreadable } from "#files/read/format.ts";
import type { FileFormat } from "#files/read/format.ts";
import { checkUpload } from "#files/read/read-file.ts";
import { inTransaction } from "#database/database.ts";
import type { Transaction } from "#database/database.ts";
import { addEvidence } from "#matters/rows/evidence.ts";
import { addImport, findImport, listImportRows, listImports, setImportState } from "../rows.ts";
import type { ImportJob } from "../rows.ts";
import type { Counted, Page, Paged } from "#database/page.ts";
import { administer } from "#kernel/administer.ts";
import { notFound, orNotFound, refusedSaying, unfitFile } from "#kernel/answer.ts";
import type { Answer, Done, Found, Unfit } from "#kernel/answer.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { recordAdministration, recordRefusal } from "#kernel/uses/record.ts";
import { nowOf } from "#kernel/time.ts";
import { keepSealed } from "./file.ts";
import { work } from "./job.ts";
import { importInterrupted, importNotCancellable, importNotStartable, pastedListFile } from "./words.ts";

/** Takes the file in and begins its preview. A file that cannot be one is refused, and nothing of it is kept. */
export async function beginImport(
  app: App,
  actor: Actor,
  asked: { kind: ImportKind; fileName: string; bytes: Uint8Array },
): Promise<Done<{ importId: string }> | Unfit> {
  const importId = randomUUID();
  const format = await checkUpload(asked.bytes).catch((error: unknown) => {
    if (error instanceof Unreadable) return error;
    throw error;
  });
  if (format instanceof Unreadable) {
    await recordRefusal(app, actor, "begin-import", { kind: asked.kind, refusals: ["unreadable"] });
    return unfitFile(format.message);
  }
  const kept = await keepSealed(app, importId, asked.bytes);
  await inTransaction(app.database, scopeOf(app, actor.accountId), (trx) =>
    enter(app, trx, actor, { importId, format, kept, ...asked }),
  );
  startWork(app, importId);
  return { type: "done", answer: { importId } };
}

/** The same for a pasted list; one key, one import. */
export async function pasteImport(
  app: App,
  actor: Actor,
  { key, kind, text }: { key: string; kind: ImportKind; text: string },
): Promise<Answer<{ importId: string }>> {
  const bytes = new TextEncoder().encode(text);
  const importId = randomUUID();
  const kept = await keepSealed(app, importId, bytes);
  const begun = await administer(app, actor, { what: "begin-import", key, content: { kind, text } }, async (trx) => {
    await enter(app, trx, actor, { importId, format: "text", kept, kind, fileName: pastedListFile, bytes });
    return { type: "done", answer: { importId } };
  });
  if (begun.type === "done") startWork(app, begun.answer.importId);
  return begun;
}

type Entered = {
  importId: string;
  kind: ImportKind;
  format: FileFormat;
  fileName: string;
  bytes: Uint8Array;
  kept: { sha256: string; size: number };
};

async function enter(app: App, trx: Transaction, actor: Actor, one: Entered): Promise<void> {
  const at = nowOf(app);
  await addEvidence(trx, { ...one.kept, at, accountId: actor.accountId });
  await addImport(trx, {
    id: one.importId,
    kind: one.kind,
    format: one.format,
    fileName: one.fileName.slice(-200),
    fileSize: one.bytes.length,
    sealedSha256: one.kept.sha256,
    startedBy: actor.accountId,
    startedName: actor.name,
    startedAt: at,
  });
  const { importId, kind, format } = one;
  await recordAdministration(app, trx, actor, "begin-import", { importId, kind, format, sealed: one.kept.sha256 });
}

export async function importsFor(app: App, actor: Actor, page: Page): Promise<Counted<ImportView>> {
  const found = await inTransaction(app.database, scopeOf(app, actor.accountId), (trx) => listImports(trx, page));
  return { ...found, rows: found.rows.map(viewOf) };
}

export async function importFor(
  app: App,
  actor: Actor,
  { importId }: { importId: string },
): Promise<Found<ImportView>> {
  const job = await inTransaction(app.database, scopeOf(app, actor.accountId), (trx) => findImport(trx, importId));
  return orNotFound(job === null ? null : viewOf(job));
}

export async function importRowsFor(
  app: App,
  actor: Actor,
  { importId, ...asked }: { importId: string; outcome: RowOutcome | null } & Page,
): Promise<Found<Paged<ImportRowView>>> {
  return orNotFound(
    await inTransaction(app.database, scopeOf(app, actor.accountId), async (trx) => {
      if ((await findImport(trx, importId)) === null) return null;
      const page = await listImportRows(trx, importId, asked);
      return { ...page, rows: page.rows.map((one) => ({ ...one, ...placeOfRow(one.row) })) };
    }),
  );
}

/** Begins writing what the preview shows. */
export async function runImport(
  app: App,
  actor: Actor,
  { importId, key }: { importId: string; key: string },
): Promise<Answer<{ importId: string }>> {
  const begun = await changeState(app, actor, importId, key, "run-import", ["previewed"], "running");
  if (begun.type === "done") startWork(app, importId);
  return begun;
}

/** Ends it after the batch under way; what is written stays. */
export function cancelImport(
  app: App,
  actor: Actor,
  { importId, key }: { importId: string; key: string },
): Promise<Answer<{ importId: string }>> {
  return changeState(app, actor, importId, key, "cancel-import", ["reading", "previewed", "running"], "cancelled");
}

async function changeState(
  app: App,
  actor: Actor,
  importId: string,
  key: string,
  what: string,
  from: readonly ImportState[],
  to: ImportState,
): Promise<Answer<{ importId: string }>> {
  return administer<{ importId: string }>(app, actor, { what: what, key, content: importId }, async (trx) => {
    const job = await findImport(trx, importId, "hold");
    if (job === null) return notFound;
    if (!from.includes(job.state))
      return refusedSaying(
        "not-at-this-stage",
        to === "running" ? importNotStartable(job.state) : importNotCancellable(job.state),
        "importId",
      );
    await setImportState(trx, importId, to, nowOf(app));
    await recordAdministration(app, trx, actor, what, { importId, kind: job.kind });
    return { type: "done", answer: { importId } };
  });
}

function viewOf({ sealedSha256: _kept, startedBy: _account, ...view }: ImportJob): ImportView {
  return view;
}

/** Beside the request: whoever asks sees how far it is. A failure of the machine leaves it where it is; it is taken up again a minute later. */
function startWork(app: App, importId: string): void {
  work(app, importId).catch((error: unknown) =>
    // oxlint-disable-next-line no-console -- nobody waits for it
    console.error(importInterrupted(importId), error),
  );
}
