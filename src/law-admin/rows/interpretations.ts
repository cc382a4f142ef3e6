// Recorded interpretations: entered, countersigned, listed. Rows are added and never changed.
import { sql } from "kysely";
import { z } from "zod";
import { normDecisions } from "../rules/interpretation.ts";
import type { Effect, Interpretation, NormDecision, Signature } from "../rules/interpretation.ts";
import type { BothHands } from "#casework/four-eyes.ts";
import { touch } from "#database/bound.ts";
import type { Transaction } from "#database/database.ts";
import { countBound, countOf, countShape, cut, readKey } from "#database/page.ts";
import type { Counted, Page } from "#database/page.ts";
import { rowOf, rowsOf, run } from "#database/rows.ts";

/** `behalf`: the account in whose role it is entered, where by delegation. */
export async function addInterpretation(
  trx: Transaction,
  entered: Interpretation,
  behalf: string | null,
): Promise<void> {
  const { id, number, on, validFrom, anchor, question, text, effect, replaces } = entered;
  const { enteredAt, enteredBy, enteredName, enteredFor } = entered;
  const reading = effect.type === "reading" ? effect : null;
  const norm = effect.type === "norm" ? effect : null;
  await run(
    trx,
    sql`INSERT INTO interpretation (jurisdiction_id, id, number, issued_on, valid_from, anchor, question, text, effect, setting, option,
        recompute, pack, rule, decision, passage, source, replaces, entered_at, entered_by, entered_name, entered_for,
        entered_behalf)
      VALUES (${trx.jurisdictionId}, ${id}, ${number}, ${on}::date, ${validFrom}::date, ${anchor}, ${question}, ${text}, ${effect.type},
        ${reading?.setting ?? null}, ${reading?.option ?? null}, ${reading?.recompute ?? false}, ${norm?.pack ?? null},
        ${norm?.rule ?? null}, ${norm?.decision ?? null}, ${norm?.passage ?? null}, ${norm?.source ?? null}, ${replaces}, ${enteredAt}, ${enteredBy}, ${enteredName}, ${enteredFor},
        ${behalf})`,
  );
  touch(trx, "interpretation", [id]);
}

export async function addSignature(
  trx: Transaction,
  { id, enteredBy }: Pick<Interpretation, "id" | "enteredBy">,
  signature: Signature,
  { first, second }: BothHands,
): Promise<void> {
  const { agreed, reasons, signedAt, signedBy, signedName, signedFor } = signature;
  await run(
    trx,
    sql`INSERT INTO interpretation_signature (jurisdiction_id, interpretation_id, agreed, ordinal, reasons, entered_by, signed_at, signed_by,
        signed_name, signed_for, first_persons, second_persons)
      VALUES (${trx.jurisdictionId}, ${id}, ${agreed},
        ${agreed ? sql`(SELECT interpretations + 1 FROM law_state WHERE jurisdiction_id = ${trx.jurisdictionId})` : sql`NULL`},
        ${reasons}, ${enteredBy}, ${signedAt}, ${signedBy}, ${signedName}, ${signedFor},
        wenze_persons_of(${[...first]}::text[]), wenze_persons_of(${[...second]}::text[]))`,
  );
  touch(trx, "interpretation_signature", [id]);
  if (agreed)
    await run(
      trx,
      sql`UPDATE law_state SET interpretations = interpretations + 1 WHERE jurisdiction_id = ${trx.jurisdictionId}`,
    );
}

/**
 * All of one state: those that hold in the order in which they came to hold, those that await a signature as they were entered. `changes`: those
 * that held when so many changes of the law had been agreed to.
 */
export async function allInterpretations(
  trx: Transaction,
  state: "agreed" | "open",
  changes: number | null = null,
): Promise<Interpretation[]> {
  return rowsOf(
    trx,
    shape,
    sql`${selected} AND ${state === "agreed" ? sql`s.agreed` : sql`s.interpretation_id IS NULL`}
      AND ${changes === null ? sql`true` : sql`s.ordinal <= ${changes}`} ORDER BY s.ordinal, i.entered_at, i.id`,
  );
}

export async function findInterpretation(trx: Transaction, id: string): Promise<Interpretation | null> {
  return rowOf(trx, shape, sql`${selected} AND i.id = ${id}`);
}

const byTime = z.tuple([z.string(), z.string()]);

/** So many decisions on norms are read: a rule is decided on once, and seldom anew. */
const maxDecisions = 500;

