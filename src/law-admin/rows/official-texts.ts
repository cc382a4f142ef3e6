// Official texts of upper norms: loaded, checked, listed. Rows are added and never changed.
import { sql } from "kysely";
import { z } from "zod";
import type { OfficialText } from "../rules/official-text.ts";
import type { BothHands } from "#casework/four-eyes.ts";
import { touch } from "#database/bound.ts";
import type { Transaction } from "#database/database.ts";
import { rowOf, rowsOf, run } from "#database/rows.ts";

/** `behalf`: the account in whose role it is loaded, where by delegation. */
export async function addOfficialText(trx: Transaction, one: OfficialText, behalf: string | null): Promise<void> {
  await run(
    trx,
    sql`INSERT INTO official_text (jurisdiction_id, id, pack, source, file_name, text, passages, loaded_at, loaded_by, loaded_name, loaded_for,
        loaded_person, loaded_behalf)
      VALUES (${trx.jurisdictionId}, ${one.id}, ${one.pack}, ${one.source}, ${one.fileName}, ${one.text}, ${JSON.stringify(one.passages)},
        ${one.loadedAt}, ${one.loadedBy}, ${one.loadedName}, ${one.loadedFor}, ${one.loadedPerson}, ${behalf})`,
  );
  touch(trx, "official_text", [one.id]);
}

/** One that is agreed to changes the law, and counts with the interpretations. */
export async function addTextCheck(
  trx: Transaction,
  { id, loadedBy }: Pick<OfficialText, "id" | "loadedBy">,
  check: NonNullable<OfficialText["check"]>,
  { first, second }: BothHands,
): Promise<void> {
  const { agreed, reasons, checkedAt, checkedBy, checkedName, checkedFor } = check;
  await run(
    trx,
    sql`INSERT INTO official_text_check (jurisdiction_id, official_text_id, agreed, ordinal, reasons, loaded_by, checked_at, checked_by,
        checked_name, checked_for, first_persons, second_persons)
      VALUES (${trx.jurisdictionId}, ${id}, ${agreed},
        ${agreed ? sql`(SELECT interpretations + 1 FROM law_state WHERE jurisdiction_id = ${trx.jurisdictionId})` : sql`NULL`},
        ${reasons}, ${loadedBy}, ${checkedAt}, ${checkedBy}, ${checkedName}, ${checkedFor},
        wenze_persons_of(${[...first]}::text[]), wenze_persons_of(${[...second]}::text[]))`,
  );
  touch(trx, "official_text_check", [id]);
  if (agreed)
    await run(
      trx,
      sql`UPDATE law_state SET interpretations = interpretations + 1 WHERE jurisdiction_id = ${trx.jurisdictionId}`,
    );
}

/** The first `changes` texts and interpretations agreed to: the texts among them, in the order in which they were agreed to. */
export async function agreedTexts(trx: Transaction, changes: number): Promise<OfficialText[]> {
  return rowsOf(trx, whole, sql`SELECT ${columns}, t.text ${from} AND c.ordinal <= ${changes} ORDER BY c.ordinal`);
}

export async function findOfficialText(trx: Transaction, id: string): Promise<OfficialText | null> {
  return rowOf(trx, whole, sql`SELECT ${columns}, t.text ${from} AND t.id = ${id}`);
}

/** So many are listed: there are some ten norms, and each changes once in some years. */
const maxListed = 500;

/** The latest loaded first, without their texts. */
export async function listOfficialTexts(trx: Transaction): Promise<Omit<OfficialText, "text">[]> {
  return rowsOf(
    trx,
    listed,
    sql`SELECT ${columns}, '' AS text ${from} ORDER BY t.loaded_at DESC, t.id DESC LIMIT ${maxListed}`,
  );
}

const columns = sql`t.id, t.pack, t.source, t.file_name, t.passages, t.loaded_at, t.loaded_by, t.loaded_name, t.loaded_for, t.loaded_person,
  c.agreed, c.reasons, c.checked_at, c.checked_by, c.checked_name, c.checked_for`;
const from = sql`FROM official_text AS t
    LEFT JOIN official_text_check AS c ON c.jurisdiction_id = t.jurisdiction_id AND c.official_text_id = t.id
  WHERE t.jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), '')`;

const passagesShape = z.array(z.strictObject({ rule: z.string(), words: z.string() }));
const nullable = z.string().nullable();
const row = z.object({
  id: z.string(),
  pack: z.string(),
  source: z.string(),
  file_name: z.string(),
  text: z.string(),
  passages: z.string().transform((kept) => passagesShape.parse(JSON.parse(kept))),
  loaded_at: z.string(),
  loaded_by: z.string(),
  loaded_name: z.string(),
  loaded_for: z.string(),
  loaded_person: nullable,
  agreed: z.boolean().nullable(),
  reasons: nullable,
  checked_at: nullable,
  checked_by: nullable,
  checked_name: nullable,
  checked_for: nullable,
});
const whole = row.transform((one): OfficialText => ({
  id: one.id,
  pack: one.pack,
  source: one.source,
  fileName: one.file_name,
  text: one.text,
  passages: one.passages,
  loadedAt: one.loaded_at,
  loadedBy: one.loaded_by,
  loadedName: one.loaded_name,
  loadedFor: one.loaded_for,
  loadedPerson: one.loaded_person,
  check:
    one.agreed === null
      ? null
      : {
          agreed: one.agreed,
          reasons: one.reasons ?? "",
          checkedAt: one.checked_at ?? "",
          checkedBy: one.checked_by ?? "",
          checkedName: one.checked_name ?? "",
          checkedFor: one.checked_for ?? "",
        },
}));
const listed = whole.transform(({ text: _text, ...one }) => one);
