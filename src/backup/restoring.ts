// The mark of a restore under way in a data folder: left by one that was cut off, and seen by whoever would use the folder.
import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { writeDurably } from "#database/durable.ts";
import { takeLock } from "#database/folder-lock.ts";
import { markOf } from "#database/folder.ts";

/** Held by one restore at a time. Answers with how to end it: the mark goes last. Throws StoreProblem while another is at work. */
export function beginRestoring(dataFolder: string, at: string): (outcome: "done" | "undone") => void {
  const mark = markOf(dataFolder);
  mkdirSync(mark, { recursive: true, mode: 0o700 });
  const giveBack = takeLock(mark);
  writeDurably(path.join(mark, "began.json"), `${JSON.stringify({ at })}\n`, 0o600);
  return (outcome) => {
    if (outcome === "undone") clear(dataFolder);
    giveBack();
    rmSync(mark, { recursive: true, force: true });
  };
}

/** Whether there is nothing that a restore would overwrite: nothing at all, or what one that was cut off has left. */
export function isFree(dataFolder: string): boolean {
  return !existsSync(dataFolder) || readdirSync(dataFolder).length === 0 || existsSync(markOf(dataFolder));
}

/** Everything but the mark. */
export function clear(dataFolder: string): void {
  const mark = path.basename(markOf(dataFolder));
  for (const name of readdirSync(dataFolder))
    if (name !== mark) rmSync(path.join(dataFolder, name), { recursive: true, force: true });
}
