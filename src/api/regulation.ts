// The regulation and the upper norms in force, as data for the browser's own engine and for the screen of text and rules.
import { type } from "@orpc/contract";
import { z } from "zod";
import type { Sentence } from "#law/citation.ts";
import type { Pack } from "#law/pack.ts";
import { endpoint } from "./meta.ts";

export type LawInForce = {
  version: string;
  regulation: Pack;
  upper: Pack[];
  settings: Record<string, string>;
  /** Packs that stand in the same folder and are not in force here: other places' texts, examples, drafts. */
  others: { id: string; short: Sentence }[];
};

export const regulation = {
  /** `version` changes when a pack or setting does; the browser keeps the packs until then. */
  packs: endpoint
    .route({ method: "GET", path: "/regulation" })
    .meta({ access: "signed-in", logged: "nothing" })
    .input(z.strictObject({}).optional())
    .output(type<LawInForce>()),
  /** One pack, in force or not, whole. */
  pack: endpoint
    .route({ method: "GET", path: "/regulation/packs/{packId}" })
    .meta({ access: "signed-in", logged: "nothing" })
    .input(z.strictObject({ packId: z.string().max(100) }))
    .output(type<Pack>()),
};
