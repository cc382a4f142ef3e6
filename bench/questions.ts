// Questions of eligibility as columns, seeded, and crowded around the days on which the answer changes.

import { NO_DAY, makeColumns } from "#law/bulk/columns.ts";
import type { EligibilityColumns } from "#law/bulk/columns.ts";
import { addMonths, parseDay, yearOf } from "#law/reckon/days.ts";
import type { Law } from "#law/compile/law.ts";
import { randomFrom } from "./random.ts";
import type { Random } from "./random.ts";

/** Deterministic: the same law, count and seed give the same columns. `sanctions` adds one to every fourth person. Each row can be written as a line of the facts format. */
export function makeQuestions(
  law: Law,
  count: number,
  seed: number,
  options: { sanctions: boolean },
): EligibilityColumns {
  const random = randomFrom(seed);
  const columns = makeColumns(count);
  const { measures, sanctions, levels, purposes } = law.vocabulary;
  const personal = measures.flatMap((measure, index) => (measure.subjects.includes("person") ? [index] : []));
  const handlings = measures.flatMap((measure, index) => (measure.class === "organizational" ? [index] : []));
  const first = parseDay("2018-06-01") ?? 0;
  const last = parseDay("2026-12-31") ?? 0;
  const lowest = levels.length - 1;
  const level = (): number => (random.chance(0.05) ? -1 : random.between(0, lowest));
  for (let index = 0; index < count; index += 1) {
    const effective = dayWithEdges(random, first, last);
    let decided = effective;
    if (random.chance(0.85)) {
      const measure = random.pick(random.chance(0.7) ? handlings : personal);
      const kind = measures[measure];
      const original = level();
      columns.measure[index] = measure;
      columns.ground[index] = kind?.grounds.includes("unsuitable") === true && random.chance(0.2) ? 1 : 0;
      columns.adjustment[index] = kind?.class === "organizational" && random.chance(0.1) ? 1 : 0;
      columns.effective[index] = effective;
      decided = random.chance(0.3) ? effective : effective - random.between(0, 20);
      columns.decided[index] = decided === effective ? NO_DAY : decided;
      columns.originalLevel[index] = original;
      columns.presentLevel[index] = random.chance(0.5) ? -1 : level();
      if (kind?.reduces === true && original < lowest && random.chance(0.95))
        columns.reducedLevel[index] = random.between(original + 1, lowest);
    }
    let sanctionDay = NO_DAY;
    if (options.sanctions && random.chance(0.25)) {
      const sanction = random.between(0, sanctions.length - 1);
      sanctionDay = random.chance(0.4) ? effective : effective + random.between(-400, 400);
      columns.sanction[index] = sanction;
      columns.sanctionEffective[index] = sanctionDay;
      if (random.chance(0.5)) columns.sanctionDecided[index] = sanctionDay - random.between(0, 20);
      if (random.chance(0.3)) columns.sanctionLevel[index] = level();
      const lengths = sanctions[sanction]?.months ?? [];
      if (lengths.length > 0) {
        const months = random.pick(lengths);
        const extended = random.chance(0.2) ? random.pick([6, 12]) : 0;
        columns.sanctionMonths[index] = months;
        columns.sanctionExtended[index] = extended;
        // Never before the day after the probation.
        if (random.chance(0.7))
          columns.sanctionRestored[index] = addMonths(sanctionDay, months + extended).day + random.between(1, 60);
      }
    }
    const purpose = random.chance(0.6) ? random.between(0, 1) : random.between(0, purposes.length - 1);
    const isYear = purposes[purpose]?.asked === "for-year";
    const start = sanctionDay !== NO_DAY && random.chance(0.5) ? sanctionDay : effective;
    // A tenth asks between the decision and its effect, where the two lie apart.
    const asked = random.chance(0.1)
      ? random.between(decided - 1, effective)
      : start + (random.chance(0.4) ? edgeOffset(random, start) : random.between(-60, 900));
    const toLevel = random.chance(0.1) ? -1 : random.between(0, lowest);
    columns.purpose[index] = purpose;
    columns.personLevel[index] = level();
    columns.date[index] = isYear ? yearOf(start) + random.between(-1, 2) : asked;
    if (!isYear) {
      columns.toLevel[index] = toLevel;
      if (random.chance(0.3)) {
        const agreed = asked - random.between(1, 400);
        columns.consentPerhaps[index] = agreed;
        // One for a level, where none is asked about, may be for another.
        if (toLevel >= 0 || random.chance(0.7)) columns.consent[index] = agreed;
      }
    }
    columns.openMatters[index] = random.chance(0.05) ? 1 : 0;
    columns.incomplete[index] = random.chance(0.03) ? 1 : 0;
  }
  return columns;
}

/** Every eighth day is one of those with which calendars go wrong, or on which a text came into force or went out of it. */
function dayWithEdges(random: Random, first: number, last: number): number {
  if (!random.chance(0.125)) return random.between(first, last);
  return parseDay(random.pick(edges)) ?? first;
}

const edges = [
  "2020-02-29",
  "2024-02-29",
  "2019-08-31",
  "2019-12-31",
  "2020-01-01",
  "2014-12-31",
  "2015-12-31",
  "2016-01-01",
  "2018-09-30",
  "2018-10-01",
  "2019-02-28",
  "2019-03-01",
  "2019-04-24",
  "2019-04-25",
  "2019-05-31",
  "2020-06-30",
  "2020-07-01",
  "2021-03-18",
  "2021-03-19",
  "2023-12-31",
  "2024-01-01",
];

/** From a day before to a day after an anniversary of the start. */
function edgeOffset(random: Random, start: number): number {
  const months = random.pick([0, 6, 12, 18, 24, 36, 60]);
  return addMonths(start, months).day - start + random.between(-1, 1);
}
