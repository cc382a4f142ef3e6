// The contract: every endpoint there is. Handlers, the typed client, OpenAPI and the permission matrix all read this table.
import { accounts } from "./accounts.ts";
import { acts } from "./acts.ts";
import { authority } from "./authority.ts";
import { bodies } from "./bodies.ts";
import { calendar } from "./calendar.ts";
import { clearance } from "./clearance.ts";
import { delegations } from "./delegations.ts";
import { eligibility } from "./eligibility.ts";
import { history } from "./history.ts";
import { imports } from "./imports.ts";
import { interpretations } from "./interpretations.ts";
import { letters } from "./letters.ts";
import { log } from "./log.ts";
import { matters } from "./matters.ts";
import { norms } from "./norms.ts";
import { officialTexts } from "./official-texts.ts";
import { registry } from "./registry.ts";
import { regulation } from "./regulation.ts";
import { reporters } from "./reporters.ts";
import { security } from "./security.ts";
import { session } from "./session.ts";
import { sweep } from "./sweep.ts";
import { tokens } from "./tokens.ts";
import { notifications, supervision } from "./supervision.ts";

/** All paths stand below this prefix. */
export const apiPrefix = "/api";

export const contract = {
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
};
