// Who is told of what two administrators do: the other administrators, so that no two act unseen, and the person whose account it is.
import { sql } from "kysely";
import { administrators } from "#casework/roles.ts";
import { asSystem } from "#database/database.ts";
import type { Transaction } from "#database/database.ts";
import { run } from "#database/rows.ts";
import type { NotificationKind } from "../rules.ts";

/** `by`: those who did it and need not be told; `concerned` is told in any case. `key` tells what happened from all else. */
export async function notifyOfAdministration(
  trx: Transaction,
  kind: NotificationKind,
  {
    key,
    by,
    concerned,
    at,
    actorName,
  }: { key: string; by: readonly string[]; concerned: string | null; at: string; actorName: string },
): Promise<void> {
  const told = sql`INSERT INTO notification (jurisdiction_id, id, to_account, at, kind, number, actor_name)
      SELECT ${trx.jurisdictionId}::text, ${`${key} ${kind} `}::text || a.id, a.id, ${at}::text, ${kind}::text, c.account, ${actorName}::text
      FROM account AS a LEFT JOIN account AS c ON c.jurisdiction_id = a.jurisdiction_id AND c.id = ${concerned}::text
      WHERE a.jurisdiction_id = ${trx.jurisdictionId} AND NOT a.disabled AND NOT a.id = ANY(${[...by]}::text[])
        AND (a.roles && ${[...administrators]}::text[] OR a.id = ${concerned}::text)
      ON CONFLICT DO NOTHING`;
  await asSystem(trx, (machine) => run(machine, told));
}

/** Tells those who keep the log of an alarm; `key` is the alarm's. */
export async function notifyOfAlarm(
  trx: Transaction,
  { key, at, actorName }: { key: string; at: string; actorName: string },
): Promise<void> {
  await run(
    trx,
    sql`INSERT INTO notification (jurisdiction_id, id, to_account, at, kind, actor_name)
      SELECT ${trx.jurisdictionId}::text, ${`${key} alarm `}::text || a.id, a.id, ${at}::text, 'alarm', ${actorName}::text
      FROM account AS a WHERE a.jurisdiction_id = ${trx.jurisdictionId} AND NOT a.disabled AND 'audit-administrator' = ANY(a.roles)
      ON CONFLICT DO NOTHING`,
  );
}
