// What must not make a difference: how a list is cut, what was asked before, a measure that is no longer there, the machine's clock.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import path from "node:path";
import { test } from "node:test";
import { loadLaw } from "#law-admin/packs/regulations.ts";
import { answerLine } from "#law/bulk/facts.ts";
import { codeOf } from "./agree.ts";
import { ANSWERS, type FactLine, type LayerAnswer, type Outcome, type Restriction } from "./facts.ts";
import { REGULATION } from "./norms.ts";
import { randomFacts } from "./random-facts.ts";

const root = path.join(import.meta.dirname, "../..");
const lines = someFacts(600, 77);
/** A process of its own is asked about fewer. */
const few = lines.slice(0, 120);

test("A list cut in two and asked in two runs gives the bytes of the whole", () => {
  const middle = 47;
  const whole = askByCommand(few);
  assert.equal(whole.split("\n").length, few.length + 1);
  assert.equal(askByCommand(few.slice(0, middle)) + askByCommand(few.slice(middle)), whole);
});

test("The time zone and the language of the machine change no byte", () => {
  const here = askByCommand(few);
  for (const env of [
    { TZ: "UTC", LANG: "C" },
    { TZ: "Asia/Shanghai", LANG: "zh_CN.UTF-8" },
    { TZ: "Pacific/Kiritimati", LANG: "en_US.UTF-8" },
    { TZ: "America/Los_Angeles", LANG: "de_DE.UTF-8" },
  ]) {
    assert.equal(askByCommand(few, env), here, JSON.stringify(env));
  }
});

test("A measure that is no longer on record leaves no trace: asked before and after it stood, the answer has the same bytes", async () => {
  const law = await loadLaw();
  const fresh = await loadLaw();
  let different = 0;
  for (const facts of lines.slice(0, 300)) {
    if (facts.measures.length === 0) continue;
    const removed: FactLine = { ...facts, measures: facts.measures.slice(0, -1) };
    const without = JSON.stringify(answerLine(fresh, removed, { explain: true }));
    const before = JSON.stringify(answerLine(law, removed, { explain: true }));
    const standing = JSON.stringify(answerLine(law, facts, { explain: true }));
    const after = JSON.stringify(answerLine(law, removed, { explain: true }));
    assert.equal(before, without);
    assert.equal(after, without);
    if (standing !== without) different += 1;
  }
  assert.ok(different > 80, `the measure made a difference in ${different} cases only`);
});

test("Another person's records asked in between change nothing", async () => {
  const law = await loadLaw();
  const alone = lines.map((facts) => JSON.stringify(answerLine(law, facts)));
  const backwards = lines.toReversed().map((facts) => JSON.stringify(answerLine(law, facts)));
  assert.deepEqual(backwards.toReversed(), alone);
});

test("A lighter measure without any restriction, added to the records, changes neither answer nor restriction", async () => {
  const law = await loadLaw();
  for (const facts of lines) {
    const added: FactLine = { ...facts, measures: [...facts.measures, { kind: "批评教育", effective: "2021-05-06" }] };
    assert.deepEqual(withoutNotes(answerLine(law, added)), withoutNotes(answerLine(law, facts)));
  }
});

test("A consent given after the day asked about changes nothing", async () => {
  const law = await loadLaw();
  for (const facts of lines) {
    if (!("date" in facts.question)) continue;
    const later = Temporal.PlainDate.from(facts.question.date).add({ days: 1 }).toString();
    const added: FactLine = { ...facts, consents: [{ on: later }, ...facts.consents] };
    assert.equal(JSON.stringify(answerLine(law, added)), JSON.stringify(answerLine(law, facts)));
  }
});

test("What the zone decides on its readings changes nothing in the upper layer (Art. 14)", async () => {
  const law = await loadLaw();
  let read = 0;
  for (const { interpretations, ...facts } of lines) {
    if (interpretations === undefined) continue;
    const under = answered(answerLine(law, { ...facts, interpretations }));
    assert.deepEqual(under.layers.upper, answered(answerLine(law, facts)).layers.upper, JSON.stringify(facts));
    read += 1;
  }
  assert.ok(read > 40);
});

