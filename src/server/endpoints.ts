// Every endpoint there is, from the contract and the streams: the one list that routes, the gate and the permission matrix read.
import { isContractProcedure } from "@orpc/contract";
import { apiPrefix, contract } from "./contract/contract.ts";
import type { EndpointMeta } from "#kernel/contract/meta.ts";
import { streams } from "./contract/streams.ts";

/** `path` with the prefix, parameters as `:name`; `stream` when the body or the answer is a file. */
export type Endpoint = {
  name: string;
  method: "GET" | "POST" | "DELETE";
  path: string;
  meta: EndpointMeta;
  stream: boolean;
};

/** All endpoints. Throws on one without an access rule: it must not be reachable by anybody. */
export function listEndpoints(
  table: unknown = contract,
  files: Readonly<Record<string, { method: "GET" | "POST"; path: string; meta: EndpointMeta }>> = streams,
): Endpoint[] {
  const raw = Object.entries(files).map(([name, { method, path, meta }]) => ({
    name: `streams.${name}`,
    method,
    path: `${apiPrefix}${path}`,
    meta,
    stream: true,
  }));
  const endpoints = [...endpointsIn(table, []), ...raw];
  const open = endpoints.find(({ meta }) => meta.access.length === 0);
  if (open !== undefined) throw new Error(`endpoint ${open.name} has no access rule`);
  return endpoints;
}

function endpointsIn(node: unknown, trail: readonly string[]): Endpoint[] {
  if (isContractProcedure(node)) {
    const { method, path } = node["~orpc"].route;
    const meta: unknown = node["~orpc"].meta;
    if ((method !== "GET" && method !== "POST" && method !== "DELETE") || path === undefined)
      throw new Error(`endpoint ${trail.join(".")} has no method or path`);
    // Every endpoint is built on the one base that carries this meta.
    return [
      {
        name: trail.join("."),
        method,
        path: apiPrefix + path.replaceAll(/\{(\w+)\}/gu, ":$1"),
        meta: meta as EndpointMeta,
        stream: false,
      },
    ];
  }
  if (typeof node !== "object" || node === null) throw new Error(`${trail.join(".")} is no endpoint`);
  return Object.entries(node).flatMap(([key, child]) => endpointsIn(child, [...trail, key]));
}
