// The desk (工作台) and the ledgers (台账) of leads and cases, and one lead or case with all that was done in it.
import { z } from "zod";
import { gravitySchema } from "#law/pack/vocabulary.ts";
import { actIds } from "#casework/acts.ts";
import { duties } from "#casework/duties.ts";
import { recordedShape } from "#casework/events.ts";
import { readingKinds } from "#casework/reading/readings.ts";
import { caseStages, leadStages } from "#casework/stages.ts";
import { pastAccountability } from "#casework/act.ts";
import { dueShape } from "#casework/execution/execution.ts";
import { endpoint, boundedCount, officeRoles, pageInput } from "#kernel/contract/meta.ts";
import { unparsed } from "#kernel/contract/unparsed.ts";

/** Roles that find the gravity of a case, in a proposal or a decision. */
const findingRoles = [...new Set([...duties.propose.roles, ...duties.decide.roles, ...duties["record-answer"].roles])];
const stage = z.enum([...leadStages, ...caseStages]);
/** As `dueStatusOf` of casework says. */
const dueStatus = z.enum(["green", "yellow", "red", "none"]);
export type DueStatus = z.output<typeof dueStatus>;

export const ledgerRow = z.object({
  matterId: z.string(),
  kind: z.enum(["lead", "case"]),
  number: z.string(),
  title: z.string(),
  stage,
  concerned: z.array(z.string()),
  openedOn: z.string(),
  dueOn: z.string().nullable(),
  dueStatus,
  updatedAt: z.string(),
});
export type LedgerRow = z.output<typeof ledgerRow>;

const ledgerInput = z.strictObject({
  query: z.string().trim().max(100).default(""),
  stages: z.array(stage).max(20).default([]),
  /** Only what was due before today. */
  overdue: z.boolean().default(false),
  sort: z.enum(["number", "openedOn", "dueOn", "updatedAt"]).default("openedOn"),
  order: z.enum(["asc", "desc"]).default("desc"),
  ...pageInput,
});
const ledgerOutput = z.object({ rows: z.array(ledgerRow), next: z.string().nullable(), count: boundedCount });

/** The history as stored; the browser folds it with the same `replay` as the server. `accounts` names who is named in it by id. */
const matterView = z.object({
  matterId: z.string(),
  kind: z.enum(["lead", "case"]),
  /** Of the parts that this reader sees. */
  version: z.int(),
  /** How this reader reads it: what is none of theirs stands nowhere in it. */
  reading: z.enum(readingKinds),
  /** Places in the history whose typed words other offices do not read yet; none for a narrow reader. */
  waiting: z.array(z.int()),
  history: z.array(recordedShape),
  accounts: z.record(z.string(), z.string()),
  /** When each open item is due; the key is the subject's id, a space, the item. */
  due: z.record(z.string(), dueShape),
  /** Earlier accountability of its subjects, where the law escalates by it; otherwise empty, and always for a lead. */
  past: z.array(pastAccountability),
});
export type MatterView = z.output<typeof matterView>;

const colleague = z.object({ accountId: z.string(), name: z.string(), organizationName: z.string().nullable() });
export type Colleague = z.output<typeof colleague>;
/** `offices`: the offices whose items they may be given. */
const assignee = colleague.extend({ offices: z.array(z.string()) });
export type Assignee = z.output<typeof assignee>;
/** `act` is the form that is open; null on the page of the case itself. */
const present = z.object({ accountId: z.string(), name: z.string(), act: z.enum(actIds).nullable() });
export type Present = z.output<typeof present>;

export const similarLead = z.object({
  matterId: z.string(),
  number: z.string(),
  title: z.string(),
  stage: z.enum(leadStages),
  openedOn: z.string(),
  concerned: z.array(z.string()),
  alike: z.enum(["same-person", "similar-text", "same-unit"]),
});
export type SimilarLead = z.output<typeof similarLead>;

