// A checkpoint file, as it travels between the log and a second body.
import { readFileSync } from "node:fs";
import { checkpointFileShape } from "#audit/checkpoint.ts";
import type { CheckpointFile } from "#audit/checkpoint.ts";
import { Failure } from "../failure.ts";

export function readCheckpointFile(file: string): CheckpointFile {
  try {
    return checkpointFileShape.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    throw new Failure(`${file} 不是检查点文件，或者已损坏`, `${file} is no checkpoint file, or it is damaged`);
  }
}
