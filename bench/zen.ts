// Article 13 for @gorules/zen-engine: a decision graph with its own calendar, two expression nodes and two decision tables.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { ZenEngine } from "@gorules/zen-engine";
import { z } from "zod";
import type { Asked } from "./asked.ts";

/** An output that is null is left out by the engine. */
const answer = z.object({
  answer: z.number(),
  until: z
    .number()
    .nullish()
    .transform((day) => day ?? null),
});
export type PeerAnswer = z.output<typeof answer>;

/** Answers one question; the answer is an index into ANSWERS. */
export function openZen(): { version: string; ask: (asked: Asked) => Promise<PeerAnswer>; close: () => void } {
  const engine = new ZenEngine();
  const decision = engine.createDecision(graph);
  return {
    version: versionOf("@gorules/zen-engine"),
    ask: async (asked) => answer.parse((await decision.evaluate(asked)).result),
    close: () => engine.dispose(),
  };
}

/** The version of an installed package, which may not export its package.json. */
export function versionOf(name: string): string {
  const entry = createRequire(import.meta.url).resolve(name);
  const folder = entry.slice(
    0,
    entry.lastIndexOf(path.join("node_modules", name)) + path.join("node_modules", name).length,
  );
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")))
    .version;
}

const resigned = '["blame-resignation", "ordered-resignation", "removal"]';
const handled = '["transfer", "blame-resignation", "ordered-resignation", "removal", "demotion", "other-handling"]';

/** The end of a period: a day when it exists in that month, otherwise the month's last. Times two, plus one when it is an anniversary. */
function periodOf(name: string, months: number): [string, string][] {
  return [
    [`${name}Exact`, `d(effectiveOn).add(${months}, "M").day() == d(effectiveOn).day()`],
    [`${name}End`, `d(effectiveOn).add(${months}, "M").timestamp() / 86400000`],
    [`${name}Last`, `$.${name}Exact ? $.${name}End - 1 : $.${name}End`],
  ];
}

/** 0 barred, 2 to be confirmed, 9 untouched: a bar on promotion; asked without a level, a promotion is one step up. */
function promotionBar(baseline: string): string {
  return `toLevel == null ? (purpose == "promotion" and ${oneUp(baseline, "<")} ? 0 : 2) : ${baseline} == null ? 2 : toLevel < ${baseline} ? 0 : 9`;
}

function oneUp(baseline: string, below: "<" | "<="): string {
  return `ownLevel != null and ${baseline} != null and ownLevel - 1 ${below} ${baseline}`;
}

const expressions: [string, string][] = [
  [
    "attaches",
    `ground == "accountability" and handling == "handling" and decided >= 18011 and measure != null and measure in ${handled}`,
  ],
  ["dated", `purpose in ["promotion", "equivalent-post", "further-use"]`],
  ["yearly", `purpose in ["annual-excellence", "honours"]`],
  ["year", "d(effectiveOn).year()"],
  ["yearEnd", `d(string($.year) + "-12-31").timestamp() / 86400000`],
  ...periodOf("one", 12),
  ...periodOf("two", 24),
  ["abovePresent", promotionBar("presentLevel")],
  ["aboveOriginal", promotionBar("originalLevel")],
  ["aboveReduced", promotionBar("reducedLevel")],
  [
    "fromOriginal",
    `toLevel == null ? (purpose != "promotion" or (${oneUp("originalLevel", "<=")}) ? 0 : 2) : originalLevel == null ? 2 : toLevel <= originalLevel ? 0 : 9`,
  ],
  ["inOne", `$.dated and date >= effective and date <= $.oneEnd`],
  ["inTwo", `$.dated and date >= effective and date <= $.twoEnd`],
  ["agreed", "consent != null and consent >= effective"],
  ["perhapsAgreed", "consentPerhaps != null and consentPerhaps >= effective"],
];

