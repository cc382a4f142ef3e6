// Questions of eligibility as columns, seeded, and crowded around the days on which the answer changes.

import { NO_DAY, makeColumns } from "#law/columns.ts";
import type { EligibilityColumns } from "#law/columns.ts";
import { addMonths, parseDay, yearOf } from "#law/days.ts";
import type { Law } from "#law/law.ts";
import { randomFrom } from "./random.ts";
import type { Random } from "./random.ts";

/** Deterministic: the same law, count and seed give the same columns. `sanctions` adds one to every fourth person. */
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
  const level = (): number => (random.chance(0.05) ? -1 : random.between(0, levels.length - 1));
  for (let index = 0; index < count; index += 1) {
    const effective = dayWithEdges(random, first, last);
    if (random.chance(0.85)) {
      columns.measure[index] = random.pick(random.chance(0.7) ? handlings : personal);
      columns.ground[index] = random.chance(0.1) ? 1 : 0;
      columns.adjustment[index] = random.chance(0.1) ? 1 : 0;
      columns.effective[index] = effective;
      columns.decided[index] = random.chance(0.3) ? NO_DAY : effective - random.between(0, 20);
      columns.originalLevel[index] = level();
      columns.presentLevel[index] = random.chance(0.5) ? -1 : level();
      columns.reducedLevel[index] = level();
    }
    let sanctionDay = NO_DAY;
    if (options.sanctions && random.chance(0.25)) {
      const sanction = random.between(0, sanctions.length - 1);
      sanctionDay = random.chance(0.4) ? effective : effective + random.between(-400, 400);
      columns.sanction[index] = sanction;
      columns.sanctionEffective[index] = sanctionDay;
      const lengths = sanctions[sanction]?.months ?? [];
      columns.sanctionMonths[index] = lengths.length === 0 || random.chance(0.2) ? 0 : random.pick(lengths);
      if (lengths.length > 0 && random.chance(0.5))
        columns.sanctionRestored[index] = sanctionDay + random.between(300, 800);
    }
    const purpose = random.chance(0.7) ? random.between(0, 1) : random.between(0, purposes.length - 1);
    columns.purpose[index] = purpose;
    columns.personLevel[index] = level();
    columns.toLevel[index] = random.chance(0.1) ? -1 : random.between(0, levels.length - 1);
    const start = sanctionDay !== NO_DAY && random.chance(0.5) ? sanctionDay : effective;
    const asked = start + (random.chance(0.4) ? edgeOffset(random, start) : random.between(-60, 900));
    columns.date[index] = purposes[purpose]?.asked === "for-year" ? yearOf(start) + random.between(-1, 1) : asked;
    if (random.chance(0.3)) columns.consent[index] = asked - random.between(-2, 400);
    columns.openMatters[index] = random.chance(0.05) ? 1 : 0;
  }
  return columns;
}

/** Every tenth day is one of those with which calendars go wrong: 29 February, a month's end, a year's end. */
function dayWithEdges(random: Random, first: number, last: number): number {
  if (!random.chance(0.1)) return random.between(first, last);
  const edges = ["2020-02-29", "2024-02-29", "2019-08-31", "2019-12-31", "2020-01-01", "2019-04-25", "2019-04-24"];
  return parseDay(random.pick(edges)) ?? first;
}

/** From a day before to a day after an anniversary of the start. */
function edgeOffset(random: Random, start: number): number {
  const months = random.pick([0, 6, 12, 18, 24, 36]);
  return addMonths(start, months).day - start + random.between(-1, 1);
}
