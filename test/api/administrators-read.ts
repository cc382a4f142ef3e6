// What the three administrators are answered, by every endpoint they may call and every command of the operator's door, and which texts
// of the offices stand in it. The texts are whatever the tables of business hold.
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "kysely";
import { z } from "zod";
import { administrators } from "#casework/roles.ts";
import { roleNames } from "#casework/words/role-names.ts";
import { doorCommandOf } from "../../src/cli/door-commands.ts";
import { atDesk } from "../../src/cli/desk.ts";
import { inTransaction } from "#database/database.ts";
import { rowsOf } from "#database/rows.ts";
import { listEndpoints } from "#server/endpoints.ts";
import { callOf, sampleBody } from "./sample.ts";
import type { World } from "./world.ts";

/** Tables that hold accounts, sessions, the log and what is technical: what administrators are there for. */
const ownTables =
  /^(?:account|session|sign_in_attempt|security_policy|password_used|totp|totp_reset|known_device|api_token|api_token_end|idempotency_key|administrator_\w+|delegation|alarm|alarm_answer|audit_\w+|checkpoint|countersignature|log_run|jurisdiction|reading_right|ledger_number|organization|organization_\w+|notification|notification_read|calendar_\w+|law_\w+|interpretation\w*|official_text\w*|kysely_\w+)$/u;

const columnShape = z.object({ table: z.string(), column: z.string() });
const textShape = z.object({ text: z.string().nullable() });

/**
 * Every text with Chinese in it, and every ID number, that a table of business holds; not what everybody signed in reads anyhow (the law, its
 * interpretations and texts), nor the names of accounts, units and programs.
 */
export async function textsOfBusiness(world: World): Promise<string[]> {
  const scope = { jurisdictionId: world.app.jurisdictionId, accountId: null };
  return inTransaction(world.app.database, scope, async (trx) => {
    const columns = await rowsOf(
      trx,
      columnShape,
      sql`SELECT c.table_name AS table, c.column_name AS column FROM information_schema.columns AS c
        JOIN information_schema.tables AS t ON t.table_schema = c.table_schema AND t.table_name = c.table_name AND t.table_type = 'BASE TABLE'
        WHERE c.table_schema = 'public' AND c.data_type IN ('text', 'jsonb', 'ARRAY') ORDER BY 1, 2`,
    );
    const texts = new Set<string>();
    for (const { table, column } of columns.filter((one) => !ownTables.test(one.table))) {
      const rows = await rowsOf(
        trx,
        textShape,
        sql`SELECT DISTINCT ${sql.ref(column)}::text AS text FROM ${sql.table(table)}`,
      );
      for (const { text } of rows) for (const part of partsOf(text ?? "")) texts.add(part);
    }
    const known = await rowsOf(
      trx,
      textShape,
      sql`SELECT name AS text FROM account UNION SELECT name FROM organization UNION SELECT name FROM jurisdiction UNION SELECT office FROM api_token`,
    );
    const law = await world.call({ as: "reviewer", method: "GET", path: "/api/regulation" });
    const names = [...known.map(({ text }) => text), ...Object.values(roleNames).map(({ zh }) => zh)];
    const open = [law.text, ...names].join("\n");
    return [...texts].filter((text) => !open.includes(text));
  });
}

/** The texts in a value of a column, which may be JSON or a list. */
function partsOf(text: string): string[] {
  const parsed = jsonIn(text);
  if (parsed !== null) return stringsIn(parsed).filter(isTelling);
  return (text.startsWith("{") ? text.slice(1, -1).split(",") : [text])
    .map((part) => part.replaceAll('"', ""))
    .filter(isTelling);
}

function isTelling(text: string): boolean {
  return (/\p{Script=Han}{2}/u.test(text) && !/〔\d{4}〕\d+号$/u.test(text)) || /^\d{17}[\dX]$/u.test(text);
}

function jsonIn(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" ? value : null;
  } catch {
    return null;
  }
}

function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

export type Answered = { door: string; text: string };

/** All that each administrator is answered by the contract. */
export async function answersToAdministrators(world: World): Promise<Answered[]> {
  const answers: Answered[] = [];
  for (const role of administrators) {
    const cookie = await world.cookieOf(role);
    for (const endpoint of listEndpoints()) {
      if (endpoint.name === "session.signOut" || endpoint.name === "session.signIn") continue;
      const { path: address, body } = callOf(endpoint, sampleBody(endpoint));
      const sent = body === undefined ? {} : { body };
      const { status, text } = await world.call({ cookie, method: endpoint.method, path: address, ...sent });
      answers.push({ door: `${role} ${endpoint.name} ${status}`, text });
    }
  }
  return answers;
}

/** All that the commands of the operator's door print, and the files they write. */
export async function answersAtTheDoor(world: World, receipt: string): Promise<Answered[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "wenze-door-"));
  writeFileSync(path.join(folder, "receipt.jsonl"), receipt);
  const commands = [
    ["law", "text"],
    ["law", "text", "check"],
    ["rebuild"],
    ["sweep"],
    ["receipt", "replay", "receipt.jsonl"],
    ["audit", "verify"],
    ["audit", "checkpoint", "--out", "checkpoint.json"],
    ["audit", "accept", "checkpoint.json"],
    ["audit", "prove", "--chain", "jurisdiction", "--seq", "1"],
    ["audit", "export", "log.jsonl"],
    ["audit", "algorithm", "sha256"],
  ];
  const answers: Answered[] = [];
  for (const words of commands) {
    const command = doorCommandOf(words);
    if (command === null) throw new Error(words.join(" "));
    const lines: string[] = [];
    const desk = { app: world.app, folder, printLine: (text: string) => void lines.push(text) };
    await atDesk(desk, () => command.run(command.args));
    answers.push({ door: words.join(" "), text: lines.join("\n") });
  }
  for (const file of readdirSync(folder).filter((name) => name !== "receipt.jsonl"))
    answers.push({ door: file, text: readFileSync(path.join(folder, file), "utf8") });
  rmSync(folder, { recursive: true });
  return answers;
}
