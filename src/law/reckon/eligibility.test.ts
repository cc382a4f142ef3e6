// The four questions: properties that hold for every set of facts, and the sentences of an answer.
import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { loadLaw } from "#law-admin/packs/regulations.ts";
import { wordsOf } from "../text/cited-words.ts";
import { effectsOf, lastDayAsked } from "./bearing.ts";
import type { ReasonCode } from "./bearing.ts";
import { restorationDue } from "./periods.ts";
import { answersOn } from "./record-rows.ts";
import { standingOn } from "./records.ts";
import { combinationFor } from "./combination.ts";
import { NO_DAY, compileColumns, makeColumns, makeResults } from "../bulk/columns.ts";
import { formatDay, parseDay } from "./days.ts";
import { ANSWERS, answerEligibility, isOutlasted } from "./eligibility.ts";
import type { Facts, Question } from "./eligibility.ts";
import { countAll } from "./consequences.ts";
import type { MeasureRecord, SanctionRecord } from "./consequences.ts";
import { undecidedNorms } from "../../../test/undecided-norms.ts";
import { lawDecided } from "../compile/law.ts";
import type { Law } from "../compile/law.ts";
import type { NormDecision } from "../compile/norm-decisions.ts";
import { fillRow } from "../bulk/verdict.ts";
import { PERMANENT } from "../compile/table.ts";

const law = await loadLaw();
const RUNS = 4000;

const day = (iso: string): number => parseDay(iso) ?? Number.NaN;
const FIRST = day("2018-01-01");
const LAST = day("2026-12-31");

// Month ends, leap days and year ends are forced to come up often.
const anyDay = fc.oneof(
  fc.integer({ min: FIRST, max: LAST }),
  fc.constantFrom(
    ...[
      "2019-04-24",
      "2019-04-25",
      "2019-12-31",
      "2020-01-01",
      "2020-02-29",
      "2020-08-31",
      "2021-02-28",
      "2023-12-31",
      "2024-01-01",
      "2024-02-29",
      "2020-06-30",
      "2020-07-01",
    ].map(day),
  ),
);
const level = fc.option(fc.constantFrom(...law.vocabulary.levels.map((one) => one.id)), { nil: null });
const personal = law.vocabulary.measures.filter((measure) => measure.subjects.includes("person"));

const measureRecord: fc.Arbitrary<MeasureRecord> = fc
  .record({
    kind: fc.constantFrom(...personal.map((measure) => measure.id)),
    decided: fc.option(fc.integer({ min: 0, max: 40 }), { nil: null }),
    effective: anyDay,
    adjustment: fc.integer({ min: 0, max: 5 }),
    originalLevel: level,
    presentLevel: level,
    reducedLevel: level,
    ground: fc.constantFrom("accountability", "accountability", "unsuitable" as const),
  })
  .map(({ adjustment, decided, ...rest }) => {
    const organizational = personal.find((measure) => measure.id === rest.kind)?.class === "organizational";
    return {
      ...rest,
      ground: rest.ground === "unsuitable" ? "unsuitable" : "accountability",
      decided: decided === null ? null : rest.effective - decided,
      handling: organizational ? (adjustment === 0 ? "adjustment" : "handling") : null,
    };
  });

const sanctionRecord: fc.Arbitrary<SanctionRecord> = fc
  .record({
    kind: fc.constantFrom(...law.vocabulary.sanctions.map((sanction) => sanction.id)),
    effective: anyDay,
    longer: fc.boolean(),
    restored: fc.option(fc.integer({ min: 0, max: 400 }), { nil: null }),
    decided: fc.option(fc.integer({ min: 0, max: 40 }), { nil: null }),
    extended: fc.constantFrom(null, null, 6),
    level,
  })
  .map(({ longer, restored, extended, decided, ...rest }) => {
    const lengths = law.vocabulary.sanctions.find((sanction) => sanction.id === rest.kind)?.months ?? [];
    const set = combinationFor(law, "set-period", rest) !== null && longer ? 25 : null;
    const chosen = lengths[longer ? 1 : 0] ?? null;
    const record: SanctionRecord = {
      ...rest,
      decided: decided === null ? null : rest.effective - decided,
      months: chosen ?? set,
      extended: chosen === null ? null : extended,
      restored: null,
    };
    return chosen === null || restored === null
      ? record
      : { ...record, restored: restorationDue(law, record) + restored };
  });

const boundary = fc.tuple(fc.constantFrom(180, 184, 365, 366, 548, 549, 730, 731, 0), fc.integer({ min: -2, max: 2 }));

