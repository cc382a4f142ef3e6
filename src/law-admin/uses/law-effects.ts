// What another version of a pack would change in what is stored: which restrictions of which persons, and which cases rest on changed circumstances.
import type { ChangedRestriction, LawEffects } from "../contract/regulation.ts";
import { kinOf } from "#casework/actor.ts";
import type { Actor } from "#casework/actor.ts";
import { restrictionsOfAll } from "#law/reckon/consequences.ts";
import type { Restriction } from "#law/reckon/consequences.ts";
import { formatDay, parseDay } from "#law/reckon/days.ts";
import { differenceOf } from "#law/differ/difference.ts";
import type { PackDifference } from "#law/differ/difference.ts";
import { compileLaw } from "#law/compile/law.ts";
import type { Law } from "#law/compile/law.ts";
import type { Pack } from "#law/pack/pack.ts";
import { inTransaction } from "#database/database.ts";
import type { Transaction } from "#database/database.ts";
import { findPersons } from "#registry/rows/persons.ts";
import { lawInForce } from "../rows/law-state.ts";
import { casesOnCircumstances } from "#matters/rows/matters.ts";
import { personsOnRecord } from "#matters/rows/rederive.ts";
import { casesAgainst, recordsOfPersons } from "#eligibility/rows/restrictions.ts";
import { inOneTransaction } from "#kernel/administer.ts";
import { notFound, refusedSaying } from "#kernel/answer.ts";
import type { Answer } from "#kernel/answer.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { recordLine } from "#kernel/uses/record.ts";
import { refusalOfNorm } from "#law/compile/norm-decisions.ts";
import type { NormDecisions } from "#law/compile/norm-decisions.ts";
import { nameOfCause } from "#eligibility/uses/restriction-view.ts";
import { todayOf } from "#kernel/time.ts";
import { notComparable } from "../rules/words.ts";

const pageOfPersons = 500;

/** The law in force with this pack in the place of the one of its name; a regulation in the place of the regulation. */
function lawWith({ law }: Pick<App, "law">, pack: Pack): Law {
  const regulation = pack.layer === "regulation" ? pack : law.regulation;
  const others = law.upper.filter(({ id }) => id !== pack.id);
  const upper =
    pack.layer === "regulation" ? law.upper : [...others, pack].toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const settings = Object.fromEntries(
    Object.entries(law.settings).filter(([name, value]) =>
      regulation.settings.some((setting) => setting.name === name && Object.hasOwn(setting.options, value)),
    ),
  );
  return compileLaw({ regulation, upper, settings, norms: kept(law, regulation, upper) });
}

// A decision on a rule that the other version does not have, or has verified, has nothing to decide on.
function kept(law: Law, regulation: Pack, upper: readonly Pack[]): NormDecisions {
  return new Map([...law.norms].filter(([key]) => refusalOfNorm([regulation, ...upper], key) === null));
}

/** The difference of two packs, under the upper norms in force. */
function differenceIn({ law }: Pick<App, "law">, before: Pack, after: Pack): PackDifference {
  return differenceOf(before, after, law.upper);
}

type Reader = {
  /** Null for the machine itself, which may read everything. */
  actor: Actor | null;
  /** Circumstances that change. */
  circumstances: readonly string[];
  limit: number;
  closed: ReadonlySet<string>;
};

/** The circumstances whose rule is another one, or gone. */
export function changedCircumstances({ rules }: PackDifference): string[] {
  return rules.filter(({ kind, before }) => kind === "limb" && before !== null).map(({ id }) => id);
}

/** For somebody at a screen: logged, of themselves nothing, and no number of a case in which they were held accountable. */
export async function effectsForReader(
  app: App,
  actor: Actor,
  { before, after }: { before: string; after: string },
): Promise<Answer<LawEffects>> {
  return inOneTransaction(app, actor, { what: "compare-packs" }, async (trx) => {
    const packs = packsOf(app);
    const [was, is] = [before, after].map((id) => packs.find((pack) => pack.id === id));
    if (was === undefined || is === undefined) return notFound;
    const laws = lawsOf({ law: await lawInForce(trx, app.law) }, was, is);
    if (laws === null) return refusedSaying("two-layers", notComparable, "after");
    const closed = casesAgainst(await recordsOfPersons(trx, kinOf(actor)), kinOf(actor));
    const circumstances = changedCircumstances(differenceIn(app, was, is));
    const answer = await effectsOfChange(app, trx, laws, { actor, circumstances, limit: maxRows, closed });
    const body = { before, after, personIds: [...new Set(answer.rows.map(({ personId }) => personId))] };
    await recordLine(app, trx, actor, { kind: "sensitive-read", what: "compare-packs", outcome: "done", body });
    return { type: "done", answer };
  });
}

const maxRows = 200;

