// The input of an act: parsed once, where it comes in, and from then on known by its type to have been.
import type { z } from "zod";
import { acts } from "./acts.ts";
import type { ActId } from "./acts.ts";

/** The input before it is parsed: what a form makes and sends. */
export type RawInputOf<Id extends ActId> = z.input<(typeof acts)[Id]["input"]>;
/** The input as parsed by the act's own schema, which alone makes one. */
export type InputOf<Id extends ActId> = z.output<(typeof acts)[Id]["input"]>;

/** The input of the act; throws a ZodError where it does not have the act's shape. */
export function parseInput<Id extends ActId>(act: Id, raw: unknown): InputOf<Id> {
  return acts[act].input.parse(raw) as InputOf<Id>; // the table pairs each act with its own schema, which the index hides
}
