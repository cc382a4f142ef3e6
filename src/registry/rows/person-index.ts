// What persons are found by: sounds, characters of names and the last four of the ID number beside each record, and every post there is.
import { sql } from "kysely";
import { z } from "zod";
import type { Transaction } from "#database/database.ts";
import { readNames } from "./name-sounds.ts";
import type { Sounds } from "./name-sounds.ts";
import { rowsOf, run } from "#database/rows.ts";
import { gramsOf } from "#database/search.ts";

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
  const found = await foundBy(rows);
  await run(
    trx,
    sql`UPDATE person AS p SET search_text = new.text, search = string_to_array(new.grams, chr(10))
      FROM unnest(${found.map(({ id }) => id)}::text[], ${found.map(({ text }) => text)}::text[], ${found.map(({ grams }) => grams)}::text[])
        AS new (id, text, grams)
      WHERE p.jurisdiction_id = ${trx.jurisdictionId} AND p.id = new.id`,
  );
  await run(
    trx,
    sql`DELETE FROM person_sound WHERE jurisdiction_id = ${trx.jurisdictionId} AND person_id = ANY(${ids}::text[])`,
  );
  await addSounds(trx, found);
  await addTitles(trx, ids);
}

/** What a record is found by; `grams` are parted by line ends, because unnest would flatten an array of arrays. */
export type FoundBy = { id: string; text: string; grams: string; sounds: Sounds };

/** By these names and last four characters of ID numbers. */
export async function foundBy(
  records: readonly { id: string; names: readonly string[]; tails: readonly string[] }[],
): Promise<FoundBy[]> {
  const read = await readNames(records.flatMap(({ names }) => names));
  return records.map(({ id, names, tails }) => {
    const own = names.flatMap((name) => read.get(name) ?? []);
    return {
      id,
      text: names.join("\n").toLowerCase(),
      grams: [...new Set([...names.flatMap(gramsOf), ...tails.map(tailGram)])].join("\n"),
      sounds: {
        whole: [...new Set(own.flatMap(({ whole }) => whole))],
        initials: [...new Set(own.flatMap(({ initials }) => initials))],
      },
    };
  });
}

/** The records must have none. */
export async function addSounds(trx: Transaction, records: readonly FoundBy[]): Promise<void> {
  const heard = records.flatMap(({ id, sounds }) => [
    ...sounds.whole.map((sound) => ({ id, kind: "p", sound })),
    ...sounds.initials.map((sound) => ({ id, kind: "i", sound })),
  ]);
  await run(
    trx,
    sql`INSERT INTO person_sound (jurisdiction_id, kind, sound, person_id)
      SELECT ${trx.jurisdictionId}::text, new.* FROM unnest(${heard.map(({ kind }) => kind)}::text[],
        ${heard.map(({ sound }) => sound)}::text[], ${heard.map(({ id }) => id)}::text[]) AS new`,
  );
}

/** The posts of these persons, where nobody had them before. */
export async function addTitles(trx: Transaction, personIds: readonly string[]): Promise<void> {
  // In one order, so that two imports at once do not wait for each other's titles in a ring.
  await run(
    trx,
    sql`INSERT INTO post_title (jurisdiction_id, post)
      SELECT DISTINCT p.jurisdiction_id, p.post FROM person AS p
      WHERE p.jurisdiction_id = ${trx.jurisdictionId} AND p.id = ANY(${[...personIds]}::text[]) AND p.post IS NOT NULL
        AND NOT EXISTS (SELECT FROM post_title AS t WHERE t.jurisdiction_id = p.jurisdiction_id AND t.post = p.post)
      ORDER BY p.post ON CONFLICT DO NOTHING`,
  );
}
