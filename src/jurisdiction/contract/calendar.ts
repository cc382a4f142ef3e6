// The working calendar (工作日历): every version of every year, and a new one.
import { z } from "zod";
import { endpoint, officeRoles } from "#kernel/contract/meta.ts";

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
        year: z.int("请填写年度").min(2000, "年度应在2000至2100年").max(2100, "年度应在2000至2100年"),
        off: days,
        worked: days,
        source: z.string().trim().min(1, "请填写通知的文号").max(200, "不超过200字"),
      }),
    )
    .output(z.object({ version: z.int(), recounted: z.int() })),
};
