// Questions of every kind that a reading can concern, the same for the same seed, crowded around the
// days on which periods end, where readings differ.
import { makeColumns } from "../bulk/columns.ts";
import type { EligibilityColumns } from "../bulk/columns.ts";
import { addMonths, yearOf } from "../reckon/days.ts";
import type { Law } from "../compile/law.ts";
import { circumstancesOf } from "../procedure/circumstances.ts";
import type { CircumstanceFindings } from "../procedure/circumstances.ts";
import type { Finding } from "../procedure/measures.ts";
import { seededRandom } from "./seeded-random.ts";
import type { SeededRandom } from "./seeded-random.ts";

export type BodyState = { members: number; heldAccountable: number; worksNormally: boolean };

export type SeededQuestions = {
  /** Of persons: one measure and one sanction at most for each. */
  eligibility: EligibilityColumns;
  circumstances: CircumstanceFindings[];
  offers: Finding[];
  bodies: BodyState[];
};

/** So many questions in all: six in ten of eligibility, two of circumstances, one of measures, one of bodies. */
export function seedQuestions(law: Law, count: number, seed: number): SeededQuestions {
  const random = seededRandom(seed);
  const circumstances = Math.floor(count / 5);
  const offers = Math.floor(count / 10);
  const bodies = Math.floor(count / 10);
  return {
    eligibility: seedEligibility(law, random, count - circumstances - offers - bodies),
    circumstances: seedCircumstances(law, random, circumstances),
    offers: Array.from({ length: offers }, () => ({
      gravity: random.from(["lighter", "graver", "discipline", "crime"] as const),
      strongReaction: random.oneIn(2),
      vileInfluence: random.oneIn(2),
      subject: random.from(["person", "person", "organization", "leading-body"] as const),
    })),
    bodies: Array.from({ length: bodies }, () => {
      const members = 3 + random.below(7);
      return { members, heldAccountable: random.below(Math.min(members, 5)), worksNormally: random.oneIn(2) };
    }),
  };
}

function seedEligibility(law: Law, random: SeededRandom, count: number): EligibilityColumns {
  const { measures, sanctions, purposes, levels } = law.vocabulary;
  const columns = makeColumns(count);
  const personal = measures.flatMap((measure, index) => (measure.subjects.includes("person") ? [index] : []));
  const handled = personal.filter((index) => measures[index]?.class === "organizational");
  const rows = [...law.table.measureRows, ...law.table.sanctionRows].flat();
  const lengths = [...new Set(rows.map((row) => row.months).filter((months) => months > 0))];
  const level = (): number => (random.oneIn(3) ? -1 : random.below(levels.length));
  for (let index = 0; index < count; index += 1) {
    let start = law.inForceFrom + random.below(2200);
    if (!random.oneIn(4)) {
      const measure = random.oneIn(4) ? random.from(personal) : random.from(handled);
      columns.measure[index] = measure;
      columns.ground[index] = random.oneIn(8) ? 1 : 0;
      columns.adjustment[index] = handled.includes(measure) && random.oneIn(5) ? 1 : 0;
      columns.effective[index] = start;
      if (!random.oneIn(3)) columns.decided[index] = start - random.below(40);
      columns.originalLevel[index] = level();
      columns.presentLevel[index] = level();
      columns.reducedLevel[index] = level();
    }
    if (random.oneIn(3)) {
      const kind = random.below(sanctions.length);
      const since = random.oneIn(3) ? start : start + random.below(400);
      columns.sanction[index] = kind;
      columns.sanctionEffective[index] = since;
      const months = sanctions[kind]?.months ?? [];
      if (months.length > 0) columns.sanctionMonths[index] = random.from(months);
      if (random.oneIn(2)) start = since;
    }
    columns.personLevel[index] = level();
    columns.openMatters[index] = random.oneIn(20) ? 1 : 0;
    const purpose = random.below(purposes.length);
    columns.purpose[index] = purpose;
    if (purposes[purpose]?.asked === "for-year") {
      columns.date[index] = yearOf(start) - 1 + random.below(3);
      continue;
    }
    const date = random.oneIn(2)
      ? addMonths(start, random.from(lengths)).day - 2 + random.below(5)
      : start - 10 + random.below(1000);
    columns.date[index] = date;
    columns.toLevel[index] = level();
    if (random.oneIn(2)) columns.consent[index] = date - 1 - random.below(500);
  }
  return columns;
}

function seedCircumstances(law: Law, random: SeededRandom, count: number): CircumstanceFindings[] {
  const circumstances = circumstancesOf(law);
  if (circumstances.length === 0) return [];
  return Array.from({ length: count }, () => {
    const circumstance = random.from(circumstances);
    const proved = random.oneIn(3) ? circumstance.acts : circumstance.acts.filter(() => random.oneIn(2));
    return {
      circumstance: circumstance.id,
      act: proved.length === 0 ? null : proved.join("；"),
      results: circumstance.results.map((result) => result.id).filter(() => !random.oneIn(4)),
      preconditionMet: !random.oneIn(4),
      reasons: random.oneIn(4) ? null : circumstance.conduct,
      approved: !random.oneIn(4),
    };
  });
}
