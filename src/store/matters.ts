// Leads and cases: their history of events, and the row that ledgers are read from.
import type { ActId } from "#casework/act-names.ts";
import type { Actor } from "#casework/actor.ts";
import type { Recorded } from "#casework/events.ts";
import type { Matter } from "#casework/replay.ts";
import type { Stage } from "#casework/stages.ts";
import type { Transaction } from "./database.ts";
import type { Count, Counted, Page } from "./page.ts";

export type MatterRow = {
  matterId: string;
  kind: "lead" | "case";
  number: string;
  title: string;
  stage: Stage;
  version: number;
  concerned: string[];
  openedOn: string;
  dueOn: string | null;
  updatedAt: string;
  registeredBy: string;
  /** Who did each act in a case, for four eyes; empty for a lead. */
  hands: Partial<Record<ActId, string[]>>;
};
export type LedgerSort = "number" | "openedOn" | "dueOn" | "updatedAt";
export type LedgerQuestion = {
  kind: "lead" | "case";
  query: string;
  stages: readonly Stage[];
  sort: LedgerSort;
  order: "asc" | "desc";
} & Page;

/** The matter replayed from its history; null when there is none. "for-update" holds it until the transaction ends, before reading. */
export async function loadMatter(
  _trx: Transaction,
  _matterId: string,
  _hold: "read" | "for-update",
): Promise<{ matter: Matter; history: Recorded[] } | null> {
  throw new Error("being written");
}

/** One page of what this actor may read, by key. A party to a matter never sees it. An empty `stages` means all. */
export async function listMatters(
  _trx: Transaction,
  _actor: Actor,
  _question: LedgerQuestion,
): Promise<Counted<MatterRow>> {
  throw new Error("being written");
}

/** How many this actor may read, up to 1000. `dueBefore` counts only those due before that ISO day. */
export async function countMatters(
  _trx: Transaction,
  _actor: Actor,
  _asked: { kind: "lead" | "case"; stages: readonly Stage[]; dueBefore: string | null },
): Promise<Count> {
  throw new Error("being written");
}

/** Cases in which these persons are subjects and which this actor may read, latest first. */
export async function casesOfPerson(_trx: Transaction, _actor: Actor, _personId: string): Promise<MatterRow[]> {
  throw new Error("being written");
}

/** For each person the number of open leads and cases that touch them: what makes an answer "pending". Persons without are left out. */
export async function openMattersOf(_trx: Transaction, _personIds: readonly string[]): Promise<Record<string, number>> {
  throw new Error("being written");
}