/** For the machine's own use: the command line, which has no reader to keep things from. Null when the two are of two layers. */
export async function effectsForOperator(
  app: App,
  before: Pack,
  after: Pack,
  circumstances: readonly string[],
): Promise<LawEffects | null> {
  return inTransaction(app.database, scopeOf(app, null), async (trx) => {
    const laws = lawsOf({ law: await lawInForce(trx, app.law) }, before, after);
    if (laws === null) return null;
    return effectsOfChange(app, trx, laws, { actor: null, circumstances, limit: maxRows, closed: new Set() });
  });
}

function packsOf({ law, otherPacks }: Pick<App, "law" | "otherPacks">): Pack[] {
  return [law.regulation, ...law.upper, ...otherPacks];
}

/**
 * The law with the earlier version, and as it would be if from the same day to the same day the later one had stood in its
 * place; null when they are of two layers.
 */
function lawsOf(app: Pick<App, "law">, before: Pack, after: Pack): { before: Law; after: Law } | null {
  if (before.layer !== after.layer) return null;
  const { id, validity, succeeds } = before;
  return { before: lawWith(app, before), after: lawWith(app, { ...after, id, validity, succeeds }) };
}

/**
 * Every person on record is derived again under both, by pages; of the asker nothing is told, of `closed` cases not
 * the number. At most `limit` rows are answered; the counts are of all.
 */
async function effectsOfChange(
  app: App,
  trx: Transaction,
  laws: { before: Law; after: Law },
  { actor, circumstances, limit, closed }: Reader,
): Promise<LawEffects> {
  const today = todayOf(app);
  const cases = await casesOnCircumstances(trx, actor, circumstances, limit);
  const found: LawEffects = { cases, persons: 0, changedPersons: 0, changed: 0, running: 0, rows: [] };
  const others: ChangedRestriction[] = [];
  let after = "";
  for (;;) {
    const ids = await personsOnRecord(trx, after, pageOfPersons);
    const last = ids.at(-1);
    if (last === undefined) break;
    after = last;
    const records = await recordsOfPersons(trx, ids);
    const persons = new Map((await findPersons(trx, ids)).map((person) => [person.id, person]));
    for (const id of ids) {
      const recorded = records.get(id);
      const person = persons.get(id);
      if (recorded === undefined || person === undefined || id === actor?.personId) continue;
      found.persons += 1;
      const sides = [laws.before, laws.after].map((law) => restrictionsOfAll(law, recorded, person.level));
      const changes = changesBetween(sides[0] ?? [], sides[1] ?? []);
      if (changes.length > 0) found.changedPersons += 1;
      for (const { was, is } of changes) {
        const one = is ?? was;
        if (one === null) continue;
        const record =
          typeof one.because === "number"
            ? recorded.measures[one.because]
            : recorded.sanctions[Number(one.because.slice("sanction:".length))];
        const row: ChangedRestriction = {
          personId: id,
          name: person.name,
          organizationName: person.organizationName,
          bars: one.bars,
          layer: one.layer,
          cause: nameOfCause(app.law, typeof one.because === "number" ? "measure" : "sanction", record?.kind ?? ""),
          caseNumber: record === undefined || closed.has(record.matterId) ? null : record.caseNumber,
          before: spanOf(was),
          after: spanOf(is),
          running: [was, is].some((side) => side !== null && runsOn(side, today)),
        };
        found.changed += 1;
        if (row.running) found.running += 1;
        const list = row.running ? found.rows : others;
        if (list.length < limit) list.push(row);
      }
    }
  }
  return { ...found, rows: [...found.rows, ...others].slice(0, limit) };
}

type Change = { was: Restriction | null; is: Restriction | null };

/** Bars of the same record, kind and layer are the same bar; of several the one that ends last is compared. */
function changesBetween(before: readonly Restriction[], after: readonly Restriction[]): Change[] {
  const byKey = (list: readonly Restriction[]): Map<string, Restriction> => {
    const found = new Map<string, Restriction>();
    for (const one of list) {
      const key = `${one.because} ${one.bars} ${one.layer}`;
      const known = found.get(key);
      if (known === undefined || one.until > known.until) found.set(key, one);
    }
    return found;
  };
  const [was, is] = [byKey(before), byKey(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const [one, other] = [was.get(key) ?? null, is.get(key) ?? null];
    const same = one !== null && other !== null && printed(one) === printed(other);
    return same ? [] : [{ was: one, is: other }];
  });
}

function printed({ from, until, grey, baseline, reach }: Restriction): string {
  return JSON.stringify([from, until, grey, baseline, reach]);
}

function runsOn({ from, until }: Restriction, today: string): boolean {
  const day = parseDay(today) ?? 0;
  return from <= day && day <= until;
}

function spanOf(one: Restriction | null): ChangedRestriction["before"] {
  return one === null ? null : { from: formatDay(one.from), until: formatDay(one.until) };
}
