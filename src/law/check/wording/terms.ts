// The words of a deadline or a step against its fields: how long, from what, who, and for which measures.
import type { Pack, RuleOf } from "../../pack/pack.ts";
import { bodyOf } from "../../text/text.ts";
import type { SubjectKind, Vocabulary } from "../../pack/vocabulary.ts";
import { type Fault, differs, sayer, unless, unlessIs, unlessSame } from "../faults.ts";
import { clauseAt } from "../problem.ts";
import { allMeasuresIn, doersIn, gravitiesIn, startIn, termsIn } from "./said.ts";
import type { Term } from "./said.ts";
import { has } from "./named.ts";
import { fieldNames } from "../field-names.ts";
import {
  eitherTerm,
  termUnsaid,
  deadlineActUnknown,
  mendDeadlineAct,
  doerDiffers,
  otherDoersUnnamed,
  mendDoers,
  bySuitedSubjects,
  wordsNotQuoted,
  termUnsaidSoOwn,
  startUnsaid,
  termUnits,
  mendStartWords,
  mendStartUnsaid,
} from "./words.ts";

const SUBJECTS = { field: "subjects", ...fieldNames.subjects };

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
            { field: "length", ...fieldNames.deadline },
            written(rule.length),
            terms.map(written).join(eitherTerm) || termUnsaid,
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
      deadlineActUnknown(rule.act, rule.id),
      mendDeadlineAct(rule.act),
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

const BY = { field: "by", ...fieldNames.bodies };
const MEASURES = { field: "measures", ...fieldNames.measures };

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
    ...unless(doers.length === 0 || doers.includes(rule.by[0] ?? ""), "by", doerDiffers(rule.by[0], doers)),
    ...unless(
      rule.by.slice(1).every((body) => doers.includes(body)),
      "by",
      otherDoersUnnamed(rule.by.slice(1), rule.by[0]),
      mendDoers,
    ),
    ...unlessSame(SUBJECTS, rule.subjects, subjectsDue(rule.subjects, suited), undefined, bySuitedSubjects),
    ...unless(inside, "within.words", wordsNotQuoted(within.words ?? "")),
    ...(fine
      ? []
      : [
          differs(
            { field: "within", ...fieldNames.term },
            written(within),
            termsIn(vocabulary, quote).map(written).join(eitherTerm) || termUnsaidSoOwn,
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
    ...(gravities.length === 0 ? [] : unlessSame({ field: "gravity", ...fieldNames.gravity }, rule.gravity, gravities)),
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
  if (due !== null) return unlessIs({ field: "after", ...fieldNames.after }, after, due);
  return unless(
    false,
    "after",
    startUnsaid(after),
    words === undefined
      ? mendStartWords(
          after,
          known.map((one) => one.id),
        )
      : mendStartUnsaid(words[0] ?? ""),
  );
}

const sameLength = (one: Length, other: Length): boolean => one.count === other.count && one.unit === other.unit;

/** 5个工作日 */
export const termWritten = ({ count, unit }: Length): string => `${count}${termUnits[unit]}`;

const written = ({ count, unit }: Length): string => `${count}${termUnits[unit]}（count: ${count}, unit: ${unit}）`;
