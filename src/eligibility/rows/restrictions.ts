// What is recorded of persons, derived from the events of cases: measures, sanctions, consents, and the restrictions they bring.
import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import { z } from "zod";
import { canonicalJson } from "#audit/canonical.ts";
import type { Case } from "#casework/case.ts";
import { recordsOf } from "#casework/records.ts";
import { citationShape } from "#law/text/citation.ts";
import type { Citation, Sentence } from "#law/text/citation.ts";
import type { Consent, MeasureRecord, SanctionRecord } from "#law/reckon/records.ts";
import { checkedDay, formatDay } from "#law/reckon/days.ts";
import type { Day } from "#law/reckon/days.ts";
import type { Law } from "#law/compile/law.ts";
import { restrictionVersionsOf } from "#law/differ/restriction-versions.ts";
import { lawHeldForReading } from "#law-admin/rows/law-state.ts";
import type { Transaction } from "#database/database.ts";
import { derivedTables, readRows, replaceRows } from "#matters/rows/derived-rows.ts";
import { mergedRecords, survivorsOf, withMerged } from "#registry/rows/families.ts";
import type { Row } from "#matters/rows/derived-rows.ts";
import { countBound, countOf, cut, keyDay, readKey } from "#database/page.ts";
import type { Count, Page, Paged } from "#database/page.ts";
import { anyOf, rowOf, rowsOf } from "#database/rows.ts";
import { compareText } from "#database/compare-text.ts";
import type { RestrictionFilter } from "../contract/restrictions.ts";

type Origin = { matterId: string; caseNumber: string; subjectId: string };
export type PersonRecords = {
  measures: (MeasureRecord & Origin)[];
  sanctions: (SanctionRecord & Origin & { presentLevel: string | null; authority: string; documentNumber: string })[];
  consents: (Consent & Origin & { documentNumber: string })[];
};
/** A restriction as it is stored. Days are ISO texts; `cause`: the measure or sanction behind it. */
export type StoredRestriction = {
  bars: string;
  from: string;
  until: string;
  grey: string | null;
  baseline: string | null;
  reach: string | null;
  layer: "regulation" | "upper";
  cite: Citation;
  norm: Citation | null;
  note: Sentence | null;
  cause: { type: "measure" | "sanction"; kind: string };
  matterId: string;
  caseNumber: string;
  /** A question about a day from `countsFrom` to the day before `countsUntil` is answered by it; null where nothing bounds it. */
  countsFrom: string | null;
  countsUntil: string | null;
  /** The interpretations without which it would be counted otherwise. */
  interpretations: { id: string; number: string }[];
};

export type RecordRows = Record<"measure_taken" | "sanction_taken" | "consent_given", Row[]>;

/** Rows of measures, sanctions and consents of one case. */
export function recordRowsOf(law: Law, state: Case): RecordRows {
  const rows: RecordRows = { measure_taken: [], sanction_taken: [], consent_given: [] };
  for (const { personId, subjectId, measures, sanctions, consents } of recordsOf(law, state)) {
    const origin = (ordinal: number) => ({
      matter_id: state.id,
      subject_id: subjectId,
      ordinal,
      person_id: personId,
      case_number: state.number,
    });
    for (const [ordinal, one] of measures.entries()) {
      rows.measure_taken.push({
        ...origin(ordinal),
        kind: one.kind,
        decided_on: isoOf(one.decided),
        effective_on: formatDay(one.effective),
        handling: one.handling,
        original_level: one.originalLevel,
        present_level: one.presentLevel,
        reduced_level: one.reducedLevel,
        ground: one.ground,
        revoked_on: isoOf(one.revoked ?? null),
      });
    }
    for (const [ordinal, one] of sanctions.entries()) {
      rows.sanction_taken.push({
        ...origin(ordinal),
        kind: one.kind,
        decided_on: isoOf(one.decided ?? null),
        effective_on: formatDay(one.effective),
        months: one.months,
        extended: one.extended ?? null,
        restored_on: isoOf(one.restored),
        revoked_on: isoOf(one.revoked ?? null),
        present_level: one.level ?? null,
        authority: one.authority,
        document_number: one.documentNumber,
      });
    }
    for (const [ordinal, one] of consents.entries()) {
      rows.consent_given.push({
        ...origin(ordinal),
        given_on: formatDay(one.on),
        to_level: one.toLevel,
        document_number: one.documentNumber,
      });
    }
  }
  return rows;
}

