// What each field of the security policy is called.
import type { SecurityPolicy } from "../../contract/security.ts";
import { m } from "#web/paraglide/messages.js";

export const policyNames = {
  passwordLength: m.policy_password_length,
  passwordClasses: m.policy_password_classes,
  passwordHistory: m.policy_password_history,
  passwordDays: m.policy_password_days,
  tries: m.policy_tries,
  windowMinutes: m.policy_window_minutes,
  idleMinutes: m.policy_idle_minutes,
  longestHours: m.policy_longest_hours,
  codes: m.policy_codes,
  codesDays: m.policy_codes_days,
  alarmRefusals: m.policy_alarm_refusals,
  alarmReads: m.policy_alarm_reads,
  alarmSignIns: m.policy_alarm_sign_ins,
  nightFrom: m.policy_night_from,
  nightUntil: m.policy_night_until,
} as const satisfies Record<keyof SecurityPolicy, () => string>;
