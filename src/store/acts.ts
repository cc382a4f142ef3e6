// Saving what an act brought about: events, the ledger row, what is derived for persons, and the log, in one transaction.
import type { ActId } from "#casework/act-names.ts";
import type { CaseworkEvent, LeadEvent } from "#casework/events.ts";
import type { Matter } from "#casework/replay.ts";
import type { Law } from "#law/law.ts";
import type { HashAlgorithm } from "#audit/entry.ts";
import type { Transaction } from "./database.ts";

export type DoneAct = {
  matterId: string;
  /** The matter as loaded for update; null when the act begins it. */
  before: Matter | null;
  act: ActId;
  actor: { accountId: string; name: string };
  /** ISO instant with milliseconds, in UTC. */
  at: string;
  events: readonly CaseworkEvent[];
  others: readonly { matterId: string; event: LeadEvent }[];
  /** More for the log entry, such as the address and the serial; JSON values. */
  note?: Record<string, unknown>;
};
export type Saved = { type: "saved"; matter: Matter } | { type: "conflict" };

/**
 * Writes events after `before.version`, the projection, measures, sanctions, consents and restrictions of the persons concerned, and one
 * log entry in the chain of each matter. "conflict" when somebody was quicker; nothing is written then, and the caller rolls back.
 */
export async function saveAct(
  _trx: Transaction,
  _law: Law,
  _done: DoneAct,
  _algorithm: HashAlgorithm = "sha256",
): Promise<Saved> {
  throw new Error("being written");
}
