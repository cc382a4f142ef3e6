// Every answer that goes out unparsed is held to the shape that the contract declares for it: nothing missing, nothing more.
import assert from "node:assert/strict";
import { isContractProcedure } from "@orpc/contract";
import { isUnparsed } from "#kernel/contract/unparsed.ts";
import { apiPrefix, contract } from "#server/contract/contract.ts";

const declared = Object.entries(contract).flatMap(([part, endpoints]) =>
  Object.entries(endpoints).flatMap(([name, endpoint]) => {
    if (!isContractProcedure(endpoint)) return [];
    const { route } = endpoint["~orpc"];
    const outputSchema: unknown = endpoint["~orpc"].outputSchema;
    const pattern = new RegExp(`^${apiPrefix}${(route.path ?? "").replaceAll(/\{\w+\}/gu, "[^/]+")}$`, "u");
    return isUnparsed(outputSchema)
      ? [{ name: `${part}.${name}`, method: route.method, pattern, shape: outputSchema.shape }]
      : [];
  }),
);

/** The endpoints whose answers are held to their shape here, not by the server. */
export const unparsedEndpoints = declared.map(({ name }) => name);

/** Which of them have been answered in this process. */
export const seenAsDeclared = new Set<string>();

/** Fails where the answer to a call is not what its endpoint declares; other endpoints' answers the server has parsed itself. */
export function assertAsDeclared(
  call: { method: string; path: string },
  { status, json }: { status: number; json: unknown },
): void {
  const [below = ""] = call.path.split("?");
  const endpoint = declared.find(({ method, pattern }) => method === call.method && pattern.test(below));
  if (endpoint === undefined || status !== 200) return;
  assert.deepEqual(endpoint.shape.parse(json), json, `${endpoint.name} answers otherwise than it declares`);
  seenAsDeclared.add(endpoint.name);
}
