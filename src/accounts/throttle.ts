// Slowing down whoever guesses passwords, without locking the owner out from elsewhere.

/** `at` is an ISO instant with milliseconds. */
export type Attempt = { at: string; succeeded: boolean };

/** How many failures in how many minutes stop an address, as the security policy sets them. */
export type TryLimits = { tries: number; windowMinutes: number };
const usual: TryLimits = { tries: 5, windowMinutes: 15 };

/** As many from all addresses together, for one account: what a guesser with many addresses is stopped by. */
const triesFromAnywhere = 20;

/** The instant up to which earlier attempts no longer count. */
export function windowStart(now: string, { windowMinutes }: TryLimits = usual): string {
  return Temporal.Instant.from(now).subtract({ minutes: windowMinutes }).toString({ smallestUnit: "millisecond" });
}

/** Whether so many attempts of this account from this address have failed within the window since the last success. Attempts oldest first. */
export function throttled(attempts: readonly Attempt[], now: string, limits: TryLimits = usual): boolean {
  const start = windowStart(now, limits);
  const lastSuccess = attempts.findLastIndex((attempt) => attempt.succeeded);
  return attempts.slice(lastSuccess + 1).filter((attempt) => attempt.at > start).length >= limits.tries;
}

/** Whether so many failures within the window, from whatever address, keep this address out. One from which the owner has signed in before stays open. */
export function throttledFromAnywhere(account: { failures: number; knownAddress: boolean }): boolean {
  return !account.knownAddress && account.failures >= triesFromAnywhere;
}
