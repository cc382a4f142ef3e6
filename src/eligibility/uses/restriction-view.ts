// A restriction as it is shown: dates as ISO text, and in words which measure or sanction brought it.
import type { Citation, Sentence } from "#law/text/citation.ts";
import type { Restriction } from "#law/reckon/consequences.ts";
import { formatDay } from "#law/reckon/days.ts";
import type { Law } from "#law/compile/law.ts";
import type { PersonRecords, StoredRestriction } from "../rows/restrictions.ts";

/** The last barred day is `until`, the grey day the one after. */
export type RestrictionView = {
  bars: string;
  from: string;
  until: string;
  greyDay: string | null;
  baseline: string | null;
  layer: "regulation" | "upper";
  cite: Citation;
  /** The upper norm whose period the clause refers to, when it does. */
  norm: Citation | null;
  /** What the clause adds to its bar, such as a comment in place of a grade. */
  note: Sentence | null;
  cause: Sentence;
  matterId: string | null;
  caseNumber: string | null;
  /** The interpretations without which it would be counted otherwise. */
  interpretations: { id: string; number: string }[];
  /** Questions about days from `from` to the day before `until` are answered by it; null where nothing bounds it. */
  counts: { from: string | null; until: string | null };
};

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
    cause: nameOf(law, cause.type, cause.kind),
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

export function nameOf(law: Law, type: "measure" | "sanction", kind: string): Sentence {
  const list = type === "measure" ? law.vocabulary.measures : law.vocabulary.sanctions;
  return list.find(({ id }) => id === kind)?.name ?? { zh: kind, en: kind };
}

function causeOf(law: Law, type: "measure" | "sanction", kind: string, effective: string): Sentence {
  const name = nameOf(law, type, kind);
  return { zh: `${name.zh}（${effective} 生效）`, en: `${name.en} (effective ${effective})` };
}

function originOf(
  { matterId, caseNumber }: { matterId: string; caseNumber: string },
  closed: ReadonlySet<string>,
): { matterId: string | null; caseNumber: string | null } {
  return closed.has(matterId) ? { matterId: null, caseNumber: null } : { matterId, caseNumber };
}
