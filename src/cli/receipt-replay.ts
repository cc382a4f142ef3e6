// `wenze receipt replay FILE`: asks the question of a receipt again, of the records as they were then, and says what is otherwise today.
import { createReadStream, existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { replayReceipt } from "#clearance/uses/clearance-replay.ts";
import type { Replayed } from "#clearance/uses/clearance-replay.ts";
import { fileAt, say } from "./desk.ts";
import { Failure, withPlainFailures } from "./failure.ts";
import { readOptions } from "./options.ts";
import { withApp } from "./with-app.ts";

export async function runReceiptReplay(args: string[]): Promise<number> {
  return withPlainFailures(async () => {
    const { values, positionals } = readOptions({
      args,
      options: { data: { type: "string" } },
      allowPositionals: true,
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0)
      throw new Failure(
        "用法：wenze receipt replay 文件 [--data 文件夹]",
        "Usage: wenze receipt replay FILE [--data FOLDER]",
      );
    const receipt = fileAt(file);
    if (!existsSync(receipt)) throw new Failure(`没有 ${receipt} 这个文件`, `There is no file ${receipt}`);
    return withApp(values.data, async (app) => {
      const lines = createInterface({ input: createReadStream(receipt, "utf8"), crlfDelay: 0 });
      return tell(await replayReceipt(app, lines));
    });
  });
}

function tell(replayed: Replayed): number {
  if (replayed.type === "no-receipt")
    throw new Failure("这个文件不是本辖区的核查回执", "This file is no receipt of this jurisdiction");
  if (replayed.type === "unknown-request")
    throw new Failure("数据库中没有回执所说的这次核查", "The database knows no such asking as the receipt names");
  const { number, round, lines, unlike, unlikeCount, changed } = replayed;
  say(`${number} 第${round}次核查，${lines} 行。${number}, asking no. ${round}, ${lines} lines.`);
  for (const { fileLine, file, replayed: made } of unlike)
    say(`回执第 ${fileLine} 行不同 line ${fileLine} of the receipt differs\n  - ${file}\n  + ${made}`);
  say(
    unlikeCount === 0
      ? "按当时的记录重新核查，与回执逐字节相同。Asked again of the records of then: the same bytes."
      : `按当时的记录重新核查，有 ${unlikeCount} 处与回执不同。Asked again of the records of then: ${unlikeCount} lines differ.`,
  );
  for (const { line, name, what, before, now } of changed)
    say(
      `此后有变化 changed since: 第${line}行 ${name} ${what === "answer" ? "结论 answer" : "名册 registry"}\n  - ${before}\n  + ${now}`,
    );
  say(
    changed.length === 0
      ? "今日再问，结论相同。Asked today, the answers are the same."
      : `今日再问，有 ${changed.length} 处不同，如上。Asked today, ${changed.length} things are otherwise, as above.`,
  );
  return unlikeCount === 0 ? 0 : 1;
}
