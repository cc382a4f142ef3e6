// 督办 and 已办: what is open, office by office, the first due first; and what an account has done, the latest first.
import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import { z } from "zod";
import { doneRow, supervisedItem } from "../contract.ts";
import type { DoneRow, dueStates, Figure, SupervisedItem } from "../contract.ts";
import type { Actor } from "#casework/actor.ts";
import type { Bodies } from "#law/procedure/bodies.ts";
import { officesOf } from "#casework/offices.ts";
import { isNarrow, readingOfKind } from "#casework/reading/readings.ts";
import type { Transaction } from "#database/database.ts";
import { countBound, countOf, countShape, cut, keyDay, readKey } from "#database/page.ts";
import type { Count, Counted, Page } from "#database/page.ts";
import { leadsAndCasesShown } from "#matters/rows/matter-shown.ts";
import { readableLeadsAndCases } from "#matters/rows/reading.ts";
import { rowOf, rowsOf } from "#database/rows.ts";

/**
 * `overdue`: due before today; `soon`: from today to `soonUntil`; `pressing`: both; `no-calendar`: the year of the due day is not
 * published. Days are ISO.
 */
export type DueState = (typeof dueStates)[number] | "pressing";
export type SupervisionFilter = {
  office: string | null;
  item: string | null;
  due: DueState;
  /** Only what is given to the actor, or to an office of theirs and to nobody in it. */
  mine: boolean;
  today: string;
  soonUntil: string;
};

const last = sql`'9999-12-31'::date`;
const due = sql`coalesce(i.due_on, ${last})`;
function joined(actor: Actor): RawBuilder<unknown> {
  return sql`FROM open_item AS i JOIN ${leadsAndCasesShown(actor)} AS m ON m.jurisdiction_id = i.jurisdiction_id AND m.id = i.matter_id`;
}

/** Of a matter that is read in parts: of a lead nothing that is open, of a case what is open for the people of one's own unit. */
function itemsShown(actor: Actor): RawBuilder<unknown> {
  const ways = (["lead", "case"] as const).map((kind) => {
    const reading = readingOfKind(actor, kind);
    if (!isNarrow(reading)) return sql`m.kind = ${kind}`;
    if (reading === "registrant") return sql`false`;
    return sql`m.kind = ${kind} AND EXISTS (SELECT FROM matter_event AS e
      WHERE e.jurisdiction_id = i.jurisdiction_id AND e.matter_id = i.matter_id AND e.type IN ('subject-added', 'paper-entered')
        AND e.body::jsonb -> 'subject' ->> 'id' = i.subject_id AND e.body::jsonb -> 'subject' ->> 'organizationId' = ${actor.organizationId}::text)`;
  });
  return sql`(${sql.join(ways, sql` OR `)})`;
}

/** Whose hands an item is in, but for those who read of their own people alone. */
function accountShown(actor: Actor): RawBuilder<unknown> {
  return isNarrow(readingOfKind(actor, "case")) ? sql`NULL::text` : sql`a.name`;
}

const byDueDay = z.tuple([keyDay, z.string(), z.string(), z.string()]);

/** One page of the open items in matters that this actor may read; those without a due day come last. */
export async function listOpenItems(
  trx: Transaction,
  law: Bodies,
  actor: Actor,
  { after, limit, ...filter }: SupervisionFilter & Page,
): Promise<Counted<SupervisedItem>> {
  const wanted = wantedBy(trx, law, actor, filter);
  const key = readKey(after, byDueDay);
  const beyond =
    key === null
      ? sql`true`
      : sql`(${due}, i.matter_id, i.subject_id, i.item) > (${key[0]}::date, ${key[1]}::text, ${key[2]}::text, ${key[3]}::text)`;
  const rows = await rowsOf(
    trx,
    supervisedItem,
    sql`SELECT i.matter_id AS "matterId", m.kind, m.number, m.title, m.stage, i.subject_id AS "subjectId", i.subject_name AS "subjectName",
        i.item, i.office, ${accountShown(actor)} AS "accountName", i.begun_on AS "begunOn", i.due_on AS "dueOn", i.unpublished_year AS "unpublishedYear",
        i.waiver_waits AS "waiverWaits"
      ${joined(actor)} LEFT JOIN account AS a ON a.jurisdiction_id = i.jurisdiction_id AND a.id = i.account_id
      WHERE ${wanted} AND ${beyond} ORDER BY ${due}, i.matter_id, i.subject_id, i.item LIMIT ${limit + 1}`,
  );
  const page = cut(rows, limit, (row) => [row.dueOn ?? "9999-12-31", row.matterId, row.subjectId, row.item]);
  return { ...page, count: await countOpenItems(trx, law, actor, filter) };
}

/** How many, up to 1000. */
export async function countOpenItems(
  trx: Transaction,
  law: Bodies,
  actor: Actor,
  filter: SupervisionFilter,
): Promise<Count> {
  const counted = await rowOf(
    trx,
    countShape,
    sql`SELECT count(*) AS count FROM (SELECT 1 ${joined(actor)} WHERE ${wantedBy(trx, law, actor, filter)} LIMIT ${countBound + 1}) AS bounded`,
  );
  return countOf(counted?.count ?? 0);
}

const figureShape = z.object({ name: z.string(), open: z.int(), overdue: z.int(), soon: z.int() });

