// `npm run mutate`: all mutants of all packs; prints the page, writes it to bench/MUTATION.md, and fails when too much lives. Each core judges
// its share of them in a thread of its own.

import { writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { readPackFiles } from "#law-admin/packs/pack-files.ts";
import { regulationsFolder } from "#law-admin/packs/regulations.ts";
import { judgeMutants } from "./mutate.ts";
import type { Verdict } from "./mutate.ts";
import { mutationPage, sumsOf } from "./report.ts";

type Share = { of: number; first: number };

if (isMainThread) await judgeAll();
else {
  const { of, first } = workerData as Share; // handed over below
  parentPort?.postMessage([...judgeMutants(await readPackFiles(regulationsFolder), of, first)]);
}

async function judgeAll(): Promise<void> {
  const began = performance.now();
  const of = os.availableParallelism();
  const shares = await Promise.all(Array.from({ length: of }, (_none, first) => judgeShare({ of, first })));
  // Each share has every so many of them: dealt out one by one they are in their order again.
  const verdicts = (shares[0] ?? []).flatMap((_verdict, index) => shares.flatMap((share) => share[index] ?? []));
  const page = mutationPage(verdicts, (performance.now() - began) / 1000);
  process.stdout.write(page);
  writeFileSync(path.join(import.meta.dirname, "../../bench/MUTATION.md"), page);
  const { changing, early } = sumsOf(verdicts);
  const lives = verdicts.some(
    ({ death, subjects }) => death === "survives" && subjects.some((subject) => subject !== "text"),
  );
  process.exitCode = early >= 0.98 * changing && !lives ? 0 : 1;
}

function judgeShare(share: Share): Promise<Verdict[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: share });
    worker.once("message", (verdicts: Verdict[]) => resolve(verdicts));
    worker.once("error", reject);
  });
}
