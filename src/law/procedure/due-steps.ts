// Which deadlines of a text the product keeps: the steps that it dates, and the days from which it can count.
import type { RuleOf } from "../pack/rule.ts";

/** The days of a case from which a step of execution is counted, by the words of a deadline. */
export const pointsOfExecution = {
  proposal: "proposed",
  deliberation: "deliberated",
  decision: "decided",
  service: "served",
  receipt: "served",
  effect: "effective",
} as const satisfies Record<string, RuleOf<"step">["after"]>;

/** What is due outside execution, each with the day it is counted from. */
const dated: Readonly<Record<string, string>> = {
  /** 提出处置意见 on a lead. */
  "lead-proposal": "lead-receipt",
  /** 提出处理意见 in an inquiry. */
  opinion: "acceptance",
  appeal: "receipt",
  "accountability-appeal": "receipt",
  "accountability-appeal-decided": "accountability-appeal",
  review: "receipt",
  "review-decided": "review",
  "direct-appeal": "receipt",
  "appeal-after-review": "review-decision",
  "appeal-decided": "appeal",
  "appeal-extended": "appeal-decided",
};

/** Whether something in the product becomes due by it; what it does not know is only shown. */
export function isKnownDeadline(rule: RuleOf<"deadline">): boolean {
  const { act, after, length } = rule;
  if (!Object.hasOwn(dated, act)) return isOfExecution(rule);
  return dated[act] === after && !(endsARight(act) && length.unit === "working-days");
}

/** Whether it dates a step of execution. */
export function isOfExecution({ act, after, force }: RuleOf<"deadline">): boolean {
  return !Object.hasOwn(dated, act) && force === "shall" && Object.hasOwn(pointsOfExecution, after);
}

/** Until when somebody may appeal is reckoned without a calendar of working days. */
function endsARight(act: string): boolean {
  return dated[act] === "receipt" || dated[act] === "review-decision";
}
