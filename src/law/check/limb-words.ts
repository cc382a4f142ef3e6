// A limb loses no word of its sentence: each is an act, a result, the precondition, or what it is about.
import type { Pack, Problem, RuleOf } from "../pack.ts";
import { type Fault, eachRule, has, unless } from "./faults.ts";

export function checkLimbWords(pack: Pack): Problem[] {
  const limbs = pack.rules.filter((rule) => rule.kind === "limb");
  return eachRule(pack, (rule) =>
    rule.kind === "limb"
      ? [
          ...unclaimed(pack, rule),
          ...namedAlike(limbs, rule),
          ...precondition(rule),
          ...group(pack, rule),
          ...preference(pack, rule),
        ]
      : [],
  );
}

function unclaimed(pack: Pack, rule: RuleOf<"limb">): Fault[] {
  if (rule.catchAll)
    return unless(
      rule.precondition === null && rule.context.length === 0,
      "兜底情形另有前提",
      "a catch-all has no precondition",
    );
  const { quote } = rule;
  const claimed = new Uint8Array(quote.length);
  const words = [
    ...rule.acts,
    ...rule.context,
    ...rule.results.map((result) => result.words),
    ...(rule.precondition === null ? [] : [rule.precondition.words]),
  ];
  for (const word of words) {
    for (let at = quote.indexOf(word); at >= 0; at = quote.indexOf(word, at + 1)) claimed.fill(1, at, at + word.length);
  }
  const rest = [...quote].map((sign, index) => (claimed[index] === 1 ? "\n" : sign)).join("");
  const left = rest
    .split(/[\s，。；：、“”《》（）]/u)
    .filter((run) => run !== "" && !isJoining(run, pack.vocabulary.marks.joining));
  return left.map((run) => ({
    zh: `“${run}”既不是行为、结果、前提，也没有写入 context`,
    en: `“${run}” is neither act, result nor precondition, nor named as context`,
  }));
}

/** 造成, 或者, 的 and their like, alone or one after the other. */
function isJoining(run: string, joining: readonly string[]): boolean {
  return run === "" || joining.some((word) => run.startsWith(word) && isJoining(run.slice(word.length), joining));
}

/** The same words have the same id in every limb, and no id has two. */
function namedAlike(limbs: readonly RuleOf<"limb">[], rule: RuleOf<"limb">): Fault[] {
  const all = limbs.flatMap((limb) => limb.results);
  return rule.results.flatMap((result) => {
    const other = all.find((one) => (one.id === result.id) !== (one.words === result.words));
    return other === undefined
      ? []
      : [
          {
            zh: `结果“${result.words}”记作 ${result.id}，而“${other.words}”记作 ${other.id}`,
            en: `the result “${result.words}” is ${result.id}, and “${other.words}” is ${other.id}`,
          },
        ];
  });
}

function precondition(rule: RuleOf<"limb">): Fault[] {
  const words = rule.precondition?.words;
  const inside = words !== undefined && rule.acts.some((act) => act.includes(words));
  const strange = (rule.precondition?.records ?? []).filter((record) => !(words ?? "").includes(record.words));
  return [
    ...unless(!inside, `前提“${words}”本身就是行为`, `the precondition “${words}” is itself an act`),
    ...strange.map((record) => ({
      zh: `记录“${record.words}”不在前提的文字中`,
      en: `the record “${record.words}” is not in the words of the precondition`,
    })),
  ];
}

function group(pack: Pack, rule: RuleOf<"limb">): Fault[] {
  const own = pack.rules.find((one) => one.kind === "group" && one.group === rule.group);
  return unless(
    own !== undefined && rule.cite.startsWith(`${own.cite}.`),
    `${rule.cite} 不在 ${rule.group} 一组所在的条款内`,
    `${rule.cite} does not stand in the paragraph of the group ${rule.group}`,
  );
}

/** What the text leads to is said in the summary too, since no word of the sentence says it. */
function preference(pack: Pack, rule: RuleOf<"limb">): Fault[] {
  const { handlings } = pack.vocabulary.names;
  const said = (Object.keys(handlings) as (keyof typeof handlings)[]).filter((one) =>
    has(rule.summary.zh, [handlings[one].zh]),
  );
  return unless(
    rule.prefers === null ? said.length === 0 : said.length === 1 && said[0] === rule.prefers,
    `prefers 为 ${rule.prefers ?? "null"}，与摘要“${rule.summary.zh}”不符`,
    `prefers is ${rule.prefers ?? "null"}, which is not what the summary says`,
  );
}
