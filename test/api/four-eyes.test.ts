// Persons, not accounts: every rule by which two persons take two steps, against every way in which one person or family may be both, in both
// orders. What counts is whose eyes the engine finds behind an account. A rule that is new and stands in no row here does not compile.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import test from "node:test";
import { sql } from "kysely";
import { z } from "zod";
import { findAccountByName } from "#accounts/rows/accounts.ts";
import { addAccount } from "../settled.ts";
import { addDelegation, decideDelegation } from "#accounts/rows/delegations.ts";
import { decideOnDelegation, requestDelegation } from "#accounts/uses/delegations.ts";
import { namePerson } from "#accounts/uses/account-person.ts";
import { accountsFor, openAccount, setAccountDisabled } from "#accounts/uses/accounts.ts";
import { addSession } from "#accounts/rows/sessions.ts";
import { newToken } from "#accounts/session.ts";
import { findSignedIn } from "#accounts/uses/session.ts";
import { refusalsOnBody } from "#bodies/rules/body-acts.ts";
import { bodyActIds, bodyDuties } from "#bodies/rules/body-names.ts";
import { untouchedBody } from "#bodies/rules/body.ts";
import { actIds } from "#casework/acts.ts";
import { parseInput } from "#casework/input.ts";
import { doersOf } from "#casework/actor.ts";
import type { Actor } from "#casework/actor.ts";
import type { Case } from "#casework/case.ts";
import { refusalsOfStanding } from "#casework/decide.ts";
import { duties } from "#casework/duties.ts";
import { twoPersonRules } from "#casework/four-eyes.ts";
import type { TwoPersonRule } from "#casework/four-eyes.ts";
import type { Role } from "#casework/roles.ts";
import { enterRequest } from "#clearance/uses/clearance.ts";
import { takeTouched } from "#database/bound.ts";
import { inTransaction } from "#database/database.ts";
import type { Transaction } from "#database/database.ts";
import { rowsOf } from "#database/rows.ts";
import { confirmYear, enterYear } from "#jurisdiction/uses/calendar.ts";
import { confirmAuthority, enterAuthority } from "#jurisdiction/uses/authority.ts";
import type { Answer } from "#kernel/answer.ts";
import { confirmHistory, stateHistory } from "#law-admin/uses/history.ts";
import { countersignInterpretation, enterInterpretation } from "#law-admin/uses/interpretations.ts";
import { checkOfficialText, loadOfficialText } from "#law-admin/uses/official-texts.ts";
import { measureClasses } from "#law/procedure/authority.ts";
import { managementLevelsOf } from "#law/procedure/management.ts";
import { countersignLetter, draftLetter, endReplyLetter } from "#letters/uses/reply-letters.ts";
import { perform } from "#matters/uses/perform.ts";
import { releaseWords } from "#matters/uses/releases.ts";
import { answerReporterRequest, askToOpenReporter } from "#matters/uses/reporters.ts";
import { checkDigitOf } from "#registry/rules/check-digit.ts";
import { mergePersons, undoMerge, findMerge } from "#registry/rows/person-merges.ts";
import { addPersons } from "#registry/rows/persons.ts";
import { mergeRecords, undoPersonMerge } from "#registry/uses/person-merges.ts";
import { endRelation, enterRelative } from "#registry/uses/relatives.ts";
import { putRelative } from "../database/people.ts";
import { caseAfter, upTo } from "../casework/played.ts";
import { accountIdOf, openWorld, persons, today } from "./world.ts";
import { caseAt, inputs, leadAt } from "./steps.ts";

const world = await openWorld();
const { app } = world;
const scope = { jurisdictionId: app.jurisdictionId, accountId: null, today };
const inDatabase = <T>(work: (trx: Transaction) => Promise<T>): Promise<T> =>
  inTransaction(app.database, scope, (trx) => work(trx).finally(() => takeTouched(trx)));

/** Everything that two persons do, so that it is never the duty that stands in the way. */
const offices: Role[] = ["discipline-officer", "reviewer", "personnel-officer", "committee-secretary", "office-clerk"];

let made = 0;

/** A cadre with an account; without roles of the offices the account is a unit's liaison, who does none of these steps. */
async function somebody(roles: readonly Role[] = offices, personId: string | null = newPersonId()): Promise<string> {
  const id = `eyes-${(made += 1)}`;
  await inDatabase(async (trx) => {
    if (personId !== null) await addCadre(trx, personId);
    await addAccount(trx, {
      id,
      account: id,
      name: id,
      roles,
      organizationId: "street",
      personId,
      password: "$argon2id$v=19$m=1,t=1,p=1$a$a",
      mustChangePassword: false,
    });
  });
  return id;
}

