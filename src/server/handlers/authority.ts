// The district's authority table.
import { authorityVersions, confirmAuthority, enterAuthority } from "#jurisdiction/uses/authority.ts";
import { signedInOf } from "../context.ts";
import { answerOf } from "../refuse.ts";
import { endpoints } from "./implementer.ts";

export const authority = {
  list: endpoints.authority.list.handler(({ context }) => authorityVersions(context.app, signedInOf(context).actor)),
  enter: endpoints.authority.enter.handler(async ({ input, context }) =>
    answerOf(await enterAuthority(context.app, signedInOf(context).actor, input)),
  ),
  confirm: endpoints.authority.confirm.handler(async ({ input, context }) =>
    answerOf(await confirmAuthority(context.app, signedInOf(context).actor, input)),
  ),
};
