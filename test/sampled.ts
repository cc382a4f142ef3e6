// A value of the shape that a schema asks for, made from the schema alone.
import { randomUUID } from "node:crypto";
import { z } from "zod";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
/** What a field of that name holds; `day` is what all days are. */
export type Known = Readonly<Record<string, string>>;

export function sampled(schema: z.ZodType, known: Known = {}): Json {
  return sampleOf(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Schema, "", known);
}

type Schema = {
  type?: string;
  const?: Json;
  enum?: Json[];
  format?: string;
  minimum?: number;
  minLength?: number;
  minItems?: number;
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
};

function sampleOf(schema: Schema, name: string, known: Known): Json {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0] ?? null;
  const [first] = schema.anyOf ?? schema.oneOf ?? [];
  if (first !== undefined) return sampleOf(first, name, known);
  switch (schema.type) {
    case "object":
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([key, property]) => [key, sampleOf(property, key, known)]),
      );
    case "array":
      return [sampleOf(schema.items ?? {}, name, known)];
    case "integer":
    case "number":
      return Math.max(schema.minimum ?? 0, 1);
    case "boolean":
      return true;
    case "string":
      return known[name] ?? textFor(schema, name, known);
    case undefined:
    default:
      return null;
  }
}

function textFor({ format }: Schema, name: string, known: Known): string {
  if (format === "uuid") return randomUUID();
  if (/(On|on|from|to|until|date|day)$/u.test(name)) return known["day"] ?? "2025-01-10";
  if (name === "account") return "nobody";
  return name === "after" ? "" : "nobody-knows";
}
