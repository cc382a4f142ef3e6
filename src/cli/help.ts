// `wenze help`: every command with one line.
import type { Command } from "./command.ts";

export function runHelp(commands: readonly Command[]): number {
  console.log("问责 Wenze\n");
  for (const { usage, summary } of commands) console.log(`  wenze ${usage}\n      ${summary.zh}  ${summary.en}`);
  console.log(
    "\nDATABASE_URL=postgres://… 使用 PostgreSQL 而不是数据文件夹  uses PostgreSQL in place of the data folder",
  );
  return 0;
}
