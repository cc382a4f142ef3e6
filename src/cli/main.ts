// The command line: one plain list of commands, each loaded only when it is called.
import { enableCompileCache } from "node:module";
import path from "node:path";
import type { Command } from "./command.ts";
import { runHelp } from "./help.ts";

export const commands: readonly Command[] = [
  {
    words: ["start"],
    usage: "start [--data DIR] [--port N] [--empty] [--regulation ID] [--regulations DIR]",
    summary: { zh: "启动服务", en: "start the server" },
    run: async (args) => (await import("./start.ts")).runStart(args),
  },
  {
    words: ["law", "check"],
    usage: "law check [--regulations DIR]",
    summary: { zh: "检查法规数据与条文是否一致", en: "check that the rules agree with their text" },
    run: async (args) => (await import("./law-check.ts")).runLawCheck(args),
  },
  {
    words: ["law", "new"],
    usage: "law new ID [--regulations DIR]",
    summary: {
      zh: "新建一部法规数据的模板，并说明要填什么",
      en: "make the template of a pack and say what is to be filled in",
    },
    run: async (args) => (await import("./law-new.ts")).runLawNew(args),
  },
  {
    words: ["law", "schema"],
    usage: "law schema [--regulations DIR]",
    summary: { zh: "写出供编辑器使用的 JSON Schema", en: "write the JSON Schemas for editors" },
    run: async (args) => (await import("./law-schema.ts")).runLawSchema(args),
  },
  {
    words: ["law", "readings"],
    usage: "law readings [NAME]",
    summary: {
      zh: "列出各项读法，以及换一种读法会改变多少答复",
      en: "list the readings and how many answers each alternative changes",
    },
    run: async (args) => (await import("./law-readings.ts")).runLawReadings(args),
  },
  {
    words: ["eligibility"],
    usage:
      "eligibility --facts FILE [--regulation ID] [--regulations DIR] [--setting NAME=VALUE] [--explain] [--upper off]",
    summary: {
      zh: "不用数据库，逐行回答任职资格问题",
      en: "answer eligibility questions line by line, without a database",
    },
    run: async (args) => (await import("./eligibility.ts")).runEligibility(args),
  },
  {
    words: ["rebuild"],
    usage: "rebuild [--data DIR]",
    summary: { zh: "由办理记录重新推导限制期", en: "derive the restrictions again from what was done" },
    run: async (args) => (await import("./rebuild.ts")).runRebuild(args),
  },
  {
    words: ["audit", "verify"],
    usage: "audit verify [--data DIR]",
    summary: { zh: "核验日志链是否完整", en: "verify that the chains of the log are whole" },
    run: async (args) => (await import("./audit-verify.ts")).runAuditVerify(args),
  },
  {
    words: ["help"],
    usage: "help",
    summary: { zh: "显示本说明", en: "show this" },
    run: () => Promise.resolve(runHelp(commands)),
  },
];

/** Runs the command that the words name; answers with the exit status. */
export async function runCommand(argv: readonly string[]): Promise<number> {
  const asked = argv.length === 0 || argv[0] === "--help" || argv[0] === "-h" ? ["help"] : [...argv];
  const command = commands.find(({ words }) => words.every((word, index) => asked[index] === word));
  if (command === undefined) {
    console.error(`没有“${asked.join(" ")}”这个命令。There is no command “${asked.join(" ")}”.\n`);
    runHelp(commands);
    return 1;
  }
  return command.run(asked.slice(command.words.length));
}

// Compiled code is kept beside the dependencies, so that the second start is quick; where that folder cannot be written, it is not.
enableCompileCache(path.join(import.meta.dirname, "../../node_modules/.cache/wenze"));
// Imported by `npm start` as well, which sets argv as if this file had been run.
process.exitCode = await runCommand(process.argv.slice(2));
