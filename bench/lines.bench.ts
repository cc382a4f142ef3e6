// `./wenze eligibility --facts` on a million lines against a program that parses the same lines and prints answers that were there
// before: what is left is the price of the law. Both are processes of their own, as in use, in turns.

import { spawnSync } from "node:child_process";
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { z } from "zod";
import { loadLaw } from "#law-admin/packs/regulations.ts";
import { factsAt } from "./asked-objects.ts";
import { median } from "./cpu.ts";
import { makeQuestions } from "./questions.ts";
import { figure, goal, table, writeSection } from "./results.ts";

const goalRatio = 2;
const inEach = 100_000;
const parts = 10;
const rounds = 3;
const root = path.join(import.meta.dirname, "..");
// As `./wenze` sets it.
const compiled = path.join(root, "node_modules/.cache/wenze");
const folder = mkdtempSync(path.join(tmpdir(), "wenze-lines-"));

type Run = { cpu: number; wall: number; megabytes: number; out: string };

try {
  const law = await loadLaw();
  const whole = path.join(folder, "million.jsonl");
  const tenth = path.join(folder, "tenth.jsonl");
  for (let part = 1; part <= parts; part += 1) {
    const columns = makeQuestions(law, inEach, part, { sanctions: true });
    const lines = Array.from({ length: inEach }, (_, index) => `${JSON.stringify(factsAt(law, columns, index))}\n`);
    appendFileSync(whole, lines.join(""));
    if (part === 1) writeFileSync(tenth, lines.join(""));
  }
  const sample = path.join(folder, "answers.jsonl");
  const kept = run(["src/cli/main.ts", "eligibility", "--facts", tenth], true);
  writeFileSync(sample, kept.out.split("\n").slice(0, 20_000).join("\n"));

  const answered: Run[] = [];
  const alone: Run[] = [];
  for (let round = 0; round < rounds; round += 1) {
    answered.push(run(["src/cli/main.ts", "eligibility", "--facts", whole]));
    alone.push(run(["bench/json-alone.ts", whole, sample]));
  }
  const short = run(["src/cli/main.ts", "eligibility", "--facts", tenth]);
  const of = (runs: readonly Run[], what: (one: Run) => number): number => median(runs.map(what));
  const ratio = median(answered.map((one, round) => one.cpu / (alone[round]?.cpu ?? Number.NaN)));
  const more = of(answered, (one) => one.megabytes) - short.megabytes;
  const row = (name: string, lines: number, runs: readonly Run[]) => [
    name,
    figure(lines),
    figure(
      of(runs, (one) => one.cpu),
      1,
    ),
    figure(
      of(runs, (one) => one.wall),
      1,
    ),
    figure(of(runs, (one) => one.megabytes)),
  ];
  writeSection(
    "lines",
    "A file of a million facts on the command line",
    `
\`./wenze eligibility --facts FILE\`, both layers of all packs, restrictions, citations and notes on every line, against a program that
parses the same lines and prints answers that were there before (20,000 of the same file in turn), and nothing else. Output goes to
/dev/null; starting is part of it. ${rounds} rounds of both alternate; medians.

${table(
  ["program", "lines", "CPU seconds", "seconds on the clock", "most memory, MB"],
  [
    row("JSON alone", inEach * parts, alone),
    row("Wenze", inEach * parts, answered),
    row("Wenze, a tenth of it", inEach, [short]),
  ],
)}

${goal(ratio <= goalRatio, `${ratio.toFixed(2)}× the CPU time of parsing and printing alone; at most ${goalRatio}× is asked.`)}

${goal(more < 50, `ten times as many lines take ${figure(more)} MB more; memory is to stay flat.`)}
`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Runs a program of ours; with `keep` its output is kept, else thrown away. */
function run(args: readonly string[], keep = false): Run {
  const usage = 'process.on("exit",()=>process.stderr.write(JSON.stringify(process.resourceUsage())))';
  const began = performance.now();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", `data:text/javascript,${encodeURIComponent(usage)}`, ...args],
    {
      cwd: root,
      env: { ...process.env, NODE_COMPILE_CACHE: compiled },
      encoding: "utf8",
      stdio: ["ignore", keep ? "pipe" : "ignore", "pipe"],
      maxBuffer: 1 << 30,
    },
  );
  const wall = (performance.now() - began) / 1e3;
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}: ${stderr}`);
  const { userCPUTime, systemCPUTime, maxRSS } = z
    .object({ userCPUTime: z.number(), systemCPUTime: z.number(), maxRSS: z.number() })
    .parse(JSON.parse(stderr));
  return { cpu: (userCPUTime + systemCPUTime) / 1e6, wall, megabytes: maxRSS / 1024, out: stdout ?? "" };
}