const newPersonId = () => `cadre-${randomUUID()}`;

let numbers = 0;

async function addCadre(trx: Transaction, id: string): Promise<void> {
  const digits = `210599198${String(1000 + (numbers += 1)).slice(-1)}01${String(1 + (numbers % 28)).padStart(2, "0")}${String(100 + Math.floor(numbers / 2)).slice(-3)}`;
  await addPersons(trx, app.keys, [
    {
      id,
      name: `冯知${numbers}`,
      sex: "male",
      partyMember: true,
      organizationId: "street",
      post: "干部",
      level: "科员级",
      leadingPost: false,
      managedBy: "zone",
      idNumber: digits + checkDigitOf(digits),
      from: "2018-03-01",
    },
  ]);
}

async function personOf(account: string): Promise<string> {
  return (await loaded(account)).personId ?? assert.fail(account);
}

/** As the engine finds them now. */
async function loaded(account: string): Promise<Actor> {
  const { token, tokenHash } = newToken(app.jurisdictionId);
  await inDatabase(async (trx) => {
    const found = (await findAccountByName(trx, account)) ?? assert.fail(account);
    await addSession(trx, { tokenHash, accountId: found.id, at: by.at, address: "" });
  });
  return (await findSignedIn(app, token))?.actor ?? assert.fail(account);
}

const by = { by: "tester", name: "测试", at: `${today}T02:00:00.000Z` };

async function merge(one: string, other: string): Promise<string> {
  const id = randomUUID();
  const [survivorId, mergedId] = [await personOf(one), await personOf(other)];
  await inDatabase((trx) =>
    mergePersons(trx, app.law, { id, survivorId, mergedId, reasons: "同一人", behalf: null, ...by }),
  );
  return id;
}

async function undo(mergeId: string): Promise<void> {
  await inDatabase(async (trx) => {
    const standing = (await findMerge(trx, mergeId)) ?? assert.fail(mergeId);
    await undoMerge(trx, app.law, standing, { reasons: "不是同一人", ...by, first: [], second: [] });
  });
}

/** All roles of the offices lent by one to another who has none of them. */
async function lend(from: string, to: string): Promise<void> {
  await inDatabase(async (trx) => {
    for (const role of offices) {
      const id = randomUUID();
      const days = { fromDay: today, untilDay: today, reason: "外出", at: by.at, askedBy: null };
      await addDelegation(trx, { id, from, to, role, ...days });
      await decideDelegation(trx, {
        id,
        approved: true,
        by: accountIdOf("committee-secretary"),
        at: by.at,
        reason: "同意",
        first: [],
        second: [],
      });
    }
  });
}

/** Two accounts, and what happens between the two steps. */
type Pair = { one: string; other: string; between?: () => Promise<void> };

/** Every way in which two accounts are the eyes of one person or family. */
const attacks: Record<string, () => Promise<Pair>> = {
  "the same account": async () => {
    const one = await somebody();
    return { one, other: one };
  },
  "a second account, under a record merged before": async () => {
    const [one, other] = [await somebody(), await somebody()];
    await merge(one, other);
    return { one, other };
  },
  "a second account, under a record merged into a third": async () => {
    const [one, other, third] = [await somebody(), await somebody(), await somebody()];
    await merge(third, other);
    await merge(third, one);
    return { one, other };
  },
  "a record merged after the first step": async () => {
    const [one, other] = [await somebody(), await somebody()];
    return { one, other, between: async () => void (await merge(one, other)) };
  },
  "a record merged before, and the merge undone after the first step": async () => {
    const [one, other] = [await somebody(), await somebody()];
    const id = await merge(one, other);
    return { one, other, between: () => undo(id) };
  },
  "a delegate and who delegated": async () => {
    const [one, other] = [await somebody(), await somebody(["unit-liaison"])];
    await lend(one, other);
    return { one, other };
  },
  "a delegate and a close relative of who delegated": async () => {
    const [one, lender, other] = [await somebody(), await somebody(), await somebody(["unit-liaison"])];
    await lend(lender, other);
    await relate(lender, one);
    return { one, other };
  },
  "a close relative, on the record of the one": async () => {
    const [one, other] = [await somebody(), await somebody()];
    await relate(one, other);
    return { one, other };
  },
  "a close relative, on the record of the other": async () => {
    const [one, other] = [await somebody(), await somebody()];
    await relate(other, one);
    return { one, other };
  },
  "an account that names nobody": async () => ({ one: await somebody(), other: await somebody(offices, null) }),
};

