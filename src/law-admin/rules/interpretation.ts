// Interpretations: entered for one interpreting body, countersigned for another; and the law as they change it.
import { z } from "zod";
import { parseDay } from "#law/reckon/days.ts";
import type { Day } from "#law/reckon/days.ts";
import type { Interpretation as InLaw } from "#law/compile/interpretation.ts";
import { compileLaw, refusalOfSetting } from "#law/compile/law.ts";
import type { Law } from "#law/compile/law.ts";
import type { Passages } from "#law/text/official-text.ts";
import { id, isoDay, shortText, longText } from "#casework/act.ts";
import { barringNorms } from "./norm.ts";
import { reasonsTooLong } from "./words.ts";
import { normKey } from "#law/compile/norm-decisions.ts";
import type { NormDecision as DecidedInLaw } from "#law/compile/norm-decisions.ts";

/** What the bodies found an unverified rule of an upper norm to be, from its official text: it says so, or it does not, or not of our cases. */
export const normDecisions = ["applies", "not-applied"] as const;
export type NormDecision = (typeof normDecisions)[number];

/**
 * What is recorded: nothing but what the text is taken to say, one reading, or whether an unverified rule of an upper norm applies. `passage` is
 * the clause of the official text on which that rests, `source` where the text was seen; the reasons are the text of the entry.
 */
export const effectShape = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("words") }),
  z.strictObject({ type: z.literal("reading"), setting: id, option: id, recompute: z.boolean() }),
  z.strictObject({
    type: z.literal("norm"),
    pack: id,
    rule: id,
    decision: z.enum(normDecisions),
    passage: longText,
    source: shortText,
  }),
]);
export type Effect = z.output<typeof effectShape>;

/** An entry. `body`: the interpreting body for which the account acts. Days are ISO. */
export const interpretationInput = z.strictObject({
  body: id,
  number: shortText,
  on: isoDay,
  validFrom: isoDay,
  /** The clause that is interpreted: of the regulation, or of the norm that is decided on. */
  anchor: id,
  question: longText,
  text: longText,
  effect: effectShape,
  /** The id of the interpretation that ends on the day this one begins. */
  replaces: id.nullable(),
});
export type InterpretationInput = z.output<typeof interpretationInput>;

export const signatureInput = z.strictObject({
  body: id,
  agreed: z.boolean(),
  reasons: z.string().trim().max(4000, reasonsTooLong),
});
export type SignatureInput = z.output<typeof signatureInput>;

/** Instants are ISO texts in UTC. */
const signature = z.object({
  agreed: z.boolean(),
  reasons: z.string(),
  signedAt: z.string(),
  signedBy: z.string(),
  signedName: z.string(),
  signedFor: z.string(),
});
export type Signature = z.output<typeof signature>;

/** A recorded interpretation; it holds once the signature agrees. */
export const interpretationShape = z.object({
  ...interpretationInput.omit({ body: true }).shape,
  id: z.string(),
  enteredAt: z.string(),
  enteredBy: z.string(),
  enteredName: z.string(),
  enteredFor: z.string(),
  signature: signature.nullable(),
  /** The interpretation that holds and took its place. */
  replacedBy: z.string().nullable(),
});
export type Interpretation = z.output<typeof interpretationShape>;

/**
 * The law with the passages of official texts and with these interpretations, all agreed to, in the order in which they came to hold. One that the packs no
 * longer know what to do with (a reading or a rule that is gone) stays on record and changes nothing.
 */
export function lawWith(base: Law, agreed: readonly Interpretation[], passages: Passages = base.passages): Law {
  const known = new Set(barringNorms(base).map(({ key }) => key));
  const decided = agreed.flatMap((one) => (one.replacedBy === null ? decisionIn(one) : []));
  return compileLaw({
    ...base,
    norms: new Map([...base.norms, ...decided.filter(([key]) => known.has(key))]),
    interpretations: agreed.map((one) => inLaw(base, one)),
    passages,
  });
}

function inLaw(base: Law, { id: key, number, on, validFrom, replaces, effect }: Interpretation): InLaw {
  const reads =
    effect.type === "reading" && refusalOfSetting(base.regulation, effect.setting, effect.option) === null
      ? effect
      : null;
  const sets = reads === null ? null : { setting: reads.setting, option: reads.option, recompute: reads.recompute };
  return { id: key, number, on: dayOf(on), from: dayOf(validFrom), replaces, sets };
}

function decisionIn({ effect, validFrom }: Interpretation): [string, DecidedInLaw][] {
  if (effect.type !== "norm") return [];
  const decision = effect.decision === "applies" ? { applies: dayOf(validFrom) } : effect.decision;
  return [[normKey({ id: effect.pack }, { id: effect.rule }), decision]];
}

function dayOf(iso: string): Day {
  const day = parseDay(iso);
  if (day === null) throw new Error(`${iso} is recorded but is no day`);
  return day;
}