/** Restriction rows from all records of one person, with the countings of before and after an interpretation. */
export function restrictionRowsOf(law: Law, personId: string, records: PersonRecords): Row[] {
  const versions = restrictionVersionsOf(law, records, presentLevelIn(records));
  return versions.map(({ restriction: one, countsFrom, countsUntil, interpretations }, ordinal) => {
    const cause = causeOf(records, one.because);
    return {
      person_id: personId,
      ordinal,
      matter_id: cause.record.matterId,
      case_number: cause.record.caseNumber,
      bars: one.bars,
      from_day: formatDay(one.from),
      until_day: formatDay(one.until),
      grey_day: isoOf(one.grey),
      baseline: one.baseline,
      reach: one.reach,
      layer: one.layer,
      pack: one.cite.pack,
      anchor: one.cite.at,
      cite: canonicalJson(one.cite),
      norm: one.norm === null ? null : canonicalJson(one.norm),
      note: one.note === null ? null : canonicalJson(one.note),
      cause_type: cause.type,
      cause_kind: cause.record.kind,
      counts_from: isoOf(countsFrom),
      counts_until: isoOf(countsUntil),
      interpretations:
        interpretations.length === 0 ? null : canonicalJson(interpretations.map(({ id, number }) => ({ id, number }))),
    };
  });
}

/** The present level of the latest record that has one; null when none has. */
export function presentLevelIn(records: PersonRecords): string | null {
  const latest = [...records.measures, ...records.sanctions]
    .filter((one) => one.presentLevel !== null)
    .sort((a, b) => a.effective - b.effective || (a.matterId < b.matterId ? -1 : 1));
  return latest.at(-1)?.presentLevel ?? null;
}

const heldShape = z.object({ id: z.string() });

/**
 * Derives the restrictions of these persons anew from the record rows, which must have been written. Holds the law, whatever
 * version of it the caller has, and each person until the transaction ends.
 */
export async function deriveRestrictions(trx: Transaction, asked: Law, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return;
  const law = await lawHeldForReading(trx, asked);
  const merged = await mergedRecords(trx);
  // A record merged into another has no restrictions of its own: what it brings stands with the other.
  const roots = survivorsOf(merged, personIds);
  const ids = [...new Set([...personIds, ...roots])].sort();
  await rowsOf(
    trx,
    heldShape,
    sql`SELECT id FROM person WHERE jurisdiction_id = ${trx.jurisdictionId} AND id = ANY(${ids}::text[]) ORDER BY id FOR NO KEY UPDATE`,
  );
  const records = await recordsRead(trx, merged, roots);
  const rows = roots.flatMap((id) => restrictionRowsOf(law, id, records.get(id) ?? noRecords()));
  await replaceRows(trx, "restriction", ids, rows);
}

/**
 * By person, with what is on record of those merged into them; every asked id has an entry, empty for one that is merged itself. In the order
 * in which they took effect. With `merged` known all is asked at once.
 */
