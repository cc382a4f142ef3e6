// Since when the history is complete.
import {
  confirmHistory,
  districtHistory,
  openHistory,
  recordArrival,
  stateHistory,
  unseenFor,
} from "#law-admin/uses/history.ts";
import { signedInOf } from "../context.ts";
import { answerOf } from "../refuse.ts";
import { endpoints } from "./implementer.ts";

export const history = {
  district: endpoints.history.district.handler(({ context }) =>
    districtHistory(context.app, signedInOf(context).actor),
  ),
  open: endpoints.history.open.handler(({ context }) => openHistory(context.app, signedInOf(context).actor)),
  unseen: endpoints.history.unseen.handler(({ input, context }) =>
    unseenFor(context.app, signedInOf(context).actor, input),
  ),
  state: endpoints.history.state.handler(async ({ input, context }) =>
    answerOf(await stateHistory(context.app, signedInOf(context).actor, input)),
  ),
  confirm: endpoints.history.confirm.handler(async ({ input, context }) =>
    answerOf(await confirmHistory(context.app, signedInOf(context).actor, input)),
  ),
  recordArrival: endpoints.history.recordArrival.handler(async ({ input, context }) =>
    answerOf(await recordArrival(context.app, signedInOf(context).actor, input)),
  ),
};
