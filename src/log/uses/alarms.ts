// Alarms (告警) for the audit administrator: the server looks each minute whether what the log holds goes beyond the limits of the policy.
import { randomUUID } from "node:crypto";
import { policyNow } from "#accounts/rows/security-policies.ts";
import type { SecurityPolicy } from "#accounts/contract/security.ts";
import type { Actor } from "#casework/actor.ts";
import { inRetriedTransaction } from "#database/database.ts";
import type { Transaction } from "#database/database.ts";
import { administer } from "#kernel/administer.ts";
import { notFound, refusedSaying } from "#kernel/answer.ts";
import type { Answer } from "#kernel/answer.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { everyMinute } from "#kernel/every-minute.ts";
import type { EndpointInput } from "#kernel/contract/meta.ts";
import { nowOf } from "#kernel/time.ts";
import { recordAdministration, recordLine } from "#kernel/uses/record.ts";
import { notifyOfAlarm } from "#notifications/rows/administration.ts";
import type { Alarm, AlarmRule, log } from "../contract.ts";
import { addAlarm, addAnswer, findAlarm, isRaised, listAlarms, seenSince } from "../rows/alarms.ts";
import type { Which } from "../rows/alarms.ts";
import { readsWritten } from "./read-journal.ts";
import { alarmAnswered } from "../words.ts";

/** Looks at once and each minute; answers with how to end it. */
export function keepAlarms(app: App, report: (error: unknown) => void): () => Promise<void> {
  return everyMinute(() => raiseAlarms(app), report);
}

type Limit = { rule: AlarmRule; which: Which; minutes: number; least: number; together: boolean };

function limitsOf({ alarmRefusals, alarmReads, alarmSignIns, nightFrom, nightUntil }: SecurityPolicy): Limit[] {
  const each = { minutes: 60, together: false };
  const night: Limit = {
    ...each,
    rule: "night-exports",
    which: { type: "exports-at-night", night: { from: nightFrom, until: nightUntil } },
    least: 1,
  };
  return [
    { ...each, rule: "refusals", which: { type: "refusals" }, least: alarmRefusals },
    { ...each, rule: "reads", which: { type: "reads" }, least: alarmReads },
    { rule: "sign-ins", which: { type: "failed-sign-ins" }, minutes: 15, least: alarmSignIns, together: true },
    ...(nightFrom === nightUntil ? [] : [night]),
  ];
}

/** One look: each limit that is passed raises one alarm about one account, and not again before its time is over. */
export async function raiseAlarms(app: App): Promise<void> {
  await readsWritten(app);
  await inRetriedTransaction(app.database, scopeOf(app, null), async (trx) => {
    const { policy } = await policyNow(trx);
    for (const limit of limitsOf(policy)) await raise(app, trx, limit);
  });
}

async function raise(app: App, trx: Transaction, { rule, minutes, ...asked }: Limit): Promise<void> {
  const at = nowOf(app);
  const since = Temporal.Instant.from(at).subtract({ minutes }).toString({ smallestUnit: "millisecond" });
  for (const seen of await seenSince(trx, { ...asked, since })) {
    const { accountId, accountName, count } = seen;
    if (await isRaised(trx, { rule, accountId, since })) continue;
    const id = randomUUID();
    await addAlarm(trx, { ...seen, id, rule, since, at });
    await recordAdministration(app, trx, null, "raise-alarm", { alarmId: id, rule, accountId, count });
    await notifyOfAlarm(trx, { key: id, at, actorName: accountName });
  }
}

export async function alarmsFor(app: App, actor: Actor): Promise<Alarm[]> {
  return inRetriedTransaction(app.database, scopeOf(app, actor.accountId), async (trx) => {
    const alarms = await listAlarms(trx);
    const body = { alarms: alarms.length };
    await recordLine(app, trx, actor, { kind: "sensitive-read", what: "read-alarms", outcome: "done", body });
    return alarms;
  });
}

/** What was found, once for each alarm; whom it is about does not answer it. */
export async function answerAlarm(
  app: App,
  actor: Actor,
  { key, ...content }: EndpointInput<typeof log.answerAlarm>,
): Promise<Answer<{ ok: true }>> {
  return administer(app, actor, { what: "answer-alarm", key, content }, async (trx) => {
    const { alarmId, found } = content;
    const alarm = await findAlarm(trx, alarmId);
    if (alarm === null) return notFound;
    if (alarm.answeredAt !== null || !(await addAnswer(trx, { alarmId, found, by: actor, at: nowOf(app) })))
      return refusedSaying("answered-already", alarmAnswered, "alarmId");
    await recordAdministration(app, trx, actor, "answer-alarm", { alarmId, rule: alarm.rule });
    return { type: "done", answer: { ok: true } };
  });
}
