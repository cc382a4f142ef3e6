// A circumstance loses no word of its sentence: each is an act, a result, the precondition, or what it is about.
import type { Pack, Problem, RuleOf } from "../../pack/pack.ts";
import { type Fault, eachRule, unless, unlessIs } from "../faults.ts";
import { cutShort } from "../further-rules.ts";
import { listed } from "./further.ts";
import { has } from "./named.ts";
import { fieldNames } from "../field-names.ts";
import {
  wordsNotQuoted,
  mendQuotedWords,
  idNotOfPlace,
  mendIdOfPlace,
  circumstanceCrossesStop,
  mendCircumstanceCrossing,
  resultRequired,
  catchAllConditioned,
  mendCatchAll,
  wordsUnplaced,
  resultNamedTwice,
  mendResultIds,
  preconditionRepeated,
  preconditionFromJoining,
  recordNotInPrecondition,
  recordsNotOpen,
  mendOpenRecords,
  recordCutShort,
  mendRecord,
  eitherOne,
  conductNotFromBeginning,
  mendConduct,
  actsNotInConduct,
  mendConductActs,
  mendGroup,
  prefersContradictsSummary,
  mendPrefers,
  placeNotOfGroup,
} from "./words.ts";

type Circumstance = RuleOf<"limb">;

export function checkCircumstanceWords(pack: Pack): Problem[] {
  const circumstances = pack.rules.filter((rule) => rule.kind === "limb");
  const results = resultsOf(circumstances);
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

/** What stands in a circumstance stands in its quote, and its results are joined as the words join them. */
export function circumstanceAgrees(pack: Pack, rule: Circumstance): Fault[] {
  const { marks } = pack.vocabulary;
  const place = rule.cite.split(".");
  const other = has(rule.quote, marks.other);
  const due = rule.results.length === 0 ? "none" : resultsJoined(rule, marks.either) ? "any" : "all";
  return [
    ...partsOf(rule).flatMap(({ field, words }) =>
      unless(rule.quote.includes(words), field, wordsNotQuoted(words), mendQuotedWords(field)),
    ),
    ...unless(
      rule.id.startsWith(`${place[0]}-${place.at(-1)}-`),
      "id",
      idNotOfPlace(rule.id, rule.cite, place[0], place.at(-1)),
      mendIdOfPlace(place[0], place.at(-1)),
    ),
    ...unless(!/[；。]/.test(rule.quote), "quote", circumstanceCrossesStop, mendCircumstanceCrossing),
    ...unless(!has(rule.quote, marks.result) || rule.mode !== "none", "mode", resultRequired),
    ...unlessIs({ field: "mode", ...fieldNames.mode }, rule.mode, due),
    ...unlessIs({ field: "catchAll", ...fieldNames.catchAll }, rule.catchAll, other && rule.acts.length === 0),
  ];
}

function partsOf(rule: Circumstance): { field: string; words: string }[] {
  return [
    ...rule.acts.map((words) => ({ field: "acts", words })),
    ...rule.results.map(({ words }) => ({ field: "results.words", words })),
    ...rule.context.map((words) => ({ field: "context", words })),
    ...(rule.precondition === null ? [] : [{ field: "precondition.words", words: rule.precondition.words }]),
    { field: "conduct", words: rule.conduct },
  ];
}

// Whether "or" stands between the first and the last result.
function resultsJoined(rule: Circumstance, either: readonly string[]): boolean {
  const ends = rule.results.map((result) => rule.quote.lastIndexOf(result.words));
  return has(rule.quote.slice(Math.min(...ends), Math.max(...ends)), either);
}

function unclaimed(pack: Pack, rule: Circumstance): Fault[] {
  if (rule.catchAll)
    return unless(
      rule.precondition === null && rule.context.length === 0,
      "precondition",
      catchAllConditioned,
      mendCatchAll,
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
    ...wordsUnplaced(run),
  }));
}

/** 造成, 或者, 的 and their like, alone or one after the other. */
function isJoining(run: string, joining: readonly string[]): boolean {
  return run === "" || joining.some((word) => run.startsWith(word) && isJoining(run.slice(word.length), joining));
}

type Results = { wordsOf: Map<string, string>; idOf: Map<string, string> };

/** The first words under each id, and the first id of each word. */
function resultsOf(circumstances: readonly Circumstance[]): Results {
  const results: Results = { wordsOf: new Map(), idOf: new Map() };
  for (const { id, words } of circumstances.flatMap((circumstance) => circumstance.results)) {
    if (!results.wordsOf.has(id)) results.wordsOf.set(id, words);
    if (!results.idOf.has(words)) results.idOf.set(words, id);
  }
  return results;
}

