// One life of test/crash/lives.ts, lived from its beginning to its end by one writer.
import type { App } from "#kernel/app.ts";
import { uploadEvidence } from "#matters/uses/evidence.ts";
import { perform } from "#matters/uses/perform.ts";
import { onwards, stepAt } from "../crash/life.ts";
import type { Progress } from "../crash/life.ts";

/** Throws where a step is refused. Gives back how many steps were taken. */
export async function live(app: App, life: number): Promise<number> {
  let progress: Progress = { writer: 0, life, step: 0, versions: {} };
  let steps = 0;
  for (; progress.life === life; steps += 1) {
    const step = stepAt(progress);
    if (step === null) throw new Error(`life ${life} has no step ${progress.step}`);
    if (step.type === "file") {
      await uploadEvidence(app, step.actor, bytesOf(step.bytes), 1_000_000);
      progress = onwards(progress, step, null);
    } else {
      const performed = await perform(app, step.actor, step.request, { newId: () => step.newId });
      if (performed.type !== "done") throw new Error(`${step.request.key}: ${JSON.stringify(performed)}`);
      progress = onwards(progress, step, performed.answer.version);
    }
  }
  return steps;
}

async function* bytesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
