// Imports: the job, and what each row of its file would bring.
import { sql } from "kysely";
import { z } from "zod";
import { importRow, importView, rowDetail, rowOutcomes } from "./contract.ts";
import type { ImportRowView, ImportState, RowDetail, RowOutcome } from "./contract.ts";
import type { Transaction } from "#database/database.ts";
import { countBound, countOf, countShape, cut, readKey } from "#database/page.ts";
import type { Counted, Page, Paged } from "#database/page.ts";
import { rowOf, rowsOf, run } from "#database/rows.ts";

const jobShape = importView.extend({ sealedSha256: z.string(), startedBy: z.string() });
export type ImportJob = z.output<typeof jobShape>;

export type ImportRow = Omit<ImportRowView, "sheet">;

const jobColumns = sql`j.id, j.kind, j.format, j.file_name AS "fileName", j.file_size::integer AS "fileSize", j.sealed_sha256 AS "sealedSha256", j.state, j.trouble,
  j.rows_read AS "rowsRead", j.rows_new AS "rowsNew", j.rows_changed AS "rowsChanged", j.rows_same AS "rowsSame", j.rows_wrong AS "rowsWrong",
  j.rows_done AS "rowsDone", j.started_by AS "startedBy", j.started_name AS "startedName", j.started_at AS "startedAt"`;

export async function addImport(
  trx: Transaction,
  job: Pick<
    ImportJob,
    "id" | "kind" | "format" | "fileName" | "fileSize" | "sealedSha256" | "startedBy" | "startedName" | "startedAt"
  >,
): Promise<void> {
  await run(
    trx,
    sql`INSERT INTO import_job (jurisdiction_id, id, kind, format, file_name, file_size, sealed_sha256, state, started_by, started_name, started_at, updated_at)
      VALUES (${trx.jurisdictionId}, ${job.id}, ${job.kind}, ${job.format}, ${job.fileName}, ${job.fileSize}, ${job.sealedSha256}, 'reading',
        ${job.startedBy}, ${job.startedName}, ${job.startedAt}, ${job.startedAt})`,
  );
}

/** "hold" keeps it until the transaction ends, so that a cancel and a batch follow one another. */
export async function findImport(
  trx: Transaction,
  id: string,
  hold: "read" | "hold" = "read",
): Promise<ImportJob | null> {
  return rowOf(
    trx,
    jobShape,
    sql`SELECT ${jobColumns} FROM import_job AS j WHERE j.jurisdiction_id = ${trx.jurisdictionId} AND j.id = ${id} ${hold === "hold" ? sql`FOR UPDATE` : sql``}`,
  );
}

const byTime = z.tuple([z.string(), z.string()]);

/** The latest first. */
export async function listImports(trx: Transaction, { after, limit }: Page): Promise<Counted<ImportJob>> {
  const key = readKey(after, byTime);
  const beyond = key === null ? sql`true` : sql`(j.started_at, j.id) < (${key[0]}::text, ${key[1]}::text)`;
  const rows = await rowsOf(
    trx,
    jobShape,
    sql`SELECT ${jobColumns} FROM import_job AS j WHERE j.jurisdiction_id = ${trx.jurisdictionId} AND ${beyond}
      ORDER BY j.started_at DESC, j.id DESC LIMIT ${limit + 1}`,
  );
  const counted = await rowOf(
    trx,
    countShape,
    sql`SELECT count(*) AS count FROM (SELECT FROM import_job WHERE jurisdiction_id = ${trx.jurisdictionId} LIMIT ${countBound + 1}) AS bounded`,
  );
  return { ...cut(rows, limit, (row) => [row.startedAt, row.id]), count: countOf(counted?.count ?? 0) };
}

const idShape = z.object({ id: z.string() });

/** Those that were under way when the machine stopped. */
export async function unfinishedImports(trx: Transaction): Promise<string[]> {
  const rows = await rowsOf(
    trx,
    idShape,
    sql`SELECT id FROM import_job WHERE jurisdiction_id = ${trx.jurisdictionId} AND state IN ('reading', 'running') ORDER BY started_at, id`,
  );
  return rows.map(({ id }) => id);
}

export async function setImportState(
  trx: Transaction,
  id: string,
  state: ImportState,
  at: string,
  trouble: string | null = null,
): Promise<void> {
  await run(
    trx,
    sql`UPDATE import_job SET state = ${state}, trouble = ${trouble}, updated_at = ${at} WHERE jurisdiction_id = ${trx.jurisdictionId} AND id = ${id}`,
  );
}

