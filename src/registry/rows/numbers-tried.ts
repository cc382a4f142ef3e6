// Wrong ID numbers given beside a name: few are told to be wrong, or whoever asks would find the right one by asking on.
import { sql } from "kysely";
import { z } from "zod";
import type { Actor } from "#casework/actor.ts";
import { keepsIdentities } from "#casework/duties.ts";
import type { Transaction } from "#database/database.ts";
import { anyOf, rowsOf, run } from "#database/rows.ts";
import type { Namesake } from "../rules/match-namesakes.ts";

/** As many different wrong numbers of one name an account is told to be wrong; more than two hundred fit what is shown of a person. */
export const triesTold = 5;

type Asked = { name: string; fingerprint: string };
const shape = z.object({ name: z.string(), fingerprint: z.string() });

/**
 * For each asked name, in order, whether its number is left untold: neither said to be the right one nor a wrong one. Wrong numbers of names that
 * somebody bears are kept by the account; whoever keeps the personal records may ask as many as they like. `bearers`: by name, who bears it.
 */
export async function untoldNumbers(
  trx: Transaction,
  asker: Pick<Actor, "accountId" | "roles">,
  asked: readonly Asked[],
  bearers: ReadonlyMap<string, readonly Namesake[]>,
): Promise<boolean[]> {
  const isNumbered = ({ name, fingerprint }: Asked) => fingerprint !== "" && (bearers.get(name) ?? []).length > 0;
  const names = keepsIdentities(asker) ? [] : [...new Set(asked.filter(isNumbered).map(({ name }) => name))];
  if (names.length === 0) return asked.map(() => false);
  const tried = new Map<string, Set<string>>(names.map((name) => [name, new Set()]));
  const told = await rowsOf(
    trx,
    shape,
    sql`SELECT name, fingerprint FROM number_tried
      WHERE jurisdiction_id = ${trx.jurisdictionId} AND account_id = ${asker.accountId} AND name = ${anyOf(names)}`,
  );
  for (const { name, fingerprint } of told) tried.get(name)?.add(fingerprint);
  const more: Asked[] = [];
  const untold = asked.map((one) => {
    const before = tried.get(one.name);
    if (before === undefined || !isNumbered(one) || before.has(one.fingerprint)) return false;
    if (before.size >= triesTold) return true;
    if ((bearers.get(one.name) ?? []).some(({ fingerprints }) => fingerprints.includes(one.fingerprint))) return false;
    before.add(one.fingerprint);
    more.push(one);
    return false;
  });
  if (more.length > 0)
    await run(
      trx,
      sql`INSERT INTO number_tried (jurisdiction_id, account_id, name, fingerprint)
        SELECT ${trx.jurisdictionId}::text, ${asker.accountId}::text, new.* FROM unnest(${more.map(({ name }) => name)}::text[],
          ${more.map(({ fingerprint }) => fingerprint)}::text[]) AS new ON CONFLICT DO NOTHING`,
    );
  return untold;
}
