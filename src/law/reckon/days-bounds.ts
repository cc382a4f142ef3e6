// Days that stand for no bound, and for a bar without an end.
import { parseDay } from "./days.ts";
import type { Day } from "./days.ts";

/** After every day that can be asked about. */
export const FOREVER: Day = 2_000_000_000;
/** Before every day that can be asked about. */
export const ALWAYS: Day = -FOREVER;
/** The last day of a bar that has none, 9999-12-31: a day that a database can keep. */
export const PERMANENT: Day = parseDay("9999-12-31") ?? FOREVER;
