// Leading bodies (领导班子) of which several members were held accountable: the list, one of them, and an endpoint for each act.
import { z } from "zod";
import { bodyInputs } from "./rules/body-acts.ts";
import { bodyActIds, bodyDuties, bodyReaders, bodyStageNames } from "./rules/body-names.ts";
import type { BodyActId, BodyStage } from "./rules/body-names.ts";
import { heldMember, recordedOfBody } from "./rules/body.ts";
import { boundedCount, endpoint, pageInput } from "#kernel/contract/meta.ts";
import { unparsed } from "#kernel/contract/unparsed.ts";
import { dueStates, openItemsInput } from "#notifications/contract.ts";

const organizationId = z.string().min(1).max(64);
const stages = Object.keys(bodyStageNames) as [BodyStage, ...BodyStage[]]; // the keys of the table are the stages

/** The history as stored; the browser folds it with the same `replayBody` as the server. */
const bodyView = z.object({
  organization: z.object({ id: z.string(), name: z.string(), managedBy: z.string() }),
  held: z.array(heldMember),
  /** Whoever sits in it now, by id. */
  members: z.record(z.string(), z.string()),
  history: z.array(recordedOfBody),
  /** Names of the accounts that the history names by id. */
  accounts: z.record(z.string(), z.string()),
  /** Accounts to which a follow-up can be assigned. */
  owners: z.array(z.object({ accountId: z.string(), name: z.string() })),
});
export type BodyView = z.output<typeof bodyView>;

/** What every act on a body answers with: where it stands now. */
const receipt = z.object({ organizationId: z.string(), version: z.int(), stage: z.enum(stages) });
export type BodyReceipt = z.output<typeof receipt>;

const bodyRow = z.object({
  organizationId: z.string(),
  name: z.string(),
  stage: z.enum(stages),
  /** How many members count, since the last reform. */
  counted: z.int(),
  latest: z.string(),
  openFollowUps: z.int(),
});
export type BodyRow = z.output<typeof bodyRow>;

function bodyAct<Id extends BodyActId>(id: Id, input: (typeof bodyInputs)[Id]) {
  return endpoint
    .route({ method: "POST", path: `/bodies/acts/${id}` })
    .meta({ access: bodyDuties[id].roles, logged: "act" })
    .input(z.strictObject({ organizationId, version: z.int().min(0), key: z.uuid(), input }))
    .output(receipt);
}

const bodyItem = z.object({
  organizationId: z.string(),
  name: z.string(),
  act: z.enum(bodyActIds),
  followUp: z.string().nullable(),
  about: z.string().nullable(),
  accountId: z.string().nullable(),
  accountName: z.string().nullable(),
  offices: z.array(z.string()),
  from: z.string(),
  dueOn: z.string().nullable(),
  mine: z.boolean(),
});
export type NamedBodyItem = z.output<typeof bodyItem>;

export const bodies = {
  /** A page may be shorter than asked for: a body with a case that the reader may not read is left out. */
  list: endpoint
    .route({ method: "POST", path: "/bodies/search" })
    .meta({ access: bodyReaders, logged: "sensitive-read", journal: true })
    .input(z.strictObject({ ...pageInput }))
    .output(
      z.object({
        rows: z.array(bodyRow),
        next: z.string().nullable(),
      }),
    ),
  /**
   * What is open about bodies and whose: the next act of a round, which has no term, and follow-ups by their day. `item` is an act; `pressing`
   * is overdue, or due within three working days.
   */
  open: endpoint
    .route({ method: "POST", path: "/bodies/open/search" })
    .meta({ access: bodyReaders, logged: "nothing" })
    .input(z.strictObject({ ...openItemsInput, due: z.enum([...dueStates, "pressing"]).default("all") }))
    .output(
      z.object({
        rows: z.array(bodyItem),
        next: z.string().nullable(),
        count: boundedCount,
      }),
    ),
  get: endpoint
    .route({ method: "GET", path: "/bodies/{organizationId}" })
    .meta({ access: bodyReaders, logged: "sensitive-read" })
    .input(z.strictObject({ organizationId }))
    .output(unparsed(bodyView)),
  find: bodyAct("find-body", bodyInputs["find-body"]),
  propose: bodyAct("propose-reform", bodyInputs["propose-reform"]),
  deliberate: bodyAct("deliberate-reform", bodyInputs["deliberate-reform"]),
  decide: bodyAct("decide-reform", bodyInputs["decide-reform"]),
  decline: bodyAct("decline-reform", bodyInputs["decline-reform"]),
  complete: bodyAct("complete-follow-up", bodyInputs["complete-follow-up"]),
};
