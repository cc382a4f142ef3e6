// The regulation and the upper norms in force, as data for the browser's own engine and for the screen of text and rules.
import { z } from "zod";
import { authorityTable } from "#law/procedure/authority.ts";
import { interpretationInLaw } from "#law/compile/interpretation.ts";
import { normDecision } from "#law/compile/norm-decisions.ts";
import { passagesShape } from "#law/text/official-text.ts";
import type { Pack } from "#law/pack/pack.ts";
import { askers } from "#eligibility/contract/eligibility.ts";
import { endpoint, sentenceShape } from "#kernel/contract/meta.ts";
import { unparsed } from "#kernel/contract/unparsed.ts";

/** As `packShape` declares it. It stands here by its type alone: whoever starts would load every kind of rule to parse none. */
const pack = z.custom<Pack>();
const lawInForce = z.object({
  version: z.string(),
  regulation: pack,
  upper: z.array(pack),
  settings: z.record(z.string(), z.string()),
  /** Packs that stand in the same folder and are not in force here: other places' texts, examples, drafts. */
  others: z.array(z.object({ id: z.string(), short: sentenceShape })),
});
export type LawInForce = z.output<typeof lawInForce>;

/** Days as ISO text; null where the bar is missing on that side. */
const span = z.object({ from: z.string(), until: z.string() });
const changedRestriction = z.object({
  personId: z.string(),
  name: z.string(),
  organizationName: z.string(),
  bars: z.string(),
  layer: z.enum(["regulation", "upper"]),
  cause: sentenceShape,
  caseNumber: z.string().nullable(),
  before: span.nullable(),
  after: span.nullable(),
  /** It runs today on one of the two sides. */
  running: z.boolean(),
});
export type ChangedRestriction = z.output<typeof changedRestriction>;
const lawEffects = z.object({
  /** Cases in which a circumstance is established whose rule changes. */
  cases: z.array(
    z.object({
      matterId: z.string(),
      number: z.string(),
      title: z.string(),
      circumstances: z.array(z.string()),
    }),
  ),
  /** Persons with something on record that were looked at. */
  persons: z.int(),
  /** Of them, those of whom some bar changes, and how many bars in all. */
  changedPersons: z.int(),
  changed: z.int(),
  running: z.int(),
  /** The first of them, those that run today before the others, to the bound. */
  rows: z.array(changedRestriction),
});
export type LawEffects = z.output<typeof lawEffects>;

const decisionsInForce = z.object({
  version: z.string(),
  /** What was decided on norms, as the entries of a map. */
  norms: z.array(z.tuple([z.string(), normDecision]).readonly()).readonly(),
  interpretations: z.array(interpretationInLaw).readonly(),
  /** Of the official texts that hold, by pack and rule. */
  passages: passagesShape,
  /** The interpreting bodies for which whoever asks can act. */
  actsFor: z.array(z.string()),
});
export type DecisionsInForce = z.output<typeof decisionsInForce>;

export const regulation = {
  /** `version` changes when a pack does; the browser keeps the packs until it is loaded again. */
  packs: endpoint
    .route({ method: "GET", path: "/regulation" })
    .meta({ access: "signed-in", logged: "nothing" })
    .input(z.strictObject({}).optional())
    .output(unparsed(lawInForce.extend({ authority: z.array(authorityTable).readonly() }))),
  /** One pack, in force or not, whole. */
  pack: endpoint
    .route({ method: "GET", path: "/regulation/packs/{packId}" })
    .meta({ access: "signed-in", logged: "nothing" })
    .input(z.strictObject({ packId: z.string().max(100) }))
    .output(unparsed(pack)),
  /** Which stored restrictions and cases another version of a pack would change. */
  effects: endpoint
    .route({ method: "POST", path: "/regulation/effects" })
    .meta({ access: askers, logged: "sensitive-read" })
    .input(z.strictObject({ before: z.string().max(100), after: z.string().max(100) }))
    .output(lawEffects),
  /** What the interpreting bodies have made of the packs: small, and asked for again; `version` names packs and all. */
  inForce: endpoint
    .route({ method: "GET", path: "/regulation/in-force" })
    .meta({ access: "signed-in", logged: "nothing" })
    .input(z.strictObject({}).optional())
    .output(unparsed(decisionsInForce)),
};
