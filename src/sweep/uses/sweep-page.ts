// One page of a sweep: asks about the registered entries of some hundred persons, and compares with the conflicts found before.
import type { AnsweredView, EntryView } from "../contract.ts";
import { hash, randomUUID } from "node:crypto";
import { canonicalJson } from "#audit/canonical.ts";
import { isHistoryComplete } from "#law-admin/rules/history.ts";
import type { AskedTime } from "#law-admin/rules/history.ts";
import { recordedSince } from "../rules/recorded-since.ts";
import { askedOf, dayOfAct, findingOf, timesOf } from "../rules/sweep.ts";
import type { ConflictState, FallenReason, Finding, RegisteredEntry } from "../rules/sweep.ts";
import type { Restriction } from "#law/reckon/consequences.ts";
import { rankOf } from "#law/reckon/bearing.ts";
import { checkedDay, formatDay } from "#law/reckon/days.ts";
import type { Law } from "#law/compile/law.ts";
import type { Facts } from "#law/reckon/eligibility.ts";
import { addConflicts, addTurns, conflictsOfPersons } from "../rows/conflicts.ts";
import type { KnownConflict, NewConflict, NewTurn } from "../rows/conflicts.ts";
import type { Transaction } from "#database/database.ts";
import { mergedRecords } from "#registry/rows/families.ts";
import { knownHistories } from "#law-admin/rows/history.ts";
import { historiesOf } from "#matters/rows/matters.ts";
import { personsById } from "#registry/rows/persons.ts";
import {
  appointmentsOf,
  confirmedQuestions,
  gradesRegistered,
  honoursRegistered,
  namesOnDays,
} from "#registry/rows/registered-entries.ts";
import type { AppointmentRow, GradeRow, HonourRow } from "#registry/rows/registered-entries.ts";
import { noRecords, recordsOfPersons } from "#eligibility/rows/restrictions.ts";
import type { PersonRecords } from "#eligibility/rows/restrictions.ts";
import { factsOf } from "#eligibility/rules/question.ts";
import { levelBefore } from "#registry/rules/level-before.ts";
import type { LevelKnown } from "#registry/rules/level-before.ts";
import { viewOfAnswered } from "#eligibility/uses/restriction-view.ts";
import { isoOf } from "#eligibility/uses/shown-answer.ts";
import { localDayOf } from "#kernel/time.ts";

type Entry = {
  personId: string;
  recordId: string;
  key: string;
  asked: RegisteredEntry;
  givenOn: string | null;
  view: EntryView;
};
type Found = { id: string; entry: Entry; finding: Finding; ground: string };
/** Counts of one page. `unjudged`: entries without a conflict for whose day the history is not complete. */
export type PageCounts = { entries: number; found: number; again: number; fallen: number; unjudged: number };

