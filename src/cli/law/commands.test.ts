// The law's two commands as a caller meets them: what is printed, and the exit status.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import test from "node:test";
import { regulationsFolder } from "#law-admin/packs/regulations.ts";
import { runEligibility } from "../eligibility.ts";

const main = path.join(import.meta.dirname, "../main.ts");
function wenze(args: readonly string[], input = ""): { status: number | null; out: string[]; err: string } {
  const run = spawnSync(process.execPath, [main, ...args], { input, encoding: "utf8" });
  return { status: run.status, out: run.stdout.split("\n").filter((line) => line !== ""), err: run.stderr };
}
const line = (id: string, date: string): string =>
  JSON.stringify({
    format: 1,
    id,
    person: { level: "乡科级正职" },
    measures: [{ kind: "调离岗位", effective: "2019-05-10" }],
    question: { purpose: "提拔", date },
  });

test("Lines are answered in their order, with status 0", () => {
  const { status, out } = wenze(
    ["eligibility", "--facts", "-"],
    `${line("a", "2020-05-09")}\n${line("b", "2020-05-10")}\n${line("c", "2020-05-11")}`,
  );
  assert.equal(status, 0);
  assert.deepEqual(
    out.map((text) => /"id":"(.)","answer":"([a-z-]+)"/.exec(text)?.slice(1)),
    [
      ["a", "barred"],
      ["b", "needs-confirmation"],
      ["c", "needs-consent"],
    ],
  );
});

