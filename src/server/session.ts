// The endpoints that give the browser its session or take it away: the only ones with a handler of their own.
import { implement } from "@orpc/server";
import { changePassword, meOf, signIn, signOut } from "#accounts/uses/session.ts";
import { contract } from "./contract/contract.ts";
import { signedInOf } from "./context.ts";
import type { Context } from "./context.ts";
import { refuse, valueOf } from "./refuse.ts";
import { problems } from "./words.ts";

const { session: endpoints } = implement(contract).$context<Context>();

export type SessionEndpoint = keyof typeof sessionHandlers;

export const sessionHandlers = {
  signIn: endpoints.signIn.handler(async ({ input, context, errors }) => {
    const { address, token: formerToken, device } = context;
    const answer = await signIn(context.app, { ...input, address, formerToken, device });
    if (answer.type === "throttled") return refuse(problems.tooMany);
    if (answer.type === "wrong-credentials") throw errors.WRONG_CREDENTIALS();
    if (answer.type === "code-needed") throw answer.wrong ? errors.WRONG_CODE() : errors.CODE_NEEDED();
    context.setSession(answer.token);
    context.setDevice(answer.device);
    return answer.me;
  }),
  signOut: endpoints.signOut.handler(async ({ context }) => {
    await signOut(context.app, signedInOf(context));
    context.setSession(null);
    return { ok: true };
  }),
  me: endpoints.me.handler(({ context }) => meOf(context.app, signedInOf(context))),
  changePassword: endpoints.changePassword.handler(async ({ input, context, errors }) => {
    const changed = await changePassword(context.app, signedInOf(context), { ...input, address: context.address });
    switch (changed.type) {
      case "throttled":
        return refuse(problems.tooMany);
      case "weak":
        throw errors.WEAK_PASSWORD({ message: changed.fault.zh, data: { fault: changed.fault } });
      case "wrong-credentials":
        throw errors.WRONG_CREDENTIALS();
      case "done":
      case "refused":
        return valueOf(changed);
    }
  }),
};
