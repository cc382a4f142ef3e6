// Why somebody is recused (回避事由), as shown.
import type { RecusalGround } from "#casework/events.ts";
import { m } from "../paraglide/messages.js";

export const recusalGrounds = {
  relative: m.recusal_relative,
  interest: m.recusal_interest,
  acquaintance: m.recusal_acquaintance,
  other: m.recusal_other,
} as const satisfies Record<RecusalGround, () => string>;
