// `npm run check`: format, lint and types, in some seconds.

import { ensureInstalled } from "./install.mjs";
import { checks, runSteps } from "./steps.mjs";

ensureInstalled();
await runSteps(checks());
