// `npm test`: everything that must hold, on a machine that has nothing but Node; the last line says how many passed and failed.

import { ensureInstalled } from "./install.mjs";
import { checks, command, find, runSteps, tests } from "./steps.mjs";

ensureInstalled();

const unit = [...find("src", ".test.ts"), ...find("demo", ".test.ts"), ...find("bench", ".test.ts")];

// Two rows beside each other, for two cores; what opens browsers has both to itself. The database step goes over both engines; the API
// stands on PostgreSQL, and the browsers on PGlite.
await runSteps([
  command("browser part is built", ["scripts/build.mjs"]),
  [
    [
      ...checks(),
      tests("law, written twice and broken", [
        ...find("test/second", ".test.ts"),
        ...find("test/mutation", ".test.ts"),
      ]),
      command("law", ["src/cli/main.ts", "law", "check"]),
      tests("API", find("test/api", ".test.ts"), { together: true, env: { WENZE_TEST_ENGINE: "postgres" } }),
    ],
    [
      tests("project", find("test", ".test.ts", false)),
      tests("unit", unit, { together: true }),
      tests("database (PGlite and PostgreSQL)", find("test/database", ".test.ts"), { together: true }),
    ],
  ],
  tests("browser", find("test/browser", ".test.ts"), { atOnce: 2 }),
]);
