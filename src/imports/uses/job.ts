// An import at work: its file read into a preview, then its rows written, batch by batch; each batch is there whole or not at all.
import type { ImportState } from "../contract.ts";
import { rowWords } from "../rules/import-row.ts";
import { Unreadable } from "#files/read/format.ts";
import { inReadingPlace } from "#files/read/reading-places.ts";
import type { FileRow } from "#files/read/sheet-rows.ts";
import { appendEntry } from "#log/rows/audit.ts";
import { inRetriedTransaction, inTransaction } from "#database/database.ts";
import {
  addImportRows,
  findImport,
  finishImportRows,
  lastRowRead,
  openImportRows,
  setImportState,
  unfinishedImports,
} from "../rows.ts";
import type { ImportJob, ImportRow } from "../rows.ts";
import { analyzeTables } from "#database/statistics.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { everyMinute } from "#kernel/every-minute.ts";
import { nowOf } from "#kernel/time.ts";
import { batchesIn } from "./batches.ts";
import type { Batch, SkippedRow } from "./batches.ts";
import { openSealed } from "./file.ts";
import { planRows } from "./plan.ts";
import type { Planned } from "./planned.ts";
import { cellAt } from "./headings.ts";
import type { Places } from "./headings.ts";
import { withoutRepeated } from "./repeated.ts";
import type { RowsByKey } from "./repeated.ts";
import { writeAll } from "./write.ts";

/** The imports at work in this process, each once. */
const runningJobs = new WeakMap<App["database"], Map<string, Promise<void>>>();

/** Goes on with an import that is being read or run, unless it is at work already. Answers when it is over, cancelled, or the machine fails. */
export function work(app: App, importId: string): Promise<void> {
  const jobs = runningJobs.get(app.database) ?? new Map<string, Promise<void>>();
  runningJobs.set(app.database, jobs);
  const before = jobs.get(importId) ?? Promise.resolve();
  const working = before
    .then(() => continueImport(app, importId))
    .finally(() => {
      if (jobs.get(importId) === working) jobs.delete(importId);
    });
  jobs.set(importId, working);
  return working;
}

/**
 * Goes on with what was under way when the machine stopped, or its database; a failure of one is told to `report`, and tried again a minute
 * later. Answers with how to end, which waits for the batches under way: the imports go on at the next start.
 */
export function keepImports(app: App, report: (error: unknown) => void): () => Promise<void> {
  const end = everyMinute(async () => {
    const ids = await inTransaction(app.database, scopeOf(app, null), unfinishedImports);
    for (const id of ids) if (runningJobs.get(app.database)?.has(id) !== true) work(app, id).catch(report);
  }, report);
  return async () => {
    await end();
    await endImports(app);
  };
}

/** Waits for the batches under way. */
export async function endImports(app: App): Promise<void> {
  ended.add(app.database);
  const jobs = runningJobs.get(app.database);
  if (jobs !== undefined) await Promise.allSettled(jobs.values());
}

const ended = new WeakSet<App["database"]>();

async function continueImport(app: App, importId: string): Promise<void> {
  const job = await inTransaction(app.database, scopeOf(app, null), (trx) => findImport(trx, importId));
  if (job?.state === "reading") await inReadingPlace("kept", () => preview(app, job));
  if (job?.state === "running") await inReadingPlace("kept", () => run(app, job));
}

async function preview(app: App, job: ImportJob): Promise<void> {
  const done = await inTransaction(app.database, scopeOf(app, null), (trx) => lastRowRead(trx, job.id));
  const told: RowsByKey = new Map();
  try {
    const bytes = await openSealed(app, job.id, job.sealedSha256);
    for await (const batch of batchesIn(bytes, job.format, job.kind)) {
      const stands = await inBatch(app, job, "reading", async (trx) => {
        const rows = (await previewOf(app, trx, job, told, batch)).filter(({ row }) => row > done);
        if (rows.length > 0) await addImportRows(trx, job.id, rows, nowOf(app));
      });
      if (!stands) return;
    }
    await inBatch(app, job, "reading", (trx) => setImportState(trx, job.id, "previewed", nowOf(app)));
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    await inBatch(app, job, "reading", (trx) => setImportState(trx, job.id, "unreadable", nowOf(app), error.message));
  }
}

