// Leads and cases: their history of events, and the rows of the ledgers.
import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import { z } from "zod";
import { actIds } from "#casework/acts.ts";
import type { ActId } from "#casework/acts.ts";
import type { Actor } from "#casework/actor.ts";
import type { CaseworkEvent, Recorded } from "#casework/events.ts";
import { replay } from "#casework/replay.ts";
import type { Matter } from "#casework/replay.ts";
import { caseStages, leadStages, openStages } from "#casework/stages.ts";
import type { Stage } from "#casework/stages.ts";
import { readUnfiltered } from "#database/database.ts";
import type { Transaction } from "#database/database.ts";
import { countBound, countOf, countShape, cut, keyDay, readKey } from "#database/page.ts";
import type { Count, Counted, Page } from "#database/page.ts";
import { mergedRecords, withMerged } from "#registry/rows/families.ts";
import { mattersShown } from "./matter-shown.ts";
import { readableMatters } from "./reading.ts";
import { involves } from "./involved.ts";
import { anyOf, rowOf, rowsOf } from "#database/rows.ts";
import { gramsAsked, wordsOf } from "#database/search.ts";

export type MatterRow = {
  matterId: string;
  kind: "lead" | "case";
  number: string;
  title: string;
  stage: Stage;
  version: number;
  concerned: string[];
  openedOn: string;
  dueOn: string | null;
  updatedAt: string;
  registeredBy: string;
  /** Who did each act in a case, for four eyes; empty for a lead. */
  actorsByAct: Partial<Record<ActId, string[]>>;
  /** Accounts the case is assigned to; acts reserved to them are no task for others. */
  assignedTo: string[];
  /** The acts due next, whoever's duty they are. */
  nextSteps: ActId[];
};
export type LedgerSort = "number" | "openedOn" | "dueOn" | "updatedAt";
export type LedgerQuestion = {
  kind: "lead" | "case";
  query: string;
  stages: readonly Stage[];
  /** Only matters in which one of these has to be done next. */
  steps?: readonly ActId[];
  /** Only those due before this ISO day. */
  dueBefore?: string | null;
  sort: LedgerSort;
  order: "asc" | "desc";
} & Page;

const actorIdsByActShape = z.partialRecord(z.enum(actIds), z.array(z.string()));
const actorsByActShape = z.string().transform((text) => actorIdsByActShape.parse(JSON.parse(text)));
const rowShape = z.object({
  matterId: z.string(),
  kind: z.enum(["lead", "case"]),
  number: z.string(),
  title: z.string(),
  stage: z.enum([...leadStages, ...caseStages]),
  version: z.int(),
  concerned: z.array(z.string()),
  openedOn: z.string(),
  dueOn: z.string().nullable(),
  updatedAt: z.string(),
  registeredBy: z.string(),
  actorsByAct: actorsByActShape,
  nextSteps: z.array(z.enum(actIds)),
  assignedTo: z.array(z.string()),
  year: z.int(),
  ordinal: z.int(),
});
type LedgerRow = z.output<typeof rowShape>;

const columns = sql`m.id AS "matterId", m.kind, m.number, m.title, m.stage, m.version, m.concerned, m.opened_on AS "openedOn", m.due_on AS "dueOn",
  m.updated_at AS "updatedAt", m.registered_by AS "registeredBy", m.actors_by_act AS "actorsByAct", m.next_steps AS "nextSteps", m.assigned_to AS "assignedTo", m.year, m.ordinal`;

export type LoadedMatter = {
  matter: Matter;
  history: Recorded[];
  /** Whether it, or a lead it was opened on, names one of the persons asked about. */
  involves: boolean;
};

/**
 * The matter replayed from its history; null when there is none that the account may read. "for-update" locks it first, until the
 * transaction ends. `near`: persons of whom `involves` is to say whether the matter names them.
 */
