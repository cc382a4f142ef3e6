// What waits in a matter to be let out of its group, released as people do it.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { releaseWords, waitingTextsOf } from "#matters/uses/releases.ts";
import type { World } from "./world.ts";

/** Everything that waits in the matter goes out: each text by somebody who did not type it. */
export async function releaseAll(world: World, matterId: string): Promise<void> {
  for (const role of ["reviewer", "committee-secretary"] as const) {
    const actor = world.actorOf(role);
    const found = await waitingTextsOf(world.app, actor, { matterId });
    const seqs = found.type === "done" ? found.answer.texts.filter(({ own }) => !own).map(({ seq }) => seq) : [];
    if (seqs.length === 0) continue;
    const released = await releaseWords(world.app, actor, { matterId, key: randomUUID(), seqs });
    assert.equal(released.type, "done");
  }
}