/** Runs as the system, which sees what no single reader may. Writes the new conflicts and the turns of the known ones. */
export async function sweepPersons(
  trx: Transaction,
  law: Law,
  personIds: readonly string[],
  { runId, at, byName }: { runId: string; at: string; byName: string },
): Promise<PageCounts> {
  const persons = await personsById(trx, [...personIds]);
  const records = await recordsOfPersons(trx, personIds);
  // One row with a level that no vocabulary has must not stop the sweep of all others.
  const posts = (await appointmentsOf(trx, personIds)).map((post) => ({ ...post, level: knownLevel(law, post.level) }));
  const entries = [
    ...posts.map(appointmentEntry),
    ...(await gradesRegistered(trx, personIds)).map(gradeEntry),
    ...(await honoursRegistered(trx, personIds)).map(honourEntry),
  ];
  const held = Map.groupBy(posts, ({ personId }) => personId);
  const today = localDayOf(at);
  const asked = entries.flatMap((entry): Found[] => {
    const person = persons.get(entry.personId);
    const recorded = records.get(entry.personId) ?? noRecords();
    if (person === undefined || recorded.measures.length + recorded.sanctions.length === 0) return [];
    const known = { registered: person.level, held: held.get(entry.personId) ?? [], today };
    const corrected = withLevelsOfTheTime(law, recorded, known);
    // Where the history is not complete only what is on record speaks against an entry; the others are counted apart. An open matter bars nothing.
    const factsAt = ({ date }: AskedTime): Facts =>
      factsOf({ ...person, level: levelBefore(law, known, date), historyComplete: true }, corrected, 0);
    const finding = findingOf(law, factsAt, entry.asked);
    return finding === null ? [] : [{ id: randomUUID(), entry, finding, ground: groundOf(finding, recorded) }];
  });
  const { found, confirmed } = await afterConfirmations(trx, asked, records);
  const known = await conflictsOfPersons(trx, personIds);
  const fresh = found.filter((one) => !known.some((before) => isSame(before, one)));
  await addConflicts(trx, await conflictsFor(trx, law, fresh, records, at));
  // What no bar concerns any more, such as a grade that was changed, is not the entry that it was.
  const standing = entries.filter(({ asked: one }) => askedOf(law.vocabulary, one) !== null);
  const turns = turnsOf(known, found, standing, confirmed);
  const first = fresh.map(({ id }): StateTurn => ({ conflictId: id, seq: 1, kind: "found", state: "open" }));
  await addTurns(
    trx,
    [...first, ...turns].map((turn) => ({ ...turn, runId, at, byName })),
  );
  const count = (kind: "again" | "fallen") => turns.filter((turn) => turn.kind === kind).length;
  const historyOf = await knownHistories(trx, personIds, await mergedRecords(trx));
  const against = new Set(found.map(({ entry }) => entry));
  const unjudged = standing.filter(
    (entry) =>
      !against.has(entry) && !timesOf(entry.asked).every((time) => isHistoryComplete(historyOf(entry.personId), time)),
  );
  return {
    entries: entries.length,
    found: fresh.length,
    again: count("again"),
    fallen: count("fallen"),
    unjudged: unjudged.length,
  };
}

function appointmentEntry(row: AppointmentRow): Entry {
  const { personId, recordId, organizationId, post, level, from, approvedOn, leadingPost, kind } = row;
  return {
    personId,
    recordId,
    key: canonicalJson([from, organizationId, post]),
    asked: {
      kind: "appointment",
      appointment: kind,
      leadingPost,
      level,
      days: approvedOn === null ? [checkedDay(from)] : [checkedDay(approvedOn), checkedDay(from)],
    },
    givenOn: null,
    view: {
      kind: "appointment",
      what: kind ?? "",
      organizationId,
      organizationName: null,
      post,
      level,
      year: null,
      from,
      decidedOn: approvedOn,
      office: row.actingOffice,
      documentNumber: row.documentNumber,
      registeredName: row.registeredName,
      registeredAt: row.registeredAt,
    },
  };
}

function gradeEntry({ personId, recordId, year, grade, givenBy, givenOn, ...registered }: GradeRow): Entry {
  return {
    personId,
    recordId,
    key: canonicalJson([year]),
    asked: { kind: "grade", grade, year },
    givenOn,
    view: yearly("grade", grade, year, givenBy, givenOn, registered),
  };
}

function honourEntry({ personId, recordId, year, name, issuer, givenOn, ...registered }: HonourRow): Entry {
  return {
    personId,
    recordId,
    key: canonicalJson([year, name]),
    asked: { kind: "honour", year },
    givenOn,
    view: yearly("honour", name, year, issuer, givenOn, registered),
  };
}

function yearly(
  kind: "grade" | "honour",
  what: string,
  year: number,
  office: string | null,
  decidedOn: string | null,
  { registeredName, registeredAt }: Pick<EntryView, "registeredName" | "registeredAt">,
): EntryView {
  const none = {
    organizationId: null,
    organizationName: null,
    post: null,
    level: null,
    from: null,
    documentNumber: null,
  };
  return { kind, what, year, office, decidedOn, ...none, registeredName, registeredAt };
}

function knownLevel(law: Law, level: string | null): string | null {
  return level !== null && law.index.levels.has(level) ? level : null;
}

