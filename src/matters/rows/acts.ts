// Saves an act in one transaction: its events, the ledger row, the rows derived for persons, and the log entry.
import { sql } from "kysely";
import { canonicalJson } from "#audit/canonical.ts";
import type { HashAlgorithm } from "#audit/entry.ts";
import type { ActId } from "#casework/acts.ts";
import type { CaseworkEvent, LeadEvent, Recorded } from "#casework/events.ts";
import { apply } from "#casework/replay.ts";
import type { Matter } from "#casework/replay.ts";
import { isPending } from "#casework/stages.ts";
import type { Law } from "#law/compile/law.ts";
import { appendAfter, digestOf, holdHead } from "#log/rows/audit.ts";
import { writeMembers } from "#bodies/rows.ts";
import { calendarIn } from "#jurisdiction/rows/calendar.ts";
import { writeCircumstanceOutcomes } from "./comparable.ts";
import type { Transaction } from "#database/database.ts";
import { readRows, replaceRows } from "./derived-rows.ts";
import { matterRowOf, writeMatterRow } from "./matter-row.ts";
import { addWaiting } from "./text-waiting.ts";
import { loadMatter } from "./matters.ts";
import { addNotifications } from "#notifications/rows/notifications.ts";
import { openItemRowsOf, writeOpenItems } from "./open-items.ts";
import { deriveRestrictions, recordRowsOf } from "#eligibility/rows/restrictions.ts";
import type { RecordRows } from "#eligibility/rows/restrictions.ts";
import { reuseRowsOf } from "./reuse.ts";
import { run } from "#database/rows.ts";
import { exclusionRowsOf, sourceLeadIds, namedRowsOf, noExclusions, involvedRowsOf } from "./involved.ts";

export type DoneAct = {
  matterId: string;
  /** The matter as loaded for update; null when the act begins it. */
  before: Matter | null;
  act: ActId;
  actor: Doer;
  /** The delegating account, where the act is done by delegation. */
  onBehalfOf?: Doer;
  /** ISO instant with milliseconds, in UTC. */
  at: string;
  events: readonly CaseworkEvent[];
  others: readonly { matterId: string; event: LeadEvent }[];
  /** More for the log entry, such as the address and the serial; JSON values. */
  note?: Record<string, unknown>;
};
/** An account that does an act, with the person behind it. */
type Doer = { accountId: string; name: string; personId: string | null };
export type SaveResult = { type: "saved"; matter: Matter } | { type: "conflict" };

/**
 * Writes events after `before.version`, the derived rows of the matter, restrictions of the persons concerned, and one log entry in the
 * chain of each matter. "conflict" when somebody was quicker; the caller then rolls the transaction back.
 */
export async function saveAct(trx: Transaction, law: Law, done: DoneAct): Promise<SaveResult> {
  for (const other of done.others.toSorted((a, b) => (a.matterId < b.matterId ? -1 : 1))) {
    const loaded = await loadMatter(trx, other.matterId, "for-update");
    if (loaded === null) throw new Error(`there is no matter ${other.matterId}`);
    const saved = await saveMatter(trx, law, {
      ...done,
      matterId: other.matterId,
      before: loaded.matter,
      events: [other.event],
    });
    if (saved.type === "conflict") return saved;
  }
  return saveMatter(trx, law, done);
}

async function saveMatter(trx: Transaction, law: Law, done: Omit<DoneAct, "others">): Promise<SaveResult> {
  const { matterId, before, act, actor, at } = done;
  const onBehalfOf =
    done.onBehalfOf === undefined ? undefined : { accountId: done.onBehalfOf.accountId, name: done.onBehalfOf.name };
  const first = (before?.version ?? 0) + 1;
  const history = done.events.map((event, index): Recorded => ({
    seq: first + index,
    at,
    act,
    actorId: actor.accountId,
    actorName: actor.name,
    ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
    persons: { actor: actor.personId, behalf: done.onBehalfOf?.personId ?? null },
    event,
  }));
  const after = history.reduce<Matter | null>((matter, recorded) => apply(matter, matterId, recorded), before);
  if (after === null || history.length === 0) throw new Error(`${act} brought nothing about`);

  const [calendar, stored, head] = await Promise.all([
    calendarIn(trx),
    readRows(trx, "open_item", [matterId]),
    holdHead(trx, `matter:${matterId}`),
  ]);
  const items = openItemRowsOf(law, calendar, after);
  const written = writeMatterRow(trx, matterRowOf(law, after, at, items), before?.version ?? 0);
  const inserted = insertEvents(trx, matterId, history);
  const derived = [
    writeInvolved(trx, before, after),
    writeExclusions(trx, before, after),
    writeRecords(trx, law, before, after),
    writeOpenItems(trx, matterId, stored, items),
    writeMembers(trx, law, [before, after], { at, actorId: actor.accountId, actorName: actor.name }),
    writeCircumstanceOutcomes(trx, before, after),
    addNotifications(trx, history, before, after),
    writeReuses(trx, before, after),
    addWaiting(trx, matterId, history),
  ];
  const events = (algorithm: HashAlgorithm) =>
    history.map((recorded) => ({
      seq: recorded.seq,
      type: recorded.event.type,
      digest: digestOf(algorithm, storedEvent(matterId, recorded)),
    }));
  const logged = appendAfter(trx, head, (algorithm) => ({
    at,
    kind: "act",
    actorId: actor.accountId,
    actorName: actor.name,
    what: act,
    outcome: "done",
    body: {
      ...done.note,
      ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
      matterId,
      version: after.version,
      events: events(algorithm),
    },
  }));
  const [ours] = await Promise.all([Promise.all([written, inserted]), logged, ...derived]);
  return ours.every(Boolean) ? { type: "saved", matter: after } : { type: "conflict" };
}

