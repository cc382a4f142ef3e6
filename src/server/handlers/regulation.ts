// The law in force, for the browser's engine, and every pack that stands beside it.
import type { LawInForce } from "#api/regulation.ts";
import { effectsForReader, packsOf } from "#app/law-effects.ts";
import { lawInForce } from "#app/law-in-force.ts";
import type { Law } from "#law/law.ts";
import { signedInOf } from "../context.ts";
import { answerOf, foundOr404 } from "../refuse.ts";
import { endpoints } from "./implementer.ts";

/** The law does not change while the server runs, so it is put together once. */
const known = new WeakMap<Law, LawInForce>();

export const regulation = {
  packs: endpoints.regulation.packs.handler(({ context: { app } }) => {
    const inForce = known.get(app.law) ?? lawInForce(app.law, app.otherPacks);
    known.set(app.law, inForce);
    return inForce;
  }),
  pack: endpoints.regulation.pack.handler(({ input, context: { app } }) => {
    return foundOr404(packsOf(app).find(({ id }) => id === input.packId) ?? null);
  }),
  effects: endpoints.regulation.effects.handler(async ({ input, context }) =>
    answerOf(await effectsForReader(context.app, signedInOf(context).actor, input)),
  ),
};
