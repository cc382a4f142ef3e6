// One question, asked at every door: on the screen, from a file, in a request, by a program, when reuse is decided on, and afterwards by the
// sweep, of the same records.
// One table of cases: the level of the day, what is open, merged records, days and years beside every edge.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import type { ConflictView } from "#sweep/contract.ts";
import type { EligibilityReply } from "#eligibility/contract/eligibility.ts";
import { parseInput } from "#casework/input.ts";
import type { Recorded } from "#casework/events.ts";
import { viewMatter } from "#matters/uses/matter-view.ts";
import { perform } from "#matters/uses/perform.ts";
import { readFile } from "#files/read/read-file.ts";
import { addArrival } from "#law-admin/rows/history.ts";
import { sweepNow } from "#sweep/uses/sweep.ts";
import { inTransaction } from "#database/database.ts";
import { addPersons } from "#registry/rows/persons.ts";
import type { NewPerson } from "#registry/rows/persons.ts";
import { inventedIdNumber } from "../database/people.ts";
import { caseAt, inputs, leadAt } from "./steps.ts";
import { issueToken } from "./two-administrators.ts";
import { done, evidenceFile, openWorld, persons, today } from "./world.ts";

const world = await openWorld();
const { call, app } = world;
const scope = { jurisdictionId: app.jurisdictionId, accountId: null };
const as = "personnel-officer";

let invented = 0;
async function somebody(more: Partial<NewPerson> = {}): Promise<NewPerson> {
  invented += 1;
  const name = `问${[...`${invented}`].map((digit) => "甲乙丙丁戊己庚辛壬癸"[Number(digit)]).join("")}`;
  const who = { id: `asked-${invented}`, name, idNumber: inventedIdNumber(700 + invented) };
  const person: NewPerson = { ...persons.other, ...who, ...more };
  await inTransaction(app.database, scope, (trx) => addPersons(trx, app.keys, [person]));
  return person;
}

async function post(path: string, body: object): Promise<unknown> {
  const reply = await call({ as, method: "POST", path, body });
  assert.equal(reply.status, 200, reply.text);
  return reply.json;
}
const change = (path: string, body: object) => post(path, { key: randomUUID(), ...body });

const register = (person: NewPerson, kind: "appointments" | "honours" | "grades", cells: object) =>
  change(`/api/persons/${person.id}/records`, { kind, cells });
const held = (person: NewPerson, level: string, from: string, kind = "提拔") =>
  register(person, "appointments", { unit: "青石街道办事处", post: `${level}职务`, level, leading: "是", kind, from });

/** Transferred with effect from 2025-03-01: no promotion until 2026-02-28, 2026-03-01 is to be confirmed, consent is needed afterwards. */
const transferred = async (more: Partial<NewPerson> = {}): Promise<NewPerson> => {
  const person = await somebody(more);
  await caseAt(world, "effective", person.id);
  return person;
};

/** By a paper that says no level, so that the bar is measured against the level of the day asked about. */
const transferredByPaper = async (): Promise<NewPerson> => {
  const person = await somebody();
  const paper = inputs.paper(person.id, await evidenceFile(world, `原决定 ${person.id}`));
  const days = { effectiveOn: "2026-02-01", announcedOn: "2026-02-01", formalitiesOn: "2026-02-02" };
  const entered = await done(world, "discipline-officer", "enter-paper-case", null, {
    ...paper,
    ...days,
    documentNumber: `测党发〔2026〕${invented}号`,
    on: "2026-01-20",
    level: null,
  });
  const confirmed = { confirmed: true, on: "2026-07-30", remarks: "与原件相符" };
  await done(world, "reviewer", "confirm-paper-case", entered, confirmed);
  return person;
};

const mergedInto = async (survivor: NewPerson, merged: NewPerson): Promise<NewPerson> => {
  await change("/api/person-merges", { survivorId: survivor.id, mergedId: merged.id, reasons: "同一人" });
  return survivor;
};

/** What is asked; a day is asked about as a promotion to `toLevel`, and registered as one for the sweep. */
type Question = { purpose: string; date: string | null; year: number | null; toLevel: string | null };
const promotion = (date: string, toLevel = "县处级副职"): Question => ({
  purpose: "promotion",
  date,
  year: null,
  toLevel,
});
const ofYear = (purpose: "honours" | "annual-excellence", year: number): Question => ({
  purpose,
  date: null,
  year,
  toLevel: null,
});