export async function recordsOfPersons(
  trx: Transaction,
  personIds: readonly string[],
  merged?: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, PersonRecords>> {
  if (personIds.length === 0) return new Map();
  return recordsRead(trx, merged ?? (await mergedRecords(trx)), personIds);
}

async function recordsRead(
  trx: Transaction,
  merged: ReadonlyMap<string, string>,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, PersonRecords>> {
  const members = withMerged(merged, personIds);
  const of = async (table: keyof RecordRows) => {
    const columns = Object.keys(derivedTables[table].columns).map((column) => sql.ref(`t.${column}`));
    const { rows } = await trx.ask(
      sql`SELECT ${sql.join(columns)} FROM ${sql.table(table)} AS t
        WHERE t.jurisdiction_id = ${trx.jurisdictionId} AND t.person_id = ${anyOf(members)}`.compile(trx.kysely),
    );
    return rows;
  };
  const [measures, sanctions, consents] = await Promise.all([
    of("measure_taken"),
    of("sanction_taken"),
    of("consent_given"),
  ]);
  return recordsFrom(
    personIds,
    { measure_taken: measures, sanction_taken: sanctions, consent_given: consents },
    merged,
  );
}

const origin = {
  matter_id: z.string(),
  subject_id: z.string(),
  ordinal: z.int(),
  person_id: z.string(),
  case_number: z.string(),
};
const text = z.string().nullable();
const day = z.string();

const measureShape = z.object({
  ...origin,
  kind: z.string(),
  decided_on: day.nullable(),
  effective_on: day,
  handling: z.enum(["handling", "adjustment"]).nullable(),
  original_level: text,
  present_level: text,
  reduced_level: text,
  ground: z.enum(["accountability", "unsuitable"]),
  revoked_on: day.nullable(),
});
const sanctionShape = z.object({
  ...origin,
  kind: z.string(),
  decided_on: day.nullable(),
  effective_on: day,
  months: z.int().nullable(),
  extended: z.int().nullable(),
  restored_on: day.nullable(),
  revoked_on: day.nullable(),
  present_level: text,
  authority: z.string(),
  document_number: z.string(),
});
const consentShape = z.object({ ...origin, given_on: day, to_level: text, document_number: z.string() });

/** The records of each person from rows in any order; those of a merged record count for the one that it is read as. */
export function recordsFrom(
  personIds: readonly string[],
  rows: Record<keyof RecordRows, readonly unknown[]>,
  merged: ReadonlyMap<string, string> = new Map(),
): ReadonlyMap<string, PersonRecords> {
  const records = new Map<string, PersonRecords>();
  for (const id of personIds) records.set(id, noRecords());
  const of = (id: string) => records.get(merged.get(id) ?? id);
  for (const row of rows.measure_taken.map((one) => measureShape.parse(one)).sort(byOrdinal)) {
    of(row.person_id)?.measures.push({
      matterId: row.matter_id,
      caseNumber: row.case_number,
      subjectId: row.subject_id,
      kind: row.kind,
      decided: dayOrNull(row.decided_on),
      effective: checkedDay(row.effective_on),
      handling: row.handling,
      originalLevel: row.original_level,
      presentLevel: row.present_level,
      reducedLevel: row.reduced_level,
      ground: row.ground,
      revoked: dayOrNull(row.revoked_on),
    });
  }
  for (const row of rows.sanction_taken.map((one) => sanctionShape.parse(one)).sort(byOrdinal)) {
    of(row.person_id)?.sanctions.push({
      matterId: row.matter_id,
      caseNumber: row.case_number,
      subjectId: row.subject_id,
      kind: row.kind,
      decided: dayOrNull(row.decided_on),
      effective: checkedDay(row.effective_on),
      months: row.months,
      extended: row.extended,
      restored: dayOrNull(row.restored_on),
      revoked: dayOrNull(row.revoked_on),
      level: row.present_level,
      presentLevel: row.present_level,
      authority: row.authority,
      documentNumber: row.document_number,
    });
  }
  for (const row of rows.consent_given.map((one) => consentShape.parse(one)).sort(byOrdinal)) {
    of(row.person_id)?.consents.push({
      matterId: row.matter_id,
      caseNumber: row.case_number,
      subjectId: row.subject_id,
      on: checkedDay(row.given_on),
      toLevel: row.to_level,
      documentNumber: row.document_number,
    });
  }
  // Person by person, which are a few records each; those of one subject stay in the order of their ordinals.
  for (const { measures, sanctions, consents } of records.values()) {
    measures.sort((a, b) => a.effective - b.effective || byOrigin(a, b));
    sanctions.sort((a, b) => a.effective - b.effective || byOrigin(a, b));
    consents.sort((a, b) => a.on - b.on || byOrigin(a, b));
  }
  return records;
}

function dayOrNull(iso: string | null): Day | null {
  return iso === null ? null : checkedDay(iso);
}

/**
 * Restrictions by person, in the order of first and last day; every asked id has an entry. Only the countings in force, unless `past` asks for
 * the older ones too.
 */
export async function restrictionsOfPersons(
  trx: Transaction,
  personIds: readonly string[],
  { past = false }: { past?: boolean } = {},
): Promise<Record<string, StoredRestriction[]>> {
  const found: Record<string, StoredRestriction[]> = Object.fromEntries(personIds.map((id) => [id, []]));
  for (const row of (await readRows(trx, "restriction", personIds)).map((one) => restrictionShape.parse(one))) {
    if (row.counts_until !== null && !past) continue;
    found[row.person_id]?.push({
      bars: row.bars,
      from: row.from_day,
      until: row.until_day,
      grey: row.grey_day,
      baseline: row.baseline,
      reach: row.reach,
      layer: row.layer,
      cite: row.cite,
      norm: row.norm,
      note: row.note,
      cause: { type: row.cause_type, kind: row.cause_kind },
      matterId: row.matter_id,
      caseNumber: row.case_number,
      countsFrom: row.counts_from,
      countsUntil: row.counts_until,
      interpretations: row.interpretations,
    });
  }
  for (const one of Object.values(found))
    one.sort((a, b) => compareText(a.from, b.from) || compareText(a.until, b.until));
  return found;
}

/** Whether a question about the day is answered by this counting. Days are ISO. */
export function countsOn({ countsFrom, countsUntil }: StoredRestriction, day: string): boolean {
  return (countsFrom === null || countsFrom <= day) && (countsUntil === null || day < countsUntil);
}

const sentence = z.object({ zh: z.string(), en: z.string() });
const json = <Shape extends z.ZodType>(shape: Shape) => z.string().transform((kept) => shape.parse(JSON.parse(kept)));
const interpretationNumbers = z.array(z.object({ id: z.string(), number: z.string() }));
const restrictionShape = z.object({
  person_id: z.string(),
  matter_id: z.string(),
  case_number: z.string(),
  bars: z.string(),
  from_day: z.string(),
  until_day: z.string(),
  grey_day: text,
  baseline: text,
  reach: text,
  layer: z.enum(["regulation", "upper"]),
  cite: json(citationShape),
  norm: json(citationShape).nullable(),
  note: json(sentence).nullable(),
  cause_type: z.enum(["measure", "sanction"]),
  cause_kind: z.string(),
  counts_from: text,
  counts_until: text,
  interpretations: z
    .string()
    .nullable()
    .transform((kept) => (kept === null ? [] : interpretationNumbers.parse(JSON.parse(kept)))),
});

export const ofTheRegulation: RestrictionFilter = {
  layer: "regulation",
  bars: null,
  cause: null,
  organizationId: null,
};

/** The unit in which a person held a post on the day, by the latest begun; where none is known, the one of now. `of` is a column with the person's id. */
export const unitOn = (trx: Transaction, of: RawBuilder<unknown>, day: string) =>
  sql`coalesce((SELECT h.organization_id FROM post_held AS h WHERE h.jurisdiction_id = ${trx.jurisdictionId} AND h.person_id = ${of}
      AND h.from_day <= ${day}::date AND (h.to_day IS NULL OR h.to_day >= ${day}::date) ORDER BY h.from_day DESC, h.organization_id LIMIT 1),
    (SELECT p.organization_id FROM person AS p WHERE p.jurisdiction_id = ${trx.jurisdictionId} AND p.id = ${of}))`;

/** Restrictions running on the day, by the counting of that day, without those of some persons. */
export const runningOn = (trx: Transaction, day: string, filter: RestrictionFilter, except: readonly string[]) =>
  sql`restriction.jurisdiction_id = ${trx.jurisdictionId} AND layer = ${filter.layer} AND from_day <= ${day}::date AND until_day >= ${day}::date AND ${countedOn(day)}
    AND person_id <> ALL (${[...except]}::text[])
    AND ${filter.bars === null ? sql`true` : sql`bars = ${filter.bars}`}
    AND ${filter.cause === null ? sql`true` : sql`cause_kind = ${filter.cause}`}
    AND ${filter.organizationId === null ? sql`true` : sql`${unitOn(trx, sql`restriction.person_id`, day)} = ${filter.organizationId}`}`;

/** Of several countings of one restriction the one by which a question about the day is answered. */
const countedOn = (day: string) =>
  sql`(counts_from IS NULL OR counts_from <= ${day}::date) AND (counts_until IS NULL OR counts_until > ${day}::date)`;

const countedShape = z.object({ running: z.int(), ending: z.int() });

/** Counts persons with a restriction running on the day, and those of whom one ends within `days` from it. `except`: persons left out. */
export async function countRestrictions(
  trx: Transaction,
  onDay: string,
  days: number,
  except: readonly string[] = [],
  filter: RestrictionFilter = ofTheRegulation,
): Promise<{ running: Count; ending: Count }> {
  const counted = await rowOf(
    trx,
    countedShape,
    sql`SELECT count(*) AS running, count(*) FILTER (WHERE soonest <= ${onDay}::date + ${days}::integer) AS ending
      FROM (SELECT person_id, min(until_day) AS soonest FROM restriction WHERE ${runningOn(trx, onDay, filter, except)}
        GROUP BY person_id LIMIT ${countBound + 1}) AS bounded`,
  );
  return { running: countOf(counted?.running ?? 0), ending: countOf(counted?.ending ?? 0) };
}

const bySoonest = z.tuple([keyDay, z.string()]);
const soonestShape = z.object({ personId: z.string(), soonest: z.string() });

/** Persons with a restriction running on the day, soonest end first. `days`: only those of whom one ends within so many; `except`: persons left out. */
export async function listRestricted(
  trx: Transaction,
  asked: { onDay: string; days: number | null; except?: readonly string[]; filter?: RestrictionFilter } & Page,
): Promise<Paged<{ personId: string; soonest: string }>> {
  const key = readKey(asked.after, bySoonest);
  const rows = await rowsOf(
    trx,
    soonestShape,
    sql`SELECT person_id AS "personId", soonest FROM (SELECT person_id, min(until_day) AS soonest FROM restriction
        WHERE ${runningOn(trx, asked.onDay, asked.filter ?? ofTheRegulation, asked.except ?? [])}
        GROUP BY person_id) AS running
      WHERE ${asked.days === null ? sql`true` : sql`soonest <= ${asked.onDay}::date + ${asked.days}::integer`}
        AND ${key === null ? sql`true` : sql`(soonest, person_id) > (${key[0]}::date, ${key[1]})`}
      ORDER BY soonest, person_id LIMIT ${asked.limit + 1}`,
  );
  return cut(rows, asked.limit, (row) => [row.soonest, row.personId]);
}

function causeOf(
  records: PersonRecords,
  because: number | string,
): { type: "measure" | "sanction"; record: (MeasureRecord | SanctionRecord) & Origin } {
  const sanction = typeof because === "string" ? /^sanction:(\d+)$/u.exec(because) : null;
  const record = sanction === null ? records.measures[Number(because)] : records.sanctions[Number(sanction[1])];
  if (record === undefined) throw new Error(`a restriction rests on ${because}, which is not on record`);
  return { type: sanction === null ? "measure" : "sanction", record };
}

/** Order of two records of one day, independent of the order in which rows are read. */
function byOrigin(a: Origin, b: Origin): number {
  return compareText(a.matterId, b.matterId) || compareText(a.subjectId, b.subjectId);
}

function byOrdinal(a: { ordinal: number }, b: { ordinal: number }): number {
  return a.ordinal - b.ordinal;
}

function isoOf(one: Day | null): string | null {
  return one === null ? null : formatDay(one);
}

/** Of somebody of whom nothing is on record. */
export function noRecords(): PersonRecords {
  return { measures: [], sanctions: [], consents: [] };
}

/** The cases in which one of these persons was held accountable: their numbers are not for the eyes of those concerned. */
export function casesAgainst(
  records: ReadonlyMap<string, PersonRecords>,
  personIds: readonly string[],
): ReadonlySet<string> {
  const theirs = personIds.flatMap((id) => {
    const { measures, sanctions } = records.get(id) ?? noRecords();
    return [...measures, ...sanctions];
  });
  return new Set(theirs.map(({ matterId }) => matterId));
}
