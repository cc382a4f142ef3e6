// The ways to appeal against a decision, each with the steps of the norms that set its time limits.
import { deadlinesFor, dueDay } from "#law/procedure/deadlines.ts";
import type { FoundDeadline } from "#law/procedure/deadlines.ts";
import { formatDay, parseDay } from "#law/reckon/days.ts";
import type { Law } from "#law/compile/law.ts";
import type { SubjectFile } from "../subject-file.ts";
import type { AppealWay } from "../events.ts";

/** The steps whose deadlines count: `until` for making the appeal, `decided` for deciding it, `extended` where that may be extended. */
type Way = {
  until: readonly string[];
  decided: string;
  extended: string | null;
  civilServant: boolean;
};

export const appealWays = {
  "accountability-appeal": {
    until: ["accountability-appeal", "appeal"],
    decided: "accountability-appeal-decided",
    extended: null,
    civilServant: false,
  },
  review: {
    until: ["review"],
    decided: "review-decided",
    extended: null,
    civilServant: true,
  },
  "direct-appeal": {
    until: ["direct-appeal"],
    decided: "appeal-decided",
    extended: "appeal-extended",
    civilServant: true,
  },
  "appeal-after-review": {
    until: ["appeal-after-review"],
    decided: "appeal-decided",
    extended: "appeal-extended",
    civilServant: true,
  },
} as const satisfies Record<AppealWay, Way>;

export type AppealTerm = { until: string; deadline: FoundDeadline };

/** The last day for an appeal of this way by each norm that gives one; empty where the day it runs from is not known. */
export function appealTerms(law: Law, file: SubjectFile, way: AppealWay): AppealTerm[] {
  const from = startOf(file, way);
  if (from === null) return [];
  return termsFrom(law, appealWays[way].until, file, from);
}

/** By when an appeal received on the ISO day has to be decided, by each norm that says so. */
export function decisionTerms(law: Law, file: SubjectFile, way: AppealWay, receivedOn: string): AppealTerm[] {
  return termsFrom(law, [appealWays[way].decided], file, receivedOn);
}

/** Until when the time to decide an appeal may be extended that is due on the ISO day; null where no text allows it. */
export function extensionTerm(law: Law, file: SubjectFile, way: AppealWay, dueOn: string): AppealTerm | null {
  const { extended } = appealWays[way];
  return extended === null ? null : (termsFrom(law, [extended], file, dueOn)[0] ?? null);
}

/** An appeal runs from the service of the decision; one after a review, from the latest decided review. */
function startOf(file: SubjectFile, way: AppealWay): string | null {
  if (way !== "appeal-after-review") return file.served?.on ?? null;
  return file.appeals.findLast((one) => one.way === "review" && one.examined !== null)?.examined?.on ?? null;
}

function termsFrom(law: Law, acts: readonly string[], { outcome }: SubjectFile, from: string): AppealTerm[] {
  const day = parseDay(from);
  if (day === null) throw new Error(`${from} is in the history but is no day`);
  const measures = outcome?.type === "accountable" ? outcome.measures : [];
  return acts
    .flatMap((act) => deadlinesFor(law, act, measures, day))
    .flatMap((deadline) => {
      // What is counted in working days is reckoned where the calendar is at hand.
      const due = dueDay(deadline, day, () => null);
      return due === null ? [] : [{ until: formatDay(due), deadline }];
    });
}