/**
 * `answer`: with its last barred day, at the four doors at which a question is asked, before what is asked about was registered and after.
 * `sweep`: where the sweep tells otherwise, why is said by `says`; what is clear is no conflict. `reuse`: a case of their own is there in which
 * it is decided on that day too.
 */
type Case = {
  says: string;
  who: () => Promise<NewPerson>;
  asked: Question;
  answer: string;
  sweep?: string;
  reuse?: true;
};
const table: Case[] = [
  { says: "nothing on record", who: () => somebody(), asked: promotion("2026-07-01"), answer: "clear" },
  { says: "the day before a bar was decided", who: transferred, asked: promotion("2025-02-20"), answer: "clear" },
  {
    says: "decided and not in effect yet",
    who: transferred,
    asked: promotion("2025-02-28"),
    answer: "needs-confirmation",
  },
  { says: "its first day", who: transferred, asked: promotion("2025-03-01"), answer: "barred 2026-02-28" },
  { says: "its last day", who: transferred, asked: promotion("2026-02-28"), answer: "barred 2026-02-28", reuse: true },
  { says: "the grey day", who: transferred, asked: promotion("2026-03-01"), answer: "needs-confirmation", reuse: true },
  { says: "the day after", who: transferred, asked: promotion("2026-03-02"), answer: "needs-consent", reuse: true },
  {
    says: "no promotion: the level is held already",
    who: transferred,
    asked: promotion("2026-02-28", "乡科级正职"),
    answer: "clear",
    reuse: true,
  },
  { says: "an honour the year before", who: transferred, asked: ofYear("honours", 2024), answer: "clear" },
  { says: "of the year", who: transferred, asked: ofYear("honours", 2025), answer: "barred 2025-12-31" },
  { says: "the year after", who: transferred, asked: ofYear("honours", 2026), answer: "clear" },
  {
    says: "an excellent grade of the year",
    who: transferred,
    asked: ofYear("annual-excellence", 2025),
    answer: "barred 2025-12-31",
  },
  {
    says: "asked of the level held before the day: what it led to does not answer for itself",
    who: transferredByPaper,
    asked: promotion("2026-06-15"),
    answer: "barred 2027-01-31",
    reuse: true,
  },
  {
    says: "today too, after it was registered",
    who: transferredByPaper,
    asked: promotion(today),
    answer: "barred 2027-01-31",
    reuse: true,
  },
  {
    says: "and a day to come, of which nothing is registered yet",
    who: transferredByPaper,
    asked: promotion("2026-09-01"),
    answer: "barred 2027-01-31",
    sweep: "clear",
  },
  {
    says: "the level had risen before the day",
    who: async () => {
      const person = await transferredByPaper();
      await held(person, "县处级副职", "2025-05-01");
      return person;
    },
    asked: promotion("2026-06-15"),
    answer: "clear",
    reuse: true,
  },
  {
    says: "it rises only after the day",
    who: async () => {
      const person = await transferredByPaper();
      await held(person, "县处级正职", "2026-07-01");
      return person;
    },
    asked: promotion("2026-06-15"),
    answer: "barred 2027-01-31",
    reuse: true,
  },
  {
    says: "no level is known at all",
    who: async () => {
      const person = await somebody({ level: null });
      await caseAt(world, "effective", person.id);
      return person;
    },
    asked: promotion("2026-02-28"),
    answer: "needs-confirmation",
    reuse: true,
  },
  {
    says: "measures on one record, posts on another merged into it",
    who: async () => {
      const person = await transferredByPaper();
      const other = await somebody({ from: "2025-05-01", level: "县处级副职" });
      return mergedInto(person, other);
    },
    asked: promotion("2026-06-15"),
    answer: "clear",
    reuse: true,
  },
  {
    says: "posts on one record, measures on another merged into it",
    who: async () => mergedInto(await somebody(), await transferred()),
    asked: promotion("2026-02-28"),
    answer: "barred 2026-02-28",
  },
  {
    says: "a lead from before the day that is open; the sweep waits for nothing",
    who: async () => {
      const person = await somebody();
      await leadAt(world, "registered", person.id);
      return person;
    },
    asked: promotion("2026-07-01"),
    answer: "pending",
    sweep: "clear",
  },
  {
    says: "a lead from after the day: whoever asks now waits",
    who: async () => {
      const person = await somebody();
      await leadAt(world, "registered", person.id);
      return person;
    },
    asked: promotion("2024-12-01"),
    answer: "pending",
    sweep: "clear",
  },
  {
    says: "a lead that is settled",
    who: async () => {
      const person = await somebody();
      await leadAt(world, "settled", person.id);
      return person;
    },
    asked: promotion("2025-01-07"),
    answer: "clear",
  },
  {
    says: "a case under inquiry on a record merged into the one asked about",
    who: async () => {
      const other = await somebody();
      await caseAt(world, "inquiry", other.id);
      return mergedInto(await somebody(), other);
    },
    asked: promotion("2026-07-01"),
    answer: "pending",
    sweep: "clear",
  },
  {
    says: "barred, whatever is open beside",
    who: async () => {
      const person = await transferred();
      await leadAt(world, "registered", person.id);
      return person;
    },
    asked: promotion("2026-02-28"),
    answer: "barred 2026-02-28",
    reuse: true,
  },
  {
    says: "to be confirmed and open: whoever asks waits, the sweep tells",
    who: async () => {
      const person = await transferred();
      await leadAt(world, "registered", person.id);
      return person;
    },
    asked: promotion("2026-03-01"),
    answer: "pending",
    sweep: "needs-confirmation",
  },
  {
    says: "a file of before that nobody has seen; the sweep counts the entry as one it cannot judge",
    who: async () => {
      const person = await somebody();
      const arrival = { id: randomUUID(), personId: person.id, on: "2024-01-01", fromUnit: "外省某局" };
      const by = { enteredAt: `${today}T00:00:00.000Z`, enteredBy: "account-personnel-officer", enteredName: "某" };
      await inTransaction(app.database, scope, (trx) => addArrival(trx, { ...arrival, ...by }));
      return person;
    },
    asked: promotion("2026-07-01"),
    answer: "needs-confirmation",
    sweep: "clear",
  },
];

