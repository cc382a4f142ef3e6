// Rows of cadres: who is new, and what changes for those who are there. An empty cell says nothing and changes nothing.
import { managementName } from "#law/procedure/management.ts";
import { maskIdNumber } from "#registry/id-number.ts";
import type { IdNumberKeys } from "#registry/id-number.ts";
import type { Transaction } from "#database/database.ts";
import { formerNamesOf } from "#registry/rows/former-names.ts";
import { gradesOf } from "#registry/rows/grades.ts";
import { contentOf, personsByIdNumber } from "#registry/rows/persons.ts";
import type { Person, PersonContent, Sex } from "#registry/rows/persons.ts";
import { endedRelatives, relativesOfPersons } from "#registry/rows/relatives.ts";
import type { RelativeKey } from "#registry/rows/relatives.ts";
import type { OrganizationStanding } from "#registry/rows/organizations.ts";
import { choiceIn, dayIn, idNumberIn, managedByIn, nameIn, textIn, unitAndPostIn, unitIn } from "./cells.ts";
import { isName, nameOf } from "#lists/rules/cell-name.ts";
import { gradesIn, partsOf, relativesIn } from "./cell-values.ts";
import type { PlanContext, RowPlan } from "./planned.ts";
import {
  beforeSixteen,
  sexContradictsNumber,
  unitMissingForNewPerson,
  unitClosed,
  noneMark,
  notAName,
  gradesInvalid,
  gradeOfYear,
  relativesInvalid,
} from "./words.ts";
import { noWord, yesWord } from "../rules/words.ts";

/** What is on record of those who are there. */
type Known = {
  persons: Map<string, Person>;
  formerNames: Map<string, string[]>;
  grades: Map<string, string>;
  /** By person, relation and name: the masked ID number of one who stands, null where none is told; "ended" where the relation is over. */
  relatives: Map<string, string | null>;
};

export async function planPersons(
  trx: Transaction,
  keys: IdNumberKeys,
  context: PlanContext,
  plans: readonly RowPlan[],
): Promise<void> {
  const numbers = new Map(plans.map((plan) => [plan, idNumberIn(plan, true)]));
  const persons = await personsByIdNumber(
    trx,
    keys,
    [...numbers.values()].filter((number) => number !== null),
  );
  const ids = [...persons.values()].map(({ id }) => id);
  const formerNames = Map.groupBy(await formerNamesOf(trx, ids), ({ personId }) => personId);
  const known: Known = {
    persons,
    formerNames: new Map([...formerNames].map(([id, names]) => [id, names.map(({ name }) => name)])),
    grades: new Map((await gradesOf(trx, ids)).map(({ personId, year, grade }) => [`${personId} ${year}`, grade])),
    relatives: await knownRelatives(trx, ids),
  };
  for (const plan of plans) planPerson(plan, context, known, numbers.get(plan) ?? null);
}

async function knownRelatives(trx: Transaction, ids: readonly string[]): Promise<Map<string, string | null>> {
  const keyOf = ({ personId, relation, name }: RelativeKey) => [personId, relation, name].join(" ");
  return new Map([
    ...(await endedRelatives(trx, ids)).map((one) => [keyOf(one), "ended"] as const),
    ...(await relativesOfPersons(trx, ids)).map((one) => [keyOf(one), one.idNumberMasked] as const),
  ]);
}

function planPerson(plan: RowPlan, context: PlanContext, known: Known, idNumber: string | null): void {
  const told = personCells(plan, context, idNumber);
  if (plan.detail.problems.length > 0 || idNumber === null || told.name === null) return;
  const person = known.persons.get(idNumber);
  plan.about = person?.id ?? null;
  const id = person?.id ?? context.newId();
  if (person === undefined) planNew(plan, told, id, idNumber, told.name);
  else planChange(plan, context, told, person, told.name);
  planBeside(plan, context, known, id, told.name, person);
}

type PersonCells = ReturnType<typeof personCells>;

function personCells(plan: RowPlan, context: PlanContext, idNumber: string | null) {
  const together = unitAndPostIn(plan, context.units);
  const sex = choiceIn(plan, context, "sex", "sexes");
  const bySex: Sex | null = idNumber === null ? null : Number(idNumber[16]) % 2 === 1 ? "male" : "female";
  if (sex !== null && bySex !== null && sex !== bySex) plan.wrong("sex", sexContradictsNumber(bySex));
  const leading = choiceIn(plan, context, "leading", "yes-no");
  const from = dayIn(plan, context, "from");
  const sixteenth = idNumber === null ? null : sixteenthBirthday(idNumber);
  if (from !== null && sixteenth !== null && from < sixteenth) plan.wrong("from", beforeSixteen(from, sixteenth));
  const managedBy = managedByIn(plan, context);
  return {
    name: nameIn(plan),
    sex: bySex,
    politicalStatus: choiceIn(plan, context, "politicalStatus", "politicalStatuses"),
    unit: unitIn(plan, context) ?? together?.unit ?? null,
    post: textIn(plan, "post") ?? together?.post ?? null,
    level: choiceIn(plan, context, "level", "levels"),
    rank: choiceIn(plan, context, "rank", "ranks"),
    leading: leading === null ? null : leading === "yes",
    managedBy,
    from,
    isPartyMember: (code: string) =>
      context.law.vocabulary.personnel.politicalStatuses.find(({ id }) => id === code)?.partyMember === true,
  };
}

/** ISO text to compare days with; a birthday of a leap day is written as it is. */
function sixteenthBirthday(idNumber: string): string {
  return `${Number(idNumber.slice(6, 10)) + 16}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`;
}

