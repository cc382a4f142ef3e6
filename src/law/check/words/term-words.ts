// The words of a deadline or a step against its fields: how long, from what, who, and for which measures.
import type { Pack, RuleOf } from "../../pack/pack.ts";
import { bodyOf } from "../../text/text.ts";
import type { SubjectKind, Vocabulary } from "../../pack/vocabulary.ts";
import { type Fault, differs, sayer, unless, unlessIs, unlessSame } from "../faults.ts";
import { clauseAt } from "../problem.ts";
import { allMeasuresIn, doersIn, gravitiesIn, startIn, termsIn } from "./said.ts";
import type { Term } from "./said.ts";
import { has } from "./words.ts";

const SUBJECTS = { field: "subjects", zh: "适用对象", en: "subjects" };

/** Those who can be given one of the measures; for any measure, persons alone or everybody. */
function subjectsDue(subjects: readonly SubjectKind[], suited: Vocabulary["measures"]): SubjectKind[] {
  if (suited.length > 0) return [...new Set(suited.flatMap((measure) => measure.subjects))];
  return subjects.length === 1 ? ["person"] : ["person", "organization", "leading-body"];
}

type Length = Pick<Term, "count" | "unit">;

export function deadlineAgrees(pack: Pack, rule: RuleOf<"deadline">): Fault[] {
  const { vocabulary } = pack;
  const say = sayer(vocabulary);
  const terms = termsIn(vocabulary, rule.quote);
  const acts = pack.rules.flatMap((one) => (one.kind === "duty" ? [one.act] : []));
  return [
    ...(terms.some((term) => sameLength(term, rule.length))
      ? []
      : [
          differs(
            { field: "length", zh: "时限", en: "the deadline" },
            written(rule.length),
            terms.map(written).join("或者 ") || "（未写时限）",
          ),
        ]),
    ...startAgrees(vocabulary, rule.after, [
      startIn(vocabulary, rule.quote, "before a day"),
      startIn(vocabulary, rule.summary.zh, "before a day"),
      startIn(vocabulary, rule.quote, "anywhere"),
      startIn(vocabulary, rule.summary.zh, "anywhere"),
    ]),
    ...unless(
      rule.act === rule.id || rule.id.startsWith(`${rule.act}-`) || acts.includes(rule.act),
      "act",
      `事项（act）为 ${rule.act}，规则编号 ${rule.id} 不以它开头，也没有一条 duty 是办理它的`,
      `the act is ${rule.act}; the id of the rule does not begin with it, and no duty of the pack is this act`,
      { zh: `规则编号写成 ${rule.act}-until 之类`, en: `name the rule ${rule.act}-until or the like` },
    ),
    ...unlessSame(BY, rule.by, doersIn(vocabulary, rule.quote), say),
    ...unlessSame(MEASURES, rule.measures, measuresDue(pack, rule), say),
  ];
}

/**
 * Those of the quote; where it names none, all or those of the clause: 对复核结果不服的 goes on with the measures named before it,
 * and 受理申诉的机关 has its term whatever is appealed against.
 */
function measuresDue(pack: Pack, { cite, quote, measures }: RuleOf<"deadline">): string[] {
  const named = allMeasuresIn(pack.vocabulary, quote);
  if (named.length > 0 || measures.length === 0) return named;
  return allMeasuresIn(pack.vocabulary, bodyOf(clauseAt(pack, cite) ?? { text: "" }));
}

const BY = { field: "by", zh: "机关", en: "bodies" };
const MEASURES = { field: "measures", zh: "方式", en: "measures" };

