// Requests for clearance (征求廉政意见): entering, listing, matching, answers, confirmation.
import { z } from "zod";
import { clearanceAnswer, clearanceKinds, matchKind, registryEntry } from "../rules.ts";
import { askers, nameInput, questionInput } from "#eligibility/contract/eligibility.ts";
import { namesMissing, namesTooMany, purposeTextMissing, reasonMissing, requesterMissing } from "./words.ts";
import { boundedCount, endpoint, pageInput } from "#kernel/contract/meta.ts";
import { unparsed } from "#kernel/contract/unparsed.ts";

/** The highest number of names in one request. */
export const maxAsked = 10_000;
/** The largest body of a request with so many names, in bytes. */
export const largestRequest = 8 * 1024 * 1024;

const askedPerson = nameInput.omit({ personId: true });
export type AskedPerson = z.output<typeof askedPerson>;
/** What a request says, whoever sends it. */
export const requestInput = z.strictObject({
  key: z.uuid(),
  requesterDocument: z.string().trim().max(100).default(""),
  purpose: questionInput.shape.purpose,
  /** In words: 拟提拔为…, 拟推荐为…. */
  purposeText: z.string().trim().min(1, purposeTextMissing).max(500),
  date: z.string().nullable().default(null),
  year: questionInput.shape.year.default(null),
  names: z.array(askedPerson).min(1, namesMissing).max(maxAsked, namesTooMany(maxAsked)),
});

const summary = z.record(z.string(), z.int());
export const requestRow = z.object({
  requestId: z.string(),
  number: z.string(),
  requester: z.string(),
  contact: z.string(),
  requesterDocument: z.string(),
  purpose: z.string(),
  purposeText: z.string(),
  date: z.string().nullable(),
  year: z.int().nullable(),
  names: z.int(),
  enteredName: z.string(),
  enteredAt: z.string(),
});

const clearanceLine = z.object({
  line: z.int(),
  name: z.string(),
  unit: z.string(),
  idNumberMasked: z.string(),
  toLevel: z.string().nullable(),
  match: matchKind,
  kind: z.enum(clearanceKinds),
  personId: z.string().nullable(),
  digest: z.string(),
  /** The person as the registry had them, or the candidates of a line without one. */
  registry: z.array(registryEntry),
  answer: clearanceAnswer.nullable(),
  /** The person chosen last (null: nobody of the registry); it counts from the next round on. */
  choice: z
    .object({ personId: z.string().nullable(), reason: z.string(), byName: z.string(), at: z.string() })
    .nullable(),
  /** The confirmation of this very answer. */
  confirmation: z.object({ barred: z.boolean(), reason: z.string(), byName: z.string(), at: z.string() }).nullable(),
});
export type ClearanceLineView = z.output<typeof clearanceLine>;

const requestId = z.string().min(1).max(64);
const key = z.uuid();
const round = z.object({ round: z.int(), summary, serial: z.string() });
export type RoundDone = z.output<typeof round>;

export const clearance = {
  list: endpoint
    .route({ method: "POST", path: "/clearance/search" })
    .meta({ access: askers, logged: "sensitive-read", journal: true })
    .input(z.strictObject({ query: z.string().trim().max(100).default(""), ...pageInput }))
    .output(
      z.object({
        rows: z.array(requestRow.extend({ summary, round: z.int() })),
        next: z.string().nullable(),
        count: boundedCount,
      }),
    ),
  /** Enters, matches and answers at once. */
  enter: endpoint
    .route({ method: "POST", path: "/clearance" })
    .meta({ access: askers, logged: "sensitive-read", largest: largestRequest })
    .input(
      requestInput.extend({
        requester: z.string().trim().min(1, requesterMissing).max(100),
        contact: z.string().trim().max(100).default(""),
      }),
    )
    .output(round.extend({ requestId: z.string(), number: z.string() })),
  get: endpoint
    .route({ method: "GET", path: "/clearance/{requestId}" })
    .meta({ access: askers, logged: "nothing" })
    .input(z.strictObject({ requestId }))
    .output(
      z.object({
        request: requestRow,
        /** Latest first. */
        rounds: z.array(
          z.object({
            round: z.int(),
            askedAt: z.string(),
            askedName: z.string(),
            summary,
            hash: z.string(),
            law: z.string(),
          }),
        ),
        /** Number of lines for which a person was chosen since the latest round. */
        chosenSince: z.int(),
      }),
    ),
  lines: endpoint
    .route({ method: "POST", path: "/clearance/{requestId}/lines" })
    .meta({ access: askers, logged: "sensitive-read" })
    .input(
      z.strictObject({
        requestId,
        round: z.int().min(1).max(1_000_000),
        kinds: z.array(z.enum(clearanceKinds)).max(clearanceKinds.length).default([]),
        ...pageInput,
      }),
    )
    .output(unparsed(z.object({ rows: z.array(clearanceLine), next: z.string().nullable() }))),
  choose: endpoint
    .route({ method: "POST", path: "/clearance/{requestId}/choices" })
    .meta({ access: askers, logged: "act" })
    .input(
      z.strictObject({
        requestId,
        key,
        choices: z
          .array(
            z.strictObject({
              line: z.int().min(1).max(maxAsked),
              personId: z.string().min(1).max(64).nullable(),
              reason: z.string().trim().max(500).default(""),
            }),
          )
          .min(1)
          .max(500),
      }),
    )
    .output(z.object({ chosen: z.int() })),
  ask: endpoint
    .route({ method: "POST", path: "/clearance/{requestId}/rounds" })
    .meta({ access: askers, logged: "sensitive-read" })
    .input(z.strictObject({ requestId, key }))
    .output(round),
  confirm: endpoint
    .route({ method: "POST", path: "/clearance/{requestId}/confirmations" })
    .meta({ access: askers, logged: "act" })
    .input(
      z.strictObject({
        requestId,
        key,
        line: z.int().min(1).max(maxAsked),
        digest: z.string().length(64),
        barred: z.boolean(),
        reason: z.string().trim().min(1, reasonMissing).max(500),
      }),
    )
    .output(z.object({ line: z.int() })),
};