async function relate(on: string, relative: string): Promise<void> {
  const relativeId = await personOf(relative);
  const personId = await personOf(on);
  await inDatabase((trx) => putRelative(trx, personId, { relation: "堂兄", name: relative, relativeId }));
}

const key = () => randomUUID();

function done<T>(answer: Answer<T>): T {
  if (answer.type !== "done") throw new Error(JSON.stringify(answer));
  return answer.answer;
}

const clerk = world.actorOf("personnel-officer");
const lead = await leadWithReporter();
const request = await requestForLetters();
const upper = app.law.upper[0] ?? assert.fail("no upper norm");
const cells = managementLevelsOf(app.law.vocabulary).flatMap((managedBy) =>
  measureClasses.map((measures) => ({
    managedBy,
    measures,
    decides: ["working-committee"],
    proposes: ["working-committee"],
    approves: [],
    executes: [],
  })),
);

async function leadWithReporter(): Promise<string> {
  const body = {
    key: key(),
    input: inputs.lead(),
    reporter: { name: "匿甲子", contact: "13904110000", original: null },
  };
  const reply = await world.call({ as: "discipline-officer", method: "POST", path: "/api/reporters/leads", body });
  assert.equal(reply.status, 200, reply.text);
  return (reply.json as { matterId: string }).matterId;
}

async function requestForLetters(): Promise<string> {
  const said = { requester: "工作部", contact: "刘科长", requesterDocument: "", purposeText: "拟提拔人选" };
  const names = [{ name: persons.unrecorded.name, unit: "", idNumber: persons.unrecorded.idNumber, toLevel: null }];
  const asked = { ...said, purpose: "promotion", date: "2025-12-31", year: null, names };
  const answer = await enterRequest(app, clerk, { key: key(), ...asked });
  if (answer.type !== "done") throw new Error(JSON.stringify(answer));
  return answer.answer.requestId;
}

let entries = 0;

/** The two steps of each rule: the first answers with what the second is told. What is not agreed to is as much a second step. */
const steps: Record<
  TwoPersonRule,
  { first: (actor: Actor) => Promise<string>; second: (actor: Actor, id: string) => Promise<Answer<unknown>> }