async function previewOf(
  app: App,
  trx: Trx,
  job: ImportJob,
  told: RowsByKey,
  batch: Batch | SkippedRow,
): Promise<Omit<ImportRow, "done">[]> {
  if (batch.type === "passed-over") {
    const detail = { problems: [{ column: "", message: batch.message }], changes: [] };
    return [{ row: batch.row.row, outcome: "error", name: "", detail }];
  }
  const planned = await planRows(app, trx, job, batch.places, batch.rows);
  return planned.map((one, index) => refuseRepeated(told, job, batch, index, one));
}

function refuseRepeated(
  told: RowsByKey,
  job: ImportJob,
  { places, rows }: Batch,
  index: number,
  planned: Planned,
): Planned {
  const row = rows[index];
  return row === undefined ? planned : withoutRepeated(told, job.kind, places, row, planned);
}

async function run(app: App, job: ImportJob): Promise<void> {
  const bytes = await openSealed(app, job.id, job.sealedSha256);
  let batches = 0;
  for await (const batch of batchesIn(bytes, job.format, job.kind)) {
    if (batch.type === "passed-over") continue;
    if (!(await inBatch(app, job, "running", (trx) => writeBatch(app, trx, job, batch)))) return;
    batches += 1;
    // After the second, the fourth, the eighth …: as often as the tables have grown to twice their size.
    if (batches > 1 && Number.isInteger(Math.log2(batches))) await analyzeTables(app.database);
  }
  await inBatch(app, job, "running", async (trx) => {
    await setImportState(trx, job.id, "done", nowOf(app));
    await logged(app, trx, job, "finish-import", {});
  });
}

type Trx = Parameters<typeof findImport>[0];

async function writeBatch(app: App, trx: Trx, job: ImportJob, { places, rows }: Batch): Promise<void> {
  const open = await openImportRows(
    trx,
    job.id,
    rows.map(({ row }) => row),
  );
  const wanted = rows.filter(({ row }) => open.has(row));
  if (wanted.length === 0) return;
  const at = nowOf(app);
  const done: Planned[] = [];
  for (const some of inChunks(places, wanted)) {
    const planned = await planRows(app, trx, job, places, some);
    await writeAll(
      trx,
      app.keys,
      planned.map(({ writing }) => writing),
      { by: job.startedBy, name: job.startedName, at, source: `import:${job.id}` },
    );
    done.push(...planned);
  }
  await finishImportRows(trx, job.id, open, done, at);
  const [first, last] = [wanted[0]?.row, wanted.at(-1)?.row];
  await logged(app, trx, job, "import-rows", {
    rows: [first, last].map((row) => rowWords(row ?? 0)).join("-"),
    added: done.filter(({ outcome }) => outcome === "new").length,
    changed: done.filter(({ outcome }) => outcome === "change").length,
    wrong: done.filter(({ outcome }) => outcome === "error").length,
  });
}

/** No two rows of one person at a time: the second is planned by what the first has written. Names count where a row has no number. */
function* inChunks(places: Places, rows: readonly FileRow[]): Generator<FileRow[]> {
  const byName = rows.some((row) => cellAt(places, row.cells, "idNumber") === "");
  let left = rows;
  while (left.length > 0) {
    const seen = new Set<string>();
    const later: FileRow[] = [];
    const now: FileRow[] = [];
    for (const row of left) {
      const number = cellAt(places, row.cells, "idNumber").toUpperCase();
      const who = byName ? [number, cellAt(places, row.cells, "name")] : [number];
      const isSecond = who.some((one) => one !== "" && seen.has(one));
      (isSecond ? later : now).push(row);
      for (const one of who) seen.add(one);
    }
    yield now;
    left = later;
  }
}

async function logged(app: App, trx: Trx, job: ImportJob, what: string, body: Record<string, unknown>): Promise<void> {
  await appendEntry(trx, "jurisdiction", {
    at: nowOf(app),
    kind: "administration",
    actorId: job.startedBy,
    actorName: job.startedName,
    what,
    outcome: "done",
    body: { importId: job.id, kind: job.kind, ...body },
  });
}

/** False when the import is no longer in this state, because somebody cancelled it or the machine is stopping. */
async function inBatch(
  app: App,
  job: ImportJob,
  state: ImportState,
  what: (trx: Trx) => Promise<void>,
): Promise<boolean> {
  if (ended.has(app.database)) return false;
  return inRetriedTransaction(app.database, scopeOf(app, null), async (trx) => {
    const now = await findImport(trx, job.id, "hold");
    if (now?.state !== state) return false;
    await what(trx);
    return true;
  });
}
