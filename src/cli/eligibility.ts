// `wenze eligibility --facts FILE`: one JSON line in, one JSON line out, with no server and no database.
import { createReadStream } from "node:fs";
import { isUtf8 } from "node:buffer";
import { once } from "node:events";
import { BrokenRegulation, loadLaw } from "#law-admin/packs/regulations.ts";
import { badLine, compileLines } from "#law/bulk/facts-lines.ts";
import type { LineOptions } from "#law/bulk/facts.ts";
import type { Law } from "#law/compile/law.ts";
import {
  eligibilityUsage,
  factsUnreadable,
  lineTooLong,
  packsUnreadable,
  valueMissing,
  factsMissing,
  settingInvalid,
  settingRepeated,
  upperInvalid,
  optionUnknown,
} from "./words.ts";

type Call = {
  facts: string;
  regulation: string | undefined;
  regulations: string | undefined;
  settings: Record<string, string>;
  options: LineOptions;
};

/**
 * Answers every line in order, in constant memory. Exit code 0; 1 when at least one line was bad; 2 when the
 * call, the packs or the file cannot be used.
 */
export async function runEligibility(args: readonly string[]): Promise<number> {
  const call = parseCall(args);
  if (call === "help") {
    console.log(eligibilityUsage);
    return 0;
  }
  if (typeof call === "string") {
    console.error(`${call}\n${eligibilityUsage}`);
    return 2;
  }
  const law = await loadFor(call);
  if (typeof law === "string") {
    console.error(law);
    return 2;
  }
  const input = call.facts === "-" ? process.stdin : createReadStream(call.facts, { highWaterMark: CHUNK });
  try {
    return await answerAll(law, input, call.options);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EPIPE") return 0;
    if (error instanceof Error && "code" in error) {
      console.error(factsUnreadable(call.facts, error.message));
      return 2;
    }
    throw error;
  }
}

async function answerAll(law: Law, input: AsyncIterable<Buffer | string>, options: LineOptions): Promise<number> {
  const answer = compileLines(law, options);
  const out = new LineWriter();
  const lines = new LineReader((line) => {
    const said = line === "too-long" ? TOO_LONG : answer(line.text, line.from, line.to);
    if (said.bad) code = 1;
    out.add(said.text);
  });
  let code = 0;
  for await (const chunk of input) {
    lines.setOption(typeof chunk === "string" ? Buffer.from(chunk) : chunk);
    await out.flush();
  }
  lines.end();
  await out.flush();
  return code;
}

const TOO_LONG = badLine(lineTooLong);

/** A line within a text; null where it is not UTF-8. */
type Line = { text: string | null; from: number; to: number } | "too-long";

/** Cuts bytes into lines; of one that is too long nothing is kept. */
class LineReader {
  readonly #give: (line: Line) => void;
  #rest: Buffer = Buffer.alloc(0);
  #begun = false;
  #skipping = false;

  constructor(give: (line: Line) => void) {
    this.#give = give;
  }

  setOption(read: Buffer): void {
    const bytes = this.#rest.length === 0 ? read : Buffer.concat([this.#rest, read]);
    this.#rest = Buffer.alloc(0);
    if (!this.#begun && bytes.length < MARK.length) {
      this.#rest = bytes;
      return;
    }
    // The mark of byte order with which some programs begin a file is no part of its first line.
    let from = !this.#begun && bytes.subarray(0, MARK.length).equals(MARK) ? MARK.length : 0;
    this.#begun = true;
    from = this.#lines(bytes, from);
    for (let to = bytes.indexOf(NEWLINE, from); to >= 0; to = bytes.indexOf(NEWLINE, from)) {
      this.#line(bytes, from, to);
      from = to + 1;
    }
    if (bytes.length - from > LONGEST) this.#skipping = true;
    if (!this.#skipping) this.#rest = bytes.subarray(from);
  }

  /** The last line may lack its end. */
  end(): void {
    if (this.#skipping || this.#rest.length > 0) this.#line(this.#rest, 0, this.#rest.length);
  }

  // All whole lines at once where nothing can be wrong with one: to make text of each by itself takes twice as long. Returns where they end.
  #lines(bytes: Buffer, from: number): number {
    const to = bytes.lastIndexOf(NEWLINE);
    if (this.#skipping || to < from || to - from >= LONGEST) return from;
    const block = bytes.subarray(from, to + 1);
    if (!isUtf8(block)) return from;
    const text = block.toString("utf8");
    let start = 0;
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", start)) {
      this.#give({ text, from: start, to: end });
      start = end + 1;
    }
    return to + 1;
  }

  #line(bytes: Buffer, from: number, to: number): void {
    if (this.#skipping || to - from > LONGEST) {
      this.#skipping = false;
      this.#give("too-long");
      return;
    }
    const line = bytes.subarray(from, to);
    const text = isUtf8(line) ? line.toString("utf8") : null;
    this.#give({ text, from: 0, to: text?.length ?? 0 });
  }
}

