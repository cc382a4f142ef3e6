// The security policy (安全策略) as a setting: what passwords, sessions and one-time codes must be like. Default: 等保 level 3.
import type { SecurityPolicy } from "./contract/security.ts";
import type { Sentence } from "#law/text/citation.ts";
import { passwordTooShort, passwordTooSimple } from "./words.ts";

export const defaultPolicy: SecurityPolicy = {
  passwordLength: 8,
  passwordClasses: 3,
  passwordHistory: 5,
  passwordDays: 90,
  tries: 5,
  windowMinutes: 15,
  idleMinutes: 30,
  longestHours: 12,
  codes: "optional",
};

const classes = [/[A-Z]/u, /[a-z]/u, /[0-9]/u, /[^A-Za-z0-9]/u];

/** What is wrong with a new password; null when it will do. */
export function faultOfPassword(password: string, policy: SecurityPolicy = defaultPolicy): Sentence | null {
  const { passwordLength, passwordClasses } = policy;
  if ([...password].length < passwordLength) return passwordTooShort(passwordLength);
  if (classes.filter((one) => one.test(password)).length >= passwordClasses) return null;
  return passwordTooSimple(passwordClasses);
}

/** Whether a password set at an instant has to be changed at `now`; one whose instant is not known does not. */
export function passwordExpired(setAt: string | null, policy: SecurityPolicy, now: string): boolean {
  if (setAt === null || policy.passwordDays === 0) return false;
  const until = Temporal.Instant.from(setAt).add({ hours: policy.passwordDays * 24 });
  return Temporal.Instant.compare(Temporal.Instant.from(now), until) >= 0;
}
