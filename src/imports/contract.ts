// Importing into the registry: what was taken in, its preview, running and cancelling. Files go by the streams.
import { z } from "zod";
import { importKinds } from "./rules/import-column-names.ts";
import { boundedCount, endpoint, pageInput } from "#kernel/contract/meta.ts";
import { registryKeepers } from "#registry/contract.ts";
import { listMissing, listTooLong } from "./rules/words.ts";

export const importStates = ["reading", "unreadable", "previewed", "running", "done", "cancelled"] as const;
export type ImportState = (typeof importStates)[number];
export const rowOutcomes = ["new", "change", "same", "error"] as const;
export type RowOutcome = (typeof rowOutcomes)[number];

export const importView = z.object({
  id: z.string(),
  kind: z.enum(importKinds),
  format: z.enum(["xlsx", "xls", "lrmx", "lrm", "text"]),
  fileName: z.string(),
  fileSize: z.int(),
  state: z.enum(importStates),
  /** Why the file could not be read, and what to do. */
  trouble: z.string().nullable(),
  rowsRead: z.int(),
  rowsNew: z.int(),
  rowsChanged: z.int(),
  rowsSame: z.int(),
  rowsWrong: z.int(),
  /** Of the new and changed ones, those that are written. */
  rowsDone: z.int(),
  startedName: z.string(),
  startedAt: z.string(),
});
export type ImportView = z.output<typeof importView>;

/** `column` is a heading, empty where a problem is of the row as a whole. */
export const rowDetail = z.object({
  problems: z.array(z.object({ column: z.string(), message: z.string() })),
  changes: z.array(z.object({ column: z.string(), before: z.string(), after: z.string() })),
});
export type RowDetail = z.output<typeof rowDetail>;

export const importRow = z.object({
  /** Both from 1, as the file counts them. */
  sheet: z.int(),
  row: z.int(),
  outcome: z.enum(rowOutcomes),
  /** Written. */
  done: z.boolean(),
  name: z.string(),
  detail: rowDetail,
});
export type ImportRowView = z.output<typeof importRow>;

const importId = z.string().min(1).max(64);
const step = z.strictObject({ importId, key: z.uuid() });

export const imports = {
  list: endpoint
    .route({ method: "POST", path: "/imports/search" })
    .meta({ access: registryKeepers, logged: "sensitive-read", journal: true })
    .input(z.strictObject(pageInput))
    .output(z.object({ rows: z.array(importView), next: z.string().nullable(), count: boundedCount })),
  get: endpoint
    .route({ method: "GET", path: "/imports/{importId}" })
    .meta({ access: registryKeepers, logged: "nothing" })
    .input(z.strictObject({ importId }))
    .output(importView),
  /** What each row would bring: all, or those of one outcome. */
  rows: endpoint
    .route({ method: "POST", path: "/imports/{importId}/rows" })
    .meta({ access: registryKeepers, logged: "sensitive-read", journal: true })
    .input(
      z.strictObject({
        importId,
        outcome: z.enum(rowOutcomes).nullable().default(null),
        ...pageInput,
      }),
    )
    .output(z.object({ rows: z.array(importRow), next: z.string().nullable() })),
  /** A list pasted as text: columns apart by tabs, or by commas. */
  paste: endpoint
    .route({ method: "POST", path: "/imports" })
    .meta({ access: registryKeepers, logged: "administration" })
    .input(
      z.strictObject({
        key: z.uuid(),
        kind: z.enum(importKinds),
        text: z.string().min(1, listMissing).max(300_000, listTooLong),
      }),
    )
    .output(z.object({ importId: z.string() })),
  run: endpoint
    .route({ method: "POST", path: "/imports/{importId}/run" })
    .meta({ access: registryKeepers, logged: "administration" })
    .input(step)
    .output(z.object({ importId: z.string() })),
  cancel: endpoint
    .route({ method: "POST", path: "/imports/{importId}/cancel" })
    .meta({ access: registryKeepers, logged: "administration" })
    .input(step)
    .output(z.object({ importId: z.string() })),
};
