// The contract: every endpoint there is. Handlers, the typed client, OpenAPI and the permission matrix all read this table.
import { accounts } from "#accounts/contract/accounts.ts";
import { administration } from "#accounts/contract/administration.ts";
import { acts } from "#matters/contract/acts.ts";
import { authority } from "#jurisdiction/contract/authority.ts";
import { bodies } from "#bodies/contract.ts";
import { calendar } from "#jurisdiction/contract/calendar.ts";
import { clearance } from "#clearance/contract/clearance.ts";
import { delegations } from "#accounts/contract/delegations.ts";
import { eligibility } from "#eligibility/contract/eligibility.ts";
import { history } from "#law-admin/contract/history.ts";
import { imports } from "#imports/contract.ts";
import { interpretations } from "#law-admin/contract/interpretations.ts";
import { letters } from "#letters/contract.ts";
import { lists } from "#lists/contract.ts";
import { log } from "#log/contract.ts";
import { matters } from "#matters/contract/matters.ts";
import { norms } from "#law-admin/contract/norms.ts";
import { officialTexts } from "#law-admin/contract/official-texts.ts";
import { registry } from "#registry/contract.ts";
import { restrictions } from "#eligibility/contract/restrictions.ts";
import { reuses } from "#matters/contract/reuses.ts";
import { statistics } from "#statistics/contract.ts";
import { regulation } from "#law-admin/contract/regulation.ts";
import { releases } from "#matters/contract/releases.ts";
import { reporters } from "#matters/contract/reporters.ts";
import { security } from "#accounts/contract/security.ts";
import { session } from "#accounts/contract/session.ts";
import { sweep } from "#sweep/contract.ts";
import { tokens } from "#clearance/contract/tokens.ts";
import { notifications, supervision } from "#notifications/contract.ts";

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
  restrictions,
  statistics,
  reuses,
  imports,
  lists,
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
  administration,
  reporters,
  releases,
  delegations,
  security,
  sweep,
  tokens,
};
