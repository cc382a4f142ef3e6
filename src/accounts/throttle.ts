// Slowing down whoever guesses passwords, without locking the owner out from elsewhere.

/** `at` is an ISO instant with milliseconds. */
export type Attempt = { at: string; succeeded: boolean };

/** How many failures in how many minutes stop an address, as the security policy sets them. */
export type TryLimits = { tries: number; windowMinutes: number };
const defaultLimits: TryLimits = { tries: 5, windowMinutes: 15 };

/** Failures on one account from all addresses that stop an unknown address: for a guesser with many addresses. */
const triesFromAnywhere = 20;

/** The instant up to which earlier attempts no longer count. */
export function windowStart(now: string, { windowMinutes }: TryLimits = defaultLimits): string {
  return Temporal.Instant.from(now).subtract({ minutes: windowMinutes }).toString({ smallestUnit: "millisecond" });
}

/** Whether this account has failed too often from this address within the window since its last success. Attempts: oldest first. */
export function throttled(attempts: readonly Attempt[], now: string, limits: TryLimits = defaultLimits): boolean {
  const start = windowStart(now, limits);
  const lastSuccess = attempts.findLastIndex((attempt) => attempt.succeeded);
  return attempts.slice(lastSuccess + 1).filter((attempt) => attempt.at > start).length >= limits.tries;
}

/** Whether the account has failed too often from all addresses together; an address from which the owner has signed in before stays open. */
export function throttledFromAnywhere(account: { failures: number; knownAddress: boolean }): boolean {
  return !account.knownAddress && account.failures >= triesFromAnywhere;
}
