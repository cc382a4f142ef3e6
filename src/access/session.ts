// Sessions: 256 random bits, kept by their hash, ended by idleness or age.

export const idleMinutes = 30;
export const longestHours = 12;

/** The token goes to the browser once; it names the jurisdiction so that the row can be found. */
export function newToken(_jurisdictionId: string): { token: string; tokenHash: string } {
  throw new Error("being written");
}

/** Null when the text is no token at all. */
export function readToken(_token: string): { jurisdictionId: string; tokenHash: string } | null {
  throw new Error("being written");
}

/** Whether a session begun at `begunAt` and last used at `usedAt` still lives at `now` (ISO instants). */
export function sessionLives(_session: { begunAt: string; usedAt: string }, _now: string): boolean {
  throw new Error("being written");
}
