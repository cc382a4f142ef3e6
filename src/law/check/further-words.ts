// The further kinds of rule lose no member of a list, and say of whom and by whom as their words do.
import type { NamedWords } from "../rule-parts.ts";
import type { Pack, Problem, Rule } from "../pack.ts";
import { bodyOf } from "../text.ts";
import { type Fault, eachRule, has, unless, unlessSame } from "./faults.ts";
import { namedIn } from "./words.ts";

export function checkFurtherWords(pack: Pack): Problem[] {
  return eachRule(pack, (rule) => {
    if (rule.kind === "modifier") return listed(rule.quote, rule.grounds);
    if (rule.kind === "responsibility") return listed(rule.quote, rule.tiers);
    if (rule.kind === "extension") return listed(rule.quote, rule.to);
    if (rule.kind === "publication") return listed(rule.quote, rule.scopes);
    if (rule.kind === "effect") return [...listed(rule.quote, rule.effects), ...onWhom(pack, rule)];
    if (rule.kind === "measure-term" || rule.kind === "deadline") return byWhom(pack, rule);
    if (rule.kind === "ladder") return [...combinable(pack, rule), ...fromTheBeginning(pack, rule)];
    if (rule.kind === "organization-measures") return fromTheBeginning(pack, rule);
    return rule.kind === "general-definition" ? [...listed(rule.quote, rule.results), ...everyGroup(pack, rule)] : [];
  });
}

/** Where a 、 or 和 stands beside a member, another member stands on its other side. */
function listed(quote: string, members: readonly NamedWords[]): Fault[] {
  const marked = members.reduce((text, { words }) => text.replaceAll(words, "\n".repeat(words.length)), quote);
  const lone = /[^\n、](?:、|或者|以及|和|及)\n|\n(?:、|或者|以及|和|及)[^\n]/u.exec(marked);
  return unless(lone === null, "并列各项没有全部写入", "not every member of the list is in the field");
}

type RuleOfKind<Kind extends Rule["kind"]> = Extract<Rule, { kind: Kind }>;

/** 本办法所列情形: all groups; 或者 between the results asks for one of them. */
function everyGroup(pack: Pack, rule: RuleOfKind<"general-definition">): Fault[] {
  const groups = pack.rules.flatMap((one) => (one.kind === "group" ? [one.group] : []));
  const either = has(rule.quote, pack.vocabulary.marks.either);
  return [
    ...unlessSame("所及各组", "groups", rule.groups, groups),
    ...unless((rule.mode === "any") === either, `mode ${rule.mode} 与文字不符`, `the mode ${rule.mode} does not agree`),
  ];
}

function combinable(pack: Pack, rule: RuleOfKind<"ladder">): Fault[] {
  return unless(
    rule.combinable === has(rule.quote, pack.vocabulary.marks.combinable),
    "能否合并使用与文字不符",
    "whether they may be combined does not agree with the words",
  );
}

function onWhom(pack: Pack, rule: RuleOfKind<"effect">): Fault[] {
  const { unit, leaders } = pack.vocabulary.marks;
  const due = !has(rule.quote, unit) ? "person" : has(rule.quote, leaders) ? "unit-leaders" : "unit";
  return unless(rule.on === due, `on 为 ${rule.on}，应为 ${due}`, `on is ${rule.on} and should be ${due}`);
}

function byWhom(pack: Pack, rule: RuleOfKind<"measure-term"> | RuleOfKind<"deadline">): Fault[] {
  const named = namedIn(rule.quote, pack.vocabulary.bodies, (body) => body.words).map((body) => body.id);
  return named.length === 0 ? [] : unlessSame("机关", "bodies", rule.by, named);
}

/** A list begins with the words that say for whom it is. */
function fromTheBeginning(pack: Pack, rule: RuleOfKind<"ladder"> | RuleOfKind<"organization-measures">): Fault[] {
  const body = bodyOf(pack.clauses.find((clause) => clause.at === rule.cite) ?? { text: "" });
  const at = body.indexOf(rule.quote);
  return unless(
    at <= 0 || /[；。]/u.test(body.charAt(at - 1)),
    "所引文字没有从句首开始",
    "the quote does not begin with its sentence",
  );
}
