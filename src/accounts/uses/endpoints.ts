// The use behind each endpoint of accounts, delegations, the security policy and one-time codes.
import type { UsesOf } from "#kernel/use-of.ts";
import type { accounts } from "../contract/accounts.ts";
import type { delegations } from "../contract/delegations.ts";
import type { security } from "../contract/security.ts";
import type { session } from "../contract/session.ts";
import { namePerson } from "./account-person.ts";
import { accountsFor, setAccountDisabled, giveRoles, openAccount, resetPassword } from "./accounts.ts";
import {
  decideOnDelegation,
  delegationsFor,
  endDelegationEarly,
  requestDelegation,
  requestForHolder,
} from "./delegations.ts";
import { securityPolicy, setSecurityPolicy } from "./security.ts";
import { askTotpReset, confirmTotp, decideTotpReset, startTotp, totpResets } from "./totp.ts";

export const accountsUses = {
  list: accountsFor,
  add: openAccount,
  namePerson,
  setRoles: giveRoles,
  setDisabled: setAccountDisabled,
  resetPassword,
} satisfies UsesOf<typeof accounts>;

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
  totpResets,
  askTotpReset,
  decideTotpReset,
} satisfies UsesOf<typeof security>;

/** Of the session only what needs no cookie: the server itself signs in and out. */
export const sessionUses = {
  takeUpTotp: (app, actor, { key }, { signedIn }) => startTotp(app, actor, { key, account: signedIn.account.account }),
  confirmTotp,
} satisfies UsesOf<Pick<typeof session, "takeUpTotp" | "confirmTotp">>;
