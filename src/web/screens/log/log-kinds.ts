// The kinds of entry in the log, each with its name.
import type { Logged } from "#api/meta.ts";
import { m } from "../../paraglide/messages.js";

const named = {
  "sign-in": m.log_kind_sign_in,
  act: m.log_kind_act,
  "sensitive-read": m.log_kind_sensitive_read,
  export: m.log_kind_export,
  administration: m.log_kind_administration,
} as const satisfies Record<Exclude<Logged, "nothing">, () => string>;

export const logKinds: Readonly<Record<string, () => string>> = named;
