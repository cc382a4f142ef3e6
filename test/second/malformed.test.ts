// A malformed line is answered with its fault: by both, at the same place, and by the engine in words that name what was found.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import path from "node:path";
import { test } from "node:test";
import { loadLaw } from "#law-admin/packs/regulations.ts";
import { answerLine } from "#law/bulk/facts.ts";
import { answerSecond } from "./answer.ts";
import { FAULTS, malformedLines, type Malformed } from "./malformed-lines.ts";

type Error_ = { path: string; message: { zh: string; en: string } };

const law = await loadLaw();
const EACH = 40;
const lines = someLines((FAULTS.objects + FAULTS.texts) * EACH);

test(`${EACH} lines of each fault: both give its path, and the engine says in Chinese and English what was found and what is allowed`, () => {
  const faults: string[] = [];
  for (const malformed of lines) {
    if (!("line" in malformed)) continue;
    const second = answerSecond(malformed.line);
    const at = "error" in second ? second.error.path : "answered";
    if (!isAt(at, malformed.path)) faults.push(`second: ${malformed.fault}: ${at}`);
    const { error } = answerLine(law, malformed.line) as { error?: Error_ };
    faults.push(...whatIsMissing(malformed, error).map((one) => `engine: ${malformed.fault}: ${one}`));
  }
  assert.deepEqual([...new Set(faults)], []);
});

test("The command answers each bad line in its place, the good ones beside it, and ends with 1", () => {
  const each = lines.slice(0, FAULTS.objects + FAULTS.texts);
  const good = new TextEncoder().encode(
    `{"format":2,"id":"good","person":{},"measures":[],"sanctions":[],"consents":[],"openMatters":0,"question":{"purpose":"提拔","date":"2022-02-20"}}`,
  );
  const texts = each.flatMap((one) => ["text" in one ? one.text : encode(one.line), good]);
  const { stdout, status } = askByCommand(texts);
  const answers = stdout
    .split("\n")
    .slice(0, -1)
    .map((text) => JSON.parse(text) as { id: unknown; error?: Error_ });
  assert.equal(answers.length, texts.length);
  assert.equal(status, 1);
  const faults: string[] = [];
  for (const [index, malformed] of each.entries()) {
    const bad = answers[2 * index];
    faults.push(...whatIsMissing(malformed, bad?.error).map((one) => `${malformed.fault}: ${one}`));
    if ("line" in malformed && bad?.id !== malformed.line["id"]) faults.push(`${malformed.fault}: without its id`);
    if (answers[2 * index + 1]?.id !== "good" || answers[2 * index + 1]?.error !== undefined) {
      faults.push(`${malformed.fault}: the line after it is not answered`);
    }
  }
  assert.deepEqual(faults, []);
});

function whatIsMissing({ path: place, found, allowed }: Malformed, error: Error_ | undefined): string[] {
  if (error === undefined) return ["answered"];
  const missing: string[] = [];
  if (!isAt(error.path, place)) missing.push(`at ${error.path}, not ${place}`);
  for (const language of ["zh", "en"] as const) {
    const message = error.message[language] ?? "";
    if (message === "") missing.push(`says nothing in ${language}`);
    for (const word of [found, allowed]) {
      if (word !== null && !message.includes(word)) missing.push(`does not name ${word}: ${message}`);
    }
  }
  return missing;
}

/** At the place itself or at a field of it. */
function isAt(found: string, place: string): boolean {
  return found === place || place === "" || found.startsWith(`${place}.`) || found.startsWith(`${place}[`);
}

function someLines(count: number): Malformed[] {
  const found: Malformed[] = [];
  for (const one of malformedLines(3)) {
    if (found.length === count) break;
    found.push(one);
  }
  return found;
}

function encode(line: object): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(line));
}

function askByCommand(texts: readonly Uint8Array[]): { stdout: string; status: number | null } {
  const newline = Buffer.from("\n");
  return spawnSync(process.execPath, ["src/cli/main.ts", "eligibility", "--facts", "-"], {
    cwd: path.join(import.meta.dirname, "../.."),
    input: Buffer.concat(texts.flatMap((text) => [text, newline])),
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
}