/** The same words have the same id in every circumstance, and no id has two. */
function namedAlike({ wordsOf, idOf }: Results, rule: Circumstance): Fault[] {
  return rule.results.flatMap(({ id, words }) => {
    const [otherWords, otherId] = [wordsOf.get(id) ?? words, idOf.get(words) ?? id];
    const other = otherId === id ? { words: otherWords, id } : { words, id: otherId };
    return unless(
      otherWords === words && otherId === id,
      "results.id",
      resultNamedTwice(words, id, other.words, other.id),
      mendResultIds,
    );
  });
}

function precondition(pack: Pack, rule: Circumstance): Fault[] {
  const words = rule.precondition?.words;
  const inside =
    words !== undefined && [...rule.acts, ...rule.context].some((part) => part.includes(words) || words.includes(part));
  const strange = (rule.precondition?.records ?? []).filter((record) => !(words ?? "").includes(record.words));
  return [
    ...unless(!inside, "precondition", preconditionRepeated(words)),
    ...recordsCut(pack, rule),
    ...recordsListed(pack, rule),
    ...unless(
      !pack.vocabulary.marks.joining.some((word) => words?.startsWith(word) === true),
      "precondition.words",
      preconditionFromJoining(words),
    ),
    ...strange.flatMap((record) => unless(false, "precondition.records", recordNotInPrecondition(record.words))),
    ...(rule.precondition === null
      ? []
      : unlessIs(
          { field: "precondition.continuing", ...fieldNames.continuing },
          rule.precondition.continuing,
          has(rule.precondition.words, pack.vocabulary.marks.continuing),
        )),
  ];
}

/** Every kind of record that the precondition lists is there, and where the list is open (等), the others too. */
function recordsListed({ vocabulary }: Pack, rule: Circumstance): Fault[] {
  const { words = "", records = [] } = rule.precondition ?? {};
  if (records.length === 0) return [];
  const open = has(words, vocabulary.marks.openEnd);
  return [
    ...listed(words, "precondition.records", records),
    ...unless(
      !open || records.some((record) => has(record.words, vocabulary.marks.openEnd)),
      "precondition.records",
      recordsNotOpen,
      mendOpenRecords,
    ),
  ];
}

/** A record is named from the beginning of its part of the precondition, or behind another record: 专项检查等反馈的问题 names two. */
function recordsCut(pack: Pack, rule: Circumstance): Fault[] {
  const { words = "", records = [] } = rule.precondition ?? {};
  return records.flatMap((record) => {
    const [before = ""] = words.split(record.words);
    const run = before.split(/[，；、]/u).at(-1) ?? "";
    const rest = records.reduce((left, other) => left.replace(other.words, ""), run);
    return unless(
      rest === "" || pack.vocabulary.marks.leading.includes(rest),
      "precondition.records.words",
      recordCutShort(record.words, rest),
      mendRecord,
    );
  });
}

/** The conduct begins where the sentence or a part of it does, and has every act in it. */
function conduct(pack: Pack, rule: Circumstance): Fault[] {
  const at = rule.quote.indexOf(rule.conduct);
  const before = rule.quote.slice(0, Math.max(at, 0));
  const joined = pack.vocabulary.marks.either.some((word) => before.endsWith(word) || before.endsWith(eitherOne(word)));
  const left = rule.acts.filter((act) => !rule.conduct.includes(act));
  return [
    ...unless(
      at <= 0 || /[，；、]/u.test(rule.quote.charAt(at - 1)) || joined,
      "conduct",
      conductNotFromBeginning(rule.conduct),
      mendConduct,
    ),
    ...unless(left.length === 0, "conduct", actsNotInConduct(left), mendConductActs),
  ];
}

function group(groups: ReadonlyMap<string, string>, rule: Circumstance): Fault[] {
  const cite = groups.get(rule.group);
  return unless(
    cite !== undefined && rule.cite.startsWith(`${cite}.`),
    "group",
    placeNotOfGroup(rule.cite, rule.group, cite),
    mendGroup,
  );
}

/** What the text leads to is said in the summary too, since no word of the sentence says it. */
function preference(pack: Pack, rule: Circumstance): Fault[] {
  const { handlings } = pack.vocabulary.names;
  const said = (Object.keys(handlings) as (keyof typeof handlings)[]).filter((one) =>
    has(rule.summary.zh, [handlings[one].zh]),
  );
  return unless(
    rule.prefers === null ? said.length === 0 : said.length === 1 && said[0] === rule.prefers,
    "prefers",
    prefersContradictsSummary(rule.prefers, rule.summary.zh),
    mendPrefers,
  );
}
