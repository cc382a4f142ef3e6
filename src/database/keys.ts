// The secrets under which ID numbers and reporters are sealed: files in the data folder that only its owner reads.
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { idNumberKeysFrom } from "#registry/id-number.ts";
import { reporterKeyFrom } from "#matters/reporter-seal.ts";
import type { IdNumberKeys } from "#registry/id-number.ts";
import { writeDurably } from "./durable.ts";
import { StoreProblem } from "./problem.ts";
import { keyFileDamaged } from "./words.ts";

/** Reads `keys/id-number.key` of the data folder, making it at the first start. Throws StoreProblem. */
export function openKeys(dataFolder: string): IdNumberKeys {
  return idNumberKeysFrom(secretIn(dataFolder, "id-number.key"));
}

/** The same for `keys/reporter.key`, under which nothing but reporters is sealed. */
export function openReporterKey(dataFolder: string): Uint8Array {
  return reporterKeyFrom(secretIn(dataFolder, "reporter.key"));
}

function secretIn(dataFolder: string, name: string): Uint8Array {
  const file = path.join(dataFolder, "keys", name);
  if (!existsSync(file)) {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    writeDurably(file, `${randomBytes(32).toString("base64")}\n`, 0o600);
  }
  const secret = Buffer.from(readFileSync(file, "utf8").trim(), "base64");
  if (secret.length !== 32) {
    throw new StoreProblem("keys-unreadable", keyFileDamaged(file));
  }
  return secret;
}
