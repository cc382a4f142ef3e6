// Earlier cases on the same circumstances and gravity: what came of them, and nothing of whom they were about.
import { sql } from "kysely";
import { z } from "zod";
import { comparableCase } from "../contract/matters.ts";
import type { ComparableCase } from "../contract/matters.ts";
import type { Actor } from "#casework/actor.ts";
import type { Gravity } from "#casework/events.ts";
import type { Matter } from "#casework/replay.ts";
import type { Transaction } from "#database/database.ts";
import { replaceRows } from "./derived-rows.ts";
import type { Row } from "./derived-rows.ts";
import { countBound, countOf, countShape, cut, keyDay, readKey } from "#database/page.ts";
import type { Counted, Page } from "#database/page.ts";
import { readableMatters } from "./reading.ts";
import { rowOf, rowsOf } from "#database/rows.ts";

/** One row for each circumstance of each subject on which a decision stands, in the order of their key. */
export function circumstanceRowsOf(matter: Matter | null): Row[] {
  if (matter?.kind !== "case") return [];
  return matter.subjects
    .flatMap(({ subject, circumstances, outcome, decided }) => {
      if (outcome === null || outcome.type === "revoked" || decided === null) return [];
      const [gravity, measures] =
        outcome.type === "accountable" ? [outcome.gravity, outcome.measures.join()] : [null, ""];
      return [...new Set(circumstances.map(({ circumstance }) => circumstance))].map((circumstance) => ({
        matter_id: matter.id,
        subject_id: subject.id,
        circumstance,
        subject_kind: subject.kind,
        gravity,
        measures,
        decided_on: decided.on,
      }));
    })
    .sort((a, b) => (`${a.subject_id} ${a.circumstance}` < `${b.subject_id} ${b.circumstance}` ? -1 : 1));
}

/** Writes the outcomes of circumstances where they changed. */
export async function writeCircumstanceOutcomes(trx: Transaction, before: Matter | null, after: Matter): Promise<void> {
  const [was, is] = [circumstanceRowsOf(before), circumstanceRowsOf(after)];
  if (JSON.stringify(was) !== JSON.stringify(is)) await replaceRows(trx, "circumstance_outcome", [after.id], is);
}

const shape = comparableCase.extend({
  measures: z.string().transform((text) => (text === "" ? [] : text.split(","))),
});

const byDay = z.tuple([keyDay, z.string(), z.string()]);

/** One row for each subject, the latest decision first; with a gravity only those of it. Only cases that this actor may read. */
export async function listComparable(
  trx: Transaction,
  actor: Actor,
  asked: { circumstances: readonly string[]; gravity: Gravity | null; except: string } & Page,
): Promise<Counted<ComparableCase>> {
  const reach = readableMatters(actor, "case", trx.jurisdictionId);
  if (reach === null || asked.circumstances.length === 0) return { rows: [], next: null, count: countOf(0) };
  const found = sql`FROM circumstance_outcome AS c JOIN matter AS m ON m.jurisdiction_id = c.jurisdiction_id AND m.id = c.matter_id
    WHERE c.jurisdiction_id = ${trx.jurisdictionId} AND c.circumstance = ANY(${[...asked.circumstances]}::text[]) AND c.matter_id <> ${asked.except}
      AND ${asked.gravity === null ? sql`true` : sql`c.gravity = ${asked.gravity}`} AND ${reach}`;
  const key = readKey(asked.after, byDay);
  const rows = await rowsOf(
    trx,
    shape,
    sql`SELECT c.matter_id AS "matterId", c.subject_id AS "subjectId", m.number, array_agg(c.circumstance ORDER BY c.circumstance) AS circumstances,
        c.subject_kind AS "subjectKind", c.gravity, c.measures, c.decided_on AS "decidedOn" ${found}
        AND ${key === null ? sql`true` : sql`(c.decided_on, c.matter_id, c.subject_id) < (${key[0]}::date, ${key[1]}::text, ${key[2]}::text)`}
      GROUP BY c.matter_id, c.subject_id, m.number, c.subject_kind, c.gravity, c.measures, c.decided_on
      ORDER BY c.decided_on DESC, c.matter_id DESC, c.subject_id DESC LIMIT ${asked.limit + 1}`,
  );
  const counted = await rowOf(
    trx,
    countShape,
    sql`SELECT count(*) AS count FROM (SELECT DISTINCT c.matter_id, c.subject_id ${found} LIMIT ${countBound + 1}) AS bounded`,
  );
  const page = cut(rows, asked.limit, (row) => [row.decidedOn, row.matterId, row.subjectId]);
  return { ...page, count: countOf(counted?.count ?? 0) };
}
