// Interpretations of the regulation: listed for everybody, entered and countersigned by the interpreting bodies, their effect shown first.
import { z } from "zod";
import { interpretationInput, interpretationShape, signatureInput } from "../rules/interpretation.ts";
import { interpretingRoles } from "../rules/interpreting.ts";
import { citationShape } from "#law/text/citation.ts";
import { boundedCount, endpoint, pageInput, sentenceShape } from "#kernel/contract/meta.ts";

const interpretationId = z.string().min(1).max(64);

/** Days are ISO. */
const span = z.object({ from: z.string(), until: z.string(), greyDay: z.string().nullable() });
export type Span = z.output<typeof span>;
const effectRow = z.object({
  personId: z.string(),
  name: z.string(),
  organizationName: z.string(),
  changes: z.array(
    z.object({
      bars: z.string(),
      layer: z.enum(["regulation", "upper"]),
      cite: citationShape,
      cause: sentenceShape,
      /** Null where there was none, or will be none. */
      before: span.nullable(),
      after: span.nullable(),
    }),
  ),
});
export type EffectRow = z.output<typeof effectRow>;

/** `next` continues after the last person compared; `lookedAt`: how many were. */
const effectPage = z.object({ rows: z.array(effectRow), next: z.string().nullable(), lookedAt: z.int() });
export type EffectPage = z.output<typeof effectPage>;

export const interpretations = {
  /** The latest entered first. */
  list: endpoint
    .route({ method: "POST", path: "/interpretations/search" })
    .meta({ access: "signed-in", logged: "nothing" })
    .input(z.strictObject({ ...pageInput }))
    .output(z.object({ rows: z.array(interpretationShape), next: z.string().nullable(), count: boundedCount })),
  get: endpoint
    .route({ method: "GET", path: "/interpretations/{interpretationId}" })
    .meta({ access: "signed-in", logged: "nothing" })
    .input(z.strictObject({ interpretationId }))
    .output(interpretationShape),
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
    .output(effectPage),
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
