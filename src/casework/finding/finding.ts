// The human finding of gravity and the choice of measures: the same shape in a proposal and in a decision.
import { z } from "zod";
import { gravitySchema, handlingSchema } from "#law/pack/vocabulary.ts";
import { id, isoDay, shortText, longText } from "../act.ts";

export const findingShape = {
  gravity: gravitySchema,
  gravityReasons: longText,
  /** Milder or heavier circumstances that people found; the software draws nothing from them. */
  factors: z
    .array(z.strictObject({ factor: id, how: shortText }))
    .max(20)
    .default([]),
  /** What people found of each clause of escalation that the records call up. */
  escalations: z
    .array(z.strictObject({ rule: id, followed: z.boolean(), reasons: longText }))
    .max(20)
    .default([]),
  strongReaction: z.boolean(),
  vileInfluence: z.boolean(),
};

export const handlingShape = {
  measures: z.array(id).max(10),
  handling: handlingSchema,
  handlingReasons: longText.nullable(),
};

/** What a decision says beside the measures: the levels their restrictions are measured against, the day of the person's own application. */
export const levelsShape = {
  originalLevel: shortText.nullable(),
  reducedLevel: shortText.nullable(),
  appliedOn: isoDay.nullable(),
};
