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
  const parsed = endpoint.shape.safeParse(json);
  if (!parsed.success && parsed.error.issues.every((issue) => isLeftOut(json, issue))) return;
  if (!parsed.success) throw parsed.error;
  assert.deepEqual(parsed.data, json, `${endpoint.name} answers otherwise than it declares`);
  seenAsDeclared.add(endpoint.name);
}

/** Whether the only thing wrong is that a reader who sees parts of a matter has an empty value in a field of another part: of a choice too. */
function isLeftOut(json: unknown, { code, path }: { code: string; path: readonly PropertyKey[] }): boolean {
  const isWhole = typeof json !== "object" || json === null || !("reading" in json) || json.reading === "group";
  if (isWhole || !["invalid_value", "invalid_union"].includes(code)) return false;
  const value = path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown> | null)?.[key], json);
  return value === "" || (code === "invalid_union" && Object.values(value ?? {}).includes(""));
}
