// What the interpreting bodies have recorded about unverified clauses of upper norms: that one applies from a day, or not at all.
import { z } from "zod";
import type { Sentence } from "../text/citation.ts";
import type { Day } from "../reckon/days.ts";
import type { Pack } from "../pack/pack.ts";
import type { LawRefusalCode, Refusal } from "../refusal.ts";
import type { Rule, RuleOf } from "../pack/rule.ts";
import { ALWAYS, FOREVER } from "../reckon/days-bounds.ts";
import { ruleUnknown, ruleNotToDecide } from "./words.ts";

/** `applies`: questions about that day and later are answered by the clause. */
export const normDecision = z.union([z.object({ applies: z.number() }), z.literal("not-applied")]);
export type NormDecision = z.output<typeof normDecision>;

/** By `normKey`. A clause that is missing is undecided. */
export type NormDecisions = ReadonlyMap<string, NormDecision>;

/** `zuzhi-chuli-2021#demotion`: pack and rule. */
export function normKey(pack: Pick<Pack, "id">, rule: { id: string }): string {
  return `${pack.id}#${rule.id}`;
}

/**
 * The first day of which questions are answered by what rests on a norm: ALWAYS for a verified one (null), FOREVER while nobody has
 * decided, null where it does not apply.
 */
export function appliesFrom({ norms }: { norms: NormDecisions }, norm: string | null): Day | null {
  if (norm === null) return ALWAYS;
  const decision = norms.get(norm);
  if (decision === undefined) return FOREVER;
  return decision === "not-applied" ? null : decision.applies;
}

/** The clauses on which the bodies have to decide: unverified ones that bar, or make a bar longer. */
export function normsToDecide(packs: readonly Pack[]): { key: string; pack: Pack; rule: DecidedRule }[] {
  return packs.flatMap((pack) =>
    pack.rules.flatMap((rule) => (isToDecide(rule) ? [{ key: normKey(pack, rule), pack, rule }] : [])),
  );
}

type DecidedRule = RuleOf<"restriction"> | RuleOf<"combination">;

function isToDecide(rule: Rule): rule is DecidedRule {
  return (rule.kind === "restriction" || rule.kind === "combination") && rule.tag === "M";
}

/** Why nothing can be decided about a clause: there is none of this name, or it needs no decision. */
export function refusalOfNorm(packs: readonly Pack[], key: string): Refusal | null {
  const [packId, ruleId] = key.split("#");
  const rule = packs.find(({ id }) => id === packId)?.rules.find(({ id }) => id === ruleId);
  if (rule === undefined) return refuse("unknown-rule", ruleUnknown(key));
  if (isToDecide(rule)) return null;
  return refuse("already-verified", ruleNotToDecide(key));
}

function refuse(code: LawRefusalCode, message: Sentence): Refusal {
  return { code, message, source: null, field: "norms" };
}
