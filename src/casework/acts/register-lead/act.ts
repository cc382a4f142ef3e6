// Register a lead (登记线索). The reporter's identity is not taken here: the summary must do without it.
import { z } from "zod";
import {
  happened,
  id,
  isoDay,
  leadBeginningAct,
  refusal,
  refuseFuture,
  refused,
  shortText,
  longText,
} from "../../act.ts";
import type { Context } from "../../act.ts";
import type { Concerned } from "../../events.ts";
import type { Refusal } from "#law/refusal.ts";
import type { Sentence } from "#law/text/citation.ts";
import { leadSource } from "../../events.ts";
import { names, noSuchPerson } from "./act-words.ts";

/** Whom a lead concerns; `personId` when the person was found in the registry. */
export const concernedShape = z
  .array(z.strictObject({ name: shortText, unit: shortText, personId: id.nullable() }))
  .max(20);

export const registerLead = leadBeginningAct({
  id: "register-lead",
  names,
  basis: "leads",
  input: z.strictObject({
    source: leadSource,
    receivedOn: isoDay,
    summary: longText,
    concerned: concernedShape,
  }),
  lookUps: ({ concerned }) => ({ persons: personsOf(concerned) }),
  decide: (input, context) => {
    const future = refuseFuture(context, { receivedOn: input.receivedOn }, "leads");
    if (future.length > 0) return refused(...future);
    const unknown = refusalsOfConcerned(names, input.concerned, context);
    if (unknown.length > 0) return refused(...unknown);
    return happened({ type: "lead-registered", number: context.number, ...input });
  },
});

/** Registry ids of those concerned who were found there. */
export function personsOf(concerned: readonly Concerned[]): string[] {
  return concerned.flatMap(({ personId }) => (personId === null ? [] : [personId]));
}

/** Refused where a person named by id is not in the registry; `names` are those of the act. */
export function refusalsOfConcerned(
  names: Sentence,
  concerned: readonly Concerned[],
  context: Context<"persons">,
): Refusal[] {
  if (personsOf(concerned).every((personId) => context.registry.persons[personId] !== undefined)) return [];
  return [refusal(context, "no-such-person", noSuchPerson(names), "leads", "concerned")];
}
