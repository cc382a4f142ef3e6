// What a rule of each kind changes in the running product, or that it is only shown (只作显示). A kind that is missing here does not
// compile; what is marked as changing something has its proof in src/casework/finding/rule-changes.test.ts.
import { isKnownDeadline } from "../procedure/due-steps.ts";
import type { Pack } from "./pack.ts";
import type { Rule } from "./rule.ts";

/**
 * `answer` to whether somebody may be promoted, appointed, honoured, sanctioned; `refusal` of an act, or the clause it names; `item` of
 * execution; `date` until which something is due; `document` or page on which it is written.
 */
export type Change = "answer" | "refusal" | "item" | "date" | "document";

const shownOnly = "shown-only";

export const ruleChanges = {
  declaratory: shownOnly,
  scope: ["refusal"],
  competence: ["refusal"],
  group: ["refusal"],
  limb: ["refusal"],
  "general-definition": ["refusal"],
  tier: ["refusal"],
  "measure-list": ["refusal"],
  ladder: ["refusal"],
  addition: ["refusal"],
  "organization-measures": ["refusal"],
  circulation: ["item"],
  publication: ["item"],
  referral: ["refusal"],
  duty: ["refusal", "item"],
  deadline: ["date", "item"],
  step: ["item", "date"],
  "body-reform": ["refusal"],
  restriction: ["answer", "refusal"],
  effect: ["item"],
  combination: ["answer"],
  concurrence: ["answer"],
  absorption: ["refusal"],
  consent: ["answer"],
  exemption: ["refusal"],
  modifier: ["refusal"],
  responsibility: ["refusal"],
  "escalation-by-count": ["refusal"],
  "escalation-without-effect": ["refusal"],
  route: ["item"],
  "measure-term": ["item", "date", "refusal"],
  extension: shownOnly,
  pending: ["answer"],
  interpretation: ["refusal"],
  validity: ["refusal"],
  "sanction-eligibility": ["refusal"],
  silent: shownOnly,
  excuse: shownOnly,
  "out-of-scope": shownOnly,
} as const satisfies Record<Rule["kind"], readonly [Change, ...Change[]] | typeof shownOnly>;

/** Every kind, in the order of the table. */
export const ruleKinds = Object.keys(ruleChanges) as Rule["kind"][]; // the table has every kind and no other

/** Whether the rule is shown beside its words and changes nothing: its kind never does, or nothing here knows the step that it dates. */
export function isShownOnly(rule: Rule): boolean {
  return isShownOnlyKind(rule.kind) || (rule.kind === "deadline" && !isKnownDeadline(rule));
}

/** Whether rules of this kind are shown beside their words and change nothing. */
export function isShownOnlyKind(kind: Rule["kind"]): boolean {
  return ruleChanges[kind] === shownOnly;
}

/** The rules of a pack that are only shown, by kind, in the order of the text. */
export function shownOnlyIn(pack: Pick<Pack, "rules">): { kind: Rule["kind"]; ids: string[] }[] {
  const found = new Map<Rule["kind"], string[]>();
  for (const rule of pack.rules)
    if (isShownOnly(rule)) found.set(rule.kind, [...(found.get(rule.kind) ?? []), rule.id]);
  return [...found].map(([kind, ids]) => ({ kind, ids }));
}