export async function loadMatter(
  trx: Transaction,
  matterId: string,
  hold: "read" | "for-update",
  near: readonly string[] = [],
): Promise<LoadedMatter | null> {
  const [shown, [history, involved]] = await Promise.all([
    hold === "for-update" ? lockMatter(trx, matterId) : isShown(trx, matterId),
    // Asked second, and so seen as it is once the matter is held; as the machine, since whether the matter may be read was asked just
    // before, and would be asked again with each of its events.
    readUnfiltered(trx, (machine) =>
      Promise.all([
        historyOf(machine, matterId, hold === "for-update"),
        near.length > 0 && involves(machine, matterId, near),
      ]),
    ),
  ]);
  const matter = shown ? replay(matterId, history) : null;
  return matter === null ? null : { matter, history, involves: involved };
}

const keyShape = z.object({ id: z.string() });

/** Locks the matter until the transaction ends; false when there is none that the account of the transaction may read. */
async function lockMatter(trx: Transaction, matterId: string): Promise<boolean> {
  const held = await rowOf(
    trx,
    keyShape,
    sql`SELECT id FROM matter WHERE jurisdiction_id = ${trx.jurisdictionId} AND id = ${matterId} FOR UPDATE`,
  );
  return held !== null;
}

async function isShown(trx: Transaction, matterId: string): Promise<boolean> {
  return (await kindShown(trx, matterId)) !== null;
}

const kindShape = z.object({ kind: z.enum(["lead", "case"]) });

/** What the matter is; null where there is none that the account of the transaction may read, by row-level security. */
export async function kindShown(trx: Transaction, matterId: string): Promise<"lead" | "case" | null> {
  const found = await rowOf(
    trx,
    kindShape,
    sql`SELECT kind FROM matter WHERE jurisdiction_id = ${trx.jurisdictionId} AND id = ${matterId}`,
  );
  return found?.kind ?? null;
}

const eventShape = z.object({
  seq: z.int(),
  at: z.string(),
  act: z.string(),
  actorId: z.string(),
  actorName: z.string(),
  behalfId: z.string().nullable(),
  behalfName: z.string().nullable(),
  actorPerson: z.string().nullable(),
  behalfPerson: z.string().nullable(),
  body: z.string(),
});
const eventColumns = sql`seq, at, act, actor_id AS "actorId", actor_name AS "actorName", behalf_id AS "behalfId", behalf_name AS "behalfName",
  actor_person AS "actorPerson", behalf_person AS "behalfPerson", body`;

/** Events of one matter in order; `withPersons`, where it is read to go on: what is shown says nothing of who is which cadre. */
export async function historyOf(trx: Transaction, matterId: string, withPersons: boolean): Promise<Recorded[]> {
  const rows = await rowsOf(
    trx,
    eventShape,
    sql`SELECT ${eventColumns} FROM matter_event WHERE jurisdiction_id = ${trx.jurisdictionId} AND matter_id = ${matterId} ORDER BY seq`,
  );
  // Parsed together, which is quicker by half than one by one.
  const bodies = JSON.parse(`[${rows.map(({ body }) => body).join()}]`) as unknown[];
  return rows.map((row, index) => recordedOf(row, bodies[index], withPersons));
}

const eventOfShape = eventShape.extend({ matterId: z.string() });

/** Events of several matters, each in order, with persons. */
export async function historiesOf(trx: Transaction, matterIds: readonly string[]): Promise<Map<string, Recorded[]>> {
  const histories = new Map<string, Recorded[]>();
  for (const id of new Set(matterIds)) histories.set(id, []);
  const rows = await rowsOf(
    trx,
    eventOfShape,
    sql`SELECT matter_id AS "matterId", ${eventColumns} FROM matter_event WHERE jurisdiction_id = ${trx.jurisdictionId} AND matter_id = ANY(${[...histories.keys()]}::text[]) ORDER BY matter_id, seq`,
  );
  for (const { matterId, body, ...row } of rows) histories.get(matterId)?.push(recordedOf(row, JSON.parse(body), true));
  return histories;
}

type EventRow = Omit<z.output<typeof eventShape>, "body">;

