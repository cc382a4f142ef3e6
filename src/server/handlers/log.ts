// The log.
import { checkLog, readLog } from "#app/log.ts";
import { signedInOf } from "../context.ts";
import { endpoints } from "./implementer.ts";

export const log = {
  list: endpoints.log.list.handler(({ input, context }) => readLog(context.app, signedInOf(context).actor, input)),
  verify: endpoints.log.verify.handler(({ context }) => checkLog(context.app, signedInOf(context).actor)),
};