export const comparableCase = z.object({
  matterId: z.string(),
  subjectId: z.string(),
  number: z.string(),
  circumstances: z.array(z.string()),
  subjectKind: z.enum(["person", "organization", "leading-body"]),
  /** Null where the subject was exempted. */
  gravity: gravitySchema.nullable(),
  measures: z.array(z.string()),
  decidedOn: z.string(),
});
export type ComparableCase = z.output<typeof comparableCase>;

const desk = z.object({
  tasks: z.array(ledgerRow.extend({ acts: z.array(z.string()) })),
  more: z.boolean(),
  figures: z.object({
    leadsOpen: boundedCount,
    casesOpen: boundedCount,
    leadsOverdue: boundedCount,
    casesOverdue: boundedCount,
    restrictionsRunning: boundedCount,
    restrictionsEndingIn90Days: boundedCount,
  }),
});
export type Desk = z.output<typeof desk>;

export const matters = {
  tasks: endpoint
    .route({ method: "GET", path: "/tasks" })
    .meta({ access: officeRoles, logged: "nothing" })
    .output(desk),
  /** POST, because the filter is an object; it changes nothing. */
  leads: endpoint
    .route({ method: "POST", path: "/leads/search" })
    .meta({ access: officeRoles, logged: "sensitive-read", journal: true })
    .input(ledgerInput)
    .output(ledgerOutput),
  /** Leads that may be on the same matter as the one being entered; at most ten. */
  similarLeads: endpoint
    .route({ method: "POST", path: "/leads/similar" })
    .meta({ access: officeRoles, logged: "sensitive-read", journal: true })
    .input(
      z.strictObject({
        summary: z.string().max(4000).default(""),
        concerned: z
          .array(
            z.strictObject({
              name: z.string().trim().max(200),
              unit: z.string().trim().max(200),
              personId: z.string().max(64).nullable(),
            }),
          )
          .max(20)
          .default([]),
      }),
    )
    .output(z.array(similarLead)),
  cases: endpoint
    .route({ method: "POST", path: "/cases/search" })
    .meta({ access: officeRoles, logged: "sensitive-read", journal: true })
    .input(ledgerInput)
    .output(ledgerOutput),
  /** Earlier cases on the same circumstances, and of the same gravity where one is named: what came of them, without names. */
  comparable: endpoint
    .route({ method: "POST", path: "/cases/comparable" })
    .meta({ access: findingRoles, logged: "sensitive-read" })
    .input(
      z.strictObject({
        matterId: z.string().min(1).max(64),
        circumstances: z.array(z.string().max(20)).max(30),
        gravity: gravitySchema.nullable().default(null),
        ...pageInput,
      }),
    )
    .output(
      z.object({
        rows: z.array(comparableCase),
        next: z.string().nullable(),
        count: boundedCount,
      }),
    ),
  get: endpoint
    .route({ method: "GET", path: "/matters/{matterId}" })
    .meta({ access: officeRoles, logged: "sensitive-read" })
    .input(z.strictObject({ matterId: z.string().min(1).max(64) }))
    .output(unparsed(matterView)),
  /** Everybody who works in the offices: who can be recused, and to whom one can delegate. */
  colleagues: endpoint
    .route({ method: "GET", path: "/colleagues" })
    .meta({ access: officeRoles, logged: "nothing" })
    .output(z.array(colleague)),
  /** Sent every 15 seconds by a browser that has the matter open, with the open form; answers with who else is there. */
  presence: endpoint
    .route({ method: "POST", path: "/matters/{matterId}/presence" })
    .meta({ access: officeRoles, logged: "nothing" })
    .input(z.strictObject({ matterId: z.string().min(1).max(64), act: z.enum(actIds).nullable() }))
    .output(z.array(present)),
  /** Accounts to which items of execution of this case can be assigned. */
  assignees: endpoint
    .route({ method: "GET", path: "/matters/{matterId}/assignees" })
    .meta({ access: duties["assign-items"].roles, logged: "nothing" })
    .input(z.strictObject({ matterId: z.string().min(1).max(64) }))
    .output(z.array(assignee)),
  inquirers: endpoint
    .route({ method: "GET", path: "/inquirers" })
    .meta({ access: officeRoles, logged: "nothing" })
    .output(z.array(colleague)),
};
