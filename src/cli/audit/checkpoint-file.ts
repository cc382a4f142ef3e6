// A checkpoint file, as it travels between the log and a second body.
import { readFileSync } from "node:fs";
import { checkpointFileShape } from "#audit/checkpoint.ts";
import type { CheckpointFile } from "#audit/checkpoint.ts";
import { Failure } from "../failure.ts";
import { checkpointUnreadable } from "./words.ts";

export function readCheckpointFile(file: string): CheckpointFile {
  try {
    return checkpointFileShape.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    throw new Failure(checkpointUnreadable(file));
  }
}
