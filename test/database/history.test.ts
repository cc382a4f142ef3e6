// Since when the history is complete, on both engines: stated by one, confirmed by another, replaced by a later statement; and who came from elsewhere.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Answer, Unfit } from "#kernel/answer.ts";
import type { App } from "#kernel/app.ts";
import { askEligibility } from "#eligibility/uses/eligibility.ts";
import {
  confirmHistory,
  districtHistory,
  openHistory,
  recordArrival,
  stateHistory,
  unseenFor,
} from "#law-admin/uses/history.ts";
import { personsOfTheDay } from "#registry/uses/person-of-the-day.ts";
import { listEntries } from "#log/rows/audit.ts";
import { onEachEngine } from "./engines.ts";
import type { Testbed } from "./engines.ts";
import { actorOf, addAccounts, keys, seedRegistry } from "./people.ts";

const officer = actorOf("officer", ["discipline-officer"]);
const personnel = actorOf("personnel", ["personnel-officer"]);

function appOn({ database, jurisdictionId, law }: Testbed, instant = "2020-08-01T02:00:00Z"): App {
  const now = Temporal.Instant.from(instant);
  const more = {
    otherPacks: [],
    dataFolder: "",
    keys,
    reporterKey: new Uint8Array(32),
    clock: () => now,
    jurisdictionName: "试验区",
  };
  return { database, law, jurisdictionId, ...more };
}

function done<T>(administered: Answer<T> | Unfit): T {
  if (administered.type !== "done") throw new Error(JSON.stringify(administered));
  return administered.answer;
}

function codesOf(administered: Answer<unknown>): string[] {
  return administered.type === "refused" ? administered.refusals.map(({ code }) => code) : [administered.type];
}

async function people(testbed: Testbed): Promise<void> {
  await testbed.work(async (trx) => {
    await seedRegistry(trx, ["林知秋", "周晓岚"]);
    await addAccounts(trx, ["officer", "personnel"]);
  });
}

const state = (app: App, since: string) =>
  stateHistory(app, personnel, {
    key: randomUUID(),
    of: { type: "district", since },
    entered: "在册干部的处理、处分",
    basis: "清理报告",
  });
const confirm = (app: App, statementId: string, confirmed = true, who = officer) =>
  confirmHistory(app, who, { key: randomUUID(), statementId, confirmed, reasons: confirmed ? "" : "尚有遗漏" });

/** Whether the history of each is complete for a day, or a year. */
async function complete(testbed: Testbed, app: App, asked: string | number): Promise<boolean[]> {
  const time = typeof asked === "number" ? { date: null, year: asked } : { date: asked, year: null };
  const ids = ["person-0", "person-1"];
  return testbed.work(async (trx) => {
    const of = await personsOfTheDay(
      app,
      trx,
      testbed.law,
      ids.map((personId) => ({ personId, ...time })),
    );
    return ids.map((id) => of({ id, level: null }, time).historyComplete);
  });
}

onEachEngine("nothing is complete before two people have said so, and then from that day on", async (testbed) => {
  await people(testbed);
  const app = appOn(testbed);
  assert.deepEqual(await complete(testbed, app, "2020-08-01"), [false, false]);
  const { statementId } = done(await state(app, "2019-04-25"));
  assert.deepEqual(await complete(testbed, app, "2020-08-01"), [false, false]);
  assert.equal((await openHistory(app, personnel)).unconfirmed.value, 1);
  assert.deepEqual(codesOf(await confirm(app, statementId, true, personnel)), ["four-eyes"]);
  done(await confirm(app, statementId));
  assert.deepEqual(codesOf(await confirm(app, statementId)), ["signed-already"]);
  assert.deepEqual(await complete(testbed, app, "2019-04-24"), [false, false]);
  assert.deepEqual(await complete(testbed, app, "2019-04-25"), [true, true]);
  assert.deepEqual(await complete(testbed, app, 2019), [true, true]);
  assert.deepEqual(await complete(testbed, app, 2018), [false, false]);
});

