// 督办, 已办 and messages (消息): what is open by office, what one has done, what one is told of.
import { z } from "zod";
import { actIds } from "#casework/acts.ts";
import { notificationKinds } from "./rules.ts";
import { caseStages, leadStages } from "#casework/stages.ts";
import { boundedCount, endpoint, officeRoles, pageInput } from "#kernel/contract/meta.ts";

const matter = {
  matterId: z.string(),
  kind: z.enum(["lead", "case"]),
  number: z.string(),
  title: z.string(),
  stage: z.enum([...leadStages, ...caseStages]),
};
/** `subjectId` and `subjectName` are empty for what concerns the matter as a whole. */
export const supervisedItem = z.object({
  ...matter,
  subjectId: z.string(),
  subjectName: z.string(),
  item: z.string(),
  office: z.string(),
  accountName: z.string().nullable(),
  begunOn: z.string(),
  dueOn: z.string().nullable(),
  unpublishedYear: z.int().nullable(),
  waiverWaits: z.boolean(),
});
export type SupervisedItem = z.output<typeof supervisedItem>;
/** How much is open, overdue and soon due at an office, or of a kind of item. */
const figure = z.object({ name: z.string(), open: boundedCount, overdue: boundedCount, soon: boundedCount });
export type Figure = z.output<typeof figure>;
const figures = z.array(figure);
/** One act; `stage` is that of the matter now. */
export const doneRow = z.object({
  ...matter,
  seq: z.int(),
  at: z.string(),
  act: z.enum(actIds),
  behalfName: z.string().nullable(),
});
export type DoneRow = z.output<typeof doneRow>;
export const notification = z.object({
  id: z.string(),
  at: z.string(),
  kind: z.enum(notificationKinds),
  actorName: z.string(),
  /** Null with its kind where nothing can be opened. */
  matterId: z.string().nullable(),
  matterKind: z.enum(["lead", "case"]).nullable(),
  number: z.string().nullable(),
  title: z.string().nullable(),
  /** The body that it tells of. */
  organizationId: z.string().nullable(),
  organizationName: z.string().nullable(),
  read: z.boolean(),
});
export type Notification = z.output<typeof notification>;
const name = z.string().min(1).max(64).nullable().default(null);

export const dueStates = ["all", "overdue", "soon", "no-calendar"] as const;
/** What is asked for of all that is open, in matters and about leading bodies alike. */
export const openItemsInput = {
  office: name,
  item: name,
  due: z.enum(dueStates).default("all"),
  /** Only what is given to the asker, or to an office of theirs and to nobody in it. */
  mine: z.boolean().default(false),
  ...pageInput,
};

export const supervision = {
  items: endpoint
    .route({ method: "POST", path: "/supervision/search" })
    .meta({ access: officeRoles, logged: "sensitive-read", journal: true })
    .input(z.strictObject(openItemsInput))
    .output(z.object({ rows: z.array(supervisedItem), next: z.string().nullable(), count: boundedCount })),
  figures: endpoint
    .route({ method: "POST", path: "/supervision/figures" })
    .meta({ access: officeRoles, logged: "nothing" })
    .input(z.strictObject({ office: name }))
    .output(z.object({ offices: figures, items: figures })),
  done: endpoint
    .route({ method: "POST", path: "/done/search" })
    .meta({ access: officeRoles, logged: "nothing" })
    .input(z.strictObject({ ...pageInput }))
    .output(
      z.object({
        rows: z.array(doneRow),
        next: z.string().nullable(),
        count: boundedCount,
      }),
    ),
};

export const notifications = {
  /** `due`: what is the asker's own to do and overdue, or due within three working days, in matters and about leading bodies. */
  bell: endpoint
    .route({ method: "GET", path: "/notifications/bell" })
    .meta({ access: "signed-in", logged: "nothing", polled: true })
    .output(z.object({ unread: boundedCount, due: boundedCount })),
  due: endpoint
    .route({ method: "GET", path: "/notifications/due" })
    .meta({ access: officeRoles, logged: "nothing" })
    .output(z.object({ rows: z.array(supervisedItem), next: z.string().nullable(), count: boundedCount })),
  list: endpoint
    .route({ method: "POST", path: "/notifications/search" })
    .meta({ access: "signed-in", logged: "nothing" })
    .input(z.strictObject({ unread: z.boolean().default(false), ...pageInput }))
    .output(
      z.object({
        rows: z.array(notification),
        next: z.string().nullable(),
        count: boundedCount,
      }),
    ),
  /** Marks those named, or with null all; what is not the asker's is passed over, and twice is once. */
  read: endpoint
    .route({ method: "POST", path: "/notifications/read" })
    .meta({ access: "signed-in", logged: "nothing" })
    .input(z.strictObject({ ids: z.array(z.string().max(300)).max(200).nullable() }))
    .output(z.object({ marked: z.int() })),
};
