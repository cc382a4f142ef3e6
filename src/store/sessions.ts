// Sessions (kept by the hash of their token) and attempts to sign in.
import type { Attempt } from "#access/throttle.ts";
import type { Account } from "./accounts.ts";
import type { Transaction } from "./database.ts";

export async function addSession(
  _trx: Transaction,
  _session: { tokenHash: string; accountId: string; at: string; address: string },
): Promise<void> {
  throw new Error("being written");
}

/** The account of a session that still lives at `now` (idle, oldest age, not disabled), and notes its use at most once a minute. Null otherwise. */
export async function useSession(_trx: Transaction, _tokenHash: string, _now: string): Promise<Account | null> {
  throw new Error("being written");
}

export async function endSession(_trx: Transaction, _tokenHash: string): Promise<void> {
  throw new Error("being written");
}

export async function endSessionsOf(
  _trx: Transaction,
  _accountId: string,
  _keepTokenHash: string | null,
): Promise<void> {
  throw new Error("being written");
}

/** Removes sessions that have ended by age and attempts older than a day. */
export async function forgetExpired(_trx: Transaction, _now: string): Promise<void> {
  throw new Error("being written");
}

/** `account` is the name as typed, known or not. */
export async function addAttempt(
  _trx: Transaction,
  _attempt: Attempt & { account: string; address: string },
): Promise<void> {
  throw new Error("being written");
}

/** Attempts on this account name from this address since an instant, oldest first: what `throttled` looks at. */
export async function attemptsSince(
  _trx: Transaction,
  _asked: { account: string; address: string; since: string },
): Promise<Attempt[]> {
  throw new Error("being written");
}