onEachEngine("a later statement takes the place of an earlier one, one sent back of none", async (testbed) => {
  await people(testbed);
  const app = appOn(testbed);
  done(await confirm(app, done(await state(app, "2019-04-25")).statementId));
  const later = appOn(testbed, "2020-08-02T02:00:00Z");
  done(await confirm(later, done(await state(later, "2015-01-01")).statementId, false));
  assert.equal((await districtHistory(later, personnel)).since, "2019-04-25");
  done(await confirm(later, done(await state(later, "2020-01-01")).statementId));
  const { since, statements } = await districtHistory(later, personnel);
  assert.equal(since, "2020-01-01");
  assert.equal(statements.length, 3);
  assert.deepEqual(await complete(testbed, later, "2019-12-31"), [false, false]);
});

onEachEngine(
  "who came from elsewhere is incomplete until the earlier file was seen, and nobody else is",
  async (testbed) => {
    await people(testbed);
    const app = appOn(testbed);
    done(await confirm(app, done(await state(app, "2019-04-25")).statementId));
    const { arrivalId } = done(
      await recordArrival(app, personnel, {
        key: randomUUID(),
        personId: "person-0",
        on: "2020-07-01",
        fromUnit: "某市某局",
      }),
    );
    assert.deepEqual(await complete(testbed, app, "2020-08-01"), [false, true]);
    assert.deepEqual(
      (await unseenFor(app, officer, { after: null, limit: 10 })).rows.map(({ name, fromUnit }) => [name, fromUnit]),
      [["林知秋", "某市某局"]],
    );
    const asked = { purpose: "promotion", date: "2020-08-01", year: null } as const;
    const name = { unit: "", idNumber: "", toLevel: null };
    const ask = async (personId: string) =>
      done(
        await askEligibility(
          app,
          officer,
          { ...asked, names: [{ ...name, name: personId === "person-0" ? "林知秋" : "周晓岚", personId }] },
          "sensitive-read",
        ),
      ).lines[0];
    const [one, other] = [await ask("person-0"), await ask("person-1")];
    assert.ok(one?.match === "one" && other?.match === "one");
    const seen = done(
      await stateHistory(app, personnel, {
        key: randomUUID(),
        of: { type: "arrival", arrivalId },
        entered: "档案中无处理、处分",
        basis: "调档函1号",
      }),
    );
    assert.deepEqual(await complete(testbed, app, "2020-08-01"), [false, true]);
    done(await confirm(app, seen.statementId));
    assert.deepEqual(await complete(testbed, app, "2020-08-01"), [true, true]);
    assert.deepEqual((await unseenFor(app, officer, { after: null, limit: 10 })).rows, []);
  },
);

onEachEngine("the same eyes cannot confirm in the database either, and all steps stand in the log", async (testbed) => {
  await people(testbed);
  const app = appOn(testbed);
  const { statementId } = done(await state(app, "2019-04-25"));
  await assert.rejects(
    testbed.work((trx) =>
      sql`INSERT INTO history_confirmation (jurisdiction_id, statement_id, confirmed, reasons, entered_by, signed_at, signed_by, signed_name)
        SELECT jurisdiction_id, id, true, '', entered_by, entered_at, entered_by, '' FROM history_statement`.execute(
        trx.kysely,
      ),
    ),
    (error: { constraint?: string }) => error.constraint === "who_states_history_does_not_confirm",
  );
  done(await confirm(app, statementId));
  const said = await testbed.work((trx) =>
    listEntries(trx, { kind: "act", actor: "", from: null, to: null, after: null, limit: 100 }),
  );
  const steps = said.rows.map(({ what }) => what).filter((what) => what.endsWith("history"));
  assert.deepEqual(steps.toSorted(), ["confirm-history", "state-history"]);
});