type Told = { answer: string; until: string | null; citations: readonly { label: { zh: string } }[] };
/** The answer, its last barred day and its clauses. */
const told = ({ answer, until, citations }: Told): string[] => [
  [answer, until].filter(Boolean).join(" "),
  citations.map(({ label }) => label.zh).join(" "),
];

async function onTheScreen({ name, idNumber }: NewPerson, { toLevel, ...asked }: Question): Promise<string[]> {
  const { lines } = (await post("/api/eligibility", {
    ...asked,
    names: [{ name, unit: "", idNumber, toLevel }],
  })) as EligibilityReply;
  const [line] = lines;
  assert.ok(line?.match === "one");
  return told(line);
}

async function fromAFile({ name, idNumber }: NewPerson, { purpose, date, year, toLevel }: Question): Promise<string[]> {
  const time = date === null ? `year=${year}` : `date=${date}`;
  const response = await fetch(`${world.origin}/api/eligibility/list?purpose=${purpose}&${time}`, {
    method: "POST",
    headers: { cookie: await world.cookieOf(as), "content-type": "application/octet-stream" },
    body: `姓名\t身份证号\t拟任职务层次\n${name}\t${idNumber}\t${toLevel ?? ""}`,
  });
  assert.equal(response.status, 200, await response.clone().text());
  const rows: string[][] = [];
  for await (const chunk of readFile(new Uint8Array(await response.arrayBuffer()), "xlsx"))
    for (const { cells } of chunk) rows.push(cells);
  const [, , , said, until, clauses] = rows[rows.findIndex(([first]) => first === "序号") + 1] ?? [];
  const names = Object.entries(app.law.vocabulary.names.answers);
  const [answer = said] = names.find(([, { zh }]) => zh === said) ?? [];
  return [[answer, until].filter(Boolean).join(" "), clauses ?? ""];
}

const purposeText = "拟任";

async function inARequest({ name, idNumber }: NewPerson, { toLevel, ...asked }: Question): Promise<string[]> {
  const names = [{ name, unit: "", idNumber, toLevel }];
  const request = { requester: "党工委工作部", purposeText, ...asked, names };
  const { requestId } = (await change("/api/clearance", request)) as { requestId: string };
  const { rows } = (await post(`/api/clearance/${requestId}/lines`, { round: 1, kinds: [], limit: 10 })) as {
    rows: { answer: Told }[];
  };
  const [line] = rows;
  assert.ok(line !== undefined);
  return told(line.answer);
}

const { token } = await issueToken(world);

