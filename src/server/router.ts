// Every endpoint of the contract with its handler: one that is missing here does not compile.
import { accounts } from "./handlers/accounts.ts";
import { acts } from "./handlers/acts.ts";
import { authority } from "./handlers/authority.ts";
import { bodies } from "./handlers/bodies.ts";
import { calendar } from "./handlers/calendar.ts";
import { clearance } from "./handlers/clearance.ts";
import { delegations } from "./handlers/delegations.ts";
import { eligibility } from "./handlers/eligibility.ts";
import { endpoints } from "./handlers/implementer.ts";
import { imports } from "./handlers/imports.ts";
import { history } from "./handlers/history.ts";
import { interpretations } from "./handlers/interpretations.ts";
import { norms } from "./handlers/norms.ts";
import { letters } from "./handlers/letters.ts";
import { log } from "./handlers/log.ts";
import { matters } from "./handlers/matters.ts";
import { officialTexts } from "./handlers/official-texts.ts";
import { reporters } from "./handlers/reporters.ts";
import { registry } from "./handlers/registry.ts";
import { regulation } from "./handlers/regulation.ts";
import { security } from "./handlers/security.ts";
import { session } from "./handlers/session.ts";
import { sweep } from "./handlers/sweep.ts";
import { tokens } from "./handlers/tokens.ts";
import { notifications, supervision } from "./handlers/supervision.ts";

export const router = endpoints.router({
  session,
  matters,
  supervision,
  notifications,
  bodies,
  acts,
  calendar,
  registry,
  imports,
  eligibility,
  clearance,
  letters,
  regulation,
  interpretations,
  norms,
  history,
  officialTexts,
  authority,
  log,
  accounts,
  reporters,
  delegations,
  security,
  sweep,
  tokens,
});
