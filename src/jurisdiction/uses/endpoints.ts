// The use behind each endpoint of the district's authority table and working calendar.
import type { UsesOf } from "#kernel/use-of.ts";
import type { authority } from "../contract/authority.ts";
import type { calendar } from "../contract/calendar.ts";
import { authorityVersions, confirmAuthority, enterAuthority } from "./authority.ts";
import { calendarEntries, calendarYears, confirmYear, enterYear } from "./calendar.ts";

export const authorityUses = {
  list: authorityVersions,
  enter: enterAuthority,
  confirm: confirmAuthority,
} satisfies UsesOf<typeof authority>;

export const calendarUses = {
  list: calendarYears,
  entries: calendarEntries,
  enter: enterYear,
  confirm: confirmYear,
} satisfies UsesOf<typeof calendar>;