/** What a batch of rows would bring, and how far the file is read with it. */
export async function addImportRows(
  trx: Transaction,
  id: string,
  rows: readonly Omit<ImportRow, "done">[],
  at: string,
): Promise<void> {
  await run(
    trx,
    sql`INSERT INTO import_row (jurisdiction_id, import_id, row, outcome, name, detail)
      SELECT ${trx.jurisdictionId}::text, ${id}::text, new.* FROM unnest(${rows.map((one) => one.row)}::integer[], ${rows.map((one) => one.outcome)}::text[],
        ${rows.map((one) => one.name)}::text[], ${rows.map((one) => JSON.stringify(one.detail))}::text[]) AS new`,
  );
  const count = (outcome: RowOutcome) => rows.filter((one) => one.outcome === outcome).length;
  await run(
    trx,
    sql`UPDATE import_job SET rows_read = rows_read + ${rows.length}, rows_new = rows_new + ${count("new")}, rows_changed = rows_changed + ${count("change")},
        rows_same = rows_same + ${count("same")}, rows_wrong = rows_wrong + ${count("error")}, updated_at = ${at}
      WHERE jurisdiction_id = ${trx.jurisdictionId} AND id = ${id}`,
  );
}

const lastRowShape = z.object({ last: z.int().nullable() });

/** Rows of the file up to which it is read. */
export async function lastRowRead(trx: Transaction, id: string): Promise<number> {
  const row = await rowOf(
    trx,
    lastRowShape,
    sql`SELECT max(row) AS last FROM import_row WHERE jurisdiction_id = ${trx.jurisdictionId} AND import_id = ${id}`,
  );
  return row?.last ?? 0;
}

const openRowShape = z.object({ row: z.int(), outcome: z.enum(rowOutcomes) });

/** Of these rows, those that bring something and are not written yet, each with what the preview said. */
export async function openImportRows(
  trx: Transaction,
  id: string,
  rows: readonly number[],
): Promise<Map<number, RowOutcome>> {
  const open = await rowsOf(
    trx,
    openRowShape,
    sql`SELECT r.row, r.outcome FROM import_job AS j JOIN import_row AS r ON r.jurisdiction_id = j.jurisdiction_id AND r.import_id = j.id
      WHERE j.jurisdiction_id = ${trx.jurisdictionId} AND j.id = ${id} AND r.row = ANY(${[...rows]}::integer[]) AND r.row > j.done_through
        AND r.outcome IN ('new', 'change')`,
  );
  return new Map(open.map(({ row, outcome }) => [row, outcome]));
}

/** What became of the rows of a batch, in the order of the file, that were open as `was` says: one that is no longer right says why. */
export async function finishImportRows(
  trx: Transaction,
  id: string,
  was: ReadonlyMap<number, RowOutcome>,
  rows: readonly { row: number; outcome: RowOutcome; detail: RowDetail }[],
  at: string,
): Promise<void> {
  const wrong = rows.filter((one) => one.outcome === "error");
  const lost = (outcome: RowOutcome) => wrong.filter(({ row }) => was.get(row) === outcome).length;
  if (wrong.length > 0)
    await run(
      trx,
      sql`UPDATE import_row AS r SET outcome = 'error', detail = new.detail
        FROM unnest(${wrong.map((one) => one.row)}::integer[], ${wrong.map((one) => JSON.stringify(one.detail))}::text[]) AS new (row, detail)
        WHERE r.jurisdiction_id = ${trx.jurisdictionId} AND r.import_id = ${id} AND r.row = new.row`,
    );
  await run(
    trx,
    sql`UPDATE import_job SET rows_done = rows_done + ${rows.length - wrong.length}, rows_wrong = rows_wrong + ${wrong.length},
        rows_new = rows_new - ${lost("new")}, rows_changed = rows_changed - ${lost("change")},
        done_through = ${Math.max(...rows.map(({ row }) => row))}, updated_at = ${at}
      WHERE jurisdiction_id = ${trx.jurisdictionId} AND id = ${id}`,
  );
}

const byRow = z.tuple([z.int()]);
const importRowShape = importRow
  .omit({ sheet: true })
  .extend({ detail: z.string().transform((text) => rowDetail.parse(JSON.parse(text))) });

/** Rows of one outcome or of all, in the order of the file. */
export async function listImportRows(
  trx: Transaction,
  id: string,
  { outcome, after, limit }: { outcome: RowOutcome | null } & Page,
): Promise<Paged<ImportRow>> {
  const key = readKey(after, byRow);
  const rows = await rowsOf(
    trx,
    importRowShape,
    sql`SELECT r.row, r.outcome, r.row <= j.done_through AND r.outcome IN ('new', 'change') AS done, r.name, r.detail
      FROM import_job AS j JOIN import_row AS r ON r.jurisdiction_id = j.jurisdiction_id AND r.import_id = j.id
      WHERE j.jurisdiction_id = ${trx.jurisdictionId} AND j.id = ${id} AND r.row > ${key?.[0] ?? 0}
        AND ${outcome === null ? sql`true` : sql`r.outcome = ${outcome}`} ORDER BY r.row LIMIT ${limit + 1}`,
  );
  return cut(rows, limit, (row) => [row.row]);
}
