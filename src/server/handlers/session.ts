// Signing in and out, and who one is.
import { changePassword, meOf, signIn, signOut } from "#accounts/uses/session.ts";
import { confirmTotp, takeUpTotp } from "#accounts/uses/totp.ts";
import { keyUsedFor } from "#kernel/once.ts";
import { problems } from "../answers.ts";
import { signedInOf } from "../context.ts";
import { answerOf, refuse } from "../refuse.ts";
import { endpoints } from "./implementer.ts";

export const session = {
  signIn: endpoints.session.signIn.handler(async ({ input, context, errors }) => {
    const answer = await signIn(context.app, { ...input, address: context.address, formerToken: context.token });
    if (answer.type === "throttled") return refuse(problems.tooMany);
    if (answer.type === "wrong-credentials") throw errors.WRONG_CREDENTIALS();
    if (answer.type === "code-needed") throw answer.wrong ? errors.WRONG_CODE() : errors.CODE_NEEDED();
    context.setSession(answer.token);
    return answer.me;
  }),
  signOut: endpoints.session.signOut.handler(async ({ context }) => {
    await signOut(context.app, signedInOf(context));
    context.setSession(null);
    return { ok: true };
  }),
  me: endpoints.session.me.handler(({ context }) => meOf(context.app, signedInOf(context))),
  changePassword: endpoints.session.changePassword.handler(async ({ input, context, errors }) => {
    const changed = await changePassword(context.app, signedInOf(context), { ...input, address: context.address });
    switch (changed.type) {
      case "throttled":
        return refuse(problems.tooMany);
      case "weak":
        throw errors.WEAK_PASSWORD({ message: changed.fault.zh, data: { fault: changed.fault } });
      case "wrong-credentials":
        throw errors.WRONG_CREDENTIALS();
      case "key-used":
        return answerOf(keyUsedFor());
      case "changed":
        return { ok: true };
    }
  }),
  takeUpTotp: endpoints.session.takeUpTotp.handler(async ({ input, context }) => {
    const { actor, account } = signedInOf(context);
    return answerOf(await takeUpTotp(context.app, actor, account.account, input));
  }),
  confirmTotp: endpoints.session.confirmTotp.handler(async ({ input, context }) =>
    answerOf(await confirmTotp(context.app, signedInOf(context).actor, input)),
  ),
};
