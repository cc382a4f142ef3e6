// The security policy (安全策略) as a setting: what passwords, sessions and one-time codes must be like. Default: 等保 level 3.
import { administrators } from "#casework/roles.ts";
import type { Role } from "#casework/roles.ts";
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
  codes: "everybody",
  codesDays: 14,
  alarmRefusals: 20,
  alarmReads: 300,
  alarmSignIns: 30,
  nightFrom: 22,
  nightUntil: 6,
};

/**
 * The instant from which an account without one-time codes cannot go on; null where the policy asks for none of it. Administrators at
 * once, others some days after they hold a role.
 */
export function codesDueAt(
  { hasTotp, roles, rolesSince }: { hasTotp: boolean; roles: readonly Role[]; rolesSince: string | null },
  policy: SecurityPolicy,
): string | null {
  if (hasTotp || roles.length === 0 || policy.codes === "optional") return null;
  const since = rolesSince ?? beforeAll;
  if (roles.some((role) => administrators.includes(role))) return since;
  if (policy.codes === "administrators") return null;
  const due = Temporal.Instant.from(since).add({ hours: policy.codesDays * 24 });
  return due.toString({ smallestUnit: "millisecond" });
}

const beforeAll = "1970-01-01T00:00:00.000Z";

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
