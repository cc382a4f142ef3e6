// The use behind each endpoint of accounts, delegations, the security policy, sessions and one-time codes.
import type { UsesOf } from "#kernel/use-of.ts";
import type { accounts } from "../contract/accounts.ts";
import type { delegations } from "../contract/delegations.ts";
import type { security } from "../contract/security.ts";
import type { session } from "../contract/session.ts";
import { namePerson } from "./account-person.ts";
import type { administration } from "../contract/administration.ts";
import { accountsFor, askForAccess, giveRoles, openAccount, setAccountDisabled, unnamedAccounts } from "./accounts.ts";
import { administratorRequests, decideRequest } from "./administration.ts";
import {
  decideOnDelegation,
  delegationsFor,
  endDelegationEarly,
  requestDelegation,
  requestForHolder,
} from "./delegations.ts";
import { securityPolicy, setSecurityPolicy } from "./security.ts";
import { endOwnSession, sessionsFor } from "./own-sessions.ts";
import { confirmTotp, startTotp } from "./totp.ts";

export const accountsUses = {
  list: accountsFor,
  add: openAccount,
  namePerson,
  setRoles: giveRoles,
  setDisabled: setAccountDisabled,
  restoreAccess: askForAccess,
  unnamed: unnamedAccounts,
} satisfies UsesOf<typeof accounts>;

export const administrationUses = {
  requests: administratorRequests,
  decide: decideRequest,
} satisfies UsesOf<typeof administration>;

export const delegationsUses = {
  list: delegationsFor,
  ask: requestDelegation,
  askForHolder: requestForHolder,
  decide: decideOnDelegation,
  end: endDelegationEarly,
} satisfies UsesOf<typeof delegations>;

export const securityUses = {
  policy: securityPolicy,
  setPolicy: setSecurityPolicy,
} satisfies UsesOf<typeof security>;

/** Of the session only what needs no cookie: the server itself signs in and out. */
export const sessionUses = {
  takeUpTotp: (app, actor, { key }, { signedIn }) => startTotp(app, actor, { key, account: signedIn.account.account }),
  confirmTotp,
  sessions: sessionsFor,
  endSession: endOwnSession,
} satisfies UsesOf<Pick<typeof session, "takeUpTotp" | "confirmTotp" | "sessions" | "endSession">>;
