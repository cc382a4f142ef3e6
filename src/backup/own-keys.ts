// What opens the last backups that this installation made: kept beside its own keys, so that it can test them; nobody else gets it.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { writeDurably } from "#database/durable.ts";
import { keyFolderOf } from "#database/keys.ts";

const keptShape = z.array(z.strictObject({ at: z.string(), identity: z.string() }));

/** Of so many of the last backups. */
const kept = 8;

/** Before the backup is made, so that none is ever made that could not be tested. */
export function keepOwnKey(dataFolder: string, at: string, identity: string): void {
  const keys = [{ at, identity }, ...read(dataFolder)].slice(0, kept);
  writeDurably(fileOf(dataFolder), `${JSON.stringify(keys)}\n`, 0o600);
}

/** Latest first. */
export function ownKeys(dataFolder: string): string[] {
  return read(dataFolder).map(({ identity }) => identity);
}

function read(dataFolder: string): z.output<typeof keptShape> {
  const file = fileOf(dataFolder);
  return existsSync(file) ? keptShape.parse(JSON.parse(readFileSync(file, "utf8"))) : [];
}

const fileOf = (dataFolder: string): string => path.join(keyFolderOf(dataFolder), "backups.json");