async function byAProgram({ name, idNumber }: NewPerson, { toLevel, ...asked }: Question): Promise<string[]> {
  const reply = await call({
    method: "POST",
    path: "/api/programs/clearance",
    headers: { authorization: `Bearer ${token}` },
    body: { key: randomUUID(), purposeText, ...asked, names: [{ name, idNumber, toLevel }] },
  });
  assert.equal(reply.status, 200, reply.text);
  const lines = reply.text.trimEnd().split("\n");
  const line = lines.map((one) => JSON.parse(one) as Told & { type: string }).find(({ type }) => type === "line");
  assert.ok(line !== undefined);
  return told(line);
}

async function asked({ asked: question, answer, says }: Case, person: NewPerson): Promise<void> {
  const [said, clauses] = await onTheScreen(person, question);
  assert.equal(said, answer, says);
  for (const door of [fromAFile, inARequest, byAProgram])
    assert.deepEqual(await door(person, question), [said, clauses], `${says}: ${door.name}`);
}

/** What is asked about is registered as it would have been. */
async function registered({ asked: { purpose, date, year, toLevel } }: Case, person: NewPerson): Promise<void> {
  if (date !== null && date > today) return;
  if (purpose === "honours") await register(person, "honours", { year: `${year}`, honour: "先进工作者" });
  else if (purpose === "annual-excellence") await register(person, "grades", { year: `${year}`, grade: "优秀" });
  else await held(person, toLevel ?? "", date ?? "");
}

async function swept(one: Case, person: NewPerson): Promise<string> {
  const { date, year } = one.asked;
  const body = { personId: person.id, limit: 100 };
  const reply = await call({ as: "committee-secretary", method: "POST", path: "/api/conflicts/search", body });
  const { rows } = reply.json as { rows: ConflictView[] };
  const found = rows.find(({ onDay, forYear }) => (date === null ? forYear === year : onDay === date));
  return found === undefined ? "clear" : [found.answer, found.until].filter(Boolean).join(" ");
}

/** What a decision on reuse in the person's own case comes to: allowed, or why it is refused. */
async function whenReuseIsDecided(person: NewPerson, { purpose, date, toLevel }: Question): Promise<string> {
  const view = await call({ as: "committee-secretary", method: "GET", path: `/api/persons/${person.id}` });
  const [own] = (view.json as { cases: { matterId: string }[] }).cases;
  assert.ok(own !== undefined);
  const { matterId } = own;
  const matter = await viewMatter(app, world.actorOf("committee-secretary"), { matterId });
  assert.ok(matter.type === "done");
  const requested = await done(world, "personnel-officer", "request-reuse", matter.answer, {
    subjectId: subjectIn(matter.answer.history),
    on: date,
    purpose,
    organizationName: "青石街道办事处",
    post: "主任",
    level: toLevel,
    reasons: "工作需要",
  });
  const decided = await perform(app, world.actorOf("committee-secretary"), {
    act: "decide-reuse",
    matterId,
    version: requested.version,
    key: randomUUID(),
    input: parseInput("decide-reuse", {
      reuse: requested.version,
      on: date,
      approved: true,
      documentNumber: "测党任〔2026〕1号",
      reasons: null,
    }),
  });
  if (decided.type === "done") return "clear";
  assert.ok(decided.type === "refused");
  return decided.refusals.map(({ code }) => code).join(" ");
}

function subjectIn(history: readonly Recorded[]): string {
  const [id] = history.flatMap(({ event }) => ("subject" in event ? [event.subject.id] : []));
  return id ?? assert.fail();
}

const cases: (Case & { person: NewPerson })[] = [];
for (const one of table) cases.push({ ...one, person: await one.who() });

for (const one of cases) test(`before it is registered: ${one.says}`, () => asked(one, one.person));

for (const one of cases)
  test(`once it is registered the same: ${one.says}`, async () => {
    await registered(one, one.person);
    await asked(one, one.person);
  });

test("and the sweep finds the same of what was registered", async () => {
  const run = await sweepNow(app, "command");
  assert.equal(run?.state, "done");
  const found: string[] = [];
  for (const one of cases) found.push(`${one.says}: ${await swept(one, one.person)}`);
  assert.deepEqual(
    found,
    table.map(({ says, answer, sweep }) => `${says}: ${sweep ?? answer}`),
  );
});

for (const one of table.filter(({ reuse }) => reuse === true))
  test(`when reuse is decided on the same: ${one.says}`, async () => {
    assert.equal(await whenReuseIsDecided(await one.who(), one.asked), one.answer.split(" ")[0]);
  });
