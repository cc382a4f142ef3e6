// What persons are found by: sounds, characters of names and the last four of the ID number beside each record, and every post there is.
import { sql } from "kysely";
import { z } from "zod";
import type { Transaction } from "./database.ts";
import { readNames } from "./name-sounds.ts";
import { rowsOf, run } from "./rows.ts";
import { gramsOf } from "./search.ts";

/** The gram of an ID number's last four characters; no text has one like it. */
export function tailGram(tail: string): string {
  return `#${tail.toLowerCase()}`;
}

const shape = z.object({
  id: z.string(),
  names: z.array(z.string()),
  tails: z.array(z.string()),
});

/** Writes anew what these records are found by: a record merged into another by nothing, the other by the names of both. */
export async function indexPersons(trx: Transaction, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return;
  const ids = [...new Set(personIds)];
  const rows = await rowsOf(
    trx,
    shape,
    sql`WITH asked AS (SELECT unnest(${ids}::text[]) AS id),
      family AS MATERIALIZED (
        SELECT asked.id AS root, p.id, p.name, p.id_number_masked FROM asked
        JOIN person AS p ON p.jurisdiction_id = ${trx.jurisdictionId} AND p.id = asked.id AND p.merged_into IS NULL
        UNION ALL
        SELECT asked.id, m.id, m.name, m.id_number_masked FROM asked
        JOIN person AS m ON m.jurisdiction_id = ${trx.jurisdictionId} AND m.merged_into = asked.id),
      called AS (
        SELECT root, name FROM family
        UNION SELECT family.root, f.name FROM family JOIN former_name AS f ON f.jurisdiction_id = ${trx.jurisdictionId} AND f.person_id = family.id),
      names AS (SELECT root, array_agg(name ORDER BY name) AS names FROM called GROUP BY root),
      tails AS (SELECT root, array_agg(DISTINCT right(id_number_masked, 4)) AS tails FROM family GROUP BY root)
      SELECT asked.id, coalesce(names.names, '{}') AS names, coalesce(tails.tails, '{}') AS tails
      FROM asked LEFT JOIN names ON names.root = asked.id LEFT JOIN tails ON tails.root = asked.id`,
  );
  const sounds = await readNames(rows.flatMap(({ names }) => names));
  const texts = rows.map(({ names }) => names.join("\n").toLowerCase());
  const grams = rows.map(({ names, tails }) =>
    [...new Set([...names.flatMap(gramsOf), ...tails.map(tailGram)])].join("\n"),
  );
  // Grams travel as one text each, because unnest would flatten an array of arrays.
  await run(
    trx,
    sql`UPDATE person AS p SET search_text = new.text, search = CASE new.grams WHEN '' THEN '{}' ELSE string_to_array(new.grams, chr(10)) END
      FROM unnest(${rows.map(({ id }) => id)}::text[], ${texts}::text[], ${grams}::text[]) AS new (id, text, grams)
      WHERE p.jurisdiction_id = ${trx.jurisdictionId} AND p.id = new.id`,
  );
  const heard = rows.flatMap(({ id, names }) => {
    const own = names.flatMap((name) => sounds.get(name) ?? []);
    const of = (kind: "p" | "i", all: string[]) => [...new Set(all)].map((sound) => ({ id, kind, sound }));
    return [
      ...of(
        "p",
        own.flatMap(({ whole }) => whole),
      ),
      ...of(
        "i",
        own.flatMap(({ initials }) => initials),
      ),
    ];
  });
  await run(
    trx,
    sql`DELETE FROM person_sound WHERE jurisdiction_id = ${trx.jurisdictionId} AND person_id = ANY(${ids}::text[])`,
  );
  await run(
    trx,
    sql`INSERT INTO person_sound (jurisdiction_id, kind, sound, person_id)
      SELECT ${trx.jurisdictionId}::text, new.* FROM unnest(${heard.map(({ kind }) => kind)}::text[],
        ${heard.map(({ sound }) => sound)}::text[], ${heard.map(({ id }) => id)}::text[]) AS new`,
  );
  // In one order, so that two imports at once do not wait for each other's titles in a ring.
  await run(
    trx,
    sql`INSERT INTO post_title (jurisdiction_id, post)
      SELECT DISTINCT p.jurisdiction_id, p.post FROM person AS p
      WHERE p.jurisdiction_id = ${trx.jurisdictionId} AND p.id = ANY(${ids}::text[]) AND p.post IS NOT NULL
        AND NOT EXISTS (SELECT FROM post_title AS t WHERE t.jurisdiction_id = p.jurisdiction_id AND t.post = p.post)
      ORDER BY p.post ON CONFLICT DO NOTHING`,
  );
}