// Written out field by field, which is quicker than copying: a page of a long case reads hundreds.
function recordedOf(row: EventRow, body: unknown, withPersons: boolean): Recorded {
  const { seq, at, act, actorId, actorName, behalfId, behalfName, actorPerson, behalfPerson } = row;
  const event = body as CaseworkEvent; // append-only, and written only by saveAct from an act's own events
  const recorded: Recorded = { seq, at, act, actorId, actorName, event };
  if (behalfId !== null) recorded.onBehalfOf = { accountId: behalfId, name: behalfName ?? "" };
  if (withPersons && (actorPerson ?? behalfPerson) !== null)
    recorded.persons = { actor: actorPerson, behalf: behalfPerson };
  return recorded;
}

/** One page of the leads or cases that this actor may read; never one in which they are a party. An empty `stages` means all. */
export async function listMatters(
  trx: Transaction,
  actor: Actor,
  question: LedgerQuestion,
): Promise<Counted<MatterRow>> {
  const wanted = ledgerConditions(trx, actor, question);
  if (wanted === null) return { rows: [], next: null, count: countOf(0) };
  const { columnsOf, keyOf, shape } = sorts[question.sort](question.order);
  const from = mattersShown(actor, question.kind);
  const direction = question.order === "asc" ? sql`ASC` : sql`DESC`;
  const key = readKey(question.after, shape);
  const sortedBy = sql.join(columnsOf);
  const beyond =
    key === null
      ? sql`true`
      : sql`(${sortedBy}) ${question.order === "asc" ? sql`>` : sql`<`} (${sql.join(typedKey(question.sort, key))})`;
  const inOrder = sql.join(columnsOf.map((column) => sql`${column} ${direction}`));
  const [rows, count] = await Promise.all([
    rowsOf(
      trx,
      rowShape,
      sql`SELECT ${columns} FROM ${from} AS m WHERE ${wanted} AND ${beyond} ORDER BY ${inOrder} LIMIT ${question.limit + 1}`,
    ),
    boundedCount(trx, from, wanted),
  ]);
  const { rows: shown, next } = cut(rows, question.limit, keyOf);
  return { rows: shown.map(withoutKey), next, count };
}

/** How many leads or cases this actor may read, up to 1000. `dueBefore`, an ISO day: only those due before it. */
export async function countMatters(
  trx: Transaction,
  actor: Actor,
  asked: { kind: "lead" | "case"; stages: readonly Stage[]; dueBefore: string | null },
): Promise<Count> {
  const wanted = ledgerConditions(trx, actor, { ...asked, query: "" });
  return wanted === null ? countOf(0) : boundedCount(trx, mattersShown(actor, asked.kind), wanted);
}

/** Cases in which this person is a subject and which this actor may read, latest first. */
export async function casesOfPerson(trx: Transaction, actor: Actor, personId: string): Promise<MatterRow[]> {
  const wanted = ledgerConditions(trx, actor, { kind: "case", stages: [], query: "" });
  if (wanted === null) return [];
  const records = withMerged(await mergedRecords(trx), [personId]);
  const rows = await rowsOf(
    trx,
    rowShape,
    sql`SELECT ${columns} FROM ${mattersShown(actor, "case")} AS m
      WHERE ${wanted} AND EXISTS (
        SELECT FROM matter_person AS involved
        WHERE involved.jurisdiction_id = ${trx.jurisdictionId} AND involved.matter_id = m.id AND involved.person_id = ANY(${records}::text[]) AND involved.party)
      ORDER BY m.opened_on DESC, m.id DESC`,
  );
  return rows.map(withoutKey);
}

const circumstancesShape = z.object({
  matterId: z.string(),
  number: z.string(),
  title: z.string(),
  circumstances: z.array(z.string()),
});

