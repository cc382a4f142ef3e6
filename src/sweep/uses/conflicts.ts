// Conflicts: list, read, deal with. Every reading is logged.
import { answeredView, entryView } from "../contract.ts";
import type { ConflictView } from "../contract.ts";
import { isKin, kinOf } from "#casework/actor.ts";
import type { Actor } from "#casework/actor.ts";
import { refusalsOfDisposition } from "../rules/sweep-disposition.ts";
import type { Disposition } from "../rules/sweep-disposition.ts";
import { addTurns, countConflicts, findConflict, listConflicts, turnsOf } from "../rows/conflicts.ts";
import type { ConflictFilter, StoredConflict } from "../rows/conflicts.ts";
import { inRetriedTransaction, inTransaction } from "#database/database.ts";
import type { Transaction } from "#database/database.ts";
import { lawInForce } from "#law-admin/rows/law-state.ts";
import type { Count, Counted, Page } from "#database/page.ts";
import { personsById } from "#registry/rows/persons.ts";
import { casesAgainst, recordsOfPersons } from "#eligibility/rows/restrictions.ts";
import { administer } from "#kernel/administer.ts";
import { notFound, orNotFound, refusedSaying } from "#kernel/answer.ts";
import type { Answer, Found } from "#kernel/answer.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { recordLine } from "#kernel/uses/record.ts";
import { conflictChanged } from "./words.ts";
import { nowOf, todayOf } from "#kernel/time.ts";

export type AskedConflicts = Omit<ConflictFilter, "except"> & Page;

export async function conflictsFor(app: App, actor: Actor, asked: AskedConflicts): Promise<Counted<ConflictView>> {
  return inRetriedTransaction(app.database, scopeOf(app, actor.accountId), async (trx) => {
    // Nobody looks up with an office's rights what is held against themselves or their family.
    const page = await listConflicts(trx, { ...asked, except: kinOf(actor) });
    const { after: _, limit: __, ...filter } = asked;
    const personIds = [...new Set(page.rows.map(({ personId }) => personId))];
    await recordLine(app, trx, actor, {
      kind: "sensitive-read",
      what: "read-conflicts",
      outcome: "done",
      body: { ...filter, personIds },
    });
    return { ...page, rows: await viewsOfConflicts(trx, actor, page.rows) };
  });
}

/** Number of open conflicts, without those of the reader. */
export async function openConflicts(app: App, actor: Actor): Promise<Count> {
  const any = { answer: null, entryKind: null, recordedAfter: false, personId: null };
  return inTransaction(app.database, scopeOf(app, actor.accountId), (trx) =>
    countConflicts(trx, { state: "open", ...any, except: kinOf(actor) }),
  );
}

/** Not found also for the person whom it is about, and their close relatives. */
export async function conflictFor(
  app: App,
  actor: Actor,
  { conflictId: id }: { conflictId: string },
): Promise<Found<ConflictView>> {
  return orNotFound(
    await inRetriedTransaction(app.database, scopeOf(app, actor.accountId), async (trx) => {
      const found = await findConflict(trx, id);
      const isShown = found !== null && !isKin(actor, found.personId);
      await recordLine(app, trx, actor, {
        kind: isShown ? "sensitive-read" : "refusal",
        what: "read-conflict",
        outcome: isShown ? "done" : "refused",
        body: { conflictId: id, exists: found !== null },
      });
      return isShown ? ((await viewsOfConflicts(trx, actor, [found]))[0] ?? null) : null;
    }),
  );
}

/** The latest disposition counts. Refused where somebody, or a sweep, changed the conflict since `version`. */
export async function disposeConflict(
  app: App,
  actor: Actor,
  { key, conflictId, version, ...said }: { key: string; conflictId: string; version: number } & Disposition,
): Promise<Answer<{ version: number }>> {
  const content = { conflictId, version, ...said };
  return administer<{ version: number }>(app, actor, { what: "dispose-conflict", key, content }, async (trx) => {
    const found = await findConflict(trx, conflictId, "hold");
    if (found === null || isKin(actor, found.personId)) return notFound;
    if (found.version !== version) return refusedSaying("changed-meanwhile", conflictChanged, "version");
    const law = await lawInForce(trx, app.law);
    const { citations } = answeredView.parse(JSON.parse(found.answered));
    const refusals = refusalsOfDisposition(law, { ...found, citations }, said, todayOf(app));
    if (refusals.length > 0) return { type: "refused", refusals };
    const { way, on, documentNumber, reasons } = said;
    const next = version + 1;
    await addTurns(trx, [
      {
        conflictId,
        seq: next,
        kind: "disposed",
        state: "disposed",
        way,
        onDay: on,
        documentNumber: documentNumber === "" ? null : documentNumber,
        reasons,
        byAccount: actor.accountId,
        byName: actor.name,
        at: nowOf(app),
      },
    ]);
    const body = { conflictId, personId: found.personId, way, on, documentNumber };
    await recordLine(app, trx, actor, { kind: "act", what: "dispose-conflict", outcome: "done", body });
    return { type: "done", answer: { version: next } };
  });
}

/** In the order given; of cases in which the reader was held accountable nothing is told. */
export async function viewsOfConflicts(
  trx: Transaction,
  actor: Actor,
  rows: readonly StoredConflict[],
): Promise<ConflictView[]> {
  const personIds = [...new Set(rows.map(({ personId }) => personId))];
  const persons = await personsById(trx, personIds);
  const turns = await turnsOf(
    trx,
    rows.map(({ id }) => id),
  );
  const closed = casesAgainst(await recordsOfPersons(trx, kinOf(actor)), kinOf(actor));
  return rows.flatMap((row): ConflictView[] => {
    const person = persons.get(row.personId);
    if (person === undefined) return [];
    const { id, purpose, answer, state, version, onDay, forYear, until, recordedAfter, foundAt } = row;
    const answered = answeredView.parse(JSON.parse(row.answered));
    const restrictions = answered.restrictions.map((one) =>
      one.matterId !== null && closed.has(one.matterId) ? { ...one, matterId: null, caseNumber: null } : one,
    );
    return [
      {
        id,
        purpose,
        answer,
        state,
        version,
        onDay,
        forYear,
        until,
        recordedAfter,
        foundAt,
        person: {
          personId: person.id,
          name: person.name,
          organizationName: person.organizationName,
          idNumberMasked: person.idNumberMasked,
        },
        entry: entryView.parse(JSON.parse(row.entry)),
        answered: { ...answered, restrictions },
        turns: turns.get(id) ?? [],
      },
    ];
  });
}
