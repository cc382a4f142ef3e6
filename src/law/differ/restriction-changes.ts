// What becomes of a person's restrictions under another law: each that is counted otherwise, as it was and as it would be.
import { citationKey } from "../text/citation.ts";
import { restrictionsOfAll } from "../reckon/consequences.ts";
import type { Records, Restriction } from "../reckon/consequences.ts";
import type { Law } from "../compile/law.ts";
import type { LevelId } from "../pack/vocabulary.ts";

/** Null where there was none, or will be none. */
export type RestrictionChange = { before: Restriction | null; after: Restriction | null };

export function restrictionChanges(
  from: Law,
  to: Law,
  records: Records,
  presentLevel: LevelId | null = null,
): RestrictionChange[] {
  const before = restrictionsOfAll(from, records, presentLevel);
  const after = restrictionsOfAll(to, records, presentLevel);
  const said = (one: Restriction): string => JSON.stringify(one);
  const stays = new Set(before.map(said).filter((one) => after.some((other) => said(other) === one)));
  const gone = before.filter((one) => !stays.has(said(one)));
  const come = after.filter((one) => !stays.has(said(one)));
  const pairs = gone.map((one): RestrictionChange => {
    const at = come.findIndex((other) => sameBar(one, other));
    return { before: one, after: at < 0 ? null : (come.splice(at, 1)[0] ?? null) };
  });
  return [...pairs, ...come.map((one) => ({ before: null, after: one }))];
}

function sameBar(one: Restriction, other: Restriction): boolean {
  return (
    one.because === other.because &&
    one.bars === other.bars &&
    one.layer === other.layer &&
    citationKey(one.cite) === citationKey(other.cite)
  );
}
