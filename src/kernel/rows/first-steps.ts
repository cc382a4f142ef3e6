// By which accounts the first of two steps was taken, wherever two persons are asked for outside leads, cases and leading bodies.
import { sql } from "kysely";
import { z } from "zod";
import type { TwoPersonRule } from "#casework/four-eyes.ts";
import { handsOf } from "#casework/four-eyes.ts";
import type { Transaction } from "#database/database.ts";
import { rowsOf } from "#database/rows.ts";

/** Of a relative who was wrong, the history says by whom it was entered; of words that go out, the history of their matter. */
type RuleOfRows = Exclude<TwoPersonRule, "void-relative" | "release-texts">;

/** Where each stands: its table, whose it is, and in whose role by delegation. */
const firstSteps = {
  "confirm-authority": { table: "authority_version", by: "entered_by", behalf: "entered_behalf" },
  "countersign-interpretation": { table: "interpretation", by: "entered_by", behalf: "entered_behalf" },
  "check-official-text": { table: "official_text", by: "loaded_by", behalf: "loaded_behalf" },
  "confirm-history": { table: "history_statement", by: "entered_by", behalf: "entered_behalf" },
  "answer-reporter": { table: "reporter_request", by: "requested_by", behalf: "requested_behalf" },
  "sign-letter": { table: "reply_letter", by: "drafted_by", behalf: "drafted_behalf" },
  "decide-delegation": { table: "delegation", by: "from_account", behalf: "asked_by" },
  "publish-calendar": { table: "calendar_entry", by: "entered_by", behalf: "entered_behalf" },
  "undo-merge": { table: "person_merge", by: "registered_by", behalf: "registered_behalf" },
} as const satisfies Record<RuleOfRows, { table: string; by: string; behalf: string }>;

const shape = z.object({ by: z.string(), behalf: z.string().nullable() });

/** The accounts; empty where there is no such step. */
export async function handsOfFirstStep(trx: Transaction, rule: RuleOfRows, id: string): Promise<string[]> {
  const { table, by, behalf } = firstSteps[rule];
  const rows = await rowsOf(
    trx,
    shape,
    sql`SELECT ${sql.ref(by)} AS by, ${sql.ref(behalf)} AS behalf FROM ${sql.table(table)}
      WHERE jurisdiction_id = ${trx.jurisdictionId} AND id = ${id}`,
  );
  return rows.flatMap((row) => handsOf(row.by, row.behalf));
}
