// `npm run fix`: mends what the linter and the formatter can mend by themselves.

import { ensureInstalled } from "./install.mjs";
import { fixes, runSteps } from "./steps.mjs";

ensureInstalled();
await runSteps(fixes());
