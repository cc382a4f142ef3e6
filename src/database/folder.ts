// The data folder: that it can be written, and which engine its data belong to.
import { accessSync, constants, existsSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { codeOf } from "./folder-lock.ts";
import { StoreProblem } from "./problem.ts";
import { writeDurably } from "./durable.ts";
import { folderNotWritable, engineNotKnown, folderOfOtherEngine } from "./words.ts";

const recordShape = z.object({ engine: z.enum(["pglite", "postgresql"]), version: z.string(), format: z.literal(1) });
export type EngineRecord = z.output<typeof recordShape>;

/** Makes the folder when it is missing, for its owner's eyes only. Throws StoreProblem when it cannot be written. */
export function prepareFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const code = codeOf(error) ?? "";
    throw new StoreProblem("folder-unwritable", folderNotWritable(folder, code), error);
  }
}

/** In a folder that a restore has not finished with. */
export const markOf = (folder: string): string => path.join(folder, "restoring");

/** Which engine wrote this folder; null in a new one. */
export function readEngine(folder: string): EngineRecord | null {
  const file = path.join(folder, "engine.json");
  if (!existsSync(file)) return null;
  const parsed = recordShape.safeParse(parseJson(readFileSync(file, "utf8")));
  if (parsed.success) return parsed.data;
  throw new StoreProblem("engine-mismatch", engineNotKnown(file));
}

export function writeEngine(folder: string, record: EngineRecord): void {
  writeDurably(path.join(folder, "engine.json"), `${JSON.stringify(record)}\n`, 0o600);
}

/** A folder begun with one engine is never silently continued with the other. */
export function refuseOtherEngine(folder: string, engine: EngineRecord["engine"]): EngineRecord | null {
  const record = readEngine(folder);
  if (record === null || record.engine === engine) return record;
  throw new StoreProblem("engine-mismatch", folderOfOtherEngine(folder, record.engine, engine));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
