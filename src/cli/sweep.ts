// `wenze sweep`: holds what was registered against what was barred on its day, and says what was found.
import { sweepNow } from "#sweep/uses/sweep.ts";
import { say } from "./desk.ts";
import { Failure, withPlainFailures } from "./failure.ts";
import { readOptions } from "./options.ts";
import { withApp } from "./with-app.ts";

export async function runSweep(args: string[]): Promise<number> {
  return withPlainFailures(async () => {
    const { values } = readOptions({ args, options: { data: { type: "string" } } });
    return withApp(values.data, async (app) => {
      const run = await sweepNow(app, "command");
      if (run === null)
        throw new Failure("已有一次事后核查正在进行，请等它完成", "Another sweep is under way; wait for it");
      const { personsDone, entries, found, again, fallen, unjudged, letterLines, lettersFound, state } = run;
      if (state !== "done") throw new Failure("事后核查被取消，没有完成", "The sweep was cancelled before its end");
      say(
        `已核查 ${personsDone} 名干部的 ${entries} 项登记：新发现 ${found} 项，重新出现 ${again} 项，消除 ${fallen} 项，因历史记录不完整未能判断 ${unjudged} 项；复核回复函 ${letterLines} 行，其中 ${lettersFound} 行情况有变化。`,
      );
      say(
        `Swept ${entries} entries of ${personsDone} persons: ${found} conflicts found, ${again} again, ${fallen} fallen away, ${unjudged} not judged for want of a complete history; of ${letterLines} lines of reply letters ${lettersFound} have changed.`,
      );
      return 0;
    });
  });
}
