// `wenze eligibility --facts FILE`: one JSON line in, one JSON line out, with no server and no database.
import { createReadStream } from "node:fs";
import { once } from "node:events";
import { BrokenRegulation, loadLaw } from "#app/regulations.ts";
import { readConfirmation } from "#law/confirmation.ts";
import { compileLines } from "#law/facts-lines.ts";
import type { LineOptions } from "#law/facts.ts";
import { compileLaw } from "#law/law.ts";
import type { Law } from "#law/law.ts";

type Call = {
  facts: string;
  regulation: string | undefined;
  regulations: string | undefined;
  settings: Record<string, string>;
  confirmed: string[];
  options: LineOptions;
};

const USAGE =
  "用法：wenze eligibility --facts 文件|- [--regulation ID] [--regulations 文件夹] [--setting 名称=值]… [--confirmed 规定/规则[@日期]]… [--explain] [--upper off]\n" +
  "Usage: wenze eligibility --facts FILE|- [--regulation ID] [--regulations FOLDER] [--setting NAME=VALUE]… [--confirmed PACK/RULE[@DATE]]… [--explain] [--upper off]";

/**
 * Answers every line in order, in constant memory. Exit code 0; 1 when at least one line was bad; 2 when the
 * call, the packs or the file cannot be used.
 */
export async function runEligibility(args: readonly string[]): Promise<number> {
  const call = parseCall(args);
  if (typeof call === "string") {
    console.error(`${call}\n${USAGE}`);
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
      console.error(`不能读取 ${call.facts} cannot be read: ${error.message}`);
      return 2;
    }
    throw error;
  }
}

async function answerAll(law: Law, input: AsyncIterable<Buffer | string>, options: LineOptions): Promise<number> {
  const answer = compileLines<Buffer>(law, (bytes, from, to) => bytes.toString("utf8", from, to), options);
  const out = new LineWriter();
  let code = 0;
  let rest: Buffer = Buffer.alloc(0);
  let begun = false;
  const answerFrom = (bytes: Buffer, from: number, to: number): void => {
    const said = answer(bytes, from, to);
    if (said === null) return;
    if (said.bad) code = 1;
    out.add(said.text);
  };
  for await (const chunk of input) {
    const read = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
    const bytes = rest.length === 0 ? read : Buffer.concat([rest, read]);
    if (bytes.length < MARK.length) {
      rest = bytes;
      continue;
    }
    // The mark of byte order with which some programs begin a file is no part of its first line.
    let from = !begun && bytes.subarray(0, MARK.length).equals(MARK) ? MARK.length : 0;
    begun = true;
    for (let to = bytes.indexOf(NEWLINE, from); to >= 0; to = bytes.indexOf(NEWLINE, from)) {
      answerFrom(bytes, from, to);
      from = to + 1;
    }
    rest = bytes.subarray(from);
    await out.flush();
  }
  answerFrom(rest, 0, rest.length);
  await out.flush();
  return code;
}

const NEWLINE = 10;
const MARK = Buffer.from("\uFEFF");
// Bytes read at a time: a call of the system for each sixty-four thousand costs more than what is done with them.
const CHUNK = 1 << 20;

/** Lines on their way out as bytes: text kept as text until the end of a chunk is copied once more for nothing. */
class LineWriter {
  #bytes = Buffer.allocUnsafe(1 << 20);
  #used = 0;

  add(line: string): void {
    // No sign takes more than three bytes for each of its units.
    const most = line.length * 3 + 1;
    if (this.#used + most > this.#bytes.length) {
      const more = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#used + most));
      this.#bytes.copy(more, 0, 0, this.#used);
      this.#bytes = more;
    }
    this.#used += this.#bytes.write(line, this.#used);
    this.#bytes[this.#used] = NEWLINE;
    this.#used += 1;
  }

  /** Waits until what is written has left where the reader is slow, so that memory stays flat. */
  async flush(): Promise<void> {
    if (this.#used === 0) return;
    const ready = this.#bytes.subarray(0, this.#used);
    this.#bytes = Buffer.allocUnsafe(this.#bytes.length);
    this.#used = 0;
    if (!process.stdout.write(ready)) await once(process.stdout, "drain");
  }
}

async function loadFor(call: Call): Promise<Law | string> {
  try {
    const law = await loadLaw({
      settings: call.settings,
      ...(call.regulations === undefined ? {} : { folder: call.regulations }),
      ...(call.regulation === undefined ? {} : { regulation: call.regulation }),
    });
    return call.confirmed.length === 0 ? law : confirmedLaw(law, call.confirmed);
  } catch (error) {
    // A reading that does not exist, a pack that is broken or missing: the message says which.
    if (error instanceof BrokenRegulation || error instanceof RangeError) return error.message;
    if (error instanceof Error && "code" in error) return `不能读取法规 the packs cannot be read: ${error.message}`;
    throw error;
  }
}

// Compiled again with unverified clauses taken as confirmed; throws a RangeError that says which cannot be.
function confirmedLaw(law: Law, words: readonly string[]): Law {
  const confirmations = words.map((word) => {
    const confirmation = readConfirmation(law.regulation, word);
    if (confirmation === null)
      throw new RangeError(`--confirmed ${word}：应为 规定/规则 或 规定/规则@日期 must be PACK/RULE or PACK/RULE@DATE`);
    return confirmation;
  });
  return compileLaw({ ...law, confirmations });
}

function parseCall(args: readonly string[]): Call | string {
  const call: Call = {
    facts: "",
    regulation: undefined,
    regulations: undefined,
    settings: {},
    confirmed: [],
    options: {},
  };
  for (let index = 0; index < args.length; index += 1) {
    const flag = args[index] ?? "";
    if (flag === "--explain") {
      call.options.explain = true;
      continue;
    }
    index += 1;
    const value = args[index];
    if (value === undefined) return `${flag} 缺少值 needs a value`;
    const fault = take(call, flag, value);
    if (fault !== null) return fault;
  }
  return call.facts === "" ? "缺少 --facts missing" : call;
}

function take(call: Call, flag: string, value: string): string | null {
  if (flag === "--facts") call.facts = value;
  else if (flag === "--regulation") call.regulation = value;
  else if (flag === "--regulations") call.regulations = value;
  else if (flag === "--confirmed") call.confirmed.push(value);
  else if (flag === "--setting") {
    const [name, option, ...more] = value.split("=");
    if (name === undefined || option === undefined || more.length > 0)
      return `--setting ${value}：应为 名称=值 must be NAME=VALUE`;
    call.settings[name] = option;
  } else if (flag === "--upper") {
    if (value !== "on" && value !== "off") return `--upper ${value}：应为 on 或 off must be on or off`;
    call.options.upper = value === "on";
  } else return `不认识的选项 unknown option ${flag}`;
  return null;
}
