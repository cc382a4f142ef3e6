// A program that does with a file of facts what JSON alone costs: every line is parsed, and for every line an answer that was there
// before is printed. Arguments: the file of facts, a file with answers to print in turn.

import { createReadStream, readFileSync } from "node:fs";
import { once } from "node:events";

const [, , facts = "", answersFile = ""] = process.argv;
const answers = readFileSync(answersFile, "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line) as unknown);

let rest = "";
let place = 0;
const decoder = new TextDecoder();
for await (const chunk of createReadStream(facts) as AsyncIterable<Buffer>) {
  const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
  rest = lines.pop() ?? "";
  let out = "";
  for (const line of lines) {
    JSON.parse(line);
    out += `${JSON.stringify(answers[place])}\n`;
    place = (place + 1) % answers.length;
  }
  if (!process.stdout.write(out)) await once(process.stdout, "drain");
}