> = {
  "confirm-authority": {
    first: async (actor) => {
      const content = { validFrom: "2025-01-01", documentNumber: "测党办〔2025〕1号", rows: cells, quorums: [] };
      return done(await enterAuthority(app, actor, { key: key(), ...content })).versionId;
    },
    second: (actor, versionId) =>
      confirmAuthority(app, actor, { key: key(), versionId, confirmed: false, reasons: "有误" }),
  },
  "countersign-interpretation": {
    first: async (actor) => {
      const entry = {
        body: "discipline-committee",
        number: `试解〔2026〕${(entries += 1)}号`,
        on: "2026-07-01",
        validFrom: "2026-07-01",
        anchor: "13.1",
        question: "期限",
        text: "按文义",
        effect: { type: "words" as const },
        replaces: null,
      };
      return done(await enterInterpretation(app, actor, { key: key(), ...entry })).interpretationId;
    },
    second: (actor, interpretationId) => {
      const signing = { body: "personnel-department", agreed: false, reasons: "有误" };
      return countersignInterpretation(app, actor, { key: key(), interpretationId, ...signing });
    },
  },
  "check-official-text": {
    first: async (actor) => {
      const loading = { pack: upper.id, source: "汇编", fileName: "文本.txt", text: "试验文本", passages: [] };
      const body = "discipline-committee";
      return done(await loadOfficialText(app, actor, { key: key(), body, ...loading })).officialTextId;
    },
    second: (actor, officialTextId) => {
      const check = { body: "personnel-department", agreed: false, reasons: "有误" };
      return checkOfficialText(app, actor, { key: key(), officialTextId, ...check });
    },
  },
  "confirm-history": {
    first: async (actor) => {
      const of = { type: "district" as const, since: "2019-04-25" };
      return done(await stateHistory(app, actor, { key: key(), of, entered: "全部", basis: "报告" })).statementId;
    },
    second: (actor, statementId) =>
      confirmHistory(app, actor, { key: key(), statementId, confirmed: false, reasons: "有误" }),
  },
  "answer-reporter": {
    first: async (actor) => {
      const asked = { key: key(), matterId: lead, reasons: "须核实", hours: 2 };
      return done(await askToOpenReporter(app, actor, asked)).requestId;
    },
    second: (actor, requestId) =>
      answerReporterRequest(app, actor, { key: key(), matterId: lead, requestId, approved: false, reasons: "不必" }),
  },
  "release-texts": {
    first: async (actor) => {
      const { matterId, version } = await leadAt(world, "registered");
      const input = parseInput("return-lead", inputs.return);
      return done(await perform(app, actor, { act: "return-lead", matterId, version, key: key(), input })).matterId;
    },
    second: (actor, matterId) => releaseWords(app, actor, { key: key(), matterId, seqs: [2] }),
  },
  "sign-letter": {
    first: draft,
    second: async (actor, letterId) => {
      const signing = { letterId, office: "review" as const, agreed: true, reasons: "" };
      const signed = await countersignLetter(app, actor, { key: key(), ...signing });
      // Of one request one draft stands at a time.
      done(await endReplyLetter(app, world.actorOf("discipline-officer"), { key: key(), ...withdrawal(letterId) }));
      return signed;
    },
  },
  "decide-delegation": {
    first: async (actor) => {
      const toAccount = await somebody(["unit-liaison"]);
      const asked = { toAccount, role: "office-clerk" as const, from: today, until: today, reason: "外出" };
      return done(await requestDelegation(app, actor, { key: key(), ...asked })).delegationId;
    },
    second: (actor, delegationId) =>
      decideOnDelegation(app, actor, { key: key(), delegationId, approved: false, reason: "不必" }),
  },
  "publish-calendar": {
    first: async (actor) => {
      const year = { year: 2027, off: ["2027-01-01"], worked: [], source: "通知" };
      return done(await enterYear(app, actor, { key: key(), ...year })).entryId;
    },
    second: (actor, entryId) => confirmYear(app, actor, { key: key(), entryId, confirmed: false }),
  },
  "undo-merge": {
    first: async (actor) => {
      const [survivorId, mergedId] = [newPersonId(), newPersonId()];
      await inDatabase(async (trx) => {
        await addCadre(trx, survivorId);
        await addCadre(trx, mergedId);
      });
      return done(await mergeRecords(app, actor, { key: key(), survivorId, mergedId, reasons: "同一人" })).mergeId;
    },
    second: (actor, mergeId) => undoPersonMerge(app, actor, { key: key(), mergeId, reasons: "不是同一人" }),
  },
  "void-relative": {
    first: async (actor) => {
      const personId = newPersonId();
      await inDatabase((trx) => addCadre(trx, personId));
      const said = { was: null, kind: "spouse" as const, idNumber: "", relativeId: null, reason: "本人报告" };
      return done(await enterRelative(app, actor, { key: key(), personId, ...said, relation: "配偶", name: "钱一" }))
        .personId;
    },
    second: (actor, personId) =>
      endRelation(app, actor, { key: key(), personId, relation: "配偶", name: "钱一", endedOn: null, reason: "有误" }),
  },
};

async function draft(actor: Actor): Promise<string> {
  return done(await draftLetter(app, actor, { key: key(), requestId: request, validUntil: "2026-10-31" })).letterId;
}

const withdrawal = (letterId: string) => ({ letterId, kind: "withdrawn" as const, reason: "重拟" });

/** Both orders: the one takes the first step and the other the second, and the other way round. */
async function eachOrder(
  pair: () => Promise<Pair>,
  check: (first: string, second: string, pair: Pair) => Promise<void>,
) {
  for (const turned of [false, true]) {
    const made = await pair();
    await check(turned ? made.other : made.one, turned ? made.one : made.other, made);
  }
}

/** What no first step can be taken by at all: neither a role that is lent is lent on, nor asked for. */
const cannotBegin = (rule: string, first: Actor) => rule === "decide-delegation" && first.delegations.length > 0;

