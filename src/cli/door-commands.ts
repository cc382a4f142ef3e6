// The commands that a running server does at its operator's door, because it alone has the embedded database open.

type Run = (args: string[]) => Promise<number>;

const commands: Readonly<Record<string, Run>> = {
  "law text": async (args) => (await import("./law/text.ts")).runLawText(args),
  backup: async (args) => (await import("./backup.ts")).runBackup(args),
  "backup test": async (args) => (await import("./backup-test.ts")).runBackupTest(args),
  "recovery key": async (args) => (await import("./recovery-key.ts")).runRecoveryKey(args),
  rebuild: async (args) => (await import("./rebuild.ts")).runRebuild(args),
  sweep: async (args) => (await import("./sweep.ts")).runSweep(args),
  "receipt replay": async (args) => (await import("./receipt-replay.ts")).runReceiptReplay(args),
  "audit verify": async (args) => (await import("./audit/verify.ts")).runAuditVerify(args),
  "audit checkpoint": async (args) => (await import("./audit/checkpoint.ts")).runAuditCheckpoint(args),
  "audit accept": async (args) => (await import("./audit/accept.ts")).runAuditAccept(args),
  "audit prove": async (args) => (await import("./audit/prove.ts")).runAuditProve(args),
  "audit export": async (args) => (await import("./audit/export.ts")).runAuditExport(args),
  "audit algorithm": async (args) => (await import("./audit/algorithm.ts")).runAuditAlgorithm(args),
};

/** Null where the words call none of them. */
export function doorCommandOf(words: readonly string[]): { run: Run; args: string[] } | null {
  for (const length of [2, 1]) {
    const run = commands[words.slice(0, length).join(" ")];
    if (run !== undefined) return { run, args: words.slice(length) };
  }
  return null;
}
