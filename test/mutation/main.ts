// `npm run mutate`: all mutants of all packs; prints the page, writes it to bench/MUTATION.md, and fails when too much lives.

import { writeFileSync } from "node:fs";
import path from "node:path";
import { readPackFiles } from "#law-admin/packs/pack-files.ts";
import { regulationsFolder } from "#law-admin/packs/regulations.ts";
import { judgeMutants } from "./mutate.ts";
import { mutationPage, sumsOf } from "./report.ts";

const began = performance.now();
const verdicts = [...judgeMutants(await readPackFiles(regulationsFolder))];
const page = mutationPage(verdicts, (performance.now() - began) / 1000);
process.stdout.write(page);
writeFileSync(path.join(import.meta.dirname, "../../bench/MUTATION.md"), page);
const { changing, early } = sumsOf(verdicts);
const lives = verdicts.some(
  ({ death, subjects }) => death === "survives" && subjects.some((subject) => subject !== "text"),
);
process.exitCode = early >= 0.98 * changing && !lives ? 0 : 1;
