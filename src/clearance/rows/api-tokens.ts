// Tokens with which the personnel systems of other offices ask for clearance. Rows are added and never changed.
import { sql } from "kysely";
import { apiToken } from "../contract/tokens.ts";
import type { ApiToken } from "../contract/tokens.ts";
import { touch } from "#database/bound.ts";
import type { Transaction } from "#database/database.ts";
import { rowOf, rowsOf, run } from "#database/rows.ts";

const selected = sql`SELECT t.id AS "tokenId", t.office, t.expires_on AS "expiresOn", t.issued_name AS "issuedName", t.issued_at AS "issuedAt",
    e.ended_at AS "endedAt", e.ended_name AS "endedName", e.reason AS "endReason"
  FROM api_token AS t LEFT JOIN api_token_end AS e ON e.jurisdiction_id = t.jurisdiction_id AND e.token_id = t.id
  WHERE t.jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), '')`;

export async function addToken(
  trx: Transaction,
  token: { id: string; office: string; hash: string; expiresOn: string; by: string; name: string; at: string },
): Promise<void> {
  await run(
    trx,
    sql`INSERT INTO api_token (jurisdiction_id, id, office, token_hash, expires_on, issued_by, issued_name, issued_at)
      VALUES (${trx.jurisdictionId}, ${token.id}, ${token.office}, ${token.hash}, ${token.expiresOn}::date, ${token.by}, ${token.name}, ${token.at})`,
  );
  touch(trx, "api_token", [token.id]);
}

/** The token of this hash, if it is valid on the day (ISO) and not revoked; else null. */
export async function tokenOfHash(trx: Transaction, hash: string, today: string): Promise<ApiToken | null> {
  return rowOf(
    trx,
    apiToken,
    sql`${selected} AND t.token_hash = ${hash} AND t.expires_on >= ${today}::date AND e.token_id IS NULL`,
  );
}

export async function findToken(trx: Transaction, tokenId: string): Promise<ApiToken | null> {
  return rowOf(trx, apiToken, sql`${selected} AND t.id = ${tokenId}`);
}

/** Latest first, at most 200. */
export async function listTokens(trx: Transaction): Promise<ApiToken[]> {
  return rowsOf(trx, apiToken, sql`${selected} ORDER BY t.issued_at DESC, t.id LIMIT 200`);
}

export async function endToken(
  trx: Transaction,
  tokenId: string,
  ended: { reason: string; by: string; name: string; at: string },
): Promise<void> {
  await run(
    trx,
    sql`INSERT INTO api_token_end (jurisdiction_id, token_id, reason, ended_by, ended_name, ended_at)
      VALUES (${trx.jurisdictionId}, ${tokenId}, ${ended.reason}, ${ended.by}, ${ended.name}, ${ended.at})`,
  );
  touch(trx, "api_token_end", [tokenId]);
}
