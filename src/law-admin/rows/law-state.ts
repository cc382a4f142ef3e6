// The law as this jurisdiction applies it: the packs, with the interpretations and the official texts that its interpreting bodies have recorded.
import { sql } from "kysely";
import { z } from "zod";
import { lawWith } from "../rules/interpretation.ts";
import { passagesOf } from "../rules/official-text.ts";
import type { Law } from "#law/compile/law.ts";
import type { Transaction } from "#database/database.ts";
import { allInterpretations } from "./interpretations.ts";
import { agreedTexts } from "./official-texts.ts";
import { rowOf, run } from "#database/rows.ts";

/** Laws put together once for each number of interpretations that hold; `base` is the law of the packs alone. */
const known = new WeakMap<Law, Map<string, { version: string; law: Law }>>();
/** A law from here → the law of the packs alone. */
const bases = new WeakMap<Law, Law>();

/** `base`: the law of the packs, or one that came from here. One small query while nothing has changed. */
export async function lawInForce(trx: Transaction, base: Law): Promise<Law> {
  return lawFor(trx, base, sql``);
}

/** The law in force, which nobody can change until this transaction ends: for deriving restrictions by it. */
export async function lawHeldForReading(trx: Transaction, base: Law): Promise<Law> {
  return lawFor(trx, base, sql`FOR SHARE`);
}

/** The law in force, held alone, to change it: waits for all transactions that derive by it. */
export async function lawHeldForChange(trx: Transaction, base: Law): Promise<Law> {
  return lawFor(trx, base, sql`FOR UPDATE`);
}

const heldInterpretations = z.object({ interpretations: z.int() });
const lastShape = z.object({ id: z.string() });

async function lawFor(trx: Transaction, asked: Law, lock: ReturnType<typeof sql>): Promise<Law> {
  const base = bases.get(asked) ?? asked;
  const state = await rowOf(
    trx,
    heldInterpretations,
    sql`SELECT interpretations FROM law_state WHERE jurisdiction_id = ${trx.jurisdictionId} ${lock}`,
  );
  const interpretations = state?.interpretations ?? 0;
  if (interpretations === 0) return base;
  // The last one is named too: what a transaction that was rolled back had put together must not be taken for another.
  const last = await rowOf(
    trx,
    lastShape,
    sql`SELECT interpretation_id AS id FROM interpretation_signature WHERE jurisdiction_id = ${trx.jurisdictionId} AND ordinal = ${interpretations}
      UNION ALL SELECT official_text_id FROM official_text_check WHERE jurisdiction_id = ${trx.jurisdictionId} AND ordinal = ${interpretations}`,
  );
  const version = `${interpretations} ${last?.id}`;
  const laws = known.get(base) ?? new Map<string, { version: string; law: Law }>();
  known.set(base, laws);
  const there = laws.get(trx.jurisdictionId);
  if (there?.version === version) return there.law;
  const law = await lawAfterChanges(trx, base, interpretations);
  bases.set(law, base);
  laws.set(trx.jurisdictionId, { version, law });
  return law;
}

/** How many interpretations and official texts have been agreed to; with the version of the packs it identifies the law of a moment. */
export async function countLawChanges(trx: Transaction): Promise<number> {
  const state = await rowOf(
    trx,
    heldInterpretations,
    sql`SELECT interpretations FROM law_state WHERE jurisdiction_id = ${trx.jurisdictionId}`,
  );
  return state?.interpretations ?? 0;
}

/** The law after this many interpretations and official texts had been agreed to; `base` is the law of the packs alone. */
export async function lawAfterChanges(trx: Transaction, base: Law, interpretations: number): Promise<Law> {
  if (interpretations === 0) return base;
  const agreed = await allInterpretations(trx, "agreed", interpretations);
  return lawWith(base, agreed, passagesOf(await agreedTexts(trx, interpretations)));
}

const packsShape = z.object({ packs: z.string() });

/** By which packs the restrictions were last derived; an empty text when that is not known. */
export async function packsDerivedBy(trx: Transaction): Promise<string> {
  const state = await rowOf(
    trx,
    packsShape,
    sql`SELECT packs FROM law_state WHERE jurisdiction_id = ${trx.jurisdictionId}`,
  );
  return state?.packs ?? "";
}

const derivedShape = z.object({ derived: z.string() });

/** The `derivationVersion` by which the rows that follow from events were last derived; an empty text when that is not known. */
export async function derivedBy(trx: Transaction): Promise<string> {
  const state = await rowOf(
    trx,
    derivedShape,
    sql`SELECT derived FROM law_state WHERE jurisdiction_id = ${trx.jurisdictionId}`,
  );
  return state?.derived ?? "";
}

export async function recordDerivation(trx: Transaction, derived: string): Promise<void> {
  await run(trx, sql`UPDATE law_state SET derived = ${derived} WHERE jurisdiction_id = ${trx.jurisdictionId}`);
}

export async function recordPacks(trx: Transaction, packs: string): Promise<void> {
  await run(trx, sql`UPDATE law_state SET packs = ${packs} WHERE jurisdiction_id = ${trx.jurisdictionId}`);
}
