// Interpretations as the interpreting bodies record them: entered for one body, countersigned for another, and what they make of the law.
import { z } from "zod";
import { refusalOfConfirmation } from "#law/confirmation.ts";
import type { Confirmation } from "#law/confirmation.ts";
import { parseDay } from "#law/days.ts";
import type { Day } from "#law/days.ts";
import type { Interpretation as InLaw } from "#law/interpretation.ts";
import { compileLaw, refusalOfSetting } from "#law/law.ts";
import type { Law } from "#law/law.ts";
import { id, isoDay, shortWords, words } from "./act.ts";

/** What an interpretation changes: nothing but what the text is taken to say, one reading, or that an unverified clause is confirmed. */
export const effectShape = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("words") }),
  z.strictObject({ type: z.literal("reading"), setting: id, option: id, recompute: z.boolean() }),
  z.strictObject({ type: z.literal("confirmation"), pack: id, rule: id }),
]);
export type Effect = z.output<typeof effectShape>;

/** As it is entered. `body` is the interpreting body for which the account acts. Days are ISO. */
export const entryShape = z.strictObject({
  body: id,
  number: shortWords,
  on: isoDay,
  validFrom: isoDay,
  /** The clause of the regulation that is interpreted. */
  anchor: id,
  question: words,
  text: words,
  effect: effectShape,
  /** The interpretation that ends where this one begins. */
  replaces: id.nullable(),
});
export type Entry = z.output<typeof entryShape>;

export const signingShape = z.strictObject({
  body: id,
  agreed: z.boolean(),
  reasons: z.string().trim().max(4000, "不超过4000字"),
});
export type Signing = z.output<typeof signingShape>;

/** Instants are ISO texts in UTC. */
export type Signature = {
  agreed: boolean;
  reasons: string;
  signedAt: string;
  signedBy: string;
  signedName: string;
  signedFor: string;
};

/** A recorded interpretation; it holds once the signature agrees. */
export type Interpretation = Omit<Entry, "body"> & {
  id: string;
  enteredAt: string;
  enteredBy: string;
  enteredName: string;
  enteredFor: string;
  signature: Signature | null;
  /** The interpretation that holds and took its place. */
  replacedBy: string | null;
};

/**
 * The law with these interpretations, all agreed to, in the order in which they came to hold. One that the packs no
 * longer know what to do with (a reading or a rule that is gone) stays on record and changes nothing.
 */
export function lawWith(base: Law, agreed: readonly Interpretation[]): Law {
  const packs = [base.regulation, ...base.upper];
  const confirmations = agreed
    .filter(({ replacedBy }) => replacedBy === null)
    .flatMap((one) => confirmationsIn(one))
    .filter((one) => refusalOfConfirmation(packs, one) === null);
  return compileLaw({
    ...base,
    confirmations: [...base.confirmations, ...confirmations],
    interpretations: agreed.map((one) => inLaw(base, one)),
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

function confirmationsIn({ effect, validFrom, enteredFor, number }: Interpretation): Confirmation[] {
  if (effect.type !== "confirmation") return [];
  return [{ pack: effect.pack, rule: effect.rule, on: dayOf(validFrom), by: enteredFor, number }];
}

function dayOf(iso: string): Day {
  const day = parseDay(iso);
  if (day === null) throw new Error(`${iso} is recorded but is no day`);
  return day;
}
