// The secrets of an installation: files in `keys/` of the data folder that only its owner reads, made once and told apart by their fingerprints.
import { hash, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { openLogKey, openSigningKey } from "#log/signing-key.ts";
import { idNumberKeysFrom } from "#registry/id-number.ts";
import { reporterKeyFrom } from "#matters/reporter-seal.ts";
import type { IdNumberKeys } from "#registry/id-number.ts";
import { syncPath, writeDurably } from "./durable.ts";
import { StoreProblem } from "./problem.ts";
import { keyFileDamaged } from "./words.ts";

/** The files by their names: under the first two, data are sealed; with the last, checkpoints of the log are signed. */
export const keyNames = ["id-number.key", "reporter.key", "checkpoint.key"] as const;
export type KeyName = (typeof keyNames)[number];
export type Fingerprints = Readonly<Record<KeyName, string>>;

/** Reads `keys/id-number.key` of the data folder. Throws StoreProblem. */
export function openKeys(dataFolder: string): IdNumberKeys {
  return idNumberKeysFrom(secretIn(keyFolderOf(dataFolder), "id-number.key"));
}

/** The same for `keys/reporter.key`, under which nothing but reporters is sealed. */
export function openReporterKey(dataFolder: string): Uint8Array {
  return reporterKeyFrom(secretIn(keyFolderOf(dataFolder), "reporter.key"));
}

export const keyFolderOf = (dataFolder: string): string => path.join(dataFolder, "keys");

/** Makes those keys that the folder lacks. */
export function makeKeys(dataFolder: string): void {
  makeKeysIn(keyFolderOf(dataFolder));
}

function makeKeysIn(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of ["id-number.key", "reporter.key"] as const) {
    const file = path.join(folder, name);
    if (!existsSync(file)) writeDurably(file, `${randomBytes(32).toString("base64")}\n`, 0o600);
  }
  openSigningKey(path.join(folder, "checkpoint.key"));
}

/**
 * Makes the keys of a new installation beside their place; `record` keeps their fingerprints in the database; then they are moved there. Cut
 * off in between, the keys that were recorded are found again by `takeDraftedKeys`, and those that were not are of no use to anybody.
 */
export async function draftKeys(
  dataFolder: string,
  record: (fingerprints: Fingerprints) => Promise<void>,
): Promise<void> {
  const draft = draftOf(dataFolder);
  rmSync(draft, { recursive: true, force: true });
  makeKeysIn(draft);
  await record(fingerprintsIn(draft));
  moveDraft(dataFolder);
}

/** Moves keys that were recorded, and then not moved, to their place. */
export function takeDraftedKeys(dataFolder: string, recorded: Fingerprints): void {
  if (existsSync(keyFolderOf(dataFolder)) || !existsSync(draftOf(dataFolder))) return;
  const drafted = fingerprintsIn(draftOf(dataFolder));
  if (keyNames.every((name) => drafted[name] === recorded[name])) moveDraft(dataFolder);
}

const draftOf = (dataFolder: string): string => path.join(dataFolder, "keys.new");

function moveDraft(dataFolder: string): void {
  renameSync(draftOf(dataFolder), keyFolderOf(dataFolder));
  syncPath(dataFolder);
}

/** Those that the folder lacks. */
export function keysMissing(dataFolder: string): KeyName[] {
  return keyNames.filter((name) => !existsSync(path.join(keyFolderOf(dataFolder), name)));
}

/** SHA-256 in hexadecimal: of no use to whoever wants the key. Throws StoreProblem when a file is damaged. */
export function fingerprintsOf(dataFolder: string): Fingerprints {
  return fingerprintsIn(keyFolderOf(dataFolder));
}

function fingerprintsIn(folder: string): Fingerprints {
  const of = (name: KeyName, content: string) => hash("sha256", `wenze ${name} ${content}`, "hex");
  const secret = (name: KeyName) => of(name, Buffer.from(secretIn(folder, name)).toString("hex"));
  return {
    "id-number.key": secret("id-number.key"),
    "reporter.key": secret("reporter.key"),
    "checkpoint.key": of("checkpoint.key", openLogKey(path.dirname(folder), path.basename(folder)).publicKey),
  };
}

function secretIn(folder: string, name: string): Uint8Array {
  const file = path.join(folder, name);
  const secret = Buffer.from(existsSync(file) ? readFileSync(file, "utf8").trim() : "", "base64");
  if (secret.length !== 32) throw new StoreProblem("keys-unreadable", keyFileDamaged(file));
  return secret;
}
