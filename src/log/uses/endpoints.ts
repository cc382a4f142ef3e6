// The use behind each endpoint of the log.
import type { UsesOf } from "#kernel/use-of.ts";
import type { log } from "../contract.ts";
import { alarmsFor, answerAlarm } from "./alarms.ts";
import { acceptCountersignatures, askCheckpoint, checkpointPage } from "./checkpoints.ts";
import { checkLog, readLog, verificationOf } from "./log.ts";

export const logUses = {
  list: readLog,
  verify: (app, actor, _input, { signal }) => checkLog(app, actor, signal),
  alarms: alarmsFor,
  answerAlarm,
  verification: verificationOf,
  checkpoints: checkpointPage,
  makeCheckpoint: askCheckpoint,
  acceptCountersignature: acceptCountersignatures,
} satisfies UsesOf<typeof log>;
