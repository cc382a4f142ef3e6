// A limb loses no word of its sentence: each is an act, a result, the precondition, or what it is about.
import type { Pack, Problem, RuleOf } from "../../pack/pack.ts";
import { type Fault, eachRule, unless, unlessIs } from "../faults.ts";
import { cutShort } from "../further-rules.ts";
import { listed } from "./further-words.ts";
import { has } from "./words.ts";

type Limb = RuleOf<"limb">;

export function checkLimbWords(pack: Pack): Problem[] {
  const limbs = pack.rules.filter((rule) => rule.kind === "limb");
  const results = resultsOf(limbs);
  const groups = new Map(
    pack.rules.flatMap((rule) => (rule.kind === "group" ? [[rule.group, rule.cite] as const] : [])),
  );
  return eachRule(pack, (rule) =>
    rule.kind === "limb"
      ? [
          ...unclaimed(pack, rule),
          ...namedAlike(results, rule),
          ...precondition(pack, rule),
          ...conduct(pack, rule),
          ...rule.results.flatMap(({ name, words }) => cutShort(rule.quote, "results.words", name.zh, words)),
          ...group(groups, rule),
          ...preference(pack, rule),
        ]
      : [],
  );
}

/** What stands in a limb stands in its quote, and its results are joined as the words join them. */
export function limbAgrees(pack: Pack, rule: Limb): Fault[] {
  const { marks } = pack.vocabulary;
  const place = rule.cite.split(".");
  const other = has(rule.quote, marks.other);
  const due = rule.results.length === 0 ? "none" : resultsJoined(rule, marks.either) ? "any" : "all";
  return [
    ...partsOf(rule).flatMap(({ field, words }) =>
      unless(rule.quote.includes(words), field, `“${words}”不在所引文字中`, `“${words}” is not in the quote`, {
        zh: `把 ${field} 写成所引文字中的原词`,
        en: `write ${field} in the words of the quote`,
      }),
    ),
    ...unless(
      rule.id.startsWith(`${place[0]}-${place.at(-1)}-`),
      "id",
      `编号 ${rule.id} 与 ${rule.cite} 不符，应以 ${place[0]}-${place.at(-1)}- 开头`,
      `the id ${rule.id} does not belong to ${rule.cite}`,
      { zh: `编号改为 ${place[0]}-${place.at(-1)}-1 之类`, en: `the id begins with ${place[0]}-${place.at(-1)}-` },
    ),
    ...unless(!/[；。]/.test(rule.quote), "quote", "一支情形跨越了“；”", "one limb crosses a ；", {
      zh: "在“；”处分成两条规则",
      en: "make two rules of it, parted at the ；",
    }),
    ...unless(
      !has(rule.quote, marks.result) || rule.mode !== "none",
      "mode",
      "所引文字要求结果，字段却写无须结果（mode: none）",
      "the quote requires a result and the field says none",
    ),
    ...unlessIs({ field: "mode", zh: "结果之间的关系", en: "how the results combine" }, rule.mode, due),
    ...unlessIs(
      { field: "catchAll", zh: "是否兜底", en: "the catch-all" },
      rule.catchAll,
      other && rule.acts.length === 0,
    ),
  ];
}

function partsOf(rule: Limb): { field: string; words: string }[] {
  return [
    ...rule.acts.map((words) => ({ field: "acts", words })),
    ...rule.results.map(({ words }) => ({ field: "results.words", words })),
    ...rule.context.map((words) => ({ field: "context", words })),
    ...(rule.precondition === null ? [] : [{ field: "precondition.words", words: rule.precondition.words }]),
    { field: "conduct", words: rule.conduct },
  ];
}

// Whether "or" stands between the first and the last result.
function resultsJoined(rule: Limb, either: readonly string[]): boolean {
  const ends = rule.results.map((result) => rule.quote.lastIndexOf(result.words));
  return has(rule.quote.slice(Math.min(...ends), Math.max(...ends)), either);
}

