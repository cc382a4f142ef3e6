// Slowing down whoever guesses passwords, without locking the owner out.

/** `at` is an ISO instant with milliseconds. */
export type Attempt = { at: string; succeeded: boolean };

/** How many failures in how many minutes stop an origin, as the security policy sets them. */
export type TryLimits = { tries: number; windowMinutes: number };
const defaultLimits: TryLimits = { tries: 5, windowMinutes: 15 };

/**
 * What a guess on an account counts against: the known device it comes from, all unknown ones together, or, when these have guessed too
 * often, those of them that have the account's one-time code of this moment: its owner on a new device.
 */
export const origins = {
  device: (deviceHash: string): string => `device:${deviceHash}`,
  unknown: "unknown",
  code: "code",
} as const;

/** The instant up to which earlier attempts no longer count. */
export function windowStart(now: string, { windowMinutes }: TryLimits = defaultLimits): string {
  return Temporal.Instant.from(now).subtract({ minutes: windowMinutes }).toString({ smallestUnit: "millisecond" });
}

/** Whether so many failures of one origin within the window stop the next try. */
export function throttled(failures: number, { tries }: TryLimits = defaultLimits): boolean {
  return failures >= tries;
}