/** For each of these offices, or items, how much is open, overdue and soon due, each up to 1000; those with nothing open are left out. */
export async function figuresOf(
  trx: Transaction,
  law: Bodies,
  actor: Actor,
  by: "office" | "item",
  names: readonly string[],
  filter: Pick<SupervisionFilter, "office" | "today" | "soonUntil">,
): Promise<Figure[]> {
  const asked = { ...filter, office: by === "office" ? null : filter.office, item: null, mine: false };
  const bounded = (state: DueState) => sql`(SELECT count(*) FROM (
    SELECT 1 ${joined(actor)} WHERE ${wantedBy(trx, law, actor, { ...asked, due: state })} AND ${sql.ref(`i.${by}`)} = asked.name
    LIMIT ${countBound + 1}) AS bounded)`;
  const rows = await rowsOf(
    trx,
    figureShape,
    sql`SELECT asked.name, ${bounded("all")} AS open, ${bounded("overdue")} AS overdue, ${bounded("soon")} AS soon
      FROM unnest(${[...names]}::text[]) WITH ORDINALITY AS asked(name, place) ORDER BY asked.place`,
  );
  return rows
    .filter(({ open }) => open > 0)
    .map(({ name, open, overdue, soon }) => ({
      name,
      open: countOf(open),
      overdue: countOf(overdue),
      soon: countOf(soon),
    }));
}

const itemShape = z.object({ item: z.string() });

/** The kinds of items that are open anywhere in the jurisdiction. */
export async function itemsKnown(trx: Transaction): Promise<string[]> {
  const rows = await rowsOf(
    trx,
    itemShape,
    sql`SELECT DISTINCT item FROM open_item WHERE jurisdiction_id = ${trx.jurisdictionId} ORDER BY item`,
  );
  return rows.map(({ item }) => item);
}

function wantedBy(trx: Transaction, law: Bodies, actor: Actor, filter: SupervisionFilter): RawBuilder<unknown> {
  const conditions = [
    sql`i.jurisdiction_id = ${trx.jurisdictionId}`,
    readableLeadsAndCases(actor, trx.jurisdictionId),
    itemsShown(actor),
  ];
  if (filter.office !== null) conditions.push(sql`i.office = ${filter.office}`);
  if (filter.item !== null) conditions.push(sql`i.item = ${filter.item}`);
  if (filter.due === "overdue") conditions.push(sql`i.due_on < ${filter.today}::date`);
  if (filter.due === "soon")
    conditions.push(sql`i.due_on >= ${filter.today}::date`, sql`i.due_on <= ${filter.soonUntil}::date`);
  if (filter.due === "pressing") conditions.push(sql`i.due_on <= ${filter.soonUntil}::date`);
  if (filter.due === "no-calendar") conditions.push(sql`i.unpublished_year IS NOT NULL`);
  if (filter.mine)
    conditions.push(
      sql`(i.account_id = ${actor.accountId} OR i.account_id IS NULL AND i.office = ANY(${officesOf(law, actor)}::text[]))`,
    );
  return sql.join(conditions, sql` AND `);
}

/** Its place in the history; where that is read in parts, among one's own acts, so that it does not tell how much others did. */
function placeShown(actor: Actor): RawBuilder<unknown> {
  const narrow = (["lead", "case"] as const).filter((kind) => isNarrow(readingOfKind(actor, kind)));
  if (narrow.length === 0) return sql`e.seq`;
  return sql`CASE WHEN m.kind = ANY(${narrow}::text[]) THEN (SELECT count(*)::integer FROM matter_event AS o
    WHERE o.jurisdiction_id = e.jurisdiction_id AND o.matter_id = e.matter_id AND o.actor_id = e.actor_id AND o.seq <= e.seq) ELSE e.seq END`;
}

const byTime = z.tuple([z.string(), z.string(), z.int()]);

/** What this account did in matters that it may read still. An act of several events is one row. */
export async function listDone(trx: Transaction, actor: Actor, { after, limit }: Page): Promise<Counted<DoneRow>> {
  const wanted = sql`e.jurisdiction_id = ${trx.jurisdictionId} AND e.actor_id = ${actor.accountId} AND ${readableLeadsAndCases(actor, trx.jurisdictionId)}
    AND NOT EXISTS (SELECT FROM matter_event AS p WHERE p.jurisdiction_id = e.jurisdiction_id AND p.matter_id = e.matter_id
      AND p.seq = e.seq - 1 AND p.at = e.at AND p.act = e.act AND p.actor_id = e.actor_id)`;
  const from = sql`FROM matter_event AS e JOIN ${leadsAndCasesShown(actor)} AS m ON m.jurisdiction_id = e.jurisdiction_id AND m.id = e.matter_id`;
  const key = readKey(after, byTime);
  const rows = await rowsOf(
    trx,
    doneRow,
    sql`SELECT e.matter_id AS "matterId", m.kind, m.number, m.title, m.stage, ${placeShown(actor)} AS seq, e.at, e.act, e.behalf_name AS "behalfName" ${from}
      WHERE ${wanted} AND ${key === null ? sql`true` : sql`(e.at, e.matter_id, e.seq) < (${key[0]}::text, ${key[1]}::text, ${key[2]}::integer)`}
      ORDER BY e.at DESC, e.matter_id DESC, e.seq DESC LIMIT ${limit + 1}`,
  );
  const counted = await rowOf(
    trx,
    countShape,
    sql`SELECT count(*) AS count FROM (SELECT 1 ${from} WHERE ${wanted} LIMIT ${countBound + 1}) AS bounded`,
  );
  const page = cut(rows, limit, (row) => [row.at, row.matterId, row.seq]);
  return { ...page, count: countOf(counted?.count ?? 0) };
}
