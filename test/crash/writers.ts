// The program that is killed: it looks at what the last crash left, then eight writers act until the end comes.
// Standard input: one JSON of Task. Standard output: one JSON line for the survey, then one for each acknowledged step.
import { writeSync } from "node:fs";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { openInstallation, openFirstJurisdiction } from "#kernel/app.ts";
import type { App, Place } from "#kernel/app.ts";
import { uploadEvidence } from "#matters/uses/evidence.ts";
import { perform } from "#matters/uses/perform.ts";
import { now, onwards, stepAt } from "./life.ts";
import type { Progress, Step } from "./life.ts";
import { survey } from "./survey.ts";
import type { Acknowledged, Survey } from "./survey.ts";

export type Task = { place: Place; progress: Progress[]; acknowledged: Acknowledged[]; thorough: boolean };
export type Line =
  | { type: "survey"; survey: Survey }
  | { type: "acknowledged"; what: Acknowledged; progress: Progress }
  | { type: "failed"; what: string };

class Refused extends Error {}

const task = JSON.parse(await text(process.stdin)) as Task; // written by crash.ts from the same type
const clock = () => Temporal.Instant.from(now);
const app = await openFirstJurisdiction(await openInstallation(task.place, clock));
if (app === null) throw new Error("there is no jurisdiction");
tell({ type: "survey", survey: await survey(app, task.acknowledged, task.progress, task.thorough) });
await Promise.all(task.progress.map((progress) => write(app, progress)));
await app.database.close();

async function write(on: App, from: Progress): Promise<never> {
  for (let progress = from; ;) {
    const step = stepAt(progress);
    if (step === null) throw new Error("a life has no next step");
    const told = await take(on, step);
    progress = onwards(progress, step, told.type === "act" ? told.receipt.version : null);
    tell({ type: "acknowledged", what: told, progress });
  }
}

/** Until it is done: a database that is gone may come back, and the same request is then sent again under the same key. */
async function take(on: App, step: Step): Promise<Acknowledged> {
  for (;;) {
    try {
      return await takeOnce(on, step);
    } catch (error) {
      if (error instanceof Refused) {
        tell({ type: "failed", what: error.message });
        throw error;
      }
      await sleep(50);
    }
  }
}

async function takeOnce(on: App, step: Step): Promise<Acknowledged> {
  if (step.type === "file") {
    const taken = await uploadEvidence(on, step.actor, pieces(step.bytes), 1_000_000);
    if (taken.type !== "done") throw new Refused(`the file is ${taken.type}`);
    return { type: "file", sha256: taken.answer.sha256 };
  }
  const performed = await perform(on, step.actor, step.request, { newId: () => step.newId });
  if (performed.type !== "done") throw new Refused(`${step.request.key}: ${JSON.stringify(performed)}`);
  return { type: "act", accountId: step.actor.accountId, key: step.request.key, receipt: performed.answer };
}

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** One whole line, handed to the system before anything else happens: what is not out was not acknowledged. */
function tell(line: Line): void {
  const bytes = new TextEncoder().encode(`${JSON.stringify(line)}\n`);
  for (let sent = 0; sent < bytes.length;) {
    try {
      sent += writeSync(1, bytes, sent);
    } catch (error) {
      // The reader is behind for a moment.
      if (!(error instanceof Error && "code" in error && error.code === "EAGAIN")) throw error;
    }
  }
}
