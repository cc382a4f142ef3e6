// `npm run soak`: the long forms of the durability tests, test/soak/*.test.ts.

import { ensureInstalled } from "./install.mjs";
import { find, runSteps, tests } from "./steps.mjs";

ensureInstalled();
await runSteps([
  tests("soak", find("test/soak", ".test.ts"), { env: { WENZE_SOAK: "1", WENZE_TEST_NAMES: "1" }, minutes: 120 }),
]);
