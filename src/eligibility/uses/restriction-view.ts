// A restriction as it is shown: dates as ISO text, and in words which measure or sanction brought it.
import type { RestrictionView } from "../contract/restriction-view.ts";
import type { Sentence } from "#law/text/citation.ts";
import type { Restriction } from "#law/reckon/consequences.ts";
import { formatDay } from "#law/reckon/days.ts";
import { effectiveCause } from "./words.ts";
import type { Law } from "#law/compile/law.ts";
import type { PersonRecords, StoredRestriction } from "../rows/restrictions.ts";

/** `closed`: cases that this reader must not learn of. */
export function viewOfStored(law: Law, stored: StoredRestriction, closed: ReadonlySet<string>): RestrictionView {
  const { bars, from, until, grey, baseline, layer, cite, norm, note, cause } = stored;
  const { interpretations, countsFrom, countsUntil } = stored;
  return {
    bars,
    from,
    until,
    greyDay: grey,
    baseline,
    layer,
    cite,
    norm,
    note,
    cause: nameOfCause(law, cause.type, cause.kind),
    ...originOf(stored, closed),
    interpretations,
    counts: { from: countsFrom, until: countsUntil },
  };
}

/** A restriction as the engine answers it: `because` points into the records that it was asked with. */
export function viewOfAnswered(
  law: Law,
  restriction: Restriction,
  records: PersonRecords,
  closed: ReadonlySet<string>,
): RestrictionView {
  const { bars, from, until, grey, baseline, layer, cite, norm, note, because } = restriction;
  const sanction = typeof because === "string";
  const record = sanction ? records.sanctions[Number(because.slice("sanction:".length))] : records.measures[because];
  if (record === undefined) throw new Error(`restriction because of ${because}, which was not asked`);
  return {
    bars,
    from: formatDay(from),
    until: formatDay(until),
    greyDay: grey === null ? null : formatDay(grey),
    baseline,
    layer,
    cite,
    norm,
    note,
    cause: causeOf(law, sanction ? "sanction" : "measure", record.kind, formatDay(record.effective)),
    ...originOf(record, closed),
    interpretations: [],
    counts: { from: null, until: null },
  };
}

export function nameOfCause(law: Law, type: "measure" | "sanction", kind: string): Sentence {
  const list = type === "measure" ? law.vocabulary.measures : law.vocabulary.sanctions;
  return list.find(({ id }) => id === kind)?.name ?? { zh: kind, en: kind };
}

function causeOf(law: Law, type: "measure" | "sanction", kind: string, effective: string): Sentence {
  return effectiveCause(nameOfCause(law, type, kind), effective);
}

function originOf(
  { matterId, caseNumber }: { matterId: string; caseNumber: string },
  closed: ReadonlySet<string>,
): { matterId: string | null; caseNumber: string | null } {
  return closed.has(matterId) ? { matterId: null, caseNumber: null } : { matterId, caseNumber };
}
