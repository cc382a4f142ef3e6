// Runs of the sweep: progress and results.
import { sql } from "kysely";
import { z } from "zod";
import { sweepRun } from "../contract.ts";
import type { Transaction } from "#database/database.ts";
import { countBound, countOf, countShape, cut, readKey } from "#database/page.ts";
import type { Counted, Page } from "#database/page.ts";
import { rowOf, rowsOf, run } from "#database/rows.ts";

const shape = sweepRun.extend({ afterPerson: z.string() });
/** `entries`: registered entries looked at, `unjudged` those among them for whose day the history is not complete. `found`: conflicts that were not known before; `again`: fallen ones that stand again. */
export type SweepRun = z.output<typeof shape>;

const columns = sql`id, state, occasion, started_name AS "startedName", started_at AS "startedAt", updated_at AS "updatedAt", after_person AS "afterPerson",
  persons_all AS "personsAll", persons_done AS "personsDone", entries, found, again, fallen, unjudged, letter_lines AS "letterLines", letters_found AS "lettersFound"`;

/** Throws on a unique key while another is running. */
export async function addSweepRun(
  trx: Transaction,
  one: Pick<SweepRun, "id" | "occasion" | "startedName" | "startedAt" | "personsAll"> & {
    law: string;
    startedBy: string | null;
  },
): Promise<void> {
  await run(
    trx,
    sql`INSERT INTO sweep_run (jurisdiction_id, id, state, occasion, law, started_by, started_name, started_at, updated_at, persons_all)
      VALUES (${trx.jurisdictionId}, ${one.id}, 'running', ${one.occasion}, ${one.law}, ${one.startedBy}, ${one.startedName}, ${one.startedAt}, ${one.startedAt}, ${one.personsAll})`,
  );
}

/** Null when there is none. "hold" locks it until the transaction ends, so that a cancel and a page follow one another. */
export async function findSweepRun(
  trx: Transaction,
  id: string,
  hold: "read" | "hold" = "read",
): Promise<SweepRun | null> {
  return rowOf(
    trx,
    shape,
    sql`SELECT ${columns} FROM sweep_run WHERE jurisdiction_id = ${trx.jurisdictionId} AND id = ${id} ${hold === "hold" ? sql`FOR UPDATE` : sql``}`,
  );
}

/** The sweep that is running; null when there is none. */
export async function runningSweep(trx: Transaction): Promise<SweepRun | null> {
  return rowOf(
    trx,
    shape,
    sql`SELECT ${columns} FROM sweep_run WHERE jurisdiction_id = ${trx.jurisdictionId} AND state = 'running'`,
  );
}

const lastShape = z.object({ at: z.string().nullable() });

/** When the latest sweep began, an instant; null before the first. A cancelled one counts: the schedule does not begin it again. */
export async function lastSweepAt(trx: Transaction): Promise<string | null> {
  const row = await rowOf(
    trx,
    lastShape,
    sql`SELECT max(started_at) AS at FROM sweep_run WHERE jurisdiction_id = ${trx.jurisdictionId}`,
  );
  return row?.at ?? null;
}

const byTime = z.tuple([z.string(), z.string()]);

/** Latest first. */
export async function listSweepRuns(trx: Transaction, { after, limit }: Page): Promise<Counted<SweepRun>> {
  const key = readKey(after, byTime);
  const beyond = key === null ? sql`true` : sql`(started_at, id) < (${key[0]}::text, ${key[1]}::text)`;
  const rows = await rowsOf(
    trx,
    shape,
    sql`SELECT ${columns} FROM sweep_run WHERE jurisdiction_id = ${trx.jurisdictionId} AND ${beyond}
      ORDER BY started_at DESC, id DESC LIMIT ${limit + 1}`,
  );
  const counted = await rowOf(
    trx,
    countShape,
    sql`SELECT count(*) AS count FROM (SELECT FROM sweep_run WHERE jurisdiction_id = ${trx.jurisdictionId} LIMIT ${countBound + 1}) AS bounded`,
  );
  return { ...cut(rows, limit, (row) => [row.startedAt, row.id]), count: countOf(counted?.count ?? 0) };
}

export type SweepProgress = Pick<SweepRun, "afterPerson"> & {
  /** Counts of one page, added to those of the run. */
  persons: number;
  entries: number;
  found: number;
  again: number;
  fallen: number;
  unjudged: number;
};

export async function advanceSweep(trx: Transaction, id: string, page: SweepProgress, at: string): Promise<void> {
  await run(
    trx,
    sql`UPDATE sweep_run SET after_person = ${page.afterPerson}, persons_done = persons_done + ${page.persons}, entries = entries + ${page.entries},
        found = found + ${page.found}, again = again + ${page.again}, fallen = fallen + ${page.fallen}, unjudged = unjudged + ${page.unjudged},
        updated_at = ${at}
      WHERE jurisdiction_id = ${trx.jurisdictionId} AND id = ${id}`,
  );
}

export async function endSweep(
  trx: Transaction,
  id: string,
  end: { state: "done"; letterLines: number; lettersFound: number } | { state: "cancelled" },
  at: string,
): Promise<void> {
  const letters =
    end.state === "done" ? sql`, letter_lines = ${end.letterLines}, letters_found = ${end.lettersFound}` : sql``;
  await run(
    trx,
    sql`UPDATE sweep_run SET state = ${end.state}, updated_at = ${at} ${letters} WHERE jurisdiction_id = ${trx.jurisdictionId} AND id = ${id}`,
  );
}
