// The passphrase that seals the keys of a backup: from a file, never from the command line, where others could read it.
import { readFileSync } from "node:fs";
import { Failure } from "./failure.ts";
import { passphraseFileMissing, fileUnreadable, passphraseTooShort } from "./words.ts";

const shortest = 12;

export function readPassphrase(file: string | undefined): string {
  if (file === undefined) throw new Failure(passphraseFileMissing);
  let text: string;
  try {
    text = readFileSync(file, "utf8").trim();
  } catch {
    throw new Failure(fileUnreadable(file));
  }
  if (text.length < shortest) throw new Failure(passphraseTooShort(file, shortest));
  return text;
}
