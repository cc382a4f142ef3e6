// All that the law tells people, asked systematically: two laws that answer alike here are alike in what they do.

import { createHash } from "node:crypto";
import { clausesOf } from "#law/text/clauses.ts";
import { competenceOf } from "#law/procedure/competence.ts";
import { countAll } from "#law/reckon/consequences.ts";
import type { MeasureRecord, SanctionRecord } from "#law/reckon/consequences.ts";
import { parseDay } from "#law/reckon/days.ts";
import type { Day } from "#law/reckon/days.ts";
import { answerEligibility } from "#law/reckon/eligibility.ts";
import { readLine } from "#law/bulk/facts.ts";
import type { ReadLine } from "#law/bulk/facts.ts";
import type { Law } from "#law/compile/law.ts";
import { examineCircumstance, circumstanceGroupsOf, circumstancesOf } from "#law/procedure/circumstances.ts";
import { examineBody, openMeasures } from "#law/procedure/measures.ts";
import { refusalsOfOutcome, refusalsOfSanction } from "#law/procedure/outcome.ts";
import type { Outcome } from "#law/procedure/outcome.ts";
import { exemptionGroundsOf, procedureOf } from "#law/procedure/procedures.ts";
import { standingOn } from "#law/reckon/records.ts";
import { requirementsOf } from "#law/procedure/requirements.ts";
import type { Pack } from "#law/pack/pack.ts";
import type { Gravity, ManagementLevel, SubjectKind } from "#law/pack/vocabulary.ts";
import { randomFacts } from "../second/random-facts.ts";

type Line = Extract<ReadLine, { ok: true }>;

/** What is asked; made once from the law as it is and put to every mutant. */
export type Questions = { days: Day[]; lines: Line[]; acts: string[]; circumstances: string[] };

export function questionsFor(law: Law, count: number): Questions {
  const lines: Line[] = [];
  for (const facts of randomFacts(31)) {
    if (lines.length === count) break;
    const read = readLine(law, facts);
    if (read.ok) lines.push(read);
  }
  const packs = [law.regulation, ...law.upper];
  const edges = packs.flatMap(({ validity }) => [validity.from, ...(validity.until === null ? [] : [validity.until])]);
  const around = edges.flatMap((edge) => [-1, 0, 1].map((offset) => (parseDay(edge) ?? 0) + offset));
  const days = ["2019-05-10", "2022-02-28", "2024-02-29", "2026-03-31"].map((text) => parseDay(text) ?? 0);
  return {
    days: [...new Set([...around, ...days])].sort((one, other) => one - other),
    lines,
    acts: [
      "arrange",
      "statement",
      "opening",
      ...packs.flatMap((pack) =>
        pack.rules.flatMap((rule) => (rule.kind === "duty" ? [rule.act] : [rule.kind, rule.id])),
      ),
    ],
    circumstances: circumstancesOf(law).map((circumstance) => circumstance.id),
  };
}

/** One under the earlier and one under the later norms of procedure. */
const proceduralDays = ["2019-05-20", "2026-03-02"];

/** For each subject, a hash of all that is answered on it; those that are asked quickly stand first. */
export type Behaviour = Record<string, () => string>;

/** A law that cannot answer gives the fault in the place of the hash. */
export function behaviourOf(law: Law, questions: Questions): Behaviour {
  const packs = [law.regulation, ...law.upper];
  const subjects: Record<string, () => unknown> = {
    readings: () => [law.settings, law.regulation.settings, law.inForceFrom],
    further: () => packs.map(furtherOf),
    text: () => packs.map((pack) => [clausesOf(pack), pack.validity, pack.layer]),
    procedure: () =>
      proceduralDays.flatMap((on) => [
        exemptionGroundsOf(law, on),
        ...questions.acts.map((act) => procedureOf(law, act, on)),
      ]),
    measures: () => everyOffer(law),
    circumstances: () => [
      circumstanceGroupsOf(law),
      circumstancesOf(law),
      ...questions.circumstances.map((circumstance) => everyFinding(law, circumstance)),
    ],
    competence: () => everyCompetence(law),
    restrictions: () => questions.days.map((day) => everyRecord(law, day)),
    outcomes: () => everyOutcome(law),
    eligibility: () => questions.lines.map(({ facts, question }) => answerEligibility(law, facts, question)),
  };
  return Object.fromEntries(Object.entries(subjects).map(([subject, answer]) => [subject, () => hashOf(answer)]));
}

/** Kinds of rule whose fields are shown as they are; a summary is for people. */
const SHOWN: readonly string[] = [
  "combination",
  "general-definition",
  "ladder",
  "addition",
  "measure-term",
  "modifier",
  "responsibility",
  "escalation-by-count",
  "escalation-without-effect",
  "route",
  "effect",
  "absorption",
  "extension",
  "deadline",
  "step",
  "publication",
];

