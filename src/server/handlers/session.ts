// Signing in and out, and who one is.
import { changePassword, meOf, signIn, signOut } from "#app/session.ts";
import { problems } from "../answers.ts";
import { signedInOf } from "../context.ts";
import { refuse } from "../refuse.ts";
import { endpoints } from "./implementer.ts";

export const session = {
  signIn: endpoints.session.signIn.handler(async ({ input, context, errors }) => {
    const answer = await signIn(context.app, { ...input, address: context.address, formerToken: context.token });
    if (answer.type === "throttled") return refuse(problems.tooMany);
    if (answer.type === "wrong-credentials") throw errors.WRONG_CREDENTIALS();
    context.setSession(answer.token);
    return answer.me;
  }),
  signOut: endpoints.session.signOut.handler(async ({ context }) => {
    await signOut(context.app, signedInOf(context));
    context.setSession(null);
    return { ok: true };
  }),
  me: endpoints.session.me.handler(({ context }) => {
    const { account, actor } = signedInOf(context);
    return meOf(context.app, account, actor);
  }),
  changePassword: endpoints.session.changePassword.handler(async ({ input, context, errors }) => {
    const changed = await changePassword(context.app, signedInOf(context), { ...input, address: context.address });
    if (changed === "throttled") return refuse(problems.tooMany);
    if (changed === "weak") throw errors.WEAK_PASSWORD();
    if (changed === "wrong-credentials") throw errors.WRONG_CREDENTIALS();
    return { ok: true };
  }),
};
