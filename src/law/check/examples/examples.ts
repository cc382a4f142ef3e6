// The examples of a pack, each put to the compiled rules.
import type { Example } from "../../pack/example.ts";
import { answerLine } from "../../bulk/facts.ts";
import { parseDay } from "../../reckon/days.ts";
import type { Law } from "../../compile/law.ts";
import { compileLaw } from "../../compile/law.ts";
import type { NormDecision } from "../../compile/norm-decisions.ts";
import { furtherDifferences, isFurtherExample } from "./further-examples.ts";
import { examineCircumstance } from "../../procedure/circumstances.ts";
import { examineBody, openMeasures } from "../../procedure/measures.ts";
import { refusalsOfOutcome, refusalsOfSanction } from "../../procedure/outcome.ts";
import type { Pack, Problem } from "../../pack/pack.ts";
import { exampleFails, mendExample, exampleDiffers, answerParts, nothing } from "../words.ts";

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
        message: exampleFails(example.name, inChinese(fault), fault),
        mend: mendExample,
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
      return what === "" ? one : exampleDiffers(answerParts[what] ?? what, saying(given), saying(expected));
    })
    .join("；");
}

const saying = (value: string): string => (value === "" || value === "nothing" || value === "null" ? nothing : value);

type Difference = string;

function differencesOf(law: Law, example: Example): Difference[] {
  if (isFurtherExample(example)) return furtherDifferences(law, example);
  if ("facts" in example) return eligibilityDifferences(law, example);
  if ("limb" in example) {
    const { limb: id, act, ...found } = example.limb;
    const circumstance = law.regulation.rules.find((rule) => rule.id === id);
    // An act that the circumstance does not have would be taken for one.
    if (circumstance?.kind === "limb" && act !== null && !circumstance.acts.includes(act))
      return [`${id} has no act ${act}`];
    const examined = examineCircumstance(law, { circumstance: id, act, ...found });
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
