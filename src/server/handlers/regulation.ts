// The law in force, for the browser's engine.
import { lawInForce } from "#app/law-in-force.ts";
import type { LawInForce } from "#app/law-in-force.ts";
import type { Law } from "#law/law.ts";
import { endpoints } from "./implementer.ts";

/** The law does not change while the server runs, so it is put together once. */
const known = new WeakMap<Law, LawInForce>();

export const regulation = {
  packs: endpoints.regulation.packs.handler(({ context: { app } }) => {
    const inForce = known.get(app.law) ?? lawInForce(app.law);
    known.set(app.law, inForce);
    return inForce;
  }),
};
