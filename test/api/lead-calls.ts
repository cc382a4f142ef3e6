// Registering a lead by HTTP: the plainest act, for tests of what all acts have in common.
import { randomUUID } from "node:crypto";
import { inputs } from "./steps.ts";
import type { Call, World } from "./world.ts";

export function registerLead(body: object): Call {
  return { as: "discipline-officer", method: "POST", path: "/api/acts/register-lead", body };
}

/** Its body, with a fresh key each time. */
export function leadBody(input: object = inputs.lead()): { matterId: null; version: null; key: string; input: object } {
  return { matterId: null, version: null, key: randomUUID(), input };
}

export async function countLeads({ call }: World): Promise<number> {
  const reply = await call({ as: "discipline-officer", method: "POST", path: "/api/leads/search", body: { limit: 1 } });
  return (reply.json as { count: { value: number } }).count.value;
}
