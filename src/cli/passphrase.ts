// The passphrase that seals the keys of a backup: from a file, never from the command line, where others could read it.
import { readFileSync } from "node:fs";
import { Failure } from "./failure.ts";

const shortest = 12;

export function readPassphrase(file: string | undefined): string {
  if (file === undefined)
    throw new Failure(
      "请用 --passphrase-file 指定存放口令的文件；备份中的密钥用它封存，恢复时也要用它",
      "Name the file with the passphrase by --passphrase-file; it seals the keys in the backup, and opens them again",
    );
  let text: string;
  try {
    text = readFileSync(file, "utf8").trim();
  } catch {
    throw new Failure(`无法读取 ${file}`, `Cannot read ${file}`);
  }
  if (text.length < shortest)
    throw new Failure(
      `${file} 中的口令太短，至少 ${shortest} 个字符`,
      `The passphrase in ${file} is shorter than ${shortest} characters`,
    );
  return text;
}
