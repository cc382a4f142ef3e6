// Statements that the history is complete, of the district and of persons who came from elsewhere; whether a day is covered; what is refused.
import { z } from "zod";
import type { Refusal } from "#law/refusal.ts";
import { id, isoDay, shortText, longText } from "#casework/act.ts";
import { kinOf } from "#casework/actor.ts";
import type { Actor } from "#casework/actor.ts";
import { refusalsOfSecondStep } from "#casework/four-eyes.ts";
import type { Role } from "#casework/roles.ts";
import type { Sentence } from "#law/text/citation.ts";
import {
  alreadyConfirmed,
  arrivalInFuture,
  completeFromFuture,
  ownHistory,
  reasonsMissing,
  reasonsTooLong,
} from "./words.ts";

/** Roles that enter statements (personnel), and roles that confirm them (discipline). */
export const historyEnteringRoles = ["personnel-officer"] as const satisfies readonly Role[];
export const historyConfirmingRoles = ["discipline-officer", "reviewer"] as const satisfies readonly Role[];

/** Of the district: everything is recorded whose effect reaches `since` or later. Of an arrival: the earlier file was seen. Days are ISO. */
export const statedShape = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("district"), since: isoDay }),
  z.strictObject({ type: z.literal("arrival"), arrivalId: id }),
]);
export type StatementSubject = z.output<typeof statedShape>;

/** `entered`: what was entered and from which sources; `basis`: the document that says so. */
export const statementShape = z.strictObject({ of: statedShape, entered: longText, basis: shortText });
export type StatementEntry = z.output<typeof statementShape>;

export const arrivalShape = z.strictObject({ personId: id, on: isoDay, fromUnit: shortText });
export type ArrivalEntry = z.output<typeof arrivalShape>;

export const confirmingShape = z.strictObject({
  confirmed: z.boolean(),
  reasons: z.string().trim().max(4000, reasonsTooLong),
});
export type ConfirmationInput = z.output<typeof confirmingShape>;

/** Instants are ISO texts in UTC. */
export const recordedStatement = z.object({
  ...statementShape.shape,
  id: z.string(),
  /** The person who arrived; null for a statement on the district. */
  personId: z.string().nullable(),
  enteredAt: z.string(),
  enteredBy: z.string(),
  enteredName: z.string(),
  confirmation: z
    .object({
      confirmed: z.boolean(),
      reasons: z.string(),
      signedAt: z.string(),
      signedBy: z.string(),
      signedName: z.string(),
    })
    .nullable(),
});
export type Statement = z.output<typeof recordedStatement>;

export const recordedArrival = z.object({
  ...arrivalShape.shape,
  id: z.string(),
  enteredAt: z.string(),
  enteredName: z.string(),
});
export type Arrival = z.output<typeof recordedArrival>;

/** How complete one person's history is: from which day the district's is complete, and whether an earlier file of theirs has not been seen. */
export type History = { since: string | null; fileUnseen: boolean };

/** The day (ISO) or year asked about; of a year, the last day counts. */
export type AskedTime = { date: string | null; year: number | null };

/** Whether everything is recorded that has effect on the day asked about, or on the last day of the year. */
export function isHistoryComplete({ since, fileUnseen }: History, { date, year }: AskedTime): boolean {
  if (since === null || fileUnseen) return false;
  return since <= (date ?? `${year}-12-31`);
}

export function refusalsOfStatement({ of }: StatementEntry, { today }: { today: string }): Refusal[] {
  if (of.type === "arrival" || of.since <= today) return [];
  return [refuse("date-in-the-future", completeFromFuture(of.since, today), "of.since")];
}

export function refusalsOfArrival({ personId, on }: ArrivalEntry, known: { actor: Actor; today: string }): Refusal[] {
  if (on > known.today) return [refuse("date-in-the-future", arrivalInFuture(on, known.today), "on")];
  return refusalsOfOwnHistory(personId, known.actor);
}

/** Why this account cannot confirm the statement, or send it back; empty when it can. `first`: the accounts by which it was entered. */
export function refusalsOfConfirming(
  statement: Statement,
  { confirmed, reasons }: ConfirmationInput,
  { actor, first }: { actor: Actor; first: readonly string[] },
): Refusal[] {
  if (statement.confirmation !== null) return [refuse("signed-already", alreadyConfirmed, "statementId")];
  const same = refusalsOfSecondStep("confirm-history", { actor, roles: historyConfirmingRoles, first }, "statementId");
  if (same.length > 0) return same;
  if (!confirmed && reasons === "") return [refuse("reasons-missing", reasonsMissing, "reasons")];
  return statement.personId === null ? [] : refusalsOfOwnHistory(statement.personId, actor);
}

/** Refuses whoever enters or confirms a history of their own or of a close relative. */
export function refusalsOfOwnHistory(personId: string, actor: Actor): Refusal[] {
  if (!kinOf(actor).includes(personId)) return [];
  return [refuse("own-history", ownHistory, "personId")];
}

/** A refusal without a source: no text forbids these. */
function refuse(code: string, message: Sentence, field: string): Refusal {
  return { code, message, source: null, field };
}