for (const [rule, { first: begin, second: finish }] of Object.entries(steps)) {
  test(`${rule}: by nobody of the same person or family, in whichever order; by anybody else`, async () => {
    for (const [name, pair] of Object.entries(attacks))
      await eachOrder(pair, async (first, second, { between }) => {
        const beginning = await loaded(first);
        if (cannotBegin(rule, beginning)) return;
        const id = await begin(beginning);
        await between?.();
        const answer = await finish(await loaded(second), id);
        const told = `${name}, ${first} then ${second}: ${JSON.stringify(answer)}`;
        if (rule === "decide-delegation" && answer.type === "not-found") return;
        assert.equal(answer.type, "refused", told);
        assert.deepEqual(answer.type === "refused" ? answer.refusals.map(({ code }) => code) : [], ["four-eyes"], told);
      });
    const id = await begin(await loaded(await somebody()));
    assert.equal((await finish(await loaded(await somebody()), id)).type, "done");
  });
}

test("a letter is signed for the second office by nobody of the family of who signed for the first", async () => {
  const officer = world.actorOf("discipline-officer");
  for (const [name, pair] of Object.entries(attacks))
    await eachOrder(pair, async (first, second, { between }) => {
      const letterId = await draft(officer);
      const signing = { letterId, agreed: true, reasons: "" };
      const by = await loaded(first);
      const signed = await countersignLetter(app, by, { key: key(), ...signing, office: "supervision" });
      assert.equal(signed.type, by.personId === null ? "refused" : "done", name);
      await between?.();
      const again = await countersignLetter(app, await loaded(second), { key: key(), ...signing, office: "review" });
      if (signed.type === "done") assert.equal(again.type, "refused", `${name}, ${first} then ${second}`);
      done(await endReplyLetter(app, officer, { key: key(), ...withdrawal(letterId) }));
    });
});

/** Each act of a case that must be done by somebody else, with each act before it. */
const pairsOfActs = actIds.flatMap((act) => duties[act].notBy.map((before) => ({ act, before })));
const pairsOnBodies = bodyActIds.flatMap((act) => bodyDuties[act].notBy.map((before) => ({ act, before })));

test("in cases and on leading bodies: every pair of acts of the tables, by the same rule", async () => {
  assert.ok(pairsOfActs.length > 20 && pairsOnBodies.length > 4);
  const state: Case = caseAfter(upTo("decide-opening"));
  const body = { ...untouchedBody };
  const organization = { id: "elsewhere", name: "某局", managedBy: "zone" as const };
  const check = (first: Actor, second: Actor, refused: boolean, name: string) => {
    for (const { act, before } of pairsOfActs) {
      const matter = { ...state, actorsByAct: { [before]: doersOf(first, duties[before].roles) } };
      const codes = refusalsOfStanding({ law: app.law, actor: second, today }, matter, act).map(({ code }) => code);
      assert.equal(codes.includes("four-eyes"), refused, `${name}: ${act} after ${before}: ${codes.join()}`);
    }
    for (const { act, before } of pairsOnBodies) {
      const told = { ...body, actorsByAct: { [before]: doersOf(first, bodyDuties[before].roles) } };
      const context = { law: app.law, actor: second, today, organization, held: [] };
      const codes = refusalsOnBody(told, act, context).map(({ code }) => code);
      assert.equal(codes.includes("four-eyes"), refused, `${name}: ${act} after ${before}: ${codes.join()}`);
    }
  };
  for (const [name, pair] of Object.entries(attacks))
    await eachOrder(pair, async (first, second, { between }) => {
      const begun = await loaded(first);
      await between?.();
      check(begun, await loaded(second), true, name);
    });
  check(await loaded(await somebody()), await loaded(await somebody()), false, "nobody's relative");
});

const constraintShape = z.object({ table: z.string() });

test("the database holds the persons of both steps apart, for every rule there is and for no table that no rule names", async () => {
  const found = await inDatabase((trx) =>
    rowsOf(
      trx,
      constraintShape,
      sql`SELECT conrelid::regclass::text AS table FROM pg_constraint WHERE conname = 'two_persons' ORDER BY 1`,
    ),
  );
  const named = Object.values(twoPersonRules).map(({ table }) => table as string);
  assert.deepEqual(
    found.map(({ table }) => table),
    [...new Set([...named, "matter_four_eyes", "body_event", "administrator_decision"])].sort(),
  );
});

const pairShape = z.object({ by: z.string().nullable(), of: z.string().nullable() });
const isRefused = (error: { code?: string }) => error.code === "23514";

