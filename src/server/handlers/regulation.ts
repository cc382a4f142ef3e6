// The law in force, for the browser's engine, and every pack that stands beside it.
import { authorityInForce } from "#jurisdiction/uses/authority.ts";
import { effectsForReader, packsOf } from "#law-admin/uses/law-effects.ts";
import { inForceFor, packsFor } from "#law-admin/uses/law-in-force.ts";
import { signedInOf } from "../context.ts";
import { answerOf, foundOr404 } from "../refuse.ts";
import { endpoints } from "./implementer.ts";

export const regulation = {
  packs: endpoints.regulation.packs.handler(async ({ context: { app } }) => ({
    ...packsFor(app),
    authority: await authorityInForce(app),
  })),
  pack: endpoints.regulation.pack.handler(({ input, context: { app } }) => {
    return foundOr404(packsOf(app).find(({ id }) => id === input.packId) ?? null);
  }),
  effects: endpoints.regulation.effects.handler(async ({ input, context }) =>
    answerOf(await effectsForReader(context.app, signedInOf(context).actor, input)),
  ),
  inForce: endpoints.regulation.inForce.handler(({ context }) => inForceFor(context.app, signedInOf(context).actor)),
};
