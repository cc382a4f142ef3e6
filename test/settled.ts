// Accounts as tests settle them: with the entry of the log that accounts for each, as the use has it.
import { addAccount as addRow } from "#accounts/rows/accounts.ts";
import type { Transaction } from "#database/database.ts";
import { appendEntry } from "#log/rows/audit.ts";

export async function addAccount(...[trx, account]: Parameters<typeof addRow>): ReturnType<typeof addRow> {
  const added = await addRow(trx, account);
  if (added === "added") await accountForSettled(trx);
  return added;
}

/** Whatever rows were written by themselves are accounted for. */
export async function accountForSettled(trx: Transaction): Promise<void> {
  const said = { kind: "administration", actorId: null, actorName: "", what: "add-account", outcome: "done" } as const;
  await appendEntry(trx, "jurisdiction", { at: "2026-03-01T08:00:00.000Z", ...said, body: {} });
}
