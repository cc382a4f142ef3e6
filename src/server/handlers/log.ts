// The log.
import { acceptCountersignatures, askCheckpoint, checkpointPage } from "#log/uses/checkpoints.ts";
import { checkLog, readLog, verificationOf } from "#log/uses/log.ts";
import { signedInOf } from "../context.ts";
import { answerOf } from "../refuse.ts";
import { endpoints } from "./implementer.ts";

const { log: table } = endpoints;

export const log = {
  list: table.list.handler(({ input, context }) => readLog(context.app, signedInOf(context).actor, input)),
  verify: table.verify.handler(({ context, signal }) => checkLog(context.app, signedInOf(context).actor, signal)),
  verification: table.verification.handler(({ context }) => verificationOf(context.app, signedInOf(context).actor)),
  checkpoints: table.checkpoints.handler(({ input, context }) =>
    checkpointPage(context.app, signedInOf(context).actor, input),
  ),
  makeCheckpoint: table.makeCheckpoint.handler(async ({ input, context }) =>
    answerOf(await askCheckpoint(context.app, signedInOf(context).actor, input.key)),
  ),
  acceptCountersignature: table.acceptCountersignature.handler(async ({ input, context }) =>
    answerOf(await acceptCountersignatures(context.app, signedInOf(context).actor, input.file)),
  ),
};