function unclaimed(pack: Pack, rule: Limb): Fault[] {
  if (rule.catchAll)
    return unless(
      rule.precondition === null && rule.context.length === 0,
      "precondition",
      "兜底情形另有前提",
      "a catch-all has no precondition",
      { zh: "删去 precondition 和 context", en: "leave out precondition and context" },
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
    field: "acts",
    zh: `“${run}”既不是行为、结果、前提，也没有写入 context`,
    en: `“${run}” is neither act, result nor precondition, nor named as context`,
    mend: {
      zh: `是行为的写入 acts，是后果的写入 results，是前提的写入 precondition，其余写入 context`,
      en: `put it into acts, results, precondition or context`,
    },
  }));
}

/** 造成, 或者, 的 and their like, alone or one after the other. */
function isJoining(run: string, joining: readonly string[]): boolean {
  return run === "" || joining.some((word) => run.startsWith(word) && isJoining(run.slice(word.length), joining));
}

type Results = { wordsOf: Map<string, string>; idOf: Map<string, string> };

/** The first words under each id, and the first id of each word. */
function resultsOf(limbs: readonly Limb[]): Results {
  const results: Results = { wordsOf: new Map(), idOf: new Map() };
  for (const { id, words } of limbs.flatMap((limb) => limb.results)) {
    if (!results.wordsOf.has(id)) results.wordsOf.set(id, words);
    if (!results.idOf.has(words)) results.idOf.set(words, id);
  }
  return results;
}

/** The same words have the same id in every limb, and no id has two. */
function namedAlike({ wordsOf, idOf }: Results, rule: Limb): Fault[] {
  return rule.results.flatMap(({ id, words }) => {
    const [otherWords, otherId] = [wordsOf.get(id) ?? words, idOf.get(words) ?? id];
    const other = otherId === id ? { words: otherWords, id } : { words, id: otherId };
    return unless(
      otherWords === words && otherId === id,
      "results.id",
      `结果“${words}”记作 ${id}，而“${other.words}”记作 ${other.id}`,
      `the result “${words}” is ${id}, and “${other.words}” is ${other.id}`,
      { zh: "同一结果用同一编号，不同结果用不同编号", en: "one id for one result, another for another" },
    );
  });
}

function precondition(pack: Pack, rule: Limb): Fault[] {
  const words = rule.precondition?.words;
  const inside =
    words !== undefined && [...rule.acts, ...rule.context].some((part) => part.includes(words) || words.includes(part));
  const strange = (rule.precondition?.records ?? []).filter((record) => !(words ?? "").includes(record.words));
  return [
    ...unless(
      !inside,
      "precondition",
      `前提“${words}”与 acts 或者 context 中的字相同`,
      `the precondition “${words}” is itself an act or its context`,
    ),
    ...recordsCut(pack, rule),
    ...recordsListed(pack, rule),
    ...unless(
      !pack.vocabulary.marks.joining.some((word) => words?.startsWith(word) === true),
      "precondition.words",
      `前提“${words}”从连接词写起`,
      `the precondition “${words}” begins with a word that only joins`,
    ),
    ...strange.flatMap((record) =>
      unless(
        false,
        "precondition.records",
        `记录“${record.words}”不在前提的文字中`,
        `the record “${record.words}” is not in the words of the precondition`,
      ),
    ),
    ...(rule.precondition === null
      ? []
      : unlessIs(
          { field: "precondition.continuing", zh: "是否须持续", en: "whether it must continue" },
          rule.precondition.continuing,
          has(rule.precondition.words, pack.vocabulary.marks.continuing),
        )),
  ];
}