/** Cases in which one of these circumstances is established, by number, at most `limit`: those that this actor may read; all for null, the system. */
export async function casesOnCircumstances(
  trx: Transaction,
  actor: Actor | null,
  circumstances: readonly string[],
  limit: number,
): Promise<{ matterId: string; number: string; title: string; circumstances: string[] }[]> {
  if (circumstances.length === 0) return [];
  const wanted =
    actor === null ? sql`m.kind = 'case'` : ledgerConditions(trx, actor, { kind: "case", stages: [], query: "" });
  if (wanted === null) return [];
  return rowsOf(
    trx,
    circumstancesShape,
    sql`SELECT m.id AS "matterId", m.number, m.title, e.circumstances FROM ${actor === null ? sql`matter` : mattersShown(actor, "case")} AS m JOIN (
        SELECT matter_id, array_agg(DISTINCT body::jsonb ->> 'circumstance') AS circumstances FROM matter_event
        WHERE jurisdiction_id = ${trx.jurisdictionId} AND type = 'circumstance-established'
          AND body::jsonb ->> 'circumstance' = ANY(${[...circumstances]}::text[])
        GROUP BY matter_id) AS e ON e.matter_id = m.id
      WHERE m.jurisdiction_id = ${trx.jurisdictionId} AND ${wanted} ORDER BY m.number, m.id LIMIT ${limit}`,
  );
}

const openShape = z.object({ recordId: z.string(), open: z.int() });

/**
 * For each person the number of open leads and cases that name them, which makes an answer "pending". Persons without any are left out.
 * `known`: the merged records, if already read; then this is a single statement.
 */
