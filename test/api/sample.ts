// Requests made from the contract: for each endpoint one whose body has the right shape, and the places in it where an id stands.
import { randomUUID } from "node:crypto";
import { isContractProcedure } from "@orpc/contract";
import { z } from "zod";
import { contract } from "#server/contract/contract.ts";
import { exportInput } from "#server/contract/streams.ts";
import { actIds } from "#casework/acts.ts";
import type { Endpoint } from "#server/endpoints.ts";
import { sampled } from "../sampled.ts";
import { refusable } from "./refusable.ts";

export type Path = readonly (string | number)[];

/** A body of the right shape; null where the endpoint takes none. Path parameters are among its fields. */
export function sampleBody(endpoint: Endpoint): Record<string, unknown> | null {
  const act = actIds.find((id) => endpoint.name === `acts.${id}`);
  if (act !== undefined) return { matterId: "nobody-knows", version: 1, key: randomUUID(), input: refusable(act) };
  const schema = schemaOf(endpoint);
  if (schema === null) return null;
  return sampled(schema) as Record<string, unknown>; // every input of the contract is an object
}

function schemaOf({ name, stream }: Endpoint): z.ZodType | null {
  if (stream) return name === "streams.exportEligibility" ? exportInput : null;
  let node: unknown = contract;
  for (const key of name.split(".")) node = (node as Record<string, unknown>)[key]; // the name was made by walking this very table
  if (!isContractProcedure(node)) return null;
  const schema: unknown = node["~orpc"].inputSchema;
  return schema instanceof z.ZodType ? schema : null;
}

/** Where an id stands in a body: fields named …Id or …Ids, the receiving account, and addresses of files. */
export function idPathsIn(value: unknown, path: Path = []): Path[] {
  if (Array.isArray(value)) return value.flatMap((one, index) => idPathsIn(one, [...path, index]));
  if (typeof value === "object" && value !== null)
    return Object.entries(value).flatMap(([key, one]) => idPathsIn(one, [...path, key]));
  const named = path.findLast((part) => typeof part === "string") ?? "";
  return typeof value === "string" && /(Id|Ids|Account|sha256|inquirers|leader)$/u.test(String(named)) ? [path] : [];
}

/** The body with something else at one place. */
export function withAt(value: unknown, [head, ...rest]: Path, put: unknown): unknown {
  if (head === undefined) return put;
  if (Array.isArray(value)) return value.map((one: unknown, index) => (index === head ? withAt(one, rest, put) : one));
  const all = value as Record<string, unknown>; // the path was found by walking this value
  return { ...all, [head]: withAt(all[head], rest, put) };
}

/** The call of an endpoint with this body: its path parameters taken out of it. */
export function callOf(endpoint: Endpoint, body: Record<string, unknown> | null): { path: string; body?: unknown } {
  const left = { ...body };
  const path = endpoint.path.replaceAll(/:(\w+)/gu, (_whole, name: string) => {
    const value = left[name];
    delete left[name];
    // Half a pair of surrogates has no address; the browser would send the sign for it.
    return encodeURIComponent(typeof value === "string" ? value.toWellFormed() : "nobody-knows");
  });
  return endpoint.method === "GET" || body === null ? { path } : { path, body: left };
}
