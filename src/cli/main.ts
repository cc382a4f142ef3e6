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
    usage: "law check [--regulations DIR] [--all] [--data DIR]",
    summary: { zh: "检查法规数据与条文是否一致", en: "check that the rules agree with their text" },
    run: async (args) => {
      // With data, the passages of official texts that the office has loaded are held against the rules too.
      const at = args.indexOf("--data");
      const own = at < 0 ? args : args.toSpliced(at, 2);
      const status = await (await import("./law/check.ts")).runLawCheck(own);
      if (at < 0 || status === 2) return status;
      const { runLawText } = await import("./law/text.ts");
      return Math.max(status, await runLawText(["check", ...args.slice(at, at + 2)]));
    },
  },
  {
    words: ["law", "unguarded"],
    usage: "law unguarded ID [--regulations DIR]",
    summary: {
      zh: "逐一改动一部法规数据的字段，列出没有检查或者例看守的",
      en: "change each field of a pack in turn and list those that no check or example guards",
    },
    run: async (args) => (await import("./law/unguarded.ts")).runLawUnguarded(args),
  },
  {
    words: ["law", "new"],
    usage: "law new ID [--regulations DIR]",
    summary: {
      zh: "新建一部法规数据的模板，并说明要填什么",
      en: "make the template of a pack and say what is to be filled in",
    },
    run: async (args) => (await import("./law/new.ts")).runLawNew(args),
  },
  {
    words: ["law", "schema"],
    usage: "law schema [--regulations DIR]",
    summary: { zh: "写出供编辑器使用的 JSON Schema", en: "write the JSON Schemas for editors" },
    run: async (args) => (await import("./law/schema.ts")).runLawSchema(args),
  },
  {
    words: ["law", "readings"],
    usage: "law readings [NAME]",
    summary: {
      zh: "列出各项读法，以及换一种读法会改变多少答复",
      en: "list the readings and how many answers each alternative changes",
    },
    run: async (args) => (await import("./law/readings.ts")).runLawReadings(args),
  },
  {
    words: ["law", "diff"],
    usage: "law diff A B [--regulations DIR] [--data DIR]",
    summary: {
      zh: "比较一部法规的两个版本；给出数据时，列出会变的限制和案件",
      en: "compare two versions of a pack, and with data what stored restrictions and cases would change",
    },
    run: async (args) => (await import("./law/diff.ts")).runLawDiff(args),
  },
  {
    words: ["law", "text"],
    usage: "law text [check | load PACK FILE --source SOURCE --account NAME [--passages FILE]] [--data DIR]",
    summary: {
      zh: "列出已载入的上位规定正式文本；以某账号载入一件，由另一人在页面上核对",
      en: "list the official texts of upper norms that are loaded; load one for an account, to be checked by another on the screen",
    },
    run: async (args) => (await import("./law/text.ts")).runLawText(args),
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
    words: ["receipt", "replay"],
    usage: "receipt replay FILE [--data DIR]",
    summary: {
      zh: "按当时的记录重做回执中的核查，并列出此后的变化",
      en: "ask a receipt's question again of the records of then, and list what has changed since",
    },
    run: async (args) => (await import("./receipt-replay.ts")).runReceiptReplay(args),
  },
  {
    words: ["rebuild"],
    usage: "rebuild [--data DIR]",
    summary: { zh: "由办理记录重新推导限制期", en: "derive the restrictions again from what was done" },
    run: async (args) => (await import("./rebuild.ts")).runRebuild(args),
  },
  {
    words: ["sweep"],
    usage: "sweep [--data DIR]",
    summary: {
      zh: "事后核查：把已登记的任职、等次、荣誉与当日的限制核对一遍",
      en: "hold what was registered against what was barred on its day",
    },
    run: async (args) => (await import("./sweep.ts")).runSweep(args),
  },
  {
    words: ["audit", "verify"],
    usage: "audit verify [--data DIR]",
    summary: { zh: "核验日志链是否完整", en: "verify that the chains of the log are whole" },
    run: async (args) => (await import("./audit/verify.ts")).runAuditVerify(args),
  },
  {
    words: ["audit", "checkpoint"],
    usage: "audit checkpoint [--out FILE] [--data DIR]",
    summary: { zh: "为全部日志记录做检查点并签名", en: "sign a checkpoint over all entries of the log" },
    run: async (args) => (await import("./audit/checkpoint.ts")).runAuditCheckpoint(args),
  },
  {
    words: ["audit", "countersign"],
    usage: "audit countersign CHECKPOINT --key FILE --name NAME [--out FILE]",
    summary: {
      zh: "由另一单位用自己的密钥会签检查点文件，不需要数据库",
      en: "countersign a checkpoint file as a second body, with a key of its own and no database",
    },
    run: async (args) => (await import("./audit/countersign.ts")).runAuditCountersign(args),
  },
  {
    words: ["audit", "accept"],
    usage: "audit accept CHECKPOINT [--data DIR]",
    summary: { zh: "收回会签过的检查点文件", en: "take a countersigned checkpoint file back" },
    run: async (args) => (await import("./audit/accept.ts")).runAuditAccept(args),
  },
  {
    words: ["audit", "prove"],
    usage: "audit prove --chain CHAIN --seq N | --from SIZE --to SIZE [--data DIR]",
    summary: {
      zh: "证明某条记录在检查点之内，或者前一检查点是后一检查点的开头",
      en: "prove that an entry is in the latest checkpoint, or that one checkpoint is the beginning of another",
    },
    run: async (args) => (await import("./audit/prove.ts")).runAuditProve(args),
  },
  {
    words: ["audit", "export"],
    usage: "audit export FILE [--data DIR]",
    summary: {
      zh: "导出全部日志，供 verify/ 中的独立程序核验",
      en: "export the whole log for the separate program in verify/",
    },
    run: async (args) => (await import("./audit/export.ts")).runAuditExport(args),
  },
  {
    words: ["audit", "algorithm"],
    usage: "audit algorithm sha256|sm3 [--data DIR]",
    summary: { zh: "选择日志此后使用的杂凑算法", en: "choose with which hash the log goes on" },
    run: async (args) => (await import("./audit/algorithm.ts")).runAuditAlgorithm(args),
  },
  {
    words: ["backup"],
    usage: "backup FILE --passphrase-file FILE [--data DIR]",
    summary: {
      zh: "备份数据库、证据材料和封存的密钥，服务运行时也可以",
      en: "back up the database, the evidence and the sealed keys, also while the server runs",
    },
    run: async (args) => (await import("./backup.ts")).runBackup(args),
  },
  {
    words: ["restore"],
    usage: "restore FILE --passphrase-file FILE --data EMPTY-DIR",
    summary: {
      zh: "把备份恢复到空文件夹（或者空的 PostgreSQL 数据库）并逐项核对",
      en: "restore a backup into an empty folder, or an empty PostgreSQL database, and compare it",
    },
    run: async (args) => (await import("./restore.ts")).runRestore(args),
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
