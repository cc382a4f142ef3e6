// The examples of a pack, each put to the compiled rules.
import type { Example } from "../pack/example.ts";
import { answerLine } from "../bulk/facts.ts";
import { parseDay } from "../reckon/days.ts";
import type { Law } from "../compile/law.ts";
import { compileLaw } from "../compile/law.ts";
import type { NormDecision } from "../compile/norm-decisions.ts";
import { furtherDifferences, isFurtherExample } from "./further-examples.ts";
import { examineLimb } from "../procedure/limbs.ts";
import { examineBody, openMeasures } from "../procedure/measures.ts";
import { refusalsOfOutcome, refusalsOfSanction } from "../procedure/outcome.ts";
import type { Pack, Problem } from "../pack/pack.ts";

/** Runs every example of a regulation with the upper norms beside it. */
export function checkExamples(regulation: Pack, upper: readonly Pack[]): Problem[] {
  const laws = new Map<string, Law>();
  const lawFor = ({ settings, norms: decided }: Example): Law => {
    const key = JSON.stringify([settings, decided]);
    const norms = new Map(
      Object.entries(decided).map(([norm, said]): [string, NormDecision] => [
        norm,
        said === "not-applied" ? said : { applies: dayIn(said) },
      ]),
    );
    const law = laws.get(key) ?? compileLaw({ regulation, upper, settings, norms });
    laws.set(key, law);
    return law;
  };
  return regulation.examples.flatMap((example) => {
    const fault = faultOf(lawFor, example);
    if (fault === null) return [];
    return [
      {
        file: `${regulation.id}/examples.yaml`,
        line: regulation.exampleLines[example.name.zh] ?? 1,
        clause: null,
        message: {
          zh: `例“${example.name.zh}”：${inChinese(fault)}`,
          en: `example “${example.name.en}”: ${fault.join("; ")}`,
        },
        mend: {
          zh: "查明错在规则还是例：答复应与文本一致的，改 rules.yaml；例本身写错的，改 expect",
          en: "find out whether the rule or the example is wrong, and mend that one",
        },
      },
    ];
  });
}

function faultOf(lawFor: (example: Example) => Law, example: Example): string[] | null {
  try {
    const differences = differencesOf(lawFor(example), example);
    return differences.length === 0 ? null : differences;
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

/** “answer clear, expected barred” in the words of somebody who reads no English. */
function inChinese(differences: readonly string[]): string {
  return differences
    .map((one) => {
      const [, what = "", given = "", expected = ""] = /^(\w+) ([^]*), expected ([^]*)$/u.exec(one) ?? [];
      return what === "" ? one : `${WHATS[what] ?? what} 得出 ${saying(given)}，例写的是 ${saying(expected)}`;
    })
    .join("；");
}

const saying = (value: string): string => (value === "" || value === "nothing" || value === "null" ? "（无）" : value);

const WHATS: Record<string, string> = {
  answer: "答复（answer）",
  until: "最后一日（until）",
  regulation: "本办法一层（regulation）",
  upper: "上位规定一层（upper）",
  regulationUntil: "本办法一层的最后一日（regulationUntil）",
  upperUntil: "上位规定一层的最后一日（upperUntil）",
  notes: "提示（notes）",
  restrictions: "限制（restrictions）",
  established: "能否认定（established）",
  missing: "欠缺（missing）",
  refusals: "拒绝的理由（refusals）",
  reform: "是否改组（reform）",
  tiers: "打开的档次（tiers）",
  escalations: "升格（escalations）",
  effects: "后果（effects）",
  steps: "办理事项（steps）",
  deadlines: "期限（deadlines）",
  factors: "情形（factors）",
};

type Difference = string;

function differencesOf(law: Law, example: Example): Difference[] {
  if (isFurtherExample(example)) return furtherDifferences(law, example);
  if ("facts" in example) return eligibilityDifferences(law, example);
  if ("limb" in example) {
    const { limb: id, act } = example.limb;
    const limb = law.regulation.rules.find((rule) => rule.id === id);
    // An act that the limb does not have would be taken for one.
    if (limb?.kind === "limb" && act !== null && !limb.acts.includes(act)) return [`${id} has no act ${act}`];
    const examined = examineLimb(law, example.limb);
    return [
      ...differ("established", examined.established, example.expect.established),
      ...differ("missing", examined.missing.map((one) => one.code).join(), example.expect.missing.join()),
    ];
  }
  if ("outcome" in example) {
    const { conduct, decidedOn, ...rest } = example.outcome;
    const refusals = refusalsOfOutcome(law, {
      ...rest,
      conduct: { from: dayIn(conduct.from), to: dayIn(conduct.to), continuing: conduct.continuing },
      decidedOn: dayIn(decidedOn),
    });
    return differ("refusals", refusals.map((one) => one.code).join(), example.expect.refusals.join());
  }
  if ("sanction" in example) {
    const refusals = refusalsOfSanction(law, example.sanction);
    return differ("refusals", refusals.map((one) => one.code).join(), example.expect.refusals.join());
  }
  if ("body" in example) {
    return differ("reform", examineBody(law, example.body).reform, example.expect.reform);
  }
  const offer = openMeasures(law, example.offer);
  return differ("tiers", offer.tiers.map((tier) => tier.tier).join(), example.expect.tiers.join());
}

function eligibilityDifferences(law: Law, example: Extract<Example, { facts: unknown }>): Difference[] {
  const { expect } = example;
  const line = answerLine(law, { format: 1, id: "example", ...example.facts, question: example.question });
  if (!("layers" in line)) return [JSON.stringify(line["error"])];
  // The shape is answerLine's own; the example file says what is expected in it.
  const given = line as unknown as Given;
  const cites = new Set([...given.layers.regulation.citations, ...given.layers.upper.citations]);
  return [
    ...differ("answer", given.answer, expect.answer),
    ...(expect.until === undefined ? [] : differ("until", given.until, expect.until)),
    ...(expect.regulation === undefined ? [] : differ("regulation", given.layers.regulation.answer, expect.regulation)),
    ...(expect.upper === undefined ? [] : differ("upper", given.layers.upper.answer, expect.upper)),
    ...(expect.regulationUntil === undefined
      ? []
      : differ("regulationUntil", given.layers.regulation.until, expect.regulationUntil)),
    ...(expect.upperUntil === undefined ? [] : differ("upperUntil", given.layers.upper.until, expect.upperUntil)),
    ...(expect.notes === undefined ? [] : differ("notes", given.notes.length, expect.notes)),
    ...(expect.cites ?? []).filter((cite) => !cites.has(cite)).map((cite) => `no citation ${cite}`),
    ...(expect.restrictions === undefined
      ? []
      : differ(
          "restrictions",
          given.restrictions.map((one) => `${one.bars} ${one.until} ${one.cites}`).join(", "),
          expect.restrictions.join(", "),
        )),
  ];
}

type GivenLayer = { answer: string; until: string | null; citations: string[] };
type Given = {
  answer: string;
  until: string | null;
  layers: { regulation: GivenLayer; upper: GivenLayer };
  restrictions: { bars: string; until: string; cites: string }[];
  notes: string[];
};

function differ<Value extends string | number | boolean | null>(
  what: string,
  given: Value,
  expected: Value,
): Difference[] {
  return given === expected ? [] : [`${what} ${String(given)}, expected ${String(expected)}`];
}

function dayIn(text: string): number {
  const day = parseDay(text);
  if (day === null) throw new RangeError(`${text} is no date`);
  return day;
}
