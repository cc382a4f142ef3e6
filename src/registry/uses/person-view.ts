// One person: posts, records, restrictions with their last days. Reading it is logged.
import type { PersonView } from "../contract.ts";
import { isKin } from "#casework/actor.ts";
import type { Actor } from "#casework/actor.ts";
import { formatDay } from "#law/reckon/days.ts";
import { inRetriedTransaction } from "#database/database.ts";
import type { Transaction } from "#database/database.ts";
import { formerNamesOf } from "../rows/former-names.ts";
import { gradesOf } from "../rows/grades.ts";
import { mergedRecords, withMerged } from "../rows/families.ts";
import { arrivalsOf, arrivalStatements } from "#law-admin/rows/history.ts";
import { honoursOf } from "../rows/honours.ts";
import { casesOfPerson } from "#matters/rows/matters.ts";
import { mergesOf } from "../rows/person-merges.ts";
import { findPersons } from "../rows/persons.ts";
import type { Person } from "../rows/persons.ts";
import { postsOf } from "../rows/posts.ts";
import { namedAsRelative, relativeChangesOf, relativesOfPersons } from "../rows/relatives.ts";
import { noRecords, recordsOfPersons, restrictionsOfPersons } from "#eligibility/rows/restrictions.ts";
import { listReuses } from "#matters/rows/reuse.ts";
import { orNotFound } from "#kernel/answer.ts";
import type { Found } from "#kernel/answer.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { recordLine } from "#kernel/uses/record.ts";
import { personRowOf } from "./registry.ts";
import { isoOf } from "#eligibility/uses/shown-answer.ts";
import { nameOfCause, viewOfStored } from "#eligibility/uses/restriction-view.ts";

/** Not found when there is no such person, and for the person themselves and close relatives: nobody looks up their own record with an office's rights. */
export async function viewPerson(
  app: App,
  actor: Actor,
  { personId }: { personId: string },
): Promise<Found<PersonView>> {
  return orNotFound(
    await inRetriedTransaction(app.database, scopeOf(app, actor.accountId), async (trx) => {
      const [person] = await findPersons(trx, [personId]);
      if (person === undefined || isKin(actor, person.id)) {
        await recordLine(app, trx, actor, {
          kind: "refusal",
          what: "read-person",
          outcome: "refused",
          body: { personId, exists: person !== undefined },
        });
        return null;
      }
      const read = await readPerson(trx, actor, personId);
      await recordLine(app, trx, actor, {
        kind: "sensitive-read",
        what: "read-person",
        outcome: "done",
        body: { personId },
      });
      return viewOf(app, actor, person, read);
    }),
  );
}

/** All rows of one person, as far as the actor may read them. */
async function readPerson(trx: Transaction, actor: Actor, personId: string) {
  const family = withMerged(await mergedRecords(trx), [personId]);
  return {
    posts: await postsOf(trx, personId),
    formerNames: await formerNamesOf(trx, [personId]),
    grades: await gradesOf(trx, [personId]),
    honours: await honoursOf(trx, [personId]),
    relatives: await relativesOfPersons(trx, family),
    namedBy: await namedAsRelative(trx, family),
    relativeChanges: await relativeChangesOf(trx, family),
    merges: await mergesOf(trx, personId),
    records: (await recordsOfPersons(trx, [personId])).get(personId) ?? noRecords(),
    stored: (await restrictionsOfPersons(trx, [personId], { past: true }))[personId] ?? [],
    reuses: (await listReuses(trx, actor, { personId, undecided: false, after: null, limit: 50 })).rows,
    history: { arrivals: await arrivalsOf(trx, family), statements: await arrivalStatements(trx, family) },
    cases: await casesOfPerson(trx, actor, personId),
  };
}

type PersonRead = Awaited<ReturnType<typeof readPerson>>;

function viewOf(app: App, actor: Actor, person: Person, read: PersonRead): PersonView {
  const {
    posts,
    formerNames,
    grades,
    honours,
    relatives,
    namedBy,
    relativeChanges,
    merges,
    records,
    stored,
    reuses,
    history,
    cases,
  } = read;
  const readable = new Set(cases.map(({ matterId }) => matterId));
  const closed = new Set(
    [...records.measures, ...records.sanctions, ...stored]
      .map(({ matterId }) => matterId)
      .filter((id) => !readable.has(id)),
  );
  return {
    person: personRowOf(actor, person),
    formerNames: formerNames.map(({ name, until }) => ({ name, until })),
    posts: posts.map(({ personId: _person, organizationId: _unit, leadingPost: _leading, ...post }) => post),
    grades: grades.map(({ year, grade, givenBy, givenOn }) => ({ year, grade, givenBy, givenOn })),
    honours: honours.map(({ year, name, issuer, level, givenOn }) => ({ year, name, issuer, level, givenOn })),
    relatives: relatives.map(({ personId: _person, ...one }) => one),
    namedBy,
    relativeChanges: relativeChanges.map(
      ({ registeredBy: _by, registeredBehalf: _behalf, registeredName: by, registeredAt: at, ...one }) => ({
        ...one,
        by,
        at,
      }),
    ),
    merges: merges.map(mergeView),
    ...recordViews(app, records, readable),
    reuses,
    history,
    restrictions: stored.map((one) => viewOfStored(app.law, one, closed)),
    cases: cases.map(({ matterId, number, title, stage }) => ({ matterId, number, title, stage })),
  };
}

function mergeView(one: PersonRead["merges"][number]): PersonView["merges"][number] {
  return {
    mergeId: one.id,
    personId: one.otherId,
    name: one.otherName,
    idNumberMasked: one.otherIdNumber,
    reasons: one.reasons,
    by: one.registeredName,
    at: one.registeredAt,
    undone:
      one.undoneAt === null ? null : { reasons: one.undoneReasons ?? "", by: one.undoneName ?? "", at: one.undoneAt },
  };
}

/** Measures only of cases that the actor may read; sanctions all, without the case where it is not theirs to read. */
function recordViews(
  app: App,
  records: PersonRead["records"],
  readable: ReadonlySet<string>,
): Pick<PersonView, "measures" | "sanctions" | "consents"> {
  return {
    measures: records.measures
      .filter(({ matterId }) => readable.has(matterId))
      .map((record) => ({
        measure: record.kind,
        name: nameOfCause(app.law, "measure", record.kind),
        decidedOn: formatDay(record.decided ?? record.effective),
        effectiveOn: formatDay(record.effective),
        handling: record.handling ?? "",
        revokedOn: isoOf(record.revoked ?? null),
        matterId: record.matterId,
        caseNumber: record.caseNumber,
      })),
    sanctions: records.sanctions.map((one) => ({
      sanction: one.kind,
      name: nameOfCause(app.law, "sanction", one.kind),
      decidedOn: isoOf(one.decided ?? null),
      effectiveOn: formatDay(one.effective),
      months: one.months,
      extended: one.extended ?? null,
      restoredOn: isoOf(one.restored),
      revokedOn: isoOf(one.revoked ?? null),
      level: one.level ?? null,
      matterId: readable.has(one.matterId) ? one.matterId : null,
    })),
    consents: records.consents.map(({ on, toLevel, documentNumber }) => ({
      on: formatDay(on),
      toLevel,
      documentNumber,
    })),
  };
}
