// What every use answers with.
import type { z } from "zod";
import type { Refusal } from "#law/refusal.ts";
import type { Sentence } from "#law/text/citation.ts";
import type { sinceShape } from "./contract/meta.ts";

export type Done<T> = { type: "done"; answer: T };

/** The law, the procedure or the software's own order says no: every reason with its source. */
export type Refused = { type: "refused"; refusals: readonly Refusal[] };

/** Not there, or not for whoever asks: nobody learns which of the two. */
export type NotFound = { type: "not-found" };

/** Somebody was quicker: what they did since the version that was sent. */
export type Conflict = { type: "conflict"; message: Sentence; version: number; since: Since[] };
export type Since = z.output<typeof sinceShape>[number];

/** The answer of a use that may say no. One that never does answers with the value alone. */
export type Answer<T> = Done<T> | Refused | NotFound | Conflict;

/** The answer of a read that refuses nothing but what is not there. */
export type Found<T> = Done<T> | NotFound;

/** What was sent cannot be read, or is no question under the law in force: each field with what is wrong. It comes before any answer. */
export type Unfit = { type: "unfit"; issues: readonly Issue[] };
/** `path` names the field: `names.0.name`; empty for the whole. */
export type Issue = { path: string; message: string };

export const notFound: NotFound = { type: "not-found" };

export function orNotFound<T>(value: T | null): Found<T> {
  return value === null ? notFound : { type: "done", answer: value };
}

/** No text forbids what this refuses: it is impossible in itself, or the software's own order. */
export function refusedSaying(code: string, message: Sentence, field: string): Refused {
  return { type: "refused", refusals: [{ code, message, source: null, field }] };
}

/** The same for a sentence that has no home of its own yet. */
export function refusedFor(code: string, zh: string, en: string, field: string): Refused {
  return refusedSaying(code, { zh, en }, field);
}

/** A file that cannot be used, with what is wrong with it. */
export function unfitFile(message: string): Unfit {
  return { type: "unfit", issues: [{ path: "", message }] };
}
