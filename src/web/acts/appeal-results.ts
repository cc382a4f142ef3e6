// What the examination of an appeal can come to, in words.
import type { AppealResult } from "#casework/events.ts";
import { m } from "../paraglide/messages.js";

export const appealResults = {
  upheld: m.appeal_upheld,
  changed: m.appeal_changed,
  revoked: m.appeal_revoked,
} as const satisfies Record<AppealResult, () => string>;