function questionAbout(around: number): fc.Arbitrary<Question> {
  const date = fc.oneof(
    anyDay,
    boundary.map(([length, off]) => around + length + off),
  );
  return fc.oneof(
    fc.record({
      purpose: fc.constantFrom("promotion", "equivalent-post", "rank-promotion", "further-use"),
      date,
      toLevel: level,
    }),
    fc.record({ purpose: fc.constantFrom("annual-excellence", "honours"), year: fc.integer({ min: 2018, max: 2026 }) }),
  );
}

const factsWith = (
  measures: fc.Arbitrary<MeasureRecord[]>,
  sanctions: fc.Arbitrary<SanctionRecord[]>,
): fc.Arbitrary<Facts> =>
  fc.record({
    person: fc.record({
      partyMember: fc.constant(true),
      level,
      historyComplete: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
    }),
    measures,
    sanctions,
    consents: fc.array(fc.record({ on: anyDay, toLevel: fc.option(level, { nil: null }) }), { maxLength: 3 }),
    openMatters: fc.constantFrom(0, 0, 0, 1),
  });

const asked = (facts: fc.Arbitrary<Facts>): fc.Arbitrary<{ facts: Facts; question: Question }> =>
  facts.chain((known) =>
    fc.record({
      facts: fc.constant(known),
      question: questionAbout(known.measures[0]?.effective ?? known.sanctions[0]?.effective ?? FIRST),
    }),
  );

const one = asked(factsWith(fc.array(measureRecord, { maxLength: 1 }), fc.array(sanctionRecord, { maxLength: 1 })));
const many = asked(factsWith(fc.array(measureRecord, { maxLength: 4 }), fc.array(sanctionRecord, { maxLength: 3 })));

/** One engine for each law: to make it takes longer than a question. */
const engines = new Map<Law, ReturnType<typeof compileColumns>>();

function inBulk(asking: Law, { facts, question }: { facts: Facts; question: Question }): string {
  const columns = makeColumns(1);
  assert.ok(fillRow(asking, columns, 0, facts, question));
  const engine = engines.get(asking) ?? compileColumns(asking);
  engines.set(asking, engine);
  const results = makeResults(1);
  engine(columns, results);
  const until = (value: number | undefined): string =>
    value === undefined || value === NO_DAY || value === PERMANENT ? "-" : formatDay(value);
  return [
    ANSWERS[results.answer[0] ?? 0],
    until(results.until[0]),
    ANSWERS[results.regulation[0] ?? 0],
    until(results.regulationUntil[0]),
    ANSWERS[results.upper[0] ?? 0],
    until(results.upperUntil[0]),
  ].join(" ");
}

function singly(asking: Law, { facts, question }: { facts: Facts; question: Question }): string {
  const { answer, until, layers } = answerEligibility(asking, facts, question);
  const printed = (value: number | null): string => (value === null ? "-" : formatDay(value));
  return [
    answer,
    printed(until),
    layers.regulation.answer,
    printed(layers.regulation.until),
    layers.upper.answer,
    printed(layers.upper.until),
  ].join(" ");
}

test("Bulk answers equal single answers under the default readings", () => {
  fc.assert(
    fc.property(one, (asking) => {
      assert.equal(inBulk(law, asking), singly(law, asking));
    }),
    { numRuns: RUNS },
  );
});

for (const setting of law.regulation.settings) {
  for (const option of Object.keys(setting.options)) {
    if (option === setting.default) continue;
    test(`Bulk answers equal single answers under ${setting.name} = ${option}`, async () => {
      const other = await loadLaw({ settings: { [setting.name]: option } });
      fc.assert(
        fc.property(one, (asking) => {
          assert.equal(inBulk(other, asking), singly(other, asking));
        }),
        { numRuns: RUNS / 4 },
      );
    });
  }
}

test("Bulk answers equal single answers when unverified clauses are decided on in the middle of the time, and some not to apply", () => {
  const undecided = undecidedNorms(law);
  assert.ok(undecided.length >= 9, String(undecided.length));
  const norms = undecided.map((norm, index): [string, NormDecision] => [
    norm,
    index % 4 === 3 ? "not-applied" : { applies: day("2017-01-15") + 300 * index },
  ]);
  const decided = lawDecided(law, new Map(norms));
  fc.assert(
    fc.property(one, (asking) => {
      assert.equal(inBulk(decided, asking), singly(decided, asking));
    }),
    { numRuns: RUNS / 2 },
  );
});

