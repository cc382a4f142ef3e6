// Alarms: what the entries of the last while add up to, those that were raised, and what was found.
import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import { z } from "zod";
import { alarm } from "../contract.ts";
import type { Alarm, AlarmRule } from "../contract.ts";
import type { Transaction } from "#database/database.ts";
import { rowOf, rowsOf, run } from "#database/rows.ts";

const seenShape = z.object({ accountId: z.string(), accountName: z.string(), count: z.int() });
export type Seen = z.output<typeof seenShape>;

/** How often each account did it since an instant, where it was at least `least` times; with `together`, all accounts as one. */
export async function seenSince(
  trx: Transaction,
  asked: { which: Which; since: string; least: number; together: boolean },
): Promise<Seen[]> {
  const account = asked.together ? sql`''` : sql`coalesce(actor_id, '')`;
  const name = asked.together ? sql`''` : sql`max(actor_name)`;
  return rowsOf(
    trx,
    seenShape,
    sql`SELECT ${account} AS "accountId", ${name} AS "accountName", count(*)::integer AS count FROM audit_entry
      WHERE jurisdiction_id = ${trx.jurisdictionId} AND ${conditionOf(asked.which)} AND at > ${asked.since}
      GROUP BY 1 HAVING count(*) >= ${asked.least} ORDER BY 1 LIMIT 200`,
  );
}

/** Which entries count. `night`: the hours between which exports do. */
export type Which =
  | { type: "refusals" | "reads" | "failed-sign-ins" }
  | { type: "exports-at-night"; night: { from: number; until: number } };

function conditionOf(which: Which): RawBuilder<unknown> {
  switch (which.type) {
    case "refusals":
      return sql`kind = 'refusal'`;
    case "reads":
      return sql`kind IN ('sensitive-read', 'export')`;
    case "failed-sign-ins":
      return sql`kind = 'sign-in' AND outcome = 'refused'`;
    case "exports-at-night": {
      const { from, until } = which.night;
      const hour = sql`extract(hour FROM at::timestamptz AT TIME ZONE 'Asia/Shanghai')`;
      const among =
        from < until ? sql`${hour} >= ${from} AND ${hour} < ${until}` : sql`(${hour} >= ${from} OR ${hour} < ${until})`;
      return sql`kind = 'export' AND ${among}`;
    }
  }
}

const thereShape = z.object({ there: z.boolean() });

/** Whether this alarm was raised about this account since an instant. */
export async function isRaised(
  trx: Transaction,
  { rule, accountId, since }: { rule: AlarmRule; accountId: string; since: string },
): Promise<boolean> {
  const found = await rowOf(
    trx,
    thereShape,
    sql`SELECT EXISTS (SELECT FROM alarm WHERE jurisdiction_id = ${trx.jurisdictionId} AND rule = ${rule} AND account_id = ${accountId} AND at > ${since}) AS there`,
  );
  return found?.there ?? false;
}

export async function addAlarm(
  trx: Transaction,
  {
    id,
    rule,
    since,
    at,
    accountId,
    accountName,
    count,
  }: Seen & { id: string; rule: AlarmRule; since: string; at: string },
): Promise<void> {
  await run(
    trx,
    sql`INSERT INTO alarm (jurisdiction_id, id, rule, account_id, account_name, count, since, at)
      VALUES (${trx.jurisdictionId}, ${id}, ${rule}, ${accountId}, ${accountName}, ${count}, ${since}, ${at})`,
  );
}

/** Those that nobody has looked into first, each the latest first; at most 200. */
export async function listAlarms(trx: Transaction): Promise<Alarm[]> {
  return rowsOf(trx, alarm, sql`${alarms(trx)} ORDER BY n.at IS NOT NULL, a.at DESC, a.id LIMIT 200`);
}

export async function findAlarm(trx: Transaction, alarmId: string): Promise<Alarm | null> {
  return rowOf(trx, alarm, sql`${alarms(trx)} AND a.id = ${alarmId}`);
}

/** False when somebody else was quicker. */
export async function addAnswer(
  trx: Transaction,
  { alarmId, found, by, at }: { alarmId: string; found: string; by: { accountId: string; name: string }; at: string },
): Promise<boolean> {
  const added = await run(
    trx,
    sql`INSERT INTO alarm_answer (jurisdiction_id, alarm_id, found, by, by_name, at)
      VALUES (${trx.jurisdictionId}, ${alarmId}, ${found}, ${by.accountId}, ${by.name}, ${at}) ON CONFLICT DO NOTHING`,
  );
  return added === 1;
}

function alarms(trx: Transaction) {
  return sql`SELECT a.id AS "alarmId", a.rule, a.account_id AS "accountId", a.account_name AS "accountName", a.count, a.since, a.at,
      n.found, n.by_name AS "answeredByName", n.at AS "answeredAt"
    FROM alarm AS a LEFT JOIN alarm_answer AS n ON n.jurisdiction_id = a.jurisdiction_id AND n.alarm_id = a.id
    WHERE a.jurisdiction_id = ${trx.jurisdictionId}`;
}
