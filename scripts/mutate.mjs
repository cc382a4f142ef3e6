// `npm run mutate`: breaks the rules in every way a slip can and says what the checks find; bench/MUTATION.md.

import { spawnSync } from "node:child_process";
import { ensureInstalled, pinnedNode, root } from "./install.mjs";

ensureInstalled();
const { status } = spawnSync(pinnedNode, ["test/mutation/main.ts"], { cwd: root, stdio: "inherit" });
process.exitCode = status ?? 1;
