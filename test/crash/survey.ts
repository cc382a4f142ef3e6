// What must hold after a crash: all that was acknowledged is there, what was under way is there wholly or not at all, every chain of
// the log is whole, and all that is derived comes out the same when it is derived anew.
import { createHash } from "node:crypto";
import { sql } from "kysely";
import { z } from "zod";
import { receipt } from "#matters/contract/acts.ts";
import type { Receipt } from "#matters/contract/acts.ts";
import type { App } from "#kernel/app.ts";
import { scopeOf } from "#kernel/app.ts";
import { rebuildAll } from "#matters/uses/rebuild.ts";
import { verifyLog } from "../verified-log.ts";
import { inTransaction } from "#database/database.ts";
import type { Transaction } from "#database/database.ts";
import { readBytes } from "#matters/rows/evidence.ts";
import { rowsOf } from "#database/rows.ts";
import { stepAt } from "./life.ts";
import type { Progress } from "./life.ts";

/** What a writer was told was done: an act with its receipt, or a file that is kept. */
export type Acknowledged =
  | { type: "act"; accountId: string; key: string; receipt: Receipt }
  | { type: "file"; sha256: string };

export type Survey = {
  faults: string[];
  underWayDone: number;
  underWayUndone: number;
  restrictions: number;
};

/**
 * `progress` tells for each writer which step was under way. Faults are sentences; none is what is wanted. A thorough survey also walks
 * every chain of the log and derives everything anew; any survey looks at all acts, all rows and their last events.
 */
export async function survey(
  app: App,
  acknowledged: readonly Acknowledged[],
  progress: readonly Progress[],
  thorough: boolean,
): Promise<Survey> {
  const faults: string[] = [];
  const underWay = { done: 0, undone: 0 };
  const restrictions = await inTransaction(app.database, scopeOf(app, null), async (trx) => {
    const answers = await answersIn(trx);
    const versions = await versionsIn(trx);
    for (const one of acknowledged)
      faults.push(...(one.type === "act" ? lost(one, answers, versions) : await lostFile(app, one.sha256)));
    for (const one of progress) {
      const standing = halfDone(one, answers, versions);
      if (standing.fault !== null) faults.push(standing.fault);
      underWay[standing.done ? "done" : "undone"] += 1;
    }
    faults.push(...(await numberGaps(trx)), ...(await rowsAdrift(trx)));
    const [counted] = await rowsOf(
      trx,
      z.object({ count: z.int() }),
      sql`SELECT count(*)::integer AS count FROM restriction`,
    );
    return counted?.count ?? 0;
  });
  const whole = { underWayDone: underWay.done, underWayUndone: underWay.undone, restrictions };
  if (!thorough) return { ...whole, faults };
  const log = await verifyLog(app.database, app.jurisdictionId);
  faults.push(...log.faults.map(({ chain, seq, what }) => `log ${chain} entry ${seq} ${what}`));
  const { differences } = await rebuildAll(app, { repair: false });
  faults.push(...differences.map((difference) => `rebuilt otherwise: ${JSON.stringify(difference)}`));
  return { ...whole, faults };
}

type Act = Extract<Acknowledged, { type: "act" }>;

function lost(
  { accountId, key, receipt }: Act,
  answers: ReadonlyMap<string, Receipt>,
  versions: ReadonlyMap<string, number>,
): string[] {
  const kept = answers.get(`${accountId} ${key}`);
  if (kept === undefined) return [`${key} was acknowledged and is lost`];
  if (JSON.stringify(kept) !== JSON.stringify(receipt))
    return [`${key} was acknowledged as ${JSON.stringify(receipt)} and kept as ${JSON.stringify(kept)}`];
  const version = versions.get(receipt.matterId) ?? 0;
  return version < receipt.version
    ? [`${key} reached version ${receipt.version}, and ${receipt.matterId} stands at ${version}`]
    : [];
}

