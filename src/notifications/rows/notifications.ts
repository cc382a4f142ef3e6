// Who is told of what (消息): written in the transaction of the act, read by the account alone and only while it may read the matter.
import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import { z } from "zod";
import { notification } from "../contract.ts";
import type { Notification } from "../contract.ts";
import type { Actor } from "#casework/actor.ts";
import type { Recorded } from "#casework/events.ts";
import { isNarrow, readingOfKind } from "#casework/reading/readings.ts";
import { notificationsOf } from "../rules.ts";
import type { Recipients } from "../rules.ts";
import type { Matter } from "#casework/replay.ts";
import type { Role } from "#casework/roles.ts";
import type { Transaction } from "#database/database.ts";
import { countOf, countShape, cut, readKey } from "#database/page.ts";
import type { Count, Counted, Page } from "#database/page.ts";
import { leadsAndCasesShown } from "#matters/rows/matter-shown.ts";
import { readableLeadsAndCases } from "#matters/rows/reading.ts";
import { rowOf, rowsOf, run } from "#database/rows.ts";

/** More unread ones are not counted. */
const unreadBound = 99;

/** Tells of these events whom they concern. */
export async function addNotifications(
  trx: Transaction,
  history: readonly Recorded[],
  before: Matter | null,
  after: Matter,
): Promise<void> {
  for (const recorded of history) {
    const { seq, at, actorId, actorName } = recorded;
    for (const addressed of notificationsOf(before, after, recorded))
      await notify(trx, addressed, { key: `${after.id} ${seq}`, at, actorId, actorName, matter: after });
  }
}

/** One row for each account that is named or holds one of the roles, its own or delegated. `key` tells what happened from all else. */
export async function notify(
  trx: Transaction,
  { kind, accountIds, roles, readable }: Recipients,
  of: { key: string; at: string; actorId: string; actorName: string; matter: { id: string; number: string } },
): Promise<void> {
  const { key, at, actorId, actorName, matter } = of;
  const day = Temporal.Instant.from(at).toZonedDateTimeISO("Asia/Shanghai").toPlainDate().toString();
  const [id, number] = readable ? [matter.id, null] : [null, matter.number];
  await run(
    trx,
    sql`INSERT INTO notification (jurisdiction_id, id, to_account, at, kind, matter_id, number, actor_name)
      SELECT ${trx.jurisdictionId}::text, ${`${key} ${kind} `}::text || a.id, a.id, ${at}::text, ${kind}::text, ${id}::text, ${number}::text, ${actorName}::text
      FROM account AS a
      WHERE a.jurisdiction_id = ${trx.jurisdictionId} AND NOT a.disabled AND a.id <> ${actorId}
        AND (a.id = ANY(${[...accountIds]}::text[]) OR a.roles && ${[...roles]}::text[] OR EXISTS (
          SELECT FROM delegation AS d WHERE d.jurisdiction_id = a.jurisdiction_id AND d.to_account = a.id AND d.role = ANY(${[...roles]}::text[])
            AND d.approved AND d.ended_at IS NULL AND ${day}::date BETWEEN d.from_day AND d.until_day))
      ON CONFLICT DO NOTHING`,
  );
}

/** Tells these accounts of something that stands in no matter. */
export async function notifyAccounts(
  trx: Transaction,
  { kind, accountIds }: Pick<Recipients, "kind" | "accountIds">,
  { key, at, actorId, actorName }: { key: string; at: string; actorId: string; actorName: string },
): Promise<void> {
  await run(
    trx,
    sql`INSERT INTO notification (jurisdiction_id, id, to_account, at, kind, actor_name)
      SELECT ${trx.jurisdictionId}::text, ${`${key} ${kind} `}::text || a.id, a.id, ${at}::text, ${kind}::text, ${actorName}::text
      FROM account AS a WHERE a.jurisdiction_id = ${trx.jurisdictionId} AND NOT a.disabled AND a.id <> ${actorId}
        AND a.id = ANY(${[...accountIds]}::text[])
      ON CONFLICT DO NOTHING`,
  );
}

/** Tells whoever may do something about a body, and the reviewers, that several of its members have been held accountable. */
export async function notifyOfBody(
  trx: Transaction,
  organizationId: string,
  { key, at, actorName }: { key: string; at: string; actorName: string },
): Promise<void> {
  const roles: readonly Role[] = ["discipline-officer", "personnel-officer", "committee-secretary", "reviewer"];
  await run(
    trx,
    sql`INSERT INTO notification (jurisdiction_id, id, to_account, at, kind, organization_id, actor_name)
      SELECT ${trx.jurisdictionId}::text, ${`${key} body-noticed ${organizationId} `}::text || a.id, a.id, ${at}::text, 'body-noticed', ${organizationId}::text, ${actorName}::text
      FROM account AS a WHERE a.jurisdiction_id = ${trx.jurisdictionId} AND NOT a.disabled AND a.roles && ${[...roles]}::text[]
      ON CONFLICT DO NOTHING`,
  );
}