const LONGEST = 1_000_000;
const NEWLINE = 10;
const MARK = Buffer.from("\uFEFF");
// Bytes read at a time: a call of the system for each sixty-four thousand costs more than what is done with them. Fewer than a line may have.
const CHUNK = 1 << 19;

/** Lines on their way out as bytes: made from text by the hundred thousand signs, which is quicker than line by line. */
class LineWriter {
  #text = "";
  #bytes = Buffer.allocUnsafe(1 << 20);
  #used = 0;

  add(line: string): void {
    this.#text += `${line}\n`;
    if (this.#text.length > SIGNS) this.#encode();
  }

  #encode(): void {
    // No sign takes more than three bytes for each of its units.
    const most = this.#text.length * 3;
    if (this.#used + most > this.#bytes.length) {
      const more = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#used + most));
      this.#bytes.copy(more, 0, 0, this.#used);
      this.#bytes = more;
    }
    this.#used += this.#bytes.write(this.#text, this.#used);
    this.#text = "";
  }

  /** Waits until what is written has left where the reader is slow, so that memory stays flat. */
  async flush(): Promise<void> {
    this.#encode();
    if (this.#used === 0) return;
    const ready = this.#bytes.subarray(0, this.#used);
    this.#bytes = Buffer.allocUnsafe(this.#bytes.length);
    this.#used = 0;
    if (!process.stdout.write(ready)) await once(process.stdout, "drain");
  }
}

const SIGNS = 100_000;

async function loadFor(call: Call): Promise<Law | string> {
  try {
    const law = await loadLaw({
      settings: call.settings,
      ...(call.regulations === undefined ? {} : { folder: call.regulations }),
      ...(call.regulation === undefined ? {} : { regulation: call.regulation }),
    });
    return law;
  } catch (error) {
    // A reading that does not exist, a pack that is broken or missing: the message says which.
    if (error instanceof BrokenRegulation || error instanceof RangeError) return error.message;
    if (error instanceof Error && "code" in error) return packsUnreadable(error.message);
    throw error;
  }
}

function parseCall(args: readonly string[]): Call | string {
  const call: Call = {
    facts: "",
    regulation: undefined,
    regulations: undefined,
    settings: {},
    options: {},
  };
  for (let index = 0; index < args.length; index += 1) {
    const flag = args[index] ?? "";
    if (flag === "--help") return "help";
    if (flag === "--explain") {
      call.options.explain = true;
      continue;
    }
    index += 1;
    const value = args[index];
    if (value === undefined) return valueMissing(flag);
    const fault = take(call, flag, value);
    if (fault !== null) return fault;
  }
  return call.facts === "" ? factsMissing : call;
}

function take(call: Call, flag: string, value: string): string | null {
  if (flag === "--facts") call.facts = value;
  else if (flag === "--regulation") call.regulation = value;
  else if (flag === "--regulations") call.regulations = value;
  else if (flag === "--setting") {
    const [name, option, ...more] = value.split("=");
    if (name === undefined || option === undefined || more.length > 0) return settingInvalid(value);
    if (Object.hasOwn(call.settings, name)) return settingRepeated(name);
    call.settings[name] = option;
  } else if (flag === "--upper") {
    if (value !== "on" && value !== "off") return upperInvalid(value);
    call.options.upper = value === "on";
  } else return optionUnknown(flag);
  return null;
}
