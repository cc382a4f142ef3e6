// What the shell around the acts does not compile without. Compiled with the rest; there is nothing to run.
import type { InferContractRouterInputs } from "@orpc/contract";
import type { ActId } from "#casework/acts.ts";
import type { Actor } from "#casework/actor.ts";
import type { App } from "#kernel/app.ts";
import type { UsesOf } from "#kernel/use-of.ts";
import { acts } from "#matters/contract/acts.ts";
import { actsUses } from "#matters/uses/endpoints.ts";
import { perform } from "#matters/uses/perform.ts";

const { close: _endpoint, ...otherEndpoints } = acts;
// @ts-expect-error an act without an endpoint
export const endpoints: Record<ActId, unknown> = otherEndpoints;

const { close: _use, ...otherUses } = actsUses;
// @ts-expect-error an endpoint that nothing is done behind
export const uses: UsesOf<typeof acts> = otherUses;

type Sent = InferContractRouterInputs<typeof acts>;
const at = { matterId: "m", version: 1, key: "k" };
export const sent: Sent["close"] = { ...at, input: { on: "2026-07-31", summary: "办结" } };
// @ts-expect-error each endpoint takes the input of its own act
export const otherInput: Sent["close"] = { ...at, input: { leadId: "l", reasons: "同一问题" } };

export const unparsed = (app: App, actor: Actor) =>
  // @ts-expect-error input that was not parsed
  perform(app, actor, { ...at, act: "close", input: { on: "2026-07-31", summary: "办结" } });