/**
 * Records without a present level that only a later promotion led to: a case entered after the promotion took the level of that day from the
 * registry. Without it the engine measures against the level held before the act.
 */
function withLevelsOfTheTime(law: Law, records: PersonRecords, known: LevelKnown): PersonRecords {
  const corrected = <R extends { presentLevel: string | null; effective: number }>(record: R): R => {
    if (record.presentLevel === null) return record;
    const held = levelBefore(law, { ...known, registered: null }, formatDay(record.effective));
    if (held === null) return record;
    return rankOf(law, record.presentLevel) < rankOf(law, held) ? { ...record, presentLevel: null } : record;
  };
  const sanctions = records.sanctions.map((one) => {
    const { presentLevel } = corrected(one);
    return { ...one, presentLevel, level: presentLevel };
  });
  return { ...records, measures: records.measures.map(corrected), sanctions };
}

/** Applies what people confirmed about the same question in a request for clearance: "not barred" is no conflict, "barred" is a bar. */
async function afterConfirmations(
  trx: Transaction,
  asked: readonly Found[],
  records: ReadonlyMap<string, PersonRecords>,
): Promise<{ found: Found[]; confirmed: Entry[] }> {
  const grey = asked.filter(
    ({ finding }) => finding.answer === "needs-confirmation" && finding.answered.answer === "needs-confirmation",
  );
  const answers = await confirmedQuestions(trx, [...new Set(grey.map(({ entry }) => entry.personId))]);
  const saidOf = ({ entry, finding }: Found) =>
    answers.get(`${entry.personId} ${finding.purpose} ${isoOf(finding.on) ?? ""}`);
  const confirmed = grey.filter((one) => saidOf(one) === false);
  const barred = new Set(grey.filter((one) => saidOf(one) === true));
  const found = asked
    .filter((one) => !confirmed.includes(one))
    .map((one): Found => {
      if (!barred.has(one)) return one;
      const finding: Finding = { ...one.finding, answer: "barred" };
      return { ...one, finding, ground: groundOf(finding, records.get(one.entry.personId) ?? noRecords()) };
    });
  return { found, confirmed: confirmed.map(({ entry }) => entry) };
}

/** Hash of the question and of what the answer rests on. Findings of one ground are one conflict, whatever else the registry says of the entry. */
function groundOf({ purpose, answer, on, year, answered }: Finding, records: PersonRecords): string {
  const rests = answered.restrictions.map(({ bars, from, until, grey, baseline, reach, layer, cite, because }) => {
    const { matterId, kind, effective } = causeOf(records, because);
    return [bars, from, until, grey, baseline, reach, layer, cite.pack, cite.at, matterId, kind, effective];
  });
  const consent = answer === "needs-consent" ? answered.citations.map(({ pack, at }) => [pack, at]) : [];
  return hash("sha256", canonicalJson([purpose, answer, on, year, rests, consent]));
}

type MeasureOrSanction = PersonRecords["measures"][number] | PersonRecords["sanctions"][number];

function causeOf(records: PersonRecords, because: Restriction["because"]): MeasureOrSanction {
  const cause =
    typeof because === "string"
      ? records.sanctions[Number(because.slice("sanction:".length))]
      : records.measures[because];
  if (cause === undefined) throw new Error(`a restriction rests on ${because}, which is not on record`);
  return cause;
}

function isSame(known: KnownConflict, { entry, ground }: Found): boolean {
  return known.ground === ground && isOf(known, entry);
}

function isOf(known: KnownConflict, { recordId, asked, key }: Entry): boolean {
  return known.recordId === recordId && known.entryKind === asked.kind && known.entryKey === key;
}