test("The order in which records are told changes neither answer nor reasons", async () => {
  const law = await loadLaw();
  for (const facts of lines) {
    const { measures, sanctions, consents } = facts;
    const turned = {
      ...facts,
      measures: measures.toReversed(),
      sanctions: sanctions.toReversed(),
      consents: consents.toReversed(),
    };
    assert.deepEqual(essence(answerLine(law, turned)), essence(answerLine(law, facts)), JSON.stringify(facts));
  }
});

test("Nobody whose history is incomplete is clear, and whoever has an open matter is led past nothing", async () => {
  const law = await loadLaw();
  for (const facts of lines) {
    const incomplete = { ...facts, person: { ...facts.person, historyComplete: false } };
    for (const layer of Object.values(answered(answerLine(law, incomplete)).layers)) {
      assert.ok(["barred", "pending", "needs-confirmation"].includes(layer.answer), JSON.stringify(facts));
    }
    for (const layer of Object.values(answered(answerLine(law, { ...incomplete, openMatters: 1 })).layers)) {
      assert.ok(["barred", "pending"].includes(layer.answer), JSON.stringify(facts));
    }
  }
});

test("Citations never cross layers, and each answer is the strictest of its reasons, with its last day", async () => {
  const law = await loadLaw();
  for (const facts of lines) {
    const line = answerLine(law, facts) as Line; // the shape that the facts format promises
    const told = JSON.stringify(line);
    assert.ok(line.layers.regulation.citations.every(isOfTheRegulation), told);
    assert.ok(!line.layers.upper.citations.some(isOfTheRegulation), told);
    for (const one of line.restrictions) assert.equal(isOfTheRegulation(one.cites), one.layer === "regulation", told);
    assert.equal(line.reasons.length === 0, line.answer === "clear", told);
    for (const { code, zh, en } of line.reasons) assert.ok(code !== "" && zh !== "" && en !== "", told);
    assert.equal(
      line.permanent,
      line.restrictions.some(({ until }) => until === null),
      told,
    );
    const last = line.answer === "barred" && !line.permanent ? lastDay(line) : null;
    if (line.answer !== "barred" || line.permanent) assert.equal(line.until, null, told);
    else assert.ok(last !== null && line.until !== null && line.until <= last, told);
    for (const layer of Object.values(line.layers)) {
      assert.ok(ANSWERS.indexOf(line.answer) <= ANSWERS.indexOf(layer.answer), told);
    }
  }
});

type Line = Omit<Outcome, "layers" | "restrictions" | "reasons"> & {
  layers: Record<"regulation" | "upper", LayerAnswer & { citations: string[] }>;
  restrictions: (Restriction & { cites: string })[];
  reasons: { code: string; zh: string; en: string }[];
};

function isOfTheRegulation(citation: string): boolean {
  return citation.startsWith(`${REGULATION}#`);
}

function lastDay(line: Line): string | null {
  return (
    line.restrictions
      .map(({ until }) => until ?? "")
      .sort()
      .at(-1) ?? null
  );
}

/** A good line. */
function answered(line: Record<string, unknown>): Outcome {
  assert.ok(!("error" in line), JSON.stringify(line));
  return line as Outcome; // the shape that facts.test.ts holds
}

function essence(line: Record<string, unknown>): unknown {
  const { answer, until, permanent, layers, reasons } = answered(line);
  const bare = Object.values(layers).map((layer) => [layer.answer, layer.until]);
  return [answer, until, permanent, bare, reasons.map(codeOf).sort()];
}

function withoutNotes(answer: Record<string, unknown>): Record<string, unknown> {
  return { ...answer, notes: [] };
}

function someFacts(count: number, seed: number): FactLine[] {
  const found: FactLine[] = [];
  for (const facts of randomFacts(seed)) {
    if (found.length === count) break;
    found.push(facts);
  }
  return found;
}

/** `./wenze eligibility --facts -` in a process of its own. */
function askByCommand(facts: readonly FactLine[], env: Record<string, string> = {}): string {
  const input = facts.map((one) => `${JSON.stringify(one)}\n`).join("");
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["src/cli/main.ts", "eligibility", "--facts", "-", "--explain"],
    { cwd: root, input, encoding: "utf8", env: { ...process.env, ...env }, maxBuffer: 1 << 28 },
  );
  assert.equal(status, 0, stderr);
  return stdout;
}
