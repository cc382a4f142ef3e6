// Does a bar reach what is asked for? The levels compared, and "unknown" where one that decides is not recorded.

import { LEVELS, type DatedPurpose, type FactLine, type Level } from "./facts.ts";
import type { Bar } from "./restrictions.ts";

export type Reach = "yes" | "no" | "unknown";

export function reachOf(facts: FactLine, bar: Bar, purpose: DatedPurpose, toLevel: Level | null): Reach {
  // For good: one bar for each purpose.
  if (bar.until === null) return bar.bars === purpose ? "yes" : "no";
  switch (bar.bars) {
    case "年度考核评优":
    case "评选先进":
      return "no";
    case "晋升职级":
    case "进一步使用":
      return bar.bars === purpose ? "yes" : "no";
    case "任相当领导职务":
      return purpose === "晋升职级" ? "no" : reachOfPostBar(facts, bar, purpose, toLevel);
    case "提拔":
      return purpose === "晋升职级" ? "no" : reachOfPromotionBar(facts, bar, purpose, toLevel);
  }
}

/** A bar on an equivalent or higher post. */
function reachOfPostBar(facts: FactLine, bar: Bar, purpose: DatedPurpose, toLevel: Level | null): Reach {
  if (bar.everyLevel) return "yes";
  if (purpose === "提拔" && toLevel === null) return oneStepUp(facts, bar, 0);
  // The equivalent post, and 进一步使用, which is one at the least, without a target.
  if (toLevel === null) return "yes";
  if (bar.baseline === null) return "unknown";
  return rank(toLevel) >= rank(bar.baseline) ? "yes" : "no";
}

/** A bar on promotion: on what lies above the baseline. */
function reachOfPromotionBar(facts: FactLine, bar: Bar, purpose: DatedPurpose, toLevel: Level | null): Reach {
  if (purpose === "提拔" && toLevel === null) return oneStepUp(facts, bar, 1);
  if (toLevel === null || bar.baseline === null) return "unknown";
  return rank(toLevel) > rank(bar.baseline) ? "yes" : "no";
}

/** 提拔 without a target is one step above the present level at the least: barred where already that step lies so far above the baseline. */
function oneStepUp(facts: FactLine, bar: Bar, above: number): Reach {
  const present = facts.person.level ?? null;
  if (present === null || bar.baseline === null) return "unknown";
  return rank(present) + 1 >= rank(bar.baseline) + above ? "yes" : "unknown";
}

/** Higher for a higher level. */
export function rank(level: Level): number {
  return LEVELS.length - LEVELS.indexOf(level);
}