/** Whether a clause was seen or restated (T, S) changes nothing; unverified (M) does. */
function furtherOf(pack: Pack): unknown {
  return pack.rules
    .filter((rule) => SHOWN.includes(rule.kind))
    .map((rule) => ({ ...rule, tag: "tag" in rule && rule.tag === "M" }));
}

function hashOf(answer: () => unknown): string {
  try {
    return createHash("sha1").update(JSON.stringify(answer())).digest("base64");
  } catch (error) {
    return `fault: ${String(error)}`;
  }
}

function everyRecord(law: Law, day: Day): unknown {
  const levels = law.vocabulary.levels.map((level) => level.id);
  const measures = law.vocabulary.measures.flatMap((measure) =>
    (["accountability", "unsuitable"] as const).flatMap((ground) =>
      (["handling", "adjustment"] as const).map((handling): MeasureRecord => ({
        kind: measure.id,
        decided: day - 3,
        effective: day,
        handling: measure.class === "organizational" ? handling : null,
        originalLevel: levels[2] ?? null,
        presentLevel: levels[3] ?? null,
        reducedLevel: levels[4] ?? null,
        ground,
      })),
    ),
  );
  const sanctions = law.vocabulary.sanctions.map((sanction): SanctionRecord => ({
    kind: sanction.id,
    effective: day,
    months: sanction.months[0] ?? null,
    restored: null,
  }));
  const present = levels[3] ?? null;
  return [
    // Those of clauses that nobody has decided on included.
    ...measures.map((one) => countAll(law, standingOn({ measures: [one], sanctions: [] }, null), null, present)),
    ...sanctions.map((one) => countAll(law, standingOn({ measures: [], sanctions: [one] }, null), null, present)),
  ];
}

function everyFinding(law: Law, id: string): unknown {
  const circumstance = circumstancesOf(law).find((one) => one.id === id);
  if (circumstance === undefined) return null;
  const results = circumstance.results.map((result) => result.id);
  const subsets = [[], results, ...results.map((result) => [result])];
  return [null, ...circumstance.acts].flatMap((act) =>
    subsets.flatMap((found) =>
      [true, false].map((yes) =>
        examineCircumstance(law, {
          circumstance: id,
          act,
          results: found,
          preconditionMet: yes,
          reasons: yes ? "程度相当" : null,
          approved: yes,
        }),
      ),
    ),
  );
}

const GRAVITIES: readonly Gravity[] = ["lighter", "graver", "discipline", "crime"];
const SUBJECTS: readonly SubjectKind[] = ["person", "organization", "leading-body"];
const LEVELS: readonly ManagementLevel[] = ["city", "zone", "unit"];
const FINDINGS = [
  [false, false],
  [true, false],
  [false, true],
  [true, true],
] as const;

function everyOffer(law: Law): unknown {
  const offers = GRAVITIES.flatMap((gravity) =>
    SUBJECTS.flatMap((subject) =>
      FINDINGS.map(([strongReaction, vileInfluence]) =>
        openMeasures(law, { gravity, subject, strongReaction, vileInfluence }),
      ),
    ),
  );
  const bodies = [1, 2, 3, 4].flatMap((heldAccountable) =>
    [true, false].map((worksNormally) => examineBody(law, { members: 5, heldAccountable, worksNormally })),
  );
  return [offers, bodies, law.vocabulary.measures.map((measure) => requirementsOf(law, [measure.id]))];
}

function everyCompetence(law: Law): unknown {
  return LEVELS.flatMap((managedBy) =>
    law.vocabulary.measures.map((measure) =>
      hashOf(() => competenceOf(law, { managedBy, measure: measure.id, on: null })),
    ),
  );
}

function everyOutcome(law: Law): unknown {
  const day = law.inForceFrom + 60;
  const sanctions = law.vocabulary.sanctions.flatMap((sanction) =>
    [true, false].map((partyMember) => refusalsOfSanction(law, { sanction: sanction.id, partyMember })),
  );
  const outcomes = GRAVITIES.slice(0, 2).flatMap((gravity) =>
    SUBJECTS.flatMap((kind) =>
      law.vocabulary.measures.map((measure): Outcome => ({
        subject: { kind, managedBy: "zone", partyMember: true, inScope: true },
        gravity,
        strongReaction: false,
        vileInfluence: true,
        measures: [measure.id],
        handling: "handling",
        handlingReasons: null,
        body: "working-committee",
        conduct: { from: day - 90, to: day - 50, continuing: false },
        decidedOn: day,
      })),
    ),
  );
  return [sanctions, outcomes.map((outcome) => hashOf(() => refusalsOfOutcome(law, outcome)))];
}
