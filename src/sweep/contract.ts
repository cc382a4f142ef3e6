// The sweep (事后核查): beginning one, how far it is, the conflicts that were found, and dealing with them.
import { z } from "zod";
import type { Role } from "#casework/roles.ts";
import { conflictAnswers, conflictStates, dispositionWays, entryKinds, fallenReasons } from "./rules/sweep.ts";
import { reasonsMissing } from "./rules/words.ts";
import { citationShape } from "#law/text/citation.ts";
import { boundedCount, endpoint, pageInput, sentenceShape } from "#kernel/contract/meta.ts";
import { restrictionView } from "#eligibility/contract/restriction-view.ts";

/** Who sweeps and deals with what was found. */
const sweepers: readonly Role[] = ["discipline-officer", "personnel-officer"];
/** Who sees the reports besides. */
export const sweepReaders: readonly Role[] = [...sweepers, "committee-secretary"];

const sweepStates = ["running", "done", "cancelled"] as const;
const sweepOccasions = ["night", "asked", "command"] as const;
export type SweepOccasion = (typeof sweepOccasions)[number];

export const sweepRun = z.object({
  id: z.string(),
  state: z.enum(sweepStates),
  occasion: z.enum(sweepOccasions),
  startedName: z.string(),
  startedAt: z.string(),
  updatedAt: z.string(),
  personsAll: z.int(),
  personsDone: z.int(),
  /** Registered appointments, grades and honours looked at. */
  entries: z.int(),
  /** Conflicts that were not known before, fallen ones that stand again, and those that fell away. */
  found: z.int(),
  again: z.int(),
  fallen: z.int(),
  /** Entries for whose day the history is not complete, so that nobody knows. */
  unjudged: z.int(),
  /** Lines of reply letters that stand, and how many would be answered otherwise now. */
  letterLines: z.int(),
  lettersFound: z.int(),
});
export type SweepRunView = z.output<typeof sweepRun>;

/** What was registered, as it is kept with a conflict and shown. Days are ISO. */
export const entryView = z.object({
  kind: z.enum(entryKinds),
  /** The grade's or appointment's id in the vocabulary; the honour's name. */
  what: z.string(),
  organizationId: z.string().nullable(),
  /** Its name on the day. */
  organizationName: z.string().nullable(),
  post: z.string().nullable(),
  level: z.string().nullable(),
  year: z.int().nullable(),
  from: z.string().nullable(),
  decidedOn: z.string().nullable(),
  /** The office that decided, gave or issued it. */
  office: z.string().nullable(),
  documentNumber: z.string().nullable(),
  registeredName: z.string(),
  registeredAt: z.string().nullable(),
});
export type EntryView = z.output<typeof entryView>;
/** The answer as it was found. */
export const answeredView = z.object({
  restrictions: z.array(restrictionView),
  citations: z.array(citationShape),
  sentences: z.array(sentenceShape),
  /** The day on which the first of what bars it was entered here. */
  recordedOn: z.string().nullable(),
});
export type AnsweredView = z.output<typeof answeredView>;

export const conflictTurn = z.object({
  seq: z.int(),
  kind: z.enum(["found", "fallen", "again", "disposed"]),
  because: z.enum(fallenReasons).nullable(),
  way: z.enum(dispositionWays).nullable(),
  onDay: z.string().nullable(),
  documentNumber: z.string().nullable(),
  reasons: z.string().nullable(),
  byName: z.string(),
  at: z.string(),
});
export type ConflictTurn = z.output<typeof conflictTurn>;

const conflictView = z.object({
  id: z.string(),
  purpose: z.string(),
  answer: z.enum(conflictAnswers),
  state: z.enum(conflictStates),
  /** What a disposition must name. */
  version: z.int(),
  /** The day asked about, or the year. */
  onDay: z.string().nullable(),
  forYear: z.int().nullable(),
  /** The last barred day. */
  until: z.string().nullable(),
  /** Nothing that bars it was on record when it was done. */
  recordedAfter: z.boolean(),
  foundAt: z.string(),
  person: z.object({
    personId: z.string(),
    name: z.string(),
    organizationName: z.string(),
    idNumberMasked: z.string(),
  }),
  entry: entryView,
  answered: answeredView,
  turns: z.array(conflictTurn),
});
export type ConflictView = z.output<typeof conflictView>;

/** Which conflicts: of the report as of the list. */
export const conflictFilter = {
  state: z.enum(conflictStates).nullable().default(null),
  answer: z.enum(conflictAnswers).nullable().default(null),
  entryKind: z.enum(entryKinds).nullable().default(null),
  recordedAfter: z.boolean().default(false),
  personId: z.string().max(64).nullable().default(null),
};

const runId = z.string().min(1).max(64);
const conflictId = z.string().min(1).max(64);
const key = z.uuid();

export const sweep = {
  list: endpoint
    .route({ method: "POST", path: "/sweeps/search" })
    .meta({ access: sweepReaders, logged: "nothing" })
    .input(z.strictObject(pageInput))
    .output(z.object({ rows: z.array(sweepRun), next: z.string().nullable(), count: boundedCount })),
  get: endpoint
    .route({ method: "GET", path: "/sweeps/{runId}" })
    .meta({ access: sweepReaders, logged: "nothing" })
    .input(z.strictObject({ runId }))
    .output(sweepRun),
  begin: endpoint
    .route({ method: "POST", path: "/sweeps" })
    .meta({ access: sweepers, logged: "act" })
    .input(z.strictObject({ key }))
    .output(z.object({ runId: z.string() })),
  /** Ends it after the page under way; what it has found stays. */
  cancel: endpoint
    .route({ method: "POST", path: "/sweeps/{runId}/cancel" })
    .meta({ access: sweepers, logged: "act" })
    .input(z.strictObject({ runId, key }))
    .output(z.object({ runId: z.string() })),
  conflicts: endpoint
    .route({ method: "POST", path: "/conflicts/search" })
    .meta({ access: sweepReaders, logged: "sensitive-read" })
    .input(z.strictObject({ ...conflictFilter, ...pageInput }))
    .output(z.object({ rows: z.array(conflictView), next: z.string().nullable(), count: boundedCount })),
  /** How many wait to be dealt with: for the desk. */
  open: endpoint
    .route({ method: "GET", path: "/open-conflicts" })
    .meta({ access: sweepers, logged: "nothing" })
    .output(boundedCount),
  conflict: endpoint
    .route({ method: "GET", path: "/conflicts/{conflictId}" })
    .meta({ access: sweepReaders, logged: "sensitive-read" })
    .input(z.strictObject({ conflictId }))
    .output(conflictView),
  dispose: endpoint
    .route({ method: "POST", path: "/conflicts/{conflictId}/dispositions" })
    .meta({ access: sweepers, logged: "act" })
    .input(
      z.strictObject({
        conflictId,
        key,
        version: z.int().min(1),
        way: z.enum(dispositionWays),
        on: z.string().max(10).nullable().default(null),
        documentNumber: z.string().trim().max(100).default(""),
        reasons: z.string().trim().min(1, reasonsMissing).max(500),
      }),
    )
    .output(z.object({ version: z.int() })),
};
