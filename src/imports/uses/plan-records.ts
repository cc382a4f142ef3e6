// Rows that add to the record of somebody who is in the registry: appointments, yearly grades, honours.
import { managementName } from "#law/procedure/management.ts";
import type { IdNumberKeys } from "#registry/id-number.ts";
import type { ImportKind } from "../rules/import-column-names.ts";
import type { Transaction } from "#database/database.ts";
import { gradesOf } from "#registry/rows/grades.ts";
import { honoursOf } from "#registry/rows/honours.ts";
import { contentOf, matchPersons, personsByIdNumber } from "#registry/rows/persons.ts";
import type { Person } from "#registry/rows/persons.ts";
import { postsOfPersons } from "#registry/rows/posts.ts";
import type { PostHeld } from "#registry/rows/posts.ts";
import { choiceIn, dayIn, idNumberIn, managedByIn, nameIn, textIn, unitIn, yearIn } from "./cells.ts";
import type { PlanContext, RowPlan } from "./planned.ts";
import {
  idNumberNotFound,
  nameContradictsNumber,
  nameNotFound,
  unitContradictsName,
  nameNotUnique,
  unitMissing,
  postMissing,
  appointmentDayMissing,
  removalBeforeAppointment,
  appointmentUnnamed,
  gradeMissing,
  gradeOfYear,
  honourMissing,
  honourOfYear,
} from "./words.ts";

export async function planRecords(
  trx: Transaction,
  keys: IdNumberKeys,
  context: PlanContext,
  kind: Exclude<ImportKind, "persons">,
  plans: readonly RowPlan[],
): Promise<void> {
  await planFor(trx, context, kind, await personsOf(trx, keys, kind, plans));
}

/** One row whose person is known. */
export async function planRecord(
  trx: Transaction,
  context: PlanContext,
  kind: Exclude<ImportKind, "persons">,
  plan: RowPlan,
  person: Person,
): Promise<void> {
  await planFor(trx, context, kind, new Map([[plan, person]]));
}

async function planFor(
  trx: Transaction,
  context: PlanContext,
  kind: Exclude<ImportKind, "persons">,
  persons: ReadonlyMap<RowPlan, Person>,
): Promise<void> {
  const ids = [...new Set([...persons.values()].map(({ id }) => id))];
  if (kind === "appointments") {
    const posts = Map.groupBy(await postsOfPersons(trx, ids), ({ personId }) => personId);
    for (const [plan, person] of persons) planAppointment(plan, context, person, posts.get(person.id) ?? []);
  }
  if (kind === "grades") {
    const known = new Map(
      (await gradesOf(trx, ids)).map(({ personId, year, grade }) => [`${personId} ${year}`, grade]),
    );
    for (const [plan, person] of persons) planGrade(plan, context, person, known);
  }
  if (kind === "honours") {
    const known = new Map((await honoursOf(trx, ids)).map((one) => [`${one.personId} ${one.year} ${one.name}`, one]));
    for (const [plan, person] of persons) planHonour(plan, context, person, known);
  }
}

/** Whom each row means: by ID number, else by name and unit when only one is meant. Rows that mean nobody say why. */
async function personsOf(
  trx: Transaction,
  keys: IdNumberKeys,
  kind: ImportKind,
  plans: readonly RowPlan[],
): Promise<Map<RowPlan, Person>> {
  const asked = plans.map((plan) => ({ plan, name: nameIn(plan), idNumber: idNumberIn(plan, false) }));
  const byNumber = await personsByIdNumber(
    trx,
    keys,
    asked.flatMap(({ idNumber }) => (idNumber === null ? [] : [idNumber])),
  );
  // The unit of an appointment is where the person goes, not where they are.
  const named = await matchPersons(
    trx,
    keys,
    asked.map(({ plan, name }) => ({
      name: name ?? "",
      unit: kind === "appointments" ? "" : plan.cell("unit"),
      idNumber: "",
      personId: null,
    })),
  );
  const found = new Map<RowPlan, Person>();
  for (const [index, { plan, name, idNumber }] of asked.entries()) {
    if (plan.detail.problems.length > 0 || name === null) continue;
    const { match, persons: candidates } = named[index] ?? { match: "no-such-person", persons: [] };
    if (idNumber !== null) {
      const bearer = byNumber.get(idNumber);
      if (bearer === undefined) plan.wrong("idNumber", idNumberNotFound);
      else if (!candidates.some(({ id }) => id === bearer.id)) plan.wrong("name", nameContradictsNumber(bearer.name));
      else found.set(plan, bearer);
      continue;
    }
    const [only] = candidates;
    if (only === undefined) plan.wrong("name", nameNotFound(name));
    else if (match === "name-only") plan.wrong("unit", unitContradictsName(name, only.organizationName));
    else if (candidates.length > 1) plan.wrong("idNumber", nameNotUnique(candidates.length, name));
    else found.set(plan, only);
  }
  for (const [plan, person] of found) plan.about = person.id;
  return found;
}

