// What is registered of the cadres of the district: grades, honours, appointments, as a department keeps them; a few of them within a bar.
import type { App } from "#kernel/app.ts";
import { scopeOf } from "#kernel/app.ts";
import { recordAdministration } from "#kernel/uses/record.ts";
import { inTransaction } from "#database/database.ts";
import type { Transaction } from "#database/database.ts";
import { addGrades } from "#registry/rows/grades.ts";
import type { NewGrade } from "#registry/rows/grades.ts";
import { addHonours } from "#registry/rows/honours.ts";
import { addPosts } from "#registry/rows/posts.ts";
import type { NewPost } from "#registry/rows/posts.ts";
import { restrictionsOfPersons } from "#eligibility/rows/restrictions.ts";
import type { StoredRestriction } from "#eligibility/rows/restrictions.ts";
import { demoPersons } from "./persons.ts";
import type { DemoPerson } from "./persons.ts";
import { dice } from "./seeded.ts";
import { actorOf, organizationOf, personOf } from "./telling.ts";

const years = [2022, 2023, 2024, 2025] as const;
/** So many of the year's barred were given what they were barred from. */
const slips = { grades: 1, honours: 1 } as const;

/** Last, when every measure is on record; each year's list on a day of the year after. `at` gives the application with its clock at an instant. */
export async function addRegistered(at: (instant: string) => App): Promise<void> {
  const chosen = dice("云岭高新区登记");
  const persons = demoPersons.filter(({ enteredOn }) => enteredOn < "2022-01-01");
  const restrictions = await inTx(at("2026-11-24T10:00:00Z"), (trx) =>
    restrictionsOfPersons(
      trx,
      persons.map(({ id }) => id),
    ),
  );
  const barredIn = (id: string, bars: string, year: number) =>
    (restrictions[id] ?? []).some((one) => one.bars === bars && one.from.startsWith(String(year)));
  for (const year of years) {
    const app = at(`${year + 1}-01-20T02:00:00Z`);
    let slipped = 0;
    const grades = persons.map(({ id }): NewGrade => {
      const isBarred = barredIn(id, "annual-excellence", year);
      const isExcellent = isBarred ? (slipped += 1) <= slips.grades : chosen.chance(16);
      return { personId: id, year, grade: isExcellent ? "excellent" : "competent", givenOn: `${year + 1}-01-15` };
    });
    let honoured = 0;
    const honours = persons
      .filter(({ id }) =>
        barredIn(id, "honours", year)
          ? (honoured += 1) > slips.grades && honoured <= slips.grades + slips.honours
          : chosen.chance(3),
      )
      .map(({ id }) => ({
        personId: id,
        year,
        name: `${year}年度先进工作者`,
        issuer: "云岭高新区党工委",
        level: "county",
        givenOn: `${year + 1}-01-18`,
      }));
    await inTx(app, async (trx) => {
      await addGrades(trx, grades, registrationOf(app));
      await addHonours(trx, honours, registrationOf(app));
      const body = { year, grades: grades.length, honours: honours.length };
      await recordAdministration(app, trx, actorOf("zuzhi"), "register-record", body);
    });
  }
  await addAppointments(at("2026-11-24T10:00:00Z"), persons, restrictions);
}

/** Promotions on the last barred day and on a grey day, each of somebody else; and one of before its measure was entered. */
async function addAppointments(
  app: App,
  persons: readonly DemoPerson[],
  restrictions: Readonly<Record<string, StoredRestriction[]>>,
): Promise<void> {
  const barred = persons.flatMap((person) => {
    const bar = (restrictions[person.id] ?? []).find(
      (one) => one.bars === "promotion" && one.layer === "regulation" && one.grey !== null && one.grey < "2026-10-01",
    );
    return bar === undefined ? [] : [{ person, bar }];
  });
  type Barred = (typeof barred)[number];
  // Where nothing else bars on the grey day, so that only a person can say.
  const open = barred.filter(({ person, bar: { grey } }) =>
    (restrictions[person.id] ?? []).every((one) => grey === null || one.from > grey || one.until < grey),
  );
  const cases: (readonly [one: Barred | undefined, from: (bar: StoredRestriction) => string])[] = [
    [barred[0], ({ until }) => until],
    [open.find((one) => one !== barred[0]), ({ grey, until }) => grey ?? until],
  ];
  const posts = cases.flatMap(([one, dayFor], index): NewPost[] => {
    if (one === undefined) return [];
    const from = dayFor(one.bar);
    const { person } = one;
    return [
      {
        personId: person.id,
        organizationId: organizationOf(person.organization).id,
        post: "二级调研员",
        level: "县处级副职",
        from,
        to: null,
        kind: "promotion",
        approvedOn: from,
        actingOffice: "云岭高新区党工委工作部",
        documentNumber: `云组任〔${from.slice(0, 4)}〕${21 + index}号`,
      },
    ];
  });
  posts.push(promotedBeforeItsPaperCame());
  await inTx(app, async (trx) => {
    await addPosts(trx, posts, registrationOf(app));
    await recordAdministration(app, trx, actorOf("zuzhi"), "register-record", { appointments: posts.length });
  });
}

/** Of one whose admonition of 2019 was entered from its paper seven years later. */
function promotedBeforeItsPaperCame(): NewPost {
  const { id, organization } = personOf("songxi-dw-2");
  return {
    personId: id,
    organizationId: organizationOf(organization).id,
    post: "党工委副书记（正科级）",
    level: "乡科级正职",
    from: "2019-10-08",
    to: "2021-03-31",
    kind: "promotion",
    approvedOn: "2019-09-30",
    actingOffice: "云岭高新区党工委工作部",
    documentNumber: "云组任〔2019〕12号",
  };
}

function registrationOf(app: App) {
  const { name } = actorOf("zuzhi");
  return {
    by: actorOf("zuzhi").accountId,
    name,
    at: app.clock().toString({ fractionalSecondDigits: 3 }),
    source: "entered",
  };
}

function inTx<T>(app: App, work: (trx: Transaction) => Promise<T>): Promise<T> {
  return inTransaction(app.database, scopeOf(app, null), work);
}