/** Every kind of record that the precondition lists is there, and where the list is open (等), the others too. */
function recordsListed({ vocabulary }: Pack, rule: Limb): Fault[] {
  const { words = "", records = [] } = rule.precondition ?? {};
  if (records.length === 0) return [];
  const open = has(words, vocabulary.marks.openEnd);
  return [
    ...listed(words, "precondition.records", records),
    ...unless(
      !open || records.some((record) => has(record.words, vocabulary.marks.openEnd)),
      "precondition.records",
      "前提的列举有“等”字，records 没有写其他的一种",
      "the list of the precondition is open (等), and no record stands for the others",
      { zh: "加一种，words 从“等”字写起", en: "add one whose words begin with 等" },
    ),
  ];
}

/** A record is named from the beginning of its part of the precondition, or behind another record: 专项检查等反馈的问题 names two. */
function recordsCut(pack: Pack, rule: Limb): Fault[] {
  const { words = "", records = [] } = rule.precondition ?? {};
  return records.flatMap((record) => {
    const [before = ""] = words.split(record.words);
    const run = before.split(/[，；、]/u).at(-1) ?? "";
    const rest = records.reduce((left, other) => left.replace(other.words, ""), run);
    return unless(
      rest === "" || pack.vocabulary.marks.leading.includes(rest),
      "precondition.records.words",
      `记录“${record.words}”没有写全，前面还有“${rest}”`,
      `the record “${record.words}” is cut short behind “${rest}”`,
      { zh: "从这一种记录的第一个字写起", en: "begin with the first sign of what is recorded" },
    );
  });
}

/** The conduct begins where the sentence or a part of it does, and has every act in it. */
function conduct(pack: Pack, rule: Limb): Fault[] {
  const at = rule.quote.indexOf(rule.conduct);
  const before = rule.quote.slice(0, Math.max(at, 0));
  const joined = pack.vocabulary.marks.either.some((word) => before.endsWith(word) || before.endsWith(`${word}者`));
  const left = rule.acts.filter((act) => !rule.conduct.includes(act));
  return [
    ...unless(
      at <= 0 || /[，；、]/u.test(rule.quote.charAt(at - 1)) || joined,
      "conduct",
      `行为（conduct）“${rule.conduct}”没有从句首或者标点之后写起`,
      `the conduct “${rule.conduct}” does not begin where a part of the sentence does`,
      { zh: "conduct 照抄后果以前的原话", en: "copy the words before the result" },
    ),
    ...unless(
      left.length === 0,
      "conduct",
      `行为（conduct）中没有 ${left.join("、")}`,
      `the conduct lacks ${left.join(", ")}`,
      { zh: "conduct 照抄后果以前的原话，包含每一项 acts", en: "copy the words before the result, with every act" },
    ),
  ];
}

function group(groups: ReadonlyMap<string, string>, rule: Limb): Fault[] {
  const cite = groups.get(rule.group);
  return unless(
    cite !== undefined && rule.cite.startsWith(`${cite}.`),
    "group",
    `${rule.cite} 不在 ${rule.group} 一组所在的条款${cite === undefined ? "" : ` ${cite} `}内`,
    `${rule.cite} does not stand in the paragraph of the group ${rule.group}`,
    { zh: "把 group 改为这一项所在一组的编号", en: "name the group in whose paragraph it stands" },
  );
}

/** What the text leads to is said in the summary too, since no word of the sentence says it. */
function preference(pack: Pack, rule: Limb): Fault[] {
  const { handlings } = pack.vocabulary.names;
  const said = (Object.keys(handlings) as (keyof typeof handlings)[]).filter((one) =>
    has(rule.summary.zh, [handlings[one].zh]),
  );
  return unless(
    rule.prefers === null ? said.length === 0 : said.length === 1 && said[0] === rule.prefers,
    "prefers",
    `prefers 为 ${rule.prefers ?? "null"}，与摘要“${rule.summary.zh}”不符`,
    `prefers is ${rule.prefers ?? "null"}, which is not what the summary says`,
    { zh: "使 prefers 与摘要说的是同一件事", en: "make prefers and the summary say one thing" },
  );
}
