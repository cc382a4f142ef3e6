// The answers of uses: done, refused, not found, conflict.
import type { z } from "zod";
import type { Refusal } from "#law/refusal.ts";
import type { Sentence } from "#law/text/citation.ts";
import type { sinceShape } from "./contract/meta.ts";

export type Done<T> = { type: "done"; answer: T };

/** Refused by the law, the procedure or the software's own rules: every reason with its source. */
export type Refused = { type: "refused"; refusals: readonly Refusal[] };

/** Not there, or not for this reader: the answer does not say which. */
export type NotFound = { type: "not-found" };

/** Somebody else was quicker. `since`: what was done after the version that was sent. */
export type Conflict = { type: "conflict"; message: Sentence; version: number; since: Since[] };
export type Since = z.output<typeof sinceShape>[number];

/** The answer of a use that may refuse. A use that never does answers with the value alone. */
export type Answer<T> = Done<T> | Refused | NotFound | Conflict;

/** The answer of a read: the value, or not found. */
export type Found<T> = Done<T> | NotFound;

/** The input cannot be read, or asks nothing that the law in force knows: each field with what is wrong. */
export type Unfit = { type: "unfit"; issues: readonly Issue[] };
/** `path` names the field: `names.0.name`; empty for the whole. */
export type Issue = { path: string; message: string };

export const notFound: NotFound = { type: "not-found" };

export function orNotFound<T>(value: T | null): Found<T> {
  return value === null ? notFound : { type: "done", answer: value };
}

/** A refusal without a source: no text forbids it, but it is impossible in itself or against the software's own rules. */
export function refusedSaying(code: string, message: Sentence, field: string): Refused {
  return { type: "refused", refusals: [{ code, message, source: null, field }] };
}

/** The answer for a file that cannot be used; `message` says why. */
export function unfitFile(message: string): Unfit {
  return { type: "unfit", issues: [{ path: "", message }] };
}
