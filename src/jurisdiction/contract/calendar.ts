// The working calendar (工作日历): every version of every year, and a new one.
import { z } from "zod";
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

export const calendar = {
  list: endpoint
    .route({ method: "GET", path: "/calendar" })
    .meta({ access: [...officeRoles, "system-administrator"], logged: "nothing" })
    .output(z.array(publishedYear)),
  publish: endpoint
    .route({ method: "POST", path: "/calendar" })
    .meta({ access: ["system-administrator", "office-clerk"], logged: "administration" })
    .input(
      z.strictObject({
        key: z.uuid(),
        year: z.int(yearMissing).min(2000, yearOutOfRange).max(2100, yearOutOfRange),
        off: days,
        worked: days,
        source: z.string().trim().min(1, noticeMissing).max(200, noticeTooLong),
      }),
    )
    .output(z.object({ version: z.int(), recounted: z.int() })),
};