/** Appends, and never overwrites: false when one of the places in the history is taken. */
async function insertEvents(trx: Transaction, matterId: string, history: readonly Recorded[]): Promise<boolean> {
  const rows = history.map((recorded) => storedEvent(matterId, recorded));
  const inserted = await run(
    trx,
    sql`INSERT INTO matter_event (jurisdiction_id, matter_id, seq, at, act, actor_id, actor_name, behalf_id, behalf_name, type, body, actor_person,
        behalf_person)
      SELECT ${trx.jurisdictionId}::text, ${matterId}::text, new.*
      FROM unnest(${rows.map((row) => row.seq)}::integer[], ${rows.map((row) => row.at)}::text[], ${rows.map((row) => row.act)}::text[],
        ${rows.map((row) => row.actorId)}::text[], ${rows.map((row) => row.actorName)}::text[],
        ${rows.map((row) => row.onBehalfOf?.accountId ?? null)}::text[], ${rows.map((row) => row.onBehalfOf?.name ?? null)}::text[], ${rows.map((row) => row.type)}::text[],
        ${rows.map((row) => row.body)}::text[], ${rows.map((row) => row.persons?.actor ?? null)}::text[],
        ${rows.map((row) => row.persons?.behalf ?? null)}::text[]) AS new
      ON CONFLICT DO NOTHING`,
  );
  return inserted === rows.length;
}

function storedEvent(
  matterId: string,
  { event, ...recorded }: Recorded,
): Omit<Recorded, "event"> & { matterId: string; type: string; body: string } {
  return { ...recorded, matterId, type: event.type, body: canonicalJson(event) };
}

async function writeInvolved(trx: Transaction, before: Matter | null, after: Matter): Promise<void> {
  const [was, is] = [before, after].map((matter) =>
    matter === null ? "" : JSON.stringify([namedRowsOf(matter), sourceLeadIds(matter), isPending(matter.stage)]),
  );
  if (was === is) return;
  const { persons, organizations } = await involvedRowsOf(trx, after);
  await replaceRows(trx, "matter_person", [after.id], persons);
  await replaceRows(trx, "matter_organization", [after.id], organizations);
}

/** Writes the recused and the pairs of four eyes where they changed. */
async function writeExclusions(trx: Transaction, before: Matter | null, after: Matter): Promise<void> {
  const [was, is] = [before, after].map((matter) => (matter === null ? noExclusions : exclusionRowsOf(matter)));
  for (const table of ["matter_recused", "matter_four_eyes"] as const) {
    if (JSON.stringify(was?.[table]) !== JSON.stringify(is?.[table]))
      await replaceRows(trx, table, [after.id], is?.[table] ?? []);
  }
}

async function writeReuses(trx: Transaction, before: Matter | null, after: Matter): Promise<void> {
  const [was, is] = [reuseRowsOf(before), reuseRowsOf(after)];
  if (JSON.stringify(was) !== JSON.stringify(is)) await replaceRows(trx, "reuse_requested", [after.id], is);
}

async function writeRecords(trx: Transaction, law: Law, before: Matter | null, after: Matter): Promise<void> {
  const [was, is] = [recordsIn(law, before), recordsIn(law, after)];
  if (JSON.stringify(was) === JSON.stringify(is)) return;
  for (const table of ["measure_taken", "sanction_taken", "consent_given"] as const)
    await replaceRows(trx, table, [after.id], is[table]);
  const persons = [was, is].flatMap((rows) => Object.values(rows).flat()).map((row) => String(row["person_id"]));
  await deriveRestrictions(trx, law, persons);
}

function recordsIn(law: Law, matter: Matter | null): RecordRows {
  return matter?.kind === "case"
    ? recordRowsOf(law, matter)
    : { measure_taken: [], sanction_taken: [], consent_given: [] };
}
