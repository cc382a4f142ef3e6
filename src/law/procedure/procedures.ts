// Where a step of procedure stands on a day: the source of a refusal, and what the packs list for casework.
import { citationOf, practiceOf } from "../text/cite.ts";
import type { Cited } from "../text/cite.ts";
import type { Citation, Sentence } from "../text/citation.ts";
import { parseDay } from "../reckon/days.ts";
import type { Law } from "../compile/law.ts";
import { isInForce } from "../text/norms.ts";
import type { Pack } from "../pack/pack.ts";
import type { Rule, RuleOf } from "../pack/rule.ts";

export type ExemptionGround = { id: string; name: Sentence; cite: Citation };

/** A rule with its citation on the day in question. */
export type RuleOn<One extends Rule = Rule> = { rule: One; cite: Citation };

/**
 * The clause that a step of procedure rests on: a duty named by its act, or the rule of that id or kind. The regulation is asked first, then
 * the upper norms in force on the day (ISO), one whose words were seen before one that is unverified. What only a text of another
 * time says is practice (工作规程) on this day. Null when none speaks of it.
 */
export function procedureOf(law: Law, step: string, on: string): Citation | null {
  const found = rulesOn(law, (rule): rule is Rule => names(rule, step), on);
  const [first] = found;
  if (first === undefined) return null;
  const seen = found.find(({ cite }) => cite.words.kind !== "practice" && !cite.unverified);
  return (seen ?? first).cite;
}

/** The grounds on which accountability may be waived on a day (ISO), each with its clause. */
export function exemptionGroundsOf(law: Law, on: string): ExemptionGround[] {
  const is = (rule: Rule): rule is Exempting => rule.kind === "exemption" || rule.kind === "modifier";
  const grounds = rulesOn(law, is, on);
  return firstOfEach(
    grounds.flatMap(({ rule, cite }) => groundsIn(rule).map(({ id, name }) => ({ id, name, cite }))),
    ({ id }) => id,
  );
}

type Exempting = RuleOf<"exemption"> | RuleOf<"modifier">;

function groundsIn(rule: Exempting): { id: string; name: Sentence }[] {
  if (rule.kind === "exemption") return [{ id: rule.ground, name: rule.name }];
  return rule.direction === "exempt" ? rule.grounds : [];
}

/**
 * The rules of procedure that are followed on a day (ISO), in the order of the packs: the regulation's and those of the upper norms in force,
 * after them those that only a text of another time has, each as practice. A rule that nobody has verified is followed too, and says so.
 */
export function rulesOn<One extends Rule>(law: Law, is: (rule: Rule) => rule is One, on: string): RuleOn<One>[] {
  const day = parseDay(on);
  if (day === null) throw new RangeError(`${on} is no day`);
  const packs = [law.regulation, ...law.upper];
  const holds = (pack: Pack): boolean => pack.layer === "regulation" || isInForce(pack, day);
  const cited = (some: readonly Pack[], cite: typeof citationOf): RuleOn<One>[] =>
    some.flatMap((pack) =>
      pack.rules.flatMap((rule) => {
        const quoted = "quote" in rule ? cite(pack, rule) : null;
        return quoted !== null && is(rule) ? [{ rule, cite: quoted }] : [];
      }),
    );
  return [
    ...cited(packs.filter(holds), citationOf),
    ...cited(
      packs.filter((pack) => !holds(pack)),
      practisedOf,
    ),
  ];
}

/** The first of each key, in their order. */
export function firstOfEach<One>(list: readonly One[], keyOf: (one: One) => string): One[] {
  const found = new Map<string, One>();
  for (const one of list) if (!found.has(keyOf(one))) found.set(keyOf(one), one);
  return [...found.values()];
}

// What a text of another time says is no citation of that text.
function practisedOf(pack: Pack, rule: Cited): Citation {
  return { ...practiceOf(pack, rule), pack: "practice", at: rule.id ?? rule.cite };
}

function names(rule: Rule, step: string): boolean {
  return "quote" in rule && ((rule.kind === "duty" && rule.act === step) || rule.id === step || rule.kind === step);
}
