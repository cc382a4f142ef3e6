// node verify.mjs LOG [--key FILE] [--checkpoint FILE]… [--countersigner FILE]…   or   node verify.mjs --proof FILE [--key FILE]
// Shares no code with the system that wrote the log. Exit status 1 when anything does not fit, 2 when it cannot be read.

import { createPublicKey } from "node:crypto";
import { createReadStream, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { proofFaults } from "./checkpoints.mjs";
import { LogWalk } from "./log.mjs";

const shown = 50;

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      key: { type: "string" },
      checkpoint: { type: "string", multiple: true, default: [] },
      countersigner: { type: "string", multiple: true, default: [] },
      proof: { type: "string" },
    },
  });
  const trust = {
    key: values.key === undefined ? null : keyIn(values.key),
    countersigners: values.countersigner.map(keyIn),
  };
  if (values.proof !== undefined) say(proofFaults(jsonIn(values.proof), trust), "证明成立。The proof holds.");
  else if (positionals.length === 1) {
    const walk = new LogWalk({ ...trust, kept: values.checkpoint.map(jsonIn) });
    await readLines(positionals[0], walk);
    const { entries, checkpoints, countersigned } = walk;
    say(
      walk.end(),
      `日志完整：${entries} 条记录，${checkpoints} 个检查点，其中 ${countersigned} 个有会签。` +
        `The log is intact: ${entries} entries, ${checkpoints} checkpoints, ${countersigned} countersigned.`,
    );
    if (trust.key === null)
      console.log(
        "没有给出日志公钥（--key），签名只与日志自带的公钥核对。No --key was given: signatures were held against the key in the log itself.",
      );
  } else {
    console.error(
      "用法 usage: node verify.mjs LOG [--key FILE] [--checkpoint FILE]… [--countersigner FILE]… | --proof FILE",
    );
    process.exitCode = 2;
  }
} catch (error) {
  console.error(`无法读取 cannot be read: ${error.message}`);
  process.exitCode = 2;
}

async function readLines(file, walk) {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let rest = Buffer.alloc(0);
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let from = 0;
    for (let to = rest.indexOf(10); to >= 0; to = rest.indexOf(10, from)) {
      feed(walk, decoder, rest.subarray(from, to));
      from = to + 1;
    }
    rest = rest.subarray(from);
  }
  if (rest.length > 0) feed(walk, decoder, rest);
}

function feed(walk, decoder, bytes) {
  let text;
  try {
    text = decoder.decode(bytes);
  } catch {
    text = "";
  }
  walk.line(text);
}

function say(faults, fine) {
  for (const fault of faults.slice(0, shown)) console.error(fault);
  if (faults.length > 0) {
    console.error(`有 ${faults.length} 处不符。${faults.length} faults.`);
    process.exitCode = 1;
  } else console.log(fine);
}

function keyIn(file) {
  return createPublicKey(readFileSync(file, "utf8")).export({ type: "spki", format: "der" }).toString("hex");
}

function jsonIn(file) {
  return JSON.parse(readFileSync(file, "utf8"));
}
