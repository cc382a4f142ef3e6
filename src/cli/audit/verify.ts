// `wenze audit verify`: walks every chain of the log; exit status 1 when a byte of it was changed.
import { verifyChains } from "#log/uses/log.ts";
import { complain, say } from "../desk.ts";
import { withPlainFailures } from "../failure.ts";
import { readOptions } from "../options.ts";
import { withApp } from "../with-app.ts";

export async function runAuditVerify(args: string[]): Promise<number> {
  return withPlainFailures(async () => {
    const { values } = readOptions({ args, options: { data: { type: "string" } } });
    return withApp(values.data, async (app) => {
      const { chains, entries, checkpoints, covered, faults } = await verifyChains(app);
      for (const { chain, seq, what } of faults) complain(`${chain} #${seq}: ${what}`);
      if (faults.length > 0) {
        complain(`日志不完整：${faults.length} 处有误。The log is not whole: ${faults.length} faults.`);
        return 1;
      }
      say(
        `日志完整：${chains} 条链，${entries} 条记录；${checkpoints} 个检查点，覆盖 ${covered} 条。` +
          `The log is whole: ${chains} chains, ${entries} entries; ${checkpoints} checkpoints, covering ${covered}.`,
      );
      return 0;
    });
  });
}
