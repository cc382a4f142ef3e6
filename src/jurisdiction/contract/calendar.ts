// The working calendar (工作日历): every version of every year, and a new one.
import { z } from "zod";
import type { Role } from "#casework/roles.ts";
import { endpoint, officeRoles } from "#kernel/contract/meta.ts";
import { noticeMissing, noticeTooLong, yearMissing, yearOutOfRange } from "./words.ts";

const days = z.array(z.string().trim().max(20)).max(200);

/** `accountName` is null for what came with the software; `at` an ISO instant. */
export const publishedYear = z.object({
  year: z.int(),
  version: z.int(),
  off: z.array(z.string()),
  worked: z.array(z.string()),
  source: z.string(),
  accountName: z.string().nullable(),
  at: z.string(),
});
export type PublishedYear = z.output<typeof publishedYear>;

/** A year that waits for somebody else to confirm it. */
const calendarEntry = publishedYear
  .pick({ year: true, off: true, worked: true, source: true })
  .extend({ entryId: z.string(), enteredByName: z.string(), enteredAt: z.string(), mayConfirm: z.boolean() });
export type CalendarEntry = z.output<typeof calendarEntry>;

const confirmers: readonly Role[] = ["office-clerk", "committee-secretary"];

export const calendar = {
  list: endpoint
    .route({ method: "GET", path: "/calendar" })
    .meta({ access: officeRoles, logged: "nothing" })
    .output(z.array(publishedYear)),
  /** Those that wait, the latest first. */
  entries: endpoint
    .route({ method: "GET", path: "/calendar/entries" })
    .meta({ access: confirmers, logged: "nothing" })
    .output(z.array(calendarEntry)),
  /** Without effect until somebody else confirms it. */
  enter: endpoint
    .route({ method: "POST", path: "/calendar" })
    .meta({ access: ["office-clerk"], logged: "administration" })
    .input(
      z.strictObject({
        key: z.uuid(),
        year: z.int(yearMissing).min(2000, yearOutOfRange).max(2100, yearOutOfRange),
        off: days,
        worked: days,
        source: z.string().trim().min(1, noticeMissing).max(200, noticeTooLong),
      }),
    )
    .output(z.object({ entryId: z.string() })),
  /** `version` is null where it was sent back. */
  confirm: endpoint
    .route({ method: "POST", path: "/calendar/entries/{entryId}/confirmation" })
    .meta({ access: confirmers, logged: "administration" })
    .input(z.strictObject({ key: z.uuid(), entryId: z.string().min(1).max(64), confirmed: z.boolean() }))
    .output(z.object({ version: z.int().nullable(), recounted: z.int() })),
};