/** A term in months or days is the text's own and stands in its words; one in working days that the text leaves open has none. */
export function stepAgrees(pack: Pack, rule: RuleOf<"step">): Fault[] {
  const { vocabulary } = pack;
  const { quote, within } = rule;
  const { marks } = vocabulary;
  const inside = within.words === null || quote.includes(within.words);
  const terms = termsIn(vocabulary, within.words ?? "");
  const silent = termsIn(vocabulary, quote).length === 0 && !has(quote, marks.promptly);
  const open = within.words === null ? silent : has(within.words, marks.promptly);
  const fine =
    terms.some((term) => sameLength(term, within)) ||
    (within.unit === "days" && within.count === 0 && has(within.words ?? "", marks.atOnce)) ||
    (within.unit === "working-days" && terms.length === 0 && open);
  const gravities = gravitiesIn(vocabulary, quote);
  const doers = doersIn(vocabulary, quote);
  const suited = vocabulary.measures.filter((measure) => rule.measures.includes(measure.id));
  return [
    ...unlessSame(MEASURES, rule.measures, allMeasuresIn(vocabulary, quote), sayer(vocabulary)),
    ...unless(
      doers.length === 0 || doers.includes(rule.by[0] ?? ""),
      "by",
      `承办机关（by 的第一个）为 ${rule.by[0] ?? ""}，所引文字为 ${doers.join("、")}`,
      `it is done by ${rule.by[0] ?? ""}, and the words name ${doers.join(", ")}`,
    ),
    ...unless(
      rule.by.slice(1).every((body) => doers.includes(body)),
      "by",
      `by 除第一个外还有 ${rule.by.slice(1).join("、")}，所引文字没有说到`,
      `beside ${rule.by[0] ?? ""} stand bodies that the words do not name: ${rule.by.slice(1).join(", ")}`,
      { zh: "只写承办的一个机关", en: "name the one office that does it" },
    ),
    ...unlessSame(SUBJECTS, rule.subjects, subjectsDue(rule.subjects, suited), undefined, {
      zh: "按这些方式所适用的对象（不限方式的，或者只是个人，或者三种都是），",
      en: "by whom these measures are for (for any measure persons alone, or all three kinds),",
    }),
    ...unless(
      inside,
      "within.words",
      `“${within.words ?? ""}”不在所引文字中`,
      `“${within.words ?? ""}” is not in the quote`,
    ),
    ...(fine
      ? []
      : [
          differs(
            { field: "within", zh: "期限", en: "the term" },
            written(within),
            termsIn(vocabulary, quote).map(written).join("或者 ") || "（文字没有写明，只能写工作日，是内部期限）",
          ),
        ]),
    ...startAgrees(
      vocabulary,
      rule.after,
      [
        startIn(vocabulary, rule.summary.zh, "before a day", STEPS),
        startIn(vocabulary, quote, "before a day", STEPS),
        // A decision is carried out once it is effective, where nothing else is said.
        "effective",
      ],
      STEPS,
    ),
    ...(gravities.length === 0
      ? []
      : unlessSame({ field: "gravity", zh: "情节", en: "gravity" }, rule.gravity, gravities)),
  ];
}

const STEPS = ["proposed", "deliberated", "decided", "served", "effective"];

/** From what a term runs: as the quote says, or the summary where it does not. */
function startAgrees(
  vocabulary: Vocabulary,
  after: string,
  said: readonly (string | null)[],
  among: readonly string[] | null = null,
): Fault[] {
  const due = said.find((one) => one !== null) ?? null;
  const known = vocabulary.starts.filter((start) => among === null || among.includes(start.id));
  const words = known.find((start) => start.id === after)?.words;
  if (due !== null) return unlessIs({ field: "after", zh: "自何时起", en: "from what it runs" }, after, due);
  return unless(
    false,
    "after",
    `自何时起（after）为 ${after}，所引文字和摘要都没有说自何时起`,
    `it runs from ${after}, and neither the quote nor the summary says from what`,
    {
      zh:
        words === undefined
          ? `在 words.starts 中写明 ${after} 的字样，再在摘要中说出；已有：${known.map((one) => one.id).join("、")}`
          : `在摘要中写明“${words[0] ?? ""}后……”`,
      en: words === undefined ? `give ${after} its words under words.starts` : `say it in the summary`,
    },
  );
}

const sameLength = (one: Length, other: Length): boolean => one.count === other.count && one.unit === other.unit;

const UNITS = { days: "日", "working-days": "个工作日", months: "个月" } as const;

/** 5个工作日 */
export const termWritten = ({ count, unit }: Length): string => `${count}${UNITS[unit]}`;

const written = ({ count, unit }: Length): string => `${count}${UNITS[unit]}（count: ${count}, unit: ${unit}）`;
