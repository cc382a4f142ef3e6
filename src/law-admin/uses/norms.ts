// Norms to decide: each rule that nobody has checked and that would bar, what was decided on it, and how many people on record it would bar today.
import type { NormRow } from "../contract/norms.ts";
import type { Actor } from "#casework/actor.ts";
import type { Interpretation } from "../rules/interpretation.ts";
import { barringNorms, decisionOn } from "../rules/norm.ts";
import type { BarringNorm } from "../rules/norm.ts";
import { checkedDay } from "#law/reckon/days.ts";
import type { Day } from "#law/reckon/days.ts";
import type { Law } from "#law/compile/law.ts";
import { restrictionChanges } from "#law/differ/restriction-changes.ts";
import { asSystem, inTransaction } from "#database/database.ts";
import type { Transaction } from "#database/database.ts";
import { allInterpretations, normDecisionRows } from "../rows/interpretations.ts";
import { personsWithKinds } from "../rows/norms.ts";
import { countOf } from "#database/page.ts";
import type { Count } from "#database/page.ts";
import { presentLevelIn, recordsOfPersons } from "#eligibility/rows/restrictions.ts";
import type { PersonRecords } from "#eligibility/rows/restrictions.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { lawsDecided } from "./norm-laws.ts";
import { todayOf } from "#kernel/time.ts";

/** Persons counted at most (beyond, a count says "at least"), and at a time. */
const maxPersons = 2000;
const batchSize = 500;

/** In the order of the packs and their texts. */
export async function normsFor(app: App, actor: Actor): Promise<NormRow[]> {
  return inTransaction(app.database, scopeOf(app, actor.accountId), async (trx) => {
    const norms = barringNorms(app.law);
    const decisions = await normDecisionRows(trx);
    // Of whom the reader may not read a case counts all the same: a number names nobody.
    const counts = await asSystem(trx, (machine) => wouldBar(machine, app.law, norms, checkedDay(todayOf(app))));
    return norms.map((norm, index) => ({
      pack: norm.pack.id,
      rule: norm.rule.id,
      wouldBar: counts[index] ?? countOf(0),
      decisions: decisions.filter((one) => isOn(one, norm)),
    }));
  });
}

/** How many have no decision that stands, and how many of these await the other body's signature. */
export async function openNormsFor(app: App, actor: Actor): Promise<{ undecided: number; awaiting: number }> {
  return inTransaction(app.database, scopeOf(app, actor.accountId), async (trx) => {
    const agreed = await allInterpretations(trx, "agreed");
    const open = await allInterpretations(trx, "open");
    const undecided = barringNorms(app.law).filter(
      ({ pack, rule }) => decisionOn(agreed, { pack: pack.id, rule: rule.id }) === null,
    );
    return {
      undecided: undecided.length,
      awaiting: undecided.filter((norm) => open.some((one) => isOn(one, norm))).length,
    };
  });
}

function isOn({ effect }: Interpretation, { pack, rule }: BarringNorm): boolean {
  return effect.type === "norm" && effect.pack === pack.id && effect.rule === rule.id;
}

/** For each norm, of how many people something would be barred today by it alone that is not barred without it. */
async function wouldBar(trx: Transaction, base: Law, norms: readonly BarringNorm[], today: Day): Promise<Count[]> {
  const kinds = {
    measures: [...new Set(norms.flatMap(({ rule }) => rule.measures))],
    sanctions: [...new Set(norms.flatMap(({ rule }) => rule.sanctions))],
  };
  const found = await personsWithKinds(trx, kinds, maxPersons + 1);
  const { without, each } = lawsDecided(base, norms);
  const counts = norms.map(() => 0);
  const ids = found.slice(0, maxPersons);
  for (let from = 0; from < ids.length; from += batchSize) {
    const records = await recordsOfPersons(trx, ids.slice(from, from + batchSize));
    for (const one of records.values()) {
      for (const [index, { rule }] of norms.entries()) {
        const law = each[index];
        if (law !== undefined && names(rule, one) && barsToday(without, law, one, today))
          counts[index] = (counts[index] ?? 0) + 1;
      }
    }
  }
  const more = found.length > maxPersons;
  return counts.map((value) => {
    const count = countOf(value);
    return { value: count.value, more: count.more || more };
  });
}

function names(rule: BarringNorm["rule"], { measures, sanctions }: PersonRecords): boolean {
  return (
    measures.some(({ kind }) => rule.measures.includes(kind)) ||
    sanctions.some(({ kind }) => rule.sanctions.includes(kind))
  );
}

function barsToday(without: Law, law: Law, records: PersonRecords, today: Day): boolean {
  return restrictionChanges(without, law, records, presentLevelIn(records)).some(
    ({ after }) => after !== null && after.from <= today && today <= after.until,
  );
}