test("both persons stand in the rows, and the database itself refuses the same one twice, whatever the engine let through", async () => {
  const { matterId } = await caseAt(world, "inquiry", persons.subject.id);
  const pairs = await inDatabase((trx) =>
    rowsOf(
      trx,
      pairShape,
      sql`SELECT by_person AS by, of_person AS of FROM matter_four_eyes WHERE matter_id = ${matterId}`,
    ),
  );
  const [secretary, officer] = [accountIdOf("committee-secretary"), accountIdOf("discipline-officer")];
  assert.deepEqual(pairs, [{ by: await personOf(secretary.slice(8)), of: await personOf(officer.slice(8)) }]);
  // As the owner of the tables, whom no grant and no policy binds.
  const asOwner = (statement: ReturnType<typeof sql>) =>
    inDatabase(async (trx) => {
      await sql`RESET ROLE`.execute(trx.kysely);
      return rowsOf(trx, z.unknown(), statement);
    });
  for (const { table } of Object.values(twoPersonRules)) {
    const both = sql`first_persons <> '{}' AND second_persons <> '{}'`;
    const kept = await asOwner(sql`SELECT FROM ${sql.table(table)} WHERE ${both}`);
    assert.ok(kept.length > 0, `${table} keeps the persons of both steps`);
    const same = asOwner(sql`UPDATE ${sql.table(table)} SET second_persons = first_persons WHERE ${both}`);
    await assert.rejects(same, isRefused, table);
  }
  await assert.rejects(asOwner(sql`UPDATE matter_four_eyes SET by_person = of_person`), isRefused);
  const event = sql`INSERT INTO body_event (jurisdiction_id, organization_id, seq, at, act, actor_id, actor_name, not_by, body, persons, not_by_persons)
    VALUES (${app.jurisdictionId}, 'bureau', 1, ${by.at}, 'decide-reform', 'a', 'a', '{b}', '{}', '{p}', '{p}')`;
  await assert.rejects(asOwner(event), isRefused);
});

test("of one person one account is in use, whatever records they are under", async () => {
  const administrator = world.actorOf("system-administrator");
  const security = world.actorOf("security-administrator");
  const [one, other] = [await somebody(), await somebody()];
  const [survivorId, mergedId] = [await personOf(one), await personOf(other)];
  const merging = () =>
    mergeRecords(app, world.actorOf("personnel-officer"), { key: key(), survivorId, mergedId, reasons: "同一人" });
  const setDisabled = (accountId: string, disabled: boolean) =>
    setAccountDisabled(app, security, { key: key(), accountId, disabled });
  assert.equal(codeOf(await merging()), "two-accounts");
  done(await setDisabled(other, true));
  done(await merging());
  assert.equal(codeOf(await setDisabled(other, false)), "person-has-account");
  const another = newPersonId();
  await inDatabase((trx) => addCadre(trx, another));
  const third = { key: key(), survivorId, mergedId: another, reasons: "同一人" };
  done(await mergeRecords(app, world.actorOf("personnel-officer"), third));
  const account = { account: "third-account", name: "第三个账号" };
  const { accountId } = done(await openAccount(app, administrator, { key: key(), ...account }));
  const naming = await namePerson(app, world.actorOf("personnel-officer"), {
    key: key(),
    accountId,
    personId: another,
  });
  assert.equal(codeOf(naming), "person-has-account");
});

test("an account that names nobody takes no second step until its person is entered, and nobody checks its first steps", async () => {
  const { first: begin, second: finish } = steps["confirm-history"];
  const [nameless, known] = [await somebody(offices, null), await somebody()];
  const pending = await begin(await loaded(nameless));
  assert.equal(codeOf(await finish(await loaded(known), pending)), "four-eyes");
  const listed = (await accountsFor(app, world.actorOf("system-administrator"))).find(
    ({ accountId }) => accountId === nameless,
  );
  assert.equal(listed?.namesPerson, false);
  const personId = newPersonId();
  await inDatabase((trx) => addCadre(trx, personId));
  const naming = (named: string) =>
    namePerson(app, world.actorOf("personnel-officer"), { key: key(), accountId: nameless, personId: named });
  assert.equal(codeOf(await naming(await personOf(known))), "person-has-account");
  assert.equal(codeOf(await naming("nobody")), "no-such-person");
  done(await naming(personId));
  assert.equal(codeOf(await naming(newPersonId())), "names-somebody");
  done(await finish(await loaded(known), pending));
  done(await finish(await loaded(nameless), await begin(await loaded(known))));
});

function codeOf(answer: Answer<unknown>): string {
  return answer.type === "refused" ? (answer.refusals[0]?.code ?? "") : answer.type;
}
