// Accounts.
import { accountsFor, blockAccount, giveRoles, openAccount, resetPassword } from "#accounts/uses/accounts.ts";
import { signedInOf } from "../context.ts";
import { answerOf } from "../refuse.ts";
import { endpoints } from "./implementer.ts";

export const accounts = {
  list: endpoints.accounts.list.handler(async ({ context }) => {
    const accounts = await accountsFor(context.app, signedInOf(context).actor);
    return accounts.map(({ id, account, name, roles, organizationName, disabled, hasTotp }) => ({
      accountId: id,
      account,
      name,
      roles,
      organizationName,
      disabled,
      hasTotp,
    }));
  }),
  add: endpoints.accounts.add.handler(async ({ input, context }) =>
    answerOf(await openAccount(context.app, signedInOf(context).actor, input)),
  ),
  setRoles: endpoints.accounts.setRoles.handler(async ({ input, context }) =>
    answerOf(await giveRoles(context.app, signedInOf(context).actor, input)),
  ),
  setDisabled: endpoints.accounts.setDisabled.handler(async ({ input, context }) =>
    answerOf(await blockAccount(context.app, signedInOf(context).actor, input)),
  ),
  resetPassword: endpoints.accounts.resetPassword.handler(async ({ input, context }) =>
    answerOf(await resetPassword(context.app, signedInOf(context).actor, input)),
  ),
};
