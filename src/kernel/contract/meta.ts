// What stands beside every endpoint: who may call it, and what its use leaves in the log.
import { citationShape, sentenceShape } from "#law/text/citation.ts";
import { oc } from "@orpc/contract";
import type { AnySchema, ContractProcedure, InferSchemaInput, InferSchemaOutput } from "@orpc/contract";
import { z } from "zod";
import type { Role } from "#casework/roles.ts";
import { signInFirst, roleForbidden, matterNotFound, matterHasNewActs, refused, callsTooMany } from "./words.ts";

/**
 * "anyone": no sign-in. "signed-in": every account. "token": no account at all, but a program with a token of its own. Otherwise the
 * listed roles. Rights on single matters come on top.
 */
export type Access = "anyone" | "signed-in" | "token" | readonly Role[];

/** What the use of an endpoint leaves in the log: every kind but "nothing" is written in the same transaction. */
export type Logged = "nothing" | "sign-in" | "act" | "sensitive-read" | "export" | "administration";

/**
 * `largest`: the most bytes of a body, where an endpoint takes more than the others. `polled`: a page asks by itself again and again, which
 * keeps no session alive. `journal`: a list or search whose entry, with what was asked and how many came, the router writes.
 */
export type EndpointMeta = { access: Access; logged: Logged; largest?: number; polled?: true; journal?: true };

export const refusalShape = z.object({
  code: z.string(),
  message: sentenceShape,
  source: citationShape.nullable(),
  field: z.string().optional(),
});

/** What was done since a version that somebody saw. */
export const sinceShape = z.array(z.object({ seq: z.int(), act: z.string(), actorName: z.string(), at: z.string() }));

/** The base of every endpoint, with the errors each may answer with. */
export const endpoint = oc.$meta<EndpointMeta>({ access: [], logged: "nothing" }).errors({
  UNAUTHORIZED: { status: 401, message: signInFirst },
  FORBIDDEN: { status: 403, message: roleForbidden },
  NOT_FOUND: { status: 404, message: matterNotFound },
  /** Somebody was quicker: what they did since the version that was sent. */
  CONFLICT: {
    status: 409,
    message: matterHasNewActs,
    data: z.object({
      version: z.int(),
      since: sinceShape,
    }),
  },
  /** The law or the procedure says no: every reason with its source. */
  REFUSED: { status: 422, message: refused, data: z.object({ refusals: z.array(refusalShape) }) },
  TOO_MANY_REQUESTS: { status: 429, message: callsTooMany },
});

// oxlint-disable-next-line typescript/no-explicit-any -- any errors, any meta
type Endpoint<Input extends AnySchema, Output extends AnySchema> = ContractProcedure<Input, Output, any, any>;

/** What the use behind an endpoint is given: its input, parsed. */
export type EndpointInput<One> = One extends Endpoint<infer Input, AnySchema> ? InferSchemaOutput<Input> : never;

/** What the use behind an endpoint answers with. */
export type EndpointOutput<One> = One extends Endpoint<AnySchema, infer Output> ? InferSchemaInput<Output> : never;

export { sentenceShape };
export const officeRoles: readonly Role[] = [
  "discipline-officer",
  "reviewer",
  "personnel-officer",
  "committee-secretary",
  "office-clerk",
  "unit-liaison",
];

/** A page by key: `after` is the opaque key of the last row seen, null at the start; `next` null at the end. */
export const pageInput = {
  after: z.string().max(400).nullable().default(null),
  limit: z.coerce.number().int().min(1).max(200).default(20),
};
/** A count that stops at its bound: `more` when there are at least `value`. */
export const boundedCount = z.object({ value: z.int(), more: z.boolean() });
