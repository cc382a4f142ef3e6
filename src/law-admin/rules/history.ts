// Whether everything is recorded that bears on a day asked about: what is stated of the district and of who came from elsewhere, and what is refused.
import { z } from "zod";
import type { Refusal } from "#law/refusal.ts";
import { id, isoDay, shortText, longText } from "#casework/act.ts";
import { kinOf } from "#casework/actor.ts";
import type { Actor } from "#casework/actor.ts";
import { breaksFourEyesOf } from "#casework/four-eyes.ts";
import type { FirstActor } from "#casework/four-eyes.ts";
import type { Role } from "#casework/roles.ts";
import type { Sentence } from "#law/text/citation.ts";
import {
  alreadyConfirmed,
  arrivalInFuture,
  completeFromFuture,
  ownHistory,
  reasonsMissing,
  reasonsTooLong,
  statedByYou,
} from "./words.ts";

/** Who states what was entered, and who confirms it: the personnel department, and the discipline body. */
export const historyStaters = ["personnel-officer"] as const satisfies readonly Role[];
export const historyConfirmers = ["discipline-officer", "reviewer"] as const satisfies readonly Role[];

/** Of the district: everything is recorded whose effect reaches `since` or later. Of an arrival: the earlier file was seen. Days are ISO. */
export const statedShape = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("district"), since: isoDay }),
  z.strictObject({ type: z.literal("arrival"), arrivalId: id }),
]);
export type Stated = z.output<typeof statedShape>;

/** `entered`: what was entered, by which sources; `basis`: the paper that says so. */
export const statementShape = z.strictObject({ of: statedShape, entered: longText, basis: shortText });
export type StatementEntry = z.output<typeof statementShape>;

export const arrivalShape = z.strictObject({ personId: id, on: isoDay, fromUnit: shortText });
export type ArrivalEntry = z.output<typeof arrivalShape>;

export const confirmingShape = z.strictObject({
  confirmed: z.boolean(),
  reasons: z.string().trim().max(4000, reasonsTooLong),
});
export type Confirming = z.output<typeof confirmingShape>;

/** Instants are ISO texts in UTC. */
export type Statement = StatementEntry & {
  id: string;
  /** Of an arrival: whose. */
  personId: string | null;
  enteredAt: string;
  enteredBy: string;
  enteredName: string;
  confirmation: { confirmed: boolean; reasons: string; signedAt: string; signedBy: string; signedName: string } | null;
};

export type Arrival = ArrivalEntry & { id: string; enteredAt: string; enteredName: string };

/** What is known of one person's history: since when the district's is complete, and whether some earlier file of theirs has not been seen. */
export type History = { since: string | null; fileUnseen: boolean };

/** A question about a day, or a year, of which the last day counts. Days are ISO. */
export type AskedTime = { date: string | null; year: number | null };

/** Whether everything is recorded whose effect reaches the day asked about, or the last one of the year. */
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

/** Why this account cannot confirm the statement, or send it back; empty when it can. `first` is who entered it. */
export function refusalsOfConfirming(
  statement: Statement,
  { confirmed, reasons }: Confirming,
  { actor, first }: { actor: Actor; first: FirstActor },
): Refusal[] {
  if (statement.confirmation !== null) return [refuse("signed-already", alreadyConfirmed, "statementId")];
  if (breaksFourEyesOf(actor, historyConfirmers, first)) return [refuse("four-eyes", statedByYou, "statementId")];
  if (!confirmed && reasons === "") return [refuse("reasons-missing", reasonsMissing, "reasons")];
  return statement.personId === null ? [] : refusalsOfOwnHistory(statement.personId, actor);
}

/** Nobody states or confirms what is known of themselves or their family. */
export function refusalsOfOwnHistory(personId: string, actor: Actor): Refusal[] {
  if (!kinOf(actor).includes(personId)) return [];
  return [refuse("own-history", ownHistory, "personId")];
}

/** No text forbids these: they are impossible in themselves, or the order of the work; so none is cited. */
function refuse(code: string, message: Sentence, field: string): Refusal {
  return { code, message, source: null, field };
}