async function lostFile(app: App, sha256: string): Promise<string[]> {
  const bytes = await readBytes(app.dataFolder, sha256);
  if (bytes === null) return [`the file ${sha256} was acknowledged and is lost`];
  const hash = createHash("sha256");
  for await (const piece of bytes.stream) if (piece instanceof Uint8Array) hash.update(piece);
  return hash.digest("hex") === sha256 ? [] : [`the file ${sha256} is not what it was`];
}

/** The step under way left its key, its events and its row, or nothing of the three. */
function halfDone(
  progress: Progress,
  answers: ReadonlyMap<string, Receipt>,
  versions: ReadonlyMap<string, number>,
): { done: boolean; fault: string | null } {
  const step = stepAt(progress);
  if (step === null || step.type === "file") return { done: false, fault: null };
  const { key, matterId, version } = step.request;
  const kept = answers.get(`${step.actor.accountId} ${key}`);
  const stands = versions.get(matterId ?? step.newId) ?? 0;
  const wanted = kept?.version ?? version ?? 0;
  return {
    done: kept !== undefined,
    fault: stands === wanted ? null : `${key} is half done: its matter stands at ${stands} instead of ${wanted}`,
  };
}

/** Every row stands where the last event and the last entry of its chain stand: an act is all three or none. */
async function rowsAdrift(trx: Transaction): Promise<string[]> {
  const rows = await rowsOf(
    trx,
    z.object({ id: z.string(), version: z.int(), events: z.int().nullable(), logged: z.int().nullable() }),
    sql`SELECT m.id, m.version,
        (SELECT max(e.seq) FROM matter_event AS e WHERE e.jurisdiction_id = ${trx.jurisdictionId} AND e.matter_id = m.id) AS events,
        (SELECT (l.body::jsonb ->> 'version')::integer FROM audit_head AS h
          JOIN audit_entry AS l ON l.jurisdiction_id = ${trx.jurisdictionId} AND l.chain = h.chain AND l.seq = h.seq
          WHERE h.jurisdiction_id = ${trx.jurisdictionId} AND h.chain = 'matter:' || m.id) AS logged
      FROM matter AS m WHERE m.jurisdiction_id = ${trx.jurisdictionId}`,
  );
  return rows
    .filter(({ version, events, logged }) => events !== version || logged !== version)
    .map((row) => `a row, its events and its log stand apart: ${JSON.stringify(row)}`);
}

/** Document numbers run from 1 without a gap. */
async function numberGaps(trx: Transaction): Promise<string[]> {
  const rows = await rowsOf(
    trx,
    z.object({ kind: z.string(), year: z.int(), count: z.int(), last: z.int(), used: z.int().nullable() }),
    sql`SELECT m.kind, m.year, count(*)::integer AS count, max(m.ordinal) AS last,
        (SELECT n.last FROM ledger_number AS n WHERE n.jurisdiction_id = ${trx.jurisdictionId} AND n.kind = m.kind AND n.year = m.year) AS used
      FROM matter AS m WHERE m.jurisdiction_id = ${trx.jurisdictionId} GROUP BY m.kind, m.year`,
  );
  return rows
    .filter(({ count, last, used }) => count !== last || used !== last)
    .map((row) => `numbers have a gap: ${JSON.stringify(row)}`);
}

async function answersIn(trx: Transaction): Promise<Map<string, Receipt>> {
  const rows = await rowsOf(
    trx,
    z.object({ accountId: z.string(), key: z.string(), answer: z.string() }),
    sql`SELECT account_id AS "accountId", key, answer FROM idempotency_key WHERE jurisdiction_id = ${trx.jurisdictionId}`,
  );
  return new Map(rows.map(({ accountId, key, answer }) => [`${accountId} ${key}`, receipt.parse(JSON.parse(answer))]));
}

/** The version of each matter by its row, which the rebuild holds against its events. */
async function versionsIn(trx: Transaction): Promise<Map<string, number>> {
  const rows = await rowsOf(
    trx,
    z.object({ id: z.string(), version: z.int() }),
    sql`SELECT id, version FROM matter WHERE jurisdiction_id = ${trx.jurisdictionId}`,
  );
  return new Map(rows.map(({ id, version }) => [id, version]));
}
