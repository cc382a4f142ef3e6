// What takes two administrators, done by two: asked for by one, approved by another.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import type { Role } from "#casework/roles.ts";
import type { Call, Reply, World } from "./world.ts";

export type Asked = { requestId: string; half: string | null };

/** Approves what this reply asked for; answers with the approval. */
export function approve(
  world: World,
  asked: Reply,
  as: Role = "system-administrator",
  approved = true,
): Promise<Reply> {
  const { requestId } = asked.json as Asked;
  assert.ok(typeof requestId === "string", asked.text);
  const body = { key: randomUUID(), approved };
  return world.call({ as, method: "POST", path: `/api/administration/requests/${requestId}`, body });
}

/** Asks and approves; answers with what both halves make together, null where there is none. Throws unless it is done. */
export async function agree(world: World, ask: Call, as: Role = "system-administrator"): Promise<string | null> {
  const asked = await world.call(ask);
  assert.equal(asked.status, 200, asked.text);
  const approved = await approve(world, asked, as);
  assert.equal(approved.status, 200, approved.text);
  const [one, other] = [(asked.json as Asked).half, (approved.json as Asked).half];
  return one === null || other === null ? null : one + other;
}

/** A token of another office's program, issued by two: its id, and both halves of it together. */
export async function issueToken(
  world: World,
  { expiresOn = "2026-08-31", key = randomUUID() }: { expiresOn?: string; key?: string } = {},
): Promise<{ tokenId: string; token: string }> {
  const body = { key, office: "某市委组织部", expiresOn, reason: "联网核查" };
  const asked = await world.call({ as: "security-administrator", method: "POST", path: "/api/tokens", body });
  assert.equal(asked.status, 200, asked.text);
  const approved = await approve(world, asked);
  assert.equal(approved.status, 200, approved.text);
  const { requestId, half } = asked.json as Asked;
  return { tokenId: requestId, token: `${half ?? ""}${(approved.json as Asked).half ?? ""}` };
}
