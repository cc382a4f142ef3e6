// `wenze receipt replay FILE`: asks the question of a receipt again, of the records as they were then, and says which lines are otherwise
// today. What stands in them is no business of whoever is at the machine: the offices see it on the request's page.
import { createReadStream, existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { replayReceipt } from "#clearance/uses/clearance-replay.ts";
import type { Replayed } from "#clearance/uses/clearance-replay.ts";
import { fileAt, printLine } from "./desk.ts";
import { Failure, withPlainFailures } from "./failure.ts";
import { readOptions } from "./options.ts";
import { withApp } from "./with-app.ts";
import {
  answerPart,
  changedSince,
  registryPart,
  replayUsage,
  receiptNotFound,
  receiptForeign,
  requestUnknown,
  receiptHeading,
  receiptLineUnlike,
  replayEqual,
  replayUnlike,
  todayEqual,
  todayUnlike,
} from "./words.ts";

export async function runReceiptReplay(args: string[]): Promise<number> {
  return withPlainFailures(async () => {
    const { values, positionals } = readOptions({
      args,
      options: { data: { type: "string" } },
      allowPositionals: true,
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new Failure(replayUsage);
    const receipt = fileAt(file);
    if (!existsSync(receipt)) throw new Failure(receiptNotFound(receipt));
    return withApp(values.data, async (app) => {
      const lines = createInterface({ input: createReadStream(receipt, "utf8"), crlfDelay: 0 });
      return printReplay(await replayReceipt(app, lines));
    });
  });
}

function printReplay(replayed: Replayed): number {
  if (replayed.type === "no-receipt") throw new Failure(receiptForeign);
  if (replayed.type === "unknown-request") throw new Failure(requestUnknown);
  const { number, round, lines, unlike, unlikeCount, changed } = replayed;
  printLine(receiptHeading(number, round, lines));
  for (const { fileLine } of unlike) printLine(receiptLineUnlike(fileLine));
  printLine(unlikeCount === 0 ? replayEqual : replayUnlike(unlikeCount));
  for (const { line, what } of changed) printLine(changedSince(line, what === "answer" ? answerPart : registryPart));
  printLine(changed.length === 0 ? todayEqual : todayUnlike(changed.length));
  return unlikeCount === 0 ? 0 : 1;
}
