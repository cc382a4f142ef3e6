// `npm run bench [NAME…]`: runs bench/*.bench.ts one after the other, each in a fresh process; they write bench/RESULTS.md.

import { ensureInstalled } from "./install.mjs";
import { command, find, runSteps } from "./steps.mjs";

ensureInstalled();
const wanted = process.argv.slice(2);
const files = find("bench", ".bench.ts").filter(
  (file) => wanted.length === 0 || wanted.some((each) => file.includes(each)),
);
await runSteps(files.map((file) => command(file, ["--expose-gc", file])));
