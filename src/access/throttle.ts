// Slowing down whoever guesses passwords, without locking the owner out from elsewhere.

/** `at` is an ISO instant. */
export type Attempt = { at: string; succeeded: boolean };

export const windowMinutes = 15;
export const triesInWindow = 5;

/** The instant before which earlier attempts no longer count. */
export function windowStart(_now: string): string {
  throw new Error("being written");
}

/** Whether five attempts of this account from this address have failed within the window since the last success. */
export function throttled(_attempts: readonly Attempt[], _now: string): boolean {
  throw new Error("being written");
}
