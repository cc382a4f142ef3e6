// The regulation and the upper norms in force, as data for the browser's own engine and for the screen of text and rules.
import { type } from "@orpc/contract";
import { z } from "zod";
import type { Pack } from "#law/pack.ts";
import { endpoint } from "./meta.ts";

export const regulation = {
  /** `version` changes when a pack or setting does; the browser keeps the packs until then. */
  packs: endpoint
    .route({ method: "GET", path: "/regulation" })
    .meta({ access: "signed-in", logged: "nothing" })
    .input(z.strictObject({}).optional())
    .output(type<{ version: string; regulation: Pack; upper: Pack[]; settings: Record<string, string> }>()),
};
