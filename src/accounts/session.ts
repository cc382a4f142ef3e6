// Sessions: 256 random bits, kept by their hash, ended by idleness or age.
import { createHash, randomBytes } from "node:crypto";

/** No policy allows more. */
export const maxHours = 12;

/** The limits of a session as the security policy sets them. */
export type SessionLimits = { idleMinutes: number; longestHours: number };
const widestLimits: SessionLimits = { idleMinutes: 30, longestHours: maxHours };

/** The token goes to the browser once; it names the jurisdiction so that the row can be found. */
export function newToken(jurisdictionId: string): { token: string; tokenHash: string } {
  const secret = randomBytes(32).toString("base64url");
  return { token: `${jurisdictionId}.${secret}`, tokenHash: hashOf(secret) };
}

/** Null when the text is no token at all. */
export function readToken(token: string): { jurisdictionId: string; tokenHash: string } | null {
  const match = /^([A-Za-z0-9-]{1,64})\.([A-Za-z0-9_-]{43})$/u.exec(token);
  if (match === null) return null;
  const [, jurisdictionId = "", secret = ""] = match;
  return { jurisdictionId, tokenHash: hashOf(secret) };
}

/** Whether a session begun at `begunAt` and last used at `usedAt` still lives at `now` (ISO instants). */
export function isSessionAlive(
  session: { begunAt: string; usedAt: string },
  now: string,
  limits: SessionLimits = widestLimits,
): boolean {
  const { usedAfter, begunAfter } = sessionThresholds(now, limits);
  return session.usedAt > usedAfter && session.begunAt > begunAfter;
}

/** The instants after which a session must have been used, and have begun, to live at `now`. */
export function sessionThresholds(
  now: string,
  limits: SessionLimits = widestLimits,
): { usedAfter: string; begunAfter: string } {
  const instant = Temporal.Instant.from(now);
  const text = (earlier: Temporal.Instant) => earlier.toString({ smallestUnit: "millisecond" });
  return {
    usedAfter: text(instant.subtract({ minutes: limits.idleMinutes })),
    begunAfter: text(instant.subtract({ hours: limits.longestHours })),
  };
}

/** The secret has 256 bits of its own, so a plain hash is enough. */
function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
