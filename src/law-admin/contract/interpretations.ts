// Interpretations of the regulation: listed for everybody, entered and countersigned by the interpreting bodies, their effect shown first.
import { type } from "@orpc/contract";
import { z } from "zod";
import { interpretationInput, signatureInput } from "../rules/interpretation.ts";
import type { Interpretation } from "../rules/interpretation.ts";
import { interpretingRoles } from "../rules/interpreting.ts";
import type { Citation, Sentence } from "#law/text/citation.ts";
import { endpoint, pageInput } from "#kernel/contract/meta.ts";
import type { boundedCount } from "#kernel/contract/meta.ts";

const interpretationId = z.string().min(1).max(64);

export type Span = { from: string; until: string; greyDay: string | null };
export type EffectRow = {
  personId: string;
  name: string;
  organizationName: string;
  changes: {
    bars: string;
    layer: "regulation" | "upper";
    cite: Citation;
    cause: Sentence;
    /** Null where there was none, or will be none. */
    before: Span | null;
    after: Span | null;
  }[];
};

/** `next` goes on behind the last person looked at. */
export type EffectPage = { rows: EffectRow[]; next: string | null; lookedAt: number };

export const interpretations = {
  /** The latest entered first. */
  list: endpoint
    .route({ method: "POST", path: "/interpretations/search" })
    .meta({ access: "signed-in", logged: "nothing" })
    .input(z.strictObject({ ...pageInput }))
    .output(type<{ rows: Interpretation[]; next: string | null; count: z.output<typeof boundedCount> }>()),
  get: endpoint
    .route({ method: "GET", path: "/interpretations/{interpretationId}" })
    .meta({ access: "signed-in", logged: "nothing" })
    .input(z.strictObject({ interpretationId }))
    .output(type<Interpretation>()),
  /** Of whom it would change which bar, from which days to which: of one recorded already, or of one as it would be entered. */
  preview: endpoint
    .route({ method: "POST", path: "/interpretations/preview" })
    .meta({ access: interpretingRoles, logged: "sensitive-read" })
    .input(
      z.union([
        z.strictObject({ interpretationId, ...pageInput }),
        z.strictObject({ entry: interpretationInput, ...pageInput }),
      ]),
    )
    .output(type<EffectPage>()),
  /** It changes nothing before it is countersigned. */
  enter: endpoint
    .route({ method: "POST", path: "/interpretations" })
    .meta({ access: interpretingRoles, logged: "act" })
    .input(z.strictObject({ key: z.uuid(), ...interpretationInput.shape }))
    .output(z.object({ interpretationId: z.string() })),
  /** Agreed to, it holds; answers with how many persons on record were looked at, and of how many restrictions changed. */
  countersign: endpoint
    .route({ method: "POST", path: "/interpretations/{interpretationId}/signature" })
    .meta({ access: interpretingRoles, logged: "act" })
    .input(z.strictObject({ interpretationId, key: z.uuid(), ...signatureInput.shape }))
    .output(z.object({ persons: z.int(), changed: z.int() })),
};