// Over, but for what the records or the bodies do not say: a reason and no restriction.
const afterwards: readonly ReasonCode[] = ["restoration-missing", "period-not-set", "norm-undecided"];

test("What is left uncounted because it is long over or has not begun never bears on the question", () => {
  fc.assert(
    fc.property(many, ({ facts, question }) => {
      const standing = standingOn(facts, question);
      const counted = countAll(law, standing, lastDayAsked(question), facts.person.level);
      const bearing = counted
        .filter((one) => !isOutlasted(one, counted, question))
        .filter(({ row }) => {
          const last = lastDayAsked(question);
          return row.chosenFrom <= last && last <= row.chosenUntil && answersOn(law, row, last);
        })
        .map(({ restriction }) => restriction)
        .filter((restriction) =>
          effectsOf(law, restriction, question, facts.person.level).some((code) => !afterwards.includes(code)),
        );
      assert.deepEqual(answerEligibility(law, facts, question).restrictions, bearing);
    }),
    { numRuns: RUNS },
  );
});

test("The order of the records changes nothing", () => {
  fc.assert(
    fc.property(many, ({ facts, question }) => {
      const turned: Facts = {
        ...facts,
        measures: facts.measures.toReversed(),
        sanctions: facts.sanctions.toReversed(),
        consents: facts.consents.toReversed(),
      };
      assert.equal(singly(law, { facts: turned, question }), singly(law, { facts, question }));
      const restrictions = (given: Facts): string[] =>
        answerEligibility(law, given, question)
          .restrictions.map((bar) => `${bar.bars} ${bar.from} ${bar.until} ${bar.layer} ${bar.cite.at}`)
          .toSorted();
      assert.deepEqual(restrictions(turned), restrictions(facts));
    }),
    { numRuns: RUNS / 4 },
  );
});

test("A record that brings no consequence changes nothing", () => {
  const idle: MeasureRecord = {
    kind: "criticism-education",
    decided: null,
    effective: day("2020-01-15"),
    handling: null,
    originalLevel: null,
    presentLevel: null,
    reducedLevel: null,
    ground: "accountability",
  };
  fc.assert(
    fc.property(many, ({ facts, question }) => {
      const more: Facts = { ...facts, measures: [...facts.measures, idle] };
      assert.equal(singly(law, { facts: more, question }), singly(law, { facts, question }));
    }),
    { numRuns: RUNS / 4 },
  );
});

test("The same facts and question give the same bytes", () => {
  fc.assert(
    fc.property(many, ({ facts, question }) => {
      const bytes = (): string => JSON.stringify(answerEligibility(law, structuredClone(facts), question));
      assert.equal(bytes(), bytes());
    }),
    { numRuns: RUNS / 8 },
  );
});

test("The answer is the stricter of the two layers, and its last day the later one", () => {
  fc.assert(
    fc.property(many, ({ facts, question }) => {
      const { answer, until, permanent, layers, restrictions } = answerEligibility(law, facts, question);
      const ranks = [layers.regulation.answer, layers.upper.answer].map((kind) => ANSWERS.indexOf(kind));
      assert.equal(answer, ANSWERS[Math.min(...ranks)]);
      assert.equal(until !== null || permanent, answer === "barred");
      for (const bar of restrictions) assert.ok(wordsOf(bar.cite).zh.length > 0 && bar.cite.label.zh.startsWith("《"));
    }),
    { numRuns: RUNS / 4 },
  );
});

test("An answer says in both languages why, quoting the clause: “受到调离岗位处理的，一年内不得提拔”", () => {
  const facts: Facts = {
    person: { partyMember: true, level: "乡科级正职" },
    measures: [
      {
        kind: "transfer",
        decided: null,
        effective: day("2019-05-10"),
        handling: "handling",
        originalLevel: null,
        presentLevel: null,
        reducedLevel: null,
        ground: "accountability",
      },
    ],
    sanctions: [],
    consents: [],
    openMatters: 0,
  };
  const answer = answerEligibility(law, facts, { purpose: "promotion", date: day("2020-05-09"), toLevel: null });
  assert.match(answer.sentences[0]?.zh ?? "", /2020-05-09提拔：不得，至2020-05-09/);
  assert.match(answer.sentences[1]?.zh ?? "", /第十三条第一款：“受到调离岗位处理的，一年内不得提拔”/);
  assert.match(answer.sentences[1]?.en ?? "", /Article 13, paragraph 1/);
});