function planNew(plan: RowPlan, told: PersonCells, id: string, idNumber: string, name: string): void {
  const { unit, sex, politicalStatus } = told;
  if (unit === null) {
    plan.wrong("unit", unitMissingForNewPerson);
    return;
  }
  if (unit.validUntil !== null) {
    plan.wrong("unit", unitClosed(unit.name, unit.validUntil));
    return;
  }
  if (sex === null) return;
  plan.writing.adds.push({
    id,
    name,
    sex,
    idNumber,
    politicalStatus,
    partyMember: politicalStatus !== null && told.isPartyMember(politicalStatus),
    organizationId: unit.id,
    post: told.post,
    level: told.level,
    rank: told.rank,
    leadingPost: told.leading ?? false,
    managedBy: told.managedBy ?? unit.managedBy,
    from: told.from,
  });
  plan.change("name", "", `${name}（${maskIdNumber(idNumber)}）`);
  plan.change("unit", "", unit.name);
  if (told.post !== null) plan.change("post", "", told.post);
}

function planChange(plan: RowPlan, context: PlanContext, told: PersonCells, person: Person, name: string): void {
  const was = contentOf(person);
  const unit: Pick<OrganizationStanding, "id" | "name"> =
    told.unit ?? ({ id: person.organizationId, name: person.organizationName } as const);
  const to: PersonContent = {
    name,
    politicalStatus: told.politicalStatus ?? was.politicalStatus,
    partyMember: told.politicalStatus === null ? was.partyMember : told.isPartyMember(told.politicalStatus),
    organizationId: unit.id,
    post: told.post ?? was.post,
    level: told.level ?? was.level,
    rank: told.rank ?? was.rank,
    leadingPost: told.leading ?? was.leadingPost,
    managedBy: told.managedBy ?? was.managedBy,
  };
  const { personnel, names } = context.law.vocabulary;
  const statusName = (code: string | null) => personnel.politicalStatuses.find(({ id }) => id === code)?.name.zh ?? "";
  const isOther = [
    plan.change("name", was.name, name),
    plan.change("politicalStatus", statusName(was.politicalStatus), statusName(to.politicalStatus)),
    plan.change("unit", person.organizationName, unit.name),
    plan.change("post", was.post ?? "", to.post ?? ""),
    plan.change("level", was.level ?? "", to.level ?? ""),
    plan.change("rank", was.rank ?? "", to.rank ?? ""),
    plan.change("leading", was.leadingPost ? yesWord : noWord, to.leadingPost ? yesWord : noWord),
    plan.change("managedBy", managementName({ names }, was.managedBy).zh, managementName({ names }, to.managedBy).zh),
  ].some(Boolean);
  if (!isOther) return;
  plan.writing.changes.push({ person, to });
  const isOtherPost = was.organizationId !== to.organizationId || was.post !== to.post || was.level !== to.level;
  // Without the day on which it began it is a correction of the present post, and no new one.
  if (!isOtherPost || told.from === null || to.post === null) return;
  plan.writing.ends = [{ personId: person.id, before: told.from }];
  plan.writing.posts = [
    {
      personId: person.id,
      organizationId: to.organizationId,
      post: to.post,
      level: to.level,
      rank: to.rank,
      leadingPost: to.leadingPost,
      managedBy: to.managedBy,
      from: told.from,
      to: null,
    },
  ];
}

/** Former names, grades and relatives, which a row may tell beside. */
function planBeside(
  plan: RowPlan,
  context: PlanContext,
  known: Known,
  id: string,
  name: string,
  person: Person | undefined,
): void {
  const borne = new Set([...(known.formerNames.get(id) ?? []), name]);
  const told = [
    ...partsOf(plan.cell("formerNames")).map(nameOf),
    ...(person === undefined || person.name === name ? [] : [person.name]),
  ];
  const former = [...new Set(told)].filter((one) => !borne.has(one) && one !== noneMark);
  for (const one of former) if (!isName(one)) plan.wrong("formerNames", notAName(one.slice(0, 30)));
  if (former.length > 0) plan.change("formerNames", "", former.join("、"));
  plan.writing.formerNames = former.map((one) => ({ personId: id, name: one }));

  const grades = gradesIn(context.law, plan.cell("grades"));
  if (grades === null) plan.wrong("grades", gradesInvalid);
  const gradeName = (grade: string | undefined) =>
    context.law.vocabulary.personnel.grades.find((one) => one.id === grade)?.name.zh ?? "";
  plan.writing.grades = (grades ?? [])
    .filter(({ year, grade }) => known.grades.get(`${id} ${year}`) !== grade)
    .map(({ year, grade }) => {
      plan.change("grades", gradeName(known.grades.get(`${id} ${year}`)), gradeOfYear(year, gradeName(grade)));
      return { personId: id, year, grade };
    });

  const relatives = relativesIn(plan.cell("relatives"));
  if (relatives === null) plan.wrong("relatives", relativesInvalid);
  const added = (relatives ?? []).filter((one) => {
    const standing = known.relatives.get([id, one.relation, one.name].join(" "));
    if (standing === undefined) return true;
    // A file of before brings no relation back that ended; a number that was not told before is news.
    return standing === null && one.idNumber !== "";
  });
  if (added.length > 0)
    plan.change("relatives", "", added.map(({ relation, name: relative }) => `${relation}：${relative}`).join("；"));
  plan.writing.relatives = added.map((one) => ({ personId: id, ...one }));
}