function planAppointment(plan: RowPlan, context: PlanContext, person: Person, posts: readonly PostHeld[]): void {
  const { personnel } = context.law.vocabulary;
  const unit = unitIn(plan, context) ?? (plan.cell("unit") === "" ? plan.wrong("unit", unitMissing) : null);
  const post = textIn(plan, "post") ?? (plan.cell("post") === "" ? plan.wrong("post", postMissing) : null);
  const from =
    dayIn(plan, context, "from") ?? (plan.cell("from") === "" ? plan.wrong("from", appointmentDayMissing) : null);
  const to = dayIn(plan, context, "to");
  const told = {
    level: choiceIn(plan, context, "level", "levels"),
    rank: choiceIn(plan, context, "rank", "ranks"),
    leadingPost: choiceIn(plan, context, "leading", "yes-no") === "yes",
    managedBy: managedByIn(plan, context),
    kind: choiceIn(plan, context, "kind", "appointments"),
    approvedOn: dayIn(plan, context, "approvedOn"),
    actingOffice: textIn(plan, "actingOffice"),
    documentNumber: textIn(plan, "documentNumber"),
  };
  if (to !== null && from !== null && to < from) plan.wrong("to", removalBeforeAppointment);
  if (plan.detail.problems.length > 0 || unit === null || post === null || from === null) return;
  if (posts.some((one) => one.from === from && one.organizationId === unit.id && one.post === post)) return;
  const kindName = personnel.appointments.find(({ id }) => id === told.kind)?.name.zh ?? appointmentUnnamed;
  plan.change("post", "", `${from} ${kindName}：${unit.name}${post}`);
  plan.writing.posts = [{ personId: person.id, organizationId: unit.id, post, from, to, ...told }];
  const isLatest = to === null && posts.every((one) => one.from < from);
  if (!isLatest) return;
  plan.writing.ends = [{ personId: person.id, before: from }];
  const was = contentOf(person);
  plan.writing.changes.push({
    person,
    to: {
      ...was,
      organizationId: unit.id,
      post,
      level: told.level ?? was.level,
      rank: told.rank ?? was.rank,
      leadingPost: told.leadingPost,
      managedBy: told.managedBy ?? was.managedBy,
    },
  });
  plan.change("unit", person.organizationName, unit.name);
  const { vocabulary } = context.law;
  if (told.managedBy !== null)
    plan.change(
      "managedBy",
      managementName(vocabulary, was.managedBy).zh,
      managementName(vocabulary, told.managedBy).zh,
    );
}

function planGrade(plan: RowPlan, context: PlanContext, person: Person, known: ReadonlyMap<string, string>): void {
  const year = yearIn(plan, context);
  const grade =
    choiceIn(plan, context, "grade", "grades") ??
    (plan.cell("grade") === "" ? plan.wrong("grade", gradeMissing) : null);
  const givenBy = textIn(plan, "givenBy");
  if (plan.detail.problems.length > 0 || year === null || grade === null) return;
  const was = known.get(`${person.id} ${year}`);
  if (was === grade) return;
  const nameOf = (id: string | undefined) =>
    context.law.vocabulary.personnel.grades.find((one) => one.id === id)?.name.zh ?? "";
  plan.change("grade", was === undefined ? "" : gradeOfYear(year, nameOf(was)), gradeOfYear(year, nameOf(grade)));
  plan.writing.grades = [{ personId: person.id, year, grade, givenBy }];
}

type KnownHonour = { issuer: string | null; level: string | null; givenOn: string | null };

function planHonour(
  plan: RowPlan,
  context: PlanContext,
  person: Person,
  known: ReadonlyMap<string, KnownHonour>,
): void {
  const year = yearIn(plan, context);
  const name = textIn(plan, "honour") ?? (plan.cell("honour") === "" ? plan.wrong("honour", honourMissing) : null);
  const level = choiceIn(plan, context, "honourLevel", "honourLevels");
  const issuer = textIn(plan, "issuer");
  const givenOn = dayIn(plan, context, "givenOn");
  if (plan.detail.problems.length > 0 || year === null || name === null) return;
  const was = known.get(`${person.id} ${year} ${name}`);
  const to = {
    level: level ?? was?.level ?? null,
    issuer: issuer ?? was?.issuer ?? null,
    givenOn: givenOn ?? was?.givenOn ?? null,
  };
  if (was !== undefined && was.level === to.level && was.issuer === to.issuer && was.givenOn === to.givenOn) return;
  const textOf = (one: KnownHonour) => [one.issuer ?? "", one.givenOn ?? ""].filter((part) => part !== "").join("，");
  plan.change(
    "honour",
    was === undefined ? "" : honourOfYear(year, name, textOf(was)),
    honourOfYear(year, name, textOf(to)),
  );
  plan.writing.honours = [{ personId: person.id, year, name, ...to }];
}