/** All decisions on norms, whatever their state, the latest entered first. */
export async function normDecisionRows(trx: Transaction): Promise<Interpretation[]> {
  return rowsOf(
    trx,
    shape,
    sql`${selected} AND i.effect = 'norm' ORDER BY i.entered_at DESC, i.id DESC LIMIT ${maxDecisions}`,
  );
}

/** Of the regulation alone, the latest entered first: decisions on norms have a list of their own. */
export async function listInterpretations(trx: Transaction, asked: Page): Promise<Counted<Interpretation>> {
  const key = readKey(asked.after, byTime);
  const rows = await rowsOf(
    trx,
    shape,
    sql`${selected} AND i.effect <> 'norm' AND ${key === null ? sql`true` : sql`(i.entered_at, i.id) < (${key[0]}, ${key[1]})`}
      ORDER BY i.entered_at DESC, i.id DESC LIMIT ${asked.limit + 1}`,
  );
  const counted = await rowOf(
    trx,
    countShape,
    sql`SELECT count(*) AS count FROM (SELECT FROM interpretation WHERE jurisdiction_id = ${trx.jurisdictionId} AND effect <> 'norm' LIMIT ${countBound + 1}) AS bounded`,
  );
  return { ...cut(rows, asked.limit, (row) => [row.enteredAt, row.id]), count: countOf(counted?.count ?? 0) };
}

const selected = sql`SELECT i.id, i.number, i.issued_on, i.valid_from, i.anchor, i.question, i.text, i.effect, i.setting, i.option, i.recompute,
    i.pack, i.rule, i.decision, i.passage, i.source, i.replaces, i.entered_at, i.entered_by, i.entered_name, i.entered_for,
    s.agreed, s.reasons, s.signed_at, s.signed_by, s.signed_name, s.signed_for,
    (SELECT r.id FROM interpretation AS r JOIN interpretation_signature AS t ON t.jurisdiction_id = r.jurisdiction_id AND t.interpretation_id = r.id
      WHERE r.jurisdiction_id = i.jurisdiction_id AND r.replaces = i.id AND t.agreed LIMIT 1) AS replaced_by
  FROM interpretation AS i
    LEFT JOIN interpretation_signature AS s ON s.jurisdiction_id = i.jurisdiction_id AND s.interpretation_id = i.id
  WHERE i.jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), '')`;

const text = z.string();
const nullable = z.string().nullable();
const shape = z
  .object({
    id: text,
    number: text,
    issued_on: text,
    valid_from: text,
    anchor: text,
    question: text,
    text,
    effect: z.enum(["words", "reading", "norm"]),
    setting: nullable,
    option: nullable,
    recompute: z.boolean(),
    pack: nullable,
    rule: nullable,
    decision: z.enum(normDecisions).nullable(),
    passage: nullable,
    source: nullable,
    replaces: nullable,
    entered_at: text,
    entered_by: text,
    entered_name: text,
    entered_for: text,
    agreed: z.boolean().nullable(),
    reasons: nullable,
    signed_at: nullable,
    signed_by: nullable,
    signed_name: nullable,
    signed_for: nullable,
    replaced_by: nullable,
  })
  .transform((row): Interpretation => ({
    id: row.id,
    number: row.number,
    on: row.issued_on,
    validFrom: row.valid_from,
    anchor: row.anchor,
    question: row.question,
    text: row.text,
    effect: effectOf(row),
    replaces: row.replaces,
    replacedBy: row.replaced_by,
    enteredAt: row.entered_at,
    enteredBy: row.entered_by,
    enteredName: row.entered_name,
    enteredFor: row.entered_for,
    signature:
      row.agreed === null
        ? null
        : {
            agreed: row.agreed,
            reasons: row.reasons ?? "",
            signedAt: row.signed_at ?? "",
            signedBy: row.signed_by ?? "",
            signedName: row.signed_name ?? "",
            signedFor: row.signed_for ?? "",
          },
  }));

type EffectRow = Record<"setting" | "option" | "pack" | "rule" | "passage" | "source", string | null> & {
  effect: Effect["type"];
  decision: NormDecision | null;
  recompute: boolean;
};

function effectOf(row: EffectRow): Effect {
  const { setting, option, recompute, pack, rule, decision, passage, source } = row;
  switch (row.effect) {
    case "words":
      return { type: "words" };
    case "reading":
      return { type: "reading", setting: setting ?? "", option: option ?? "", recompute };
    case "norm":
      return {
        type: "norm",
        pack: pack ?? "",
        rule: rule ?? "",
        decision: decision ?? "not-applied",
        passage: passage ?? "",
        source: source ?? "",
      };
  }
}
