// Outputs that a shape declares and that go out as they are: large ones, which the pure parts make of what was parsed when it came in.
import { type } from "@orpc/contract";
import type { Schema } from "@orpc/contract";
import type { z } from "zod";

/** A schema with the type of `shape` that looks at nothing. The tests of the API hold each answer to `shape`; the OpenAPI document shows it. */
export type Unparsed<Shape extends z.ZodType = z.ZodType> = Schema<z.output<Shape>, z.output<Shape>> & {
  readonly shape: Shape;
};

export function unparsed<Shape extends z.ZodType>(shape: Shape): Unparsed<Shape> {
  return { ...type<z.output<Shape>, z.output<Shape>>((value) => value), shape };
}

export function isUnparsed(schema: unknown): schema is Unparsed {
  return typeof schema === "object" && schema !== null && "shape" in schema && !("_zod" in schema);
}
