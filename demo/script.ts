// The whole demonstration as one list of steps in the order of time: the same list every time it is made.
import { formatDay } from "#law/reckon/days.ts";
import { caseSteps } from "./case-steps.ts";
import { chosenCases } from "./chosen-cases.ts";
import { drawnCases } from "./drawn-cases.ts";
import { loneLeads } from "./lone-leads.ts";
import { paperCases } from "./paper-cases.ts";
import { dice, uuid } from "./seeded.ts";
import type { ActStep, FileStep, Step } from "./steps.ts";

export type TimedStep = (ActStep & { at: string; key: string }) | (FileStep & { at: string });

/** Every act and every evidence file of the demonstration, each with its instant (ISO, UTC). */
export function demonstrationScript(): TimedStep[] {
  const stories = [...[...chosenCases, ...drawnCases].map(caseSteps), ...loneLeads, ...paperCases];
  const steps = stories.flat().sort((one, other) => one.day - other.day); // stable: within a day each story keeps its order
  return numbered(timed(steps));
}

/** Spreads the steps of a day over office hours, 9:00 to 17:30 in 望澜. */
function timed(steps: readonly Step[]): TimedStep[] {
  const chosen = dice("时刻");
  const perDay = Map.groupBy(steps, ({ day }) => day);
  return [...perDay].flatMap(([day, those]) => {
    const gap = Math.floor((510 * 60) / (those.length + 1));
    return those.map((step, index): TimedStep => {
      const at = instantOf(day, gap * index + chosen.between(0, gap - 1));
      return step.type === "act" ? { ...step, at, key: uuid(chosen) } : { ...step, at };
    });
  });
}

function instantOf(day: number, secondsAfterNine: number): string {
  const second = 3600 + secondsAfterNine; // nine o'clock is one o'clock in UTC
  const two = (value: number) => String(value).padStart(2, "0");
  return `${formatDay(day)}T${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}.000Z`;
}

/** Document numbers run without gaps within each series and year. */
function numbered(steps: readonly TimedStep[]): TimedStep[] {
  const last = new Map<string, number>();
  return steps.map((step) => {
    if (step.type !== "act" || step.series === null) return step;
    const year = step.at.slice(0, 4);
    const series = `${step.series}〔${year}〕`;
    const number = (last.get(series) ?? 0) + 1;
    last.set(series, number);
    return { ...step, input: { ...step.input, documentNumber: `${series}${number}号` } };
  });
}
