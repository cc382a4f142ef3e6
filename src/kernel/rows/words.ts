// Numbers of the ledgers as they are written.
import type { LedgerKind } from "./numbers.ts";

// numbers.ts
const ledgerWords = {
  lead: "线索",
  case: "问责",
  "clearance-request": "征廉",
  "reply-letter": "廉复",
} as const satisfies Record<LedgerKind, string>;
export const ledgerNumber = (prefix: string, kind: LedgerKind, year: number, ordinal: number): string =>
  `${prefix}${ledgerWords[kind]}〔${year}〕${ordinal}号`;
export const ledgerNumberEnd = /〔(\d{4})〕(\d+)号$/u;