export async function countOpenMatters(
  trx: Transaction,
  personIds: readonly string[],
  known?: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, number>> {
  if (personIds.length === 0) return new Map();
  const merged = known ?? (await mergedRecords(trx));
  const members = withMerged(merged, personIds);
  const rows = await rowsOf(
    trx,
    openShape,
    sql`SELECT person_id AS "recordId", count(*) AS open FROM matter_person
      WHERE jurisdiction_id = ${trx.jurisdictionId} AND person_id = ${anyOf(members)} AND open GROUP BY person_id`,
  );
  const counted = new Map<string, number>();
  for (const { recordId, open } of rows) {
    const root = merged.get(recordId) ?? recordId;
    counted.set(root, (counted.get(root) ?? 0) + open);
  }
  return counted;
}

/** `recordId` is the record of the person that the matter names: their own, or one merged into it. */
export type InvolvedMatter = { matterId: string; recordId: string; version: number; open: boolean };

const touchingShape = z.object({
  personId: z.string(),
  recordId: z.string(),
  matterId: z.string(),
  version: z.int(),
  open: z.boolean(),
});

/**
 * For each person the matters that name them; persons without any are left out. The pairs of person and matter are looked up first, then
 * the matters by their keys: under the policy of the readers the planner expects next to no matters, and otherwise scans all of them.
 */
export async function mattersInvolving(
  trx: Transaction,
  personIds: readonly string[],
): Promise<Map<string, InvolvedMatter[]>> {
  if (personIds.length === 0) return new Map();
  const rows = await rowsOf(
    trx,
    touchingShape,
    sql`WITH record AS MATERIALIZED (
        SELECT id, id AS root FROM unnest(${[...personIds]}::text[]) AS asked (id)
        UNION SELECT p.id, p.merged_into FROM person AS p
        WHERE p.jurisdiction_id = ${trx.jurisdictionId} AND p.merged_into IS NOT NULL AND p.merged_into = ANY(${[...personIds]}::text[])),
      touching AS MATERIALIZED (SELECT r.root, r.id, t.matter_id, t.open FROM record AS r CROSS JOIN LATERAL (
        SELECT t.matter_id, t.open FROM matter_person AS t WHERE t.jurisdiction_id = ${trx.jurisdictionId} AND t.person_id = r.id OFFSET 0) AS t)
      SELECT t.root AS "personId", t.id AS "recordId", m.id AS "matterId", m.version, t.open
      FROM touching AS t CROSS JOIN LATERAL (
        SELECT m.id, m.version FROM matter AS m WHERE m.jurisdiction_id = ${trx.jurisdictionId} AND m.id = t.matter_id LIMIT 1) AS m
      ORDER BY t.id, m.id`,
  );
  return Map.groupBy(rows, ({ personId }) => personId);
}

function ledgerConditions(
  trx: Transaction,
  actor: Actor,
  asked: Pick<LedgerQuestion, "kind" | "stages" | "steps" | "dueBefore" | "query">,
): RawBuilder<unknown> | null {
  const reach = readableMatters(actor, asked.kind, trx.jurisdictionId);
  if (reach === null) return null;
  const conditions = [sql`m.jurisdiction_id = ${trx.jurisdictionId}`, sql`m.kind = ${asked.kind}`, reach];
  if (asked.stages.length > 0) conditions.push(sql`m.stage = ANY(${[...asked.stages]}::text[])`);
  // What is over is no longer due.
  if (asked.dueBefore != null)
    conditions.push(
      sql`m.due_on < ${asked.dueBefore}::date`,
      sql`m.stage = ANY(${[...openStages, "effective"]}::text[])`,
    );
  if (asked.steps !== undefined)
    conditions.push(sql`m.next_steps <> '{}' AND m.next_steps && ${[...asked.steps]}::text[]`);
  const words = wordsOf(asked.query);
  if (words.length > 0) {
    conditions.push(
      sql`m.search @> ${gramsAsked(words)}::text[]`,
      ...words.map((word) => sql`strpos(m.search_text, ${word}) > 0`),
    );
  }
  return sql.join(conditions, sql` AND `);
}

async function boundedCount(trx: Transaction, from: RawBuilder<unknown>, wanted: RawBuilder<unknown>): Promise<Count> {
  const counted = await rowOf(
    trx,
    countShape,
    sql`SELECT count(*) AS count FROM (SELECT 1 FROM ${from} AS m WHERE ${wanted} LIMIT ${countBound + 1}) AS bounded`,
  );
  return countOf(counted?.count ?? 0);
}

type Sort = {
  columnsOf: RawBuilder<unknown>[];
  keyOf: (row: LedgerRow) => (string | number)[];
  shape: z.ZodTuple<[z.ZodType<string | number>, z.ZodType<string | number>]>;
};
const days = { asc: "9999-12-31", desc: "0001-01-01" } as const;
const byText = z.tuple([z.union([z.string(), z.number()]), z.union([z.string(), z.number()])]);
const byDay = z.tuple([keyDay, z.string()]);
const byNumber = z.tuple([z.int(), z.int()]);

/** Each sort ends in something unique and has its own index. Matters without a due day come last in both directions. */
const sorts = {
  number: () => ({
    columnsOf: [sql`m.year`, sql`m.ordinal`],
    keyOf: (row) => [row.year, row.ordinal],
    shape: byNumber,
  }),
  openedOn: () => ({
    columnsOf: [sql`m.opened_on`, sql`m.id`],
    keyOf: (row) => [row.openedOn, row.matterId],
    shape: byDay,
  }),
  dueOn: (order) => ({
    columnsOf: [sql`coalesce(m.due_on, ${sql.lit(days[order])}::date)`, sql`m.id`],
    keyOf: (row) => [row.dueOn ?? days[order], row.matterId],
    shape: byDay,
  }),
  updatedAt: () => ({
    columnsOf: [sql`m.updated_at`, sql`m.id`],
    keyOf: (row) => [row.updatedAt, row.matterId],
    shape: byText,
  }),
} as const satisfies Record<LedgerSort, (order: "asc" | "desc") => Sort>;

function typedKey(sort: LedgerSort, [first, second]: [string | number, string | number]): RawBuilder<unknown>[] {
  switch (sort) {
    case "number":
      return [sql`${first}::integer`, sql`${second}::integer`];
    case "openedOn":
    case "dueOn":
      return [sql`${first}::date`, sql`${second}::text`];
    case "updatedAt":
      return [sql`${first}::text`, sql`${second}::text`];
  }
}

function withoutKey({ year: _year, ordinal: _ordinal, ...row }: LedgerRow): MatterRow {
  return row;
}
