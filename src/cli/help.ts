// `wenze help`: every command with one line.
import type { Command } from "./command.ts";
import { productHeading, databaseUrlNote } from "./words.ts";

export function runHelp(commands: readonly Command[]): number {
  console.log(productHeading);
  for (const { usage, summary } of commands) console.log(`  wenze ${usage}\n      ${summary.zh}  ${summary.en}`);
  console.log(databaseUrlNote);
  return 0;
}