const byTime = z.tuple([z.string(), z.string()]);

/** The latest first; `count` is of all that were asked for. */
export async function listNotifications(
  trx: Transaction,
  actor: Actor,
  asked: { unread: boolean } & Page,
): Promise<Counted<Notification>> {
  const wanted = sql`${addressedTo(trx, actor)} AND ${asked.unread ? isUnread(trx, actor) : sql`true`}`;
  const key = readKey(asked.after, byTime);
  const rows = await rowsOf(
    trx,
    notification,
    sql`SELECT n.id, n.at, n.kind, ${handShown(actor)} AS "actorName", n.matter_id AS "matterId", m.kind AS "matterKind",
        coalesce(m.number, n.number) AS number, m.title, n.organization_id AS "organizationId",
        (SELECT o.name FROM organization AS o WHERE o.jurisdiction_id = n.jurisdiction_id AND o.id = n.organization_id) AS "organizationName", NOT (${isUnread(trx, actor)}) AS read
      ${joined(actor)} WHERE ${wanted} AND ${key === null ? sql`true` : sql`(n.at, n.id) < (${key[0]}::text, ${key[1]}::text)`}
      ORDER BY n.at DESC, n.id DESC LIMIT ${asked.limit + 1}`,
  );
  const counted = await rowOf(
    trx,
    countShape,
    sql`SELECT count(*) AS count FROM (SELECT 1 ${joined(actor)} WHERE ${wanted} LIMIT 1001) AS bounded`,
  );
  return { ...cut(rows, asked.limit, (row) => [row.at, row.id]), count: countOf(counted?.count ?? 0) };
}

/** How many the account has not read, up to 99. */
export async function countUnread(trx: Transaction, actor: Actor): Promise<Count> {
  const counted = await rowOf(
    trx,
    countShape,
    sql`SELECT count(*) AS count FROM (SELECT 1 ${joined(actor)} WHERE ${addressedTo(trx, actor)} AND ${isUnread(trx, actor)} LIMIT ${unreadBound + 1}) AS bounded`,
  );
  const count = counted?.count ?? 0;
  return { value: Math.min(count, unreadBound), more: count > unreadBound };
}

/** Marks those that are the account's own; null: all that it can see. Twice is once. */
export async function markRead(
  trx: Transaction,
  actor: Actor,
  ids: readonly string[] | null,
  at: string,
): Promise<number> {
  return run(
    trx,
    sql`INSERT INTO notification_read (jurisdiction_id, account_id, notification_id, at)
      SELECT n.jurisdiction_id, ${actor.accountId}::text, n.id, ${at}::text ${joined(actor)}
      WHERE ${addressedTo(trx, actor)} AND ${isUnread(trx, actor)} AND ${ids === null ? sql`true` : sql`n.id = ANY(${[...ids]}::text[])`}
      ON CONFLICT DO NOTHING`,
  );
}

function joined(actor: Actor): RawBuilder<unknown> {
  return sql`FROM notification AS n LEFT JOIN ${leadsAndCasesShown(actor)} AS m ON m.jurisdiction_id = n.jurisdiction_id AND m.id = n.matter_id`;
}

/** Who did it, but to those who are not to know whose hands a matter is in. */
function handShown(actor: Actor): RawBuilder<unknown> {
  const narrow = (["lead", "case"] as const).filter((kind) => isNarrow(readingOfKind(actor, kind)));
  return narrow.length === 0
    ? sql`n.actor_name`
    : sql`CASE WHEN m.kind = ANY(${narrow}::text[]) THEN '' ELSE n.actor_name END`;
}

function addressedTo(trx: Transaction, actor: Actor): RawBuilder<unknown> {
  return sql`n.jurisdiction_id = ${trx.jurisdictionId} AND n.to_account = ${actor.accountId}
    AND (n.matter_id IS NULL OR ${readableLeadsAndCases(actor, trx.jurisdictionId)})`;
}

function isUnread(trx: Transaction, actor: Actor): RawBuilder<unknown> {
  return sql`NOT EXISTS (SELECT FROM notification_read AS nr
    WHERE nr.jurisdiction_id = ${trx.jurisdictionId} AND nr.account_id = ${actor.accountId} AND nr.notification_id = n.id)`;
}