async function conflictsFor(
  trx: Transaction,
  law: Law,
  fresh: readonly Found[],
  records: ReadonlyMap<string, PersonRecords>,
  at: string,
): Promise<NewConflict[]> {
  if (fresh.length === 0) return [];
  const rested = new Map(fresh.map((one) => [one, restingOn(one, records.get(one.entry.personId) ?? noRecords())]));
  const histories = await historiesOf(
    trx,
    [...rested.values()].flatMap((of) => of.map(({ matterId }) => matterId)),
  );
  const names = await namesOnDays(
    trx,
    fresh.flatMap(({ entry: { view } }) =>
      view.organizationId === null || view.from === null
        ? []
        : [{ organizationId: view.organizationId, day: view.from }],
    ),
  );
  return fresh.map((one): NewConflict => {
    const { entry, finding, ground } = one;
    const { view, asked } = entry;
    const { purpose, answer, on, year, until, answered } = finding;
    const since = (rested.get(one) ?? []).flatMap((record) => {
      const { matterId, subjectId, kind, effective, type } = record;
      const instant = recordedSince(law, matterId, histories.get(matterId) ?? [], { type, subjectId, kind, effective });
      return instant === null ? [] : [localDayOf(instant)];
    });
    const recordedOn = since.sort()[0] ?? null;
    const named = { ...view, organizationName: names.get(`${view.organizationId} ${view.from}`) ?? null };
    const told: AnsweredView = {
      restrictions: answered.restrictions.map((restriction) =>
        viewOfAnswered(law, restriction, records.get(entry.personId) ?? noRecords(), new Set()),
      ),
      citations: answered.citations,
      sentences: answered.sentences,
      recordedOn,
    };
    return {
      id: one.id,
      recordId: entry.recordId,
      entryKind: asked.kind,
      entryKey: entry.key,
      ground,
      purpose,
      answer,
      onDay: isoOf(on),
      forYear: year,
      until: isoOf(until),
      entry: canonicalJson(named),
      answered: canonicalJson(told),
      recordedAfter: recordedOn !== null && recordedOn > dayOfAct(asked, entry.givenOn),
      foundAt: at,
    };
  });
}

/** Records on which a finding rests: those whose restrictions bear on it; for a missing consent all that had taken effect. */
function restingOn(
  { finding }: Found,
  records: PersonRecords,
): { type: "measure" | "sanction"; matterId: string; subjectId: string; kind: string; effective: number }[] {
  const all = [
    ...records.measures.map((one) => ({ ...one, type: "measure" as const })),
    ...records.sanctions.map((one) => ({ ...one, type: "sanction" as const })),
  ];
  if (finding.answer === "needs-consent") return all.filter(({ effective }) => effective < (finding.on ?? 0));
  const causes = new Set(finding.answered.restrictions.map(({ because }) => causeOf(records, because)));
  return all.filter((one) =>
    [...causes].some(
      (cause) =>
        cause.matterId === one.matterId &&
        cause.subjectId === one.subjectId &&
        cause.kind === one.kind &&
        cause.effective === one.effective,
    ),
  );
}

type StateTurn = Pick<NewTurn, "conflictId" | "seq" | "kind" | "because"> & { state: ConflictState };

function turnsOf(
  known: readonly KnownConflict[],
  found: readonly Found[],
  entries: readonly Entry[],
  confirmed: readonly Entry[],
): StateTurn[] {
  return known.flatMap((one): StateTurn[] => {
    const stands = found.some((now) => isSame(one, now));
    const turn = { conflictId: one.id, seq: one.version + 1 };
    if (stands && one.state === "fallen")
      return [{ ...turn, kind: "again", state: one.isDisposed ? "disposed" : "open" }];
    if (stands || one.state === "fallen") return [];
    return [{ ...turn, kind: "fallen", because: reasonOf(one, found, entries, confirmed), state: "fallen" }];
  });
}

function reasonOf(
  one: KnownConflict,
  found: readonly Found[],
  entries: readonly Entry[],
  confirmed: readonly Entry[],
): FallenReason {
  if (!entries.some((entry) => isOf(one, entry))) return "entry-changed";
  if (found.some(({ entry }) => isOf(one, entry))) return "other-ground";
  if (confirmed.some((entry) => isOf(one, entry))) return "confirmed";
  return one.answer === "needs-consent" ? "consent-recorded" : "restriction-gone";
}