test("A bad line is answered in its place, and the status is 1", () => {
  const { status, out } = wenze(
    ["eligibility", "--facts", "-"],
    `${line("a", "2020-05-09")}\n{\n${line("b", "2020-02-30")}\n${line("c", "2020-05-11")}\n`,
  );
  assert.equal(status, 1);
  assert.equal(out.length, 4);
  assert.match(out[1] ?? "", /"error":\{"path":""/);
  assert.match(out[2] ?? "", /"id":"b","error":\{"path":"question.date"/);
  assert.match(out[3] ?? "", /"answer":"needs-consent"/);
});

test("Every line of the input has one line of the output: blank, too long, not UTF-8, with a mark of byte order", () => {
  const good = line("a", "2020-05-09");
  const long = `{"format":2,"id":"${"a".repeat(1_100_000)}"}`;
  const bytes = Buffer.concat([
    Buffer.from(`\uFEFF${good}\n\n${long}\n`),
    Buffer.from([0xff, 0xfe, 10]),
    Buffer.from(`${good}\r\n{"format":2,"format":2}`),
  ]);
  const run = spawnSync(process.execPath, [main, "eligibility", "--facts", "-"], { input: bytes, encoding: "utf8" });
  const out = run.stdout.trimEnd().split("\n");
  assert.equal(run.status, 1);
  assert.equal(out.length, 6);
  for (const at of [0, 4]) assert.match(out[at] ?? "", /"answer":"barred"/);
  for (const [at, says] of [
    [1, /空行/],
    [2, /超过 1 MB/],
    [3, /不是 UTF-8/],
    [5, /写了两次/],
  ] as const)
    assert.match(out[at] ?? "", says);
});

test("--help says all options", () => {
  const { status, out } = wenze(["eligibility", "--help"]);
  assert.equal(status, 0);
  for (const option of ["--facts", "--regulation", "--regulations", "--setting", "--explain", "--upper"])
    assert.ok(
      out.some((text) => text.includes(option)),
      option,
    );
});

test("Options: a reading, the explanation, the upper layer off", () => {
  const { status, out } = wenze(
    ["eligibility", "--facts", "-", "--setting", "periodEnd=anniversary", "--explain", "--upper", "off"],
    line("a", "2020-05-10"),
  );
  assert.equal(status, 0);
  assert.match(out[0] ?? "", /"until":"2020-05-10","layers":\{"regulation":\{[^}]*\}\},/);
  assert.match(out[0] ?? "", /"counterfactual":\{"earliest":"2020-05-11"/);
});

test("A wrong call prints nothing where the answers go, and its status is 2", () => {
  const { status, out, err } = wenze(["eligibility", "--facts", "-", "--regulation", "nowhere"]);
  assert.equal(status, 2);
  assert.deepEqual(out, []);
  assert.match(err, /nowhere/);
});

for (const [args, says] of [
  [["--facts", "-", "--setting", "periodEnd=never"], /day-before-anniversary, anniversary/],
  [["--facts", "-", "--setting", "period=never"], /periodEnd/],
  [["--facts", "-", "--setting", "periodEnd=anniversary", "--setting", "periodEnd=anniversary"], /写了两次/],
  [["--facts", "-", "--upper", "maybe"], /on 或 off/],
  [["--facts"], /缺少值/],
  [["--colour", "red"], /unknown option --colour/],
  [[], /缺少 --facts/],
  [["--facts", "-", "--regulation", "nowhere"], /nowhere/],
  [["--facts", "/nonexistent/facts.jsonl"], /cannot be read/],
] as const) {
  test(`wenze eligibility ${args.join(" ")} is a wrong call, with status 2`, async (t) => {
    // In this process; the case before shows what becomes of such a call in a process of its own.
    const said = t.mock.method(console, "error", () => undefined);
    assert.equal(await runEligibility(args), 2);
    assert.match(said.mock.calls.map(({ arguments: words }) => words.join(" ")).join("\n"), says);
  });
}

test("The packs that ship pass `law check`, which says how much it looked at", () => {
  const { status, out } = wenze(["law", "check"]);
  assert.equal(status, 0);
  assert.match(out.join("\n"), /\d+ packs, \d+ rules, \d+ examples/);
});

test("A pack broken in a folder of one’s own is named with file, line and clause, and the status is 1", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "wenze-packs-"));
  try {
    cpSync(regulationsFolder, folder, { recursive: true });
    const file = path.join(folder, "benxi-gaoxin-2019-31/rules.yaml");
    const rules = readFileSync(file, "utf8");
    const at = rules.indexOf("for: P12M");
    writeFileSync(file, rules.replace("for: P12M", "for: P6M"));
    const { status, err } = wenze(["law", "check", "--regulations", folder]);
    assert.equal(status, 1);
    const found = /benxi-gaoxin-2019-31\/rules\.yaml:(\d+): .*第十三条第一款.*P6M/.exec(err);
    const edited = rules.slice(0, at).split("\n").length;
    assert.ok(found && edited - Number(found[1]) >= 0 && edited - Number(found[1]) < 12, err);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("A folder that is not there is a wrong call", () => {
  assert.equal(wenze(["law", "check", "--regulations", "/nonexistent"]).status, 2);
  assert.equal(wenze(["law", "check", "--folder"]).status, 2);
});

test("`law readings NAME` quotes the clause and counts what the alternative changes, the same each time", () => {
  const ask = (): string[] => wenze(["law", "readings", "periodEnd", "--questions", "5000"]).out;
  const out = ask().join("\n");
  assert.match(out, /受到调离岗位处理的，一年内不得提拔/);
  assert.match(out, /\* day-before-anniversary/);
  assert.match(out, /anniversary {2}周年日当日.*\n +改变 changes [1-9]\d* \/ 5000/);
  assert.equal(ask().join("\n"), out);
});

test("`law readings` of a name that does not exist is a wrong call", () => {
  const { status, err } = wenze(["law", "readings", "period"]);
  assert.equal(status, 2);
  assert.match(err, /periodStart/);
});

test("Two versions are compared by name, or by folder, and what cannot be compared is said", () => {
  const versions = wenze(["law", "diff", "jilv-chufen-2018", "jilv-chufen-2023"]);
  assert.equal(versions.status, 1, versions.err);
  assert.ok(versions.out.some((text) => text.startsWith("限制")));
  const folder = mkdtempSync(path.join(tmpdir(), "wenze-diff-"));
  try {
    const draft = path.join(folder, "benxi-gaoxin-2019-31");
    cpSync(path.join(regulationsFolder, "benxi-gaoxin-2019-31"), draft, { recursive: true });
    const rules = path.join(draft, "rules.yaml");
    writeFileSync(rules, readFileSync(rules, "utf8").replace("default: one-act", "default: all-acts"));
    const own = wenze(["law", "diff", "benxi-gaoxin-2019-31", draft]);
    assert.equal(own.status, 1, own.err);
    assert.deepEqual(
      own.out.slice(2).map((text) => text.trim()),
      [
        "读法 Readings: 1",
        "limbActs",
        "- *one-act 查实其一即可 / all-acts 须全部查实",
        "+ one-act 查实其一即可 / *all-acts 须全部查实",
      ],
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  assert.match(wenze(["law", "diff", "wenze-2016", "benxi-gaoxin-2019-31"]).err, /不能相互比较/u);
  assert.match(wenze(["law", "diff", "wenze-2016", "nothing"]).err, /没有名为 nothing/u);
});
