// The command line: one plain list of commands, each loaded only when it is called.
import { enableCompileCache } from "node:module";
import path from "node:path";
import type { Command } from "./command.ts";
import { runHelp } from "./help.ts";
import { summaries, commandNotFound } from "./words.ts";

export const commands: readonly Command[] = [
  {
    words: ["start"],
    usage: "start [--data DIR] [--port N] [--regulation ID] [--regulations DIR]",
    summary: summaries.start,
    run: async (args) => (await import("./start.ts")).runStart(args),
  },
  {
    words: ["init"],
    usage: "init [--data DIR] [--regulation ID] [--regulations DIR]",
    summary: summaries.init,
    run: async (args) => (await import("./init.ts")).runInit(args),
  },
  {
    words: ["upgrade"],
    usage: "upgrade [--data DIR]",
    summary: summaries.upgrade,
    run: async (args) => (await import("./upgrade.ts")).runUpgrade(args),
  },
  {
    words: ["law", "check"],
    usage: "law check [--regulations DIR] [--all] [--data DIR]",
    summary: summaries.lawCheck,
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
    summary: summaries.lawUnguarded,
    run: async (args) => (await import("./law/unguarded.ts")).runLawUnguarded(args),
  },
  {
    words: ["law", "new"],
    usage: "law new ID [--regulations DIR]",
    summary: summaries.lawNew,
    run: async (args) => (await import("./law/new.ts")).runLawNew(args),
  },
  {
    words: ["law", "schema"],
    usage: "law schema [--regulations DIR]",
    summary: summaries.lawSchema,
    run: async (args) => (await import("./law/schema.ts")).runLawSchema(args),
  },
  {
    words: ["law", "readings"],
    usage: "law readings [NAME]",
    summary: summaries.lawReadings,
    run: async (args) => (await import("./law/readings.ts")).runLawReadings(args),
  },
  {
    words: ["law", "diff"],
    usage: "law diff A B [--regulations DIR] [--data DIR]",
    summary: summaries.lawDiff,
    run: async (args) => (await import("./law/diff.ts")).runLawDiff(args),
  },
  {
    words: ["law", "text"],
    usage: "law text [check | load PACK FILE --source SOURCE --account NAME [--passages FILE]] [--data DIR]",
    summary: summaries.lawText,
    run: async (args) => (await import("./law/text.ts")).runLawText(args),
  },
  {
    words: ["eligibility"],
    usage:
      "eligibility --facts FILE [--regulation ID] [--regulations DIR] [--setting NAME=VALUE] [--explain] [--upper off]",
    summary: summaries.eligibility,
    run: async (args) => (await import("./eligibility.ts")).runEligibility(args),
  },
  {
    words: ["receipt", "replay"],
    usage: "receipt replay FILE [--data DIR]",
    summary: summaries.receiptReplay,
    run: async (args) => (await import("./receipt-replay.ts")).runReceiptReplay(args),
  },
  {
    words: ["rebuild"],
    usage: "rebuild [--data DIR]",
    summary: summaries.rebuild,
    run: async (args) => (await import("./rebuild.ts")).runRebuild(args),
  },
  {
    words: ["sweep"],
    usage: "sweep [--data DIR]",
    summary: summaries.sweep,
    run: async (args) => (await import("./sweep.ts")).runSweep(args),
  },
  {
    words: ["audit", "verify"],
    usage: "audit verify [--data DIR]",
    summary: summaries.auditVerify,
    run: async (args) => (await import("./audit/verify.ts")).runAuditVerify(args),
  },
  {
    words: ["audit", "checkpoint"],
    usage: "audit checkpoint [--out FILE] [--data DIR]",
    summary: summaries.auditCheckpoint,
    run: async (args) => (await import("./audit/checkpoint.ts")).runAuditCheckpoint(args),
  },
  {
    words: ["audit", "countersign"],
    usage: "audit countersign CHECKPOINT --key FILE --name NAME [--out FILE]",
    summary: summaries.auditCountersign,
    run: async (args) => (await import("./audit/countersign.ts")).runAuditCountersign(args),
  },
  {
    words: ["audit", "accept"],
    usage: "audit accept CHECKPOINT [--data DIR]",
    summary: summaries.auditAccept,
    run: async (args) => (await import("./audit/accept.ts")).runAuditAccept(args),
  },
  {
    words: ["audit", "prove"],
    usage: "audit prove --chain CHAIN --seq N | --from SIZE --to SIZE [--data DIR]",
    summary: summaries.auditProve,
    run: async (args) => (await import("./audit/prove.ts")).runAuditProve(args),
  },
  {
    words: ["audit", "export"],
    usage: "audit export FILE [--data DIR]",
    summary: summaries.auditExport,
    run: async (args) => (await import("./audit/export.ts")).runAuditExport(args),
  },
  {
    words: ["audit", "algorithm"],
    usage: "audit algorithm sha256|sm3 [--data DIR]",
    summary: summaries.auditAlgorithm,
    run: async (args) => (await import("./audit/algorithm.ts")).runAuditAlgorithm(args),
  },
  {
    words: ["recovery", "key"],
    usage: "recovery key PART-1 PART-2 [--data DIR]",
    summary: summaries.recoveryKey,
    run: async (args) => (await import("./recovery-key.ts")).runRecoveryKey(args),
  },
  {
    words: ["backup", "test"],
    usage: "backup test FILE [--data DIR]",
    summary: summaries.backupTest,
    run: async (args) => (await import("./backup-test.ts")).runBackupTest(args),
  },
  {
    words: ["backup"],
    usage: "backup FILE [--data DIR]",
    summary: summaries.backup,
    run: async (args) => (await import("./backup.ts")).runBackup(args),
  },
  {
    words: ["restore"],
    usage: "restore FILE --part PART-1 --part PART-2 --data EMPTY-DIR [--with-faults]",
    summary: summaries.restore,
    run: async (args) => (await import("./restore.ts")).runRestore(args),
  },
  {
    words: ["help"],
    usage: "help",
    summary: summaries.help,
    run: () => Promise.resolve(runHelp(commands)),
  },
];

/** Runs the command that the words name; answers with the exit status. */
export async function runCommand(argv: readonly string[]): Promise<number> {
  const asked = argv.length === 0 || argv[0] === "--help" || argv[0] === "-h" ? ["help"] : [...argv];
  const command = commands.find(({ words }) => words.every((word, index) => asked[index] === word));
  if (command === undefined) {
    console.error(commandNotFound(asked));
    runHelp(commands);
    return 1;
  }
  return command.run(asked.slice(command.words.length));
}

// Compiled code is kept beside the dependencies, so that the second start is quick; where that folder cannot be written, it is not.
enableCompileCache(path.join(import.meta.dirname, "../../node_modules/.cache/wenze"));
// Imported by `npm start` as well, which sets argv as if this file had been run.
process.exitCode = await runCommand(process.argv.slice(2));