/** One row for each bar of the article; the grey day turns whatever it finds into a question to be confirmed. */
const bars: Record<string, string>[] = [
  { measure: "", dated: "false", when: "yearly and date == year", answer: "0", until: "yearEnd" },
  { measure: "", dated: "true", when: "date >= decided and date < effective", answer: "2", until: "yearEnd" },
  {
    measure: '"transfer"',
    dated: "true",
    when: "inOne and abovePresent < 9",
    answer: "date > oneLast ? 2 : abovePresent",
    until: "oneLast",
  },
  {
    measure: resigned,
    dated: "true",
    when: "inOne and fromOriginal < 9",
    answer: "date > oneLast ? 2 : fromOriginal",
    until: "oneLast",
  },
  {
    measure: resigned,
    dated: "true",
    when: "inTwo and aboveOriginal < 9",
    answer: "date > twoLast ? 2 : aboveOriginal",
    until: "twoLast",
  },
  {
    measure: '"demotion"',
    dated: "true",
    when: "inTwo and aboveReduced < 9",
    answer: "date > twoLast ? 2 : aboveReduced",
    until: "twoLast",
  },
];

const outcomes: Record<string, string>[] = [
  { when: "some(bars, #.answer == 0)", answer: "0", until: "max(map(filter(bars, #.answer == 0), #.until))" },
  { when: "openMatters > 0", answer: "1", until: "null" },
  { when: "len(bars) > 0 or incomplete", answer: "2", until: "null" },
  { when: "expired and not(perhapsAgreed)", answer: "3", until: "null" },
  { when: "(expired or grey) and not(agreed)", answer: "2", until: "null" },
  { when: "", answer: "4", until: "null" },
];

const expired = `attaches and dated and (measure == "other-handling" ? date >= effective : measure == "demotion" ? date > twoEnd : date > oneEnd)`;
const grey = `attaches and dated and measure != "other-handling" and (measure == "demotion" ? date == twoEnd and twoExact : date == oneEnd and oneExact)`;

const graph = {
  nodes: [
    { id: "in", name: "question", type: "inputNode" },
    expressionNode("days", expressions),
    {
      id: "bars",
      name: "Article 13",
      type: "decisionTableNode",
      content: {
        hitPolicy: "collect",
        passThrough: true,
        inputField: null,
        outputPath: "bars",
        executionMode: "single",
        inputs: [
          { id: "attaches", name: "attaches", field: "attaches" },
          { id: "measure", name: "measure", field: "measure" },
          { id: "dated", name: "dated", field: "dated" },
          { id: "when", name: "when" },
        ],
        outputs: [
          { id: "answer", name: "answer", field: "answer" },
          { id: "until", name: "until", field: "until" },
        ],
        rules: bars.map((bar, index) => ({ _id: `bar-${index}`, attaches: "true", ...bar })),
      },
    },
    expressionNode("expiry", [
      ["expired", expired],
      ["grey", grey],
    ]),
    {
      id: "outcome",
      name: "outcome",
      type: "decisionTableNode",
      content: {
        hitPolicy: "first",
        passThrough: false,
        inputField: null,
        outputPath: null,
        executionMode: "single",
        inputs: [{ id: "when", name: "when" }],
        outputs: [
          { id: "answer", name: "answer", field: "answer" },
          { id: "until", name: "until", field: "until" },
        ],
        rules: outcomes.map((outcome, index) => ({ _id: `outcome-${index}`, ...outcome })),
      },
    },
    { id: "out", name: "answer", type: "outputNode" },
  ],
  edges: [
    ["in", "days"],
    ["days", "bars"],
    ["bars", "expiry"],
    ["expiry", "outcome"],
    ["outcome", "out"],
  ].map(([from, to]) => ({
    id: `${from}-${to}`,
    type: "edge",
    sourceId: from,
    targetId: to,
  })),
};

function expressionNode(id: string, list: [string, string][]): object {
  return {
    id,
    name: id,
    type: "expressionNode",
    content: {
      passThrough: true,
      inputField: null,
      outputPath: null,
      executionMode: "single",
      expressions: list.map(([key, value]) => ({ id: key, key, value })),
    },
  };
}
