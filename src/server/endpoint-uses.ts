// The use behind every endpoint of the contract, room by room: one that is missing does not compile.
import {
  accountsUses,
  administrationUses,
  delegationsUses,
  securityUses,
  sessionUses,
} from "#accounts/uses/endpoints.ts";
import { bodiesUses } from "#bodies/uses/endpoints.ts";
import { clearanceUses, tokensUses } from "#clearance/uses/endpoints.ts";
import { eligibilityUses, restrictionsUses } from "#eligibility/uses/endpoints.ts";
import { importsUses } from "#imports/uses/endpoints.ts";
import { authorityUses, calendarUses } from "#jurisdiction/uses/endpoints.ts";
import {
  historyUses,
  interpretationsUses,
  normsUses,
  officialTextsUses,
  regulationUses,
} from "#law-admin/uses/endpoints.ts";
import { lettersUses } from "#letters/uses/endpoints.ts";
import { listsUses } from "#lists/uses/endpoints.ts";
import { logUses } from "#log/uses/endpoints.ts";
import { actsUses, mattersUses, releasesUses, reportersUses, reusesUses } from "#matters/uses/endpoints.ts";
import { notificationsUses, supervisionUses } from "#notifications/uses/endpoints.ts";
import { registryUses } from "#registry/uses/endpoints.ts";
import { statisticsUses } from "#statistics/uses/endpoints.ts";
import { sweepUses } from "#sweep/uses/endpoints.ts";
import type { UsesOf } from "#kernel/use-of.ts";
import type { contract } from "./contract/contract.ts";
import type { SessionEndpoint } from "./session.ts";

type Contract = typeof contract;

/** All but those of the session, which hand the browser a cookie. */
export type Uses = { readonly [Part in Exclude<keyof Contract, "session">]: UsesOf<Contract[Part]> } & {
  readonly session: UsesOf<Omit<Contract["session"], SessionEndpoint>>;
};

export const uses: Uses = {
  session: sessionUses,
  matters: mattersUses,
  supervision: supervisionUses,
  notifications: notificationsUses,
  bodies: bodiesUses,
  acts: actsUses,
  calendar: calendarUses,
  registry: registryUses,
  restrictions: restrictionsUses,
  statistics: statisticsUses,
  reuses: reusesUses,
  imports: importsUses,
  lists: listsUses,
  eligibility: eligibilityUses,
  clearance: clearanceUses,
  letters: lettersUses,
  regulation: regulationUses,
  interpretations: interpretationsUses,
  norms: normsUses,
  history: historyUses,
  officialTexts: officialTextsUses,
  authority: authorityUses,
  log: logUses,
  accounts: accountsUses,
  administration: administrationUses,
  reporters: reportersUses,
  releases: releasesUses,
  delegations: delegationsUses,
  security: securityUses,
  sweep: sweepUses,
  tokens: tokensUses,
};
