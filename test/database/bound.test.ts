// Rows that decide are bound by the log: what the database's superuser changes, adds or takes away in them, no entry accounts for, and the
// verification says so.
import assert from "node:assert/strict";
import { test } from "node:test";
import { sql } from "kysely";
import { hashPassword } from "#accounts/passwords.ts";
import { setPassword, setRoles } from "#accounts/rows/accounts.ts";
import { addPolicy } from "#accounts/rows/security-policies.ts";
import { beginTotp, removeTotp, useStep } from "#accounts/rows/totps.ts";
import { defaultPolicy } from "#accounts/security-policy.ts";
import { addAuthorityConfirmation, addAuthorityVersion } from "#jurisdiction/rows/authority.ts";
import { boundTables } from "#database/bound.ts";
import { inTransaction } from "#database/database.ts";
import type { Transaction } from "#database/database.ts";
import type { App } from "#kernel/app.ts";
import { bindRows } from "#log/uses/bind-rows.ts";
import { chooseLogAlgorithm } from "#log/uses/log-algorithm.ts";
import { verifyChains } from "#log/uses/log.ts";
import { addGrades } from "#registry/rows/grades.ts";
import { addHonours } from "#registry/rows/honours.ts";
import { addAccount, accountForSettled } from "../settled.ts";
import { onEachEngine, testbedOn } from "./engines.ts";
import type { Testbed } from "./engines.ts";
import { at, seedRegistry } from "./people.ts";
import { appOn } from "./signed-log.ts";

const by = { by: "keeper", name: "keeper", at, source: "entered" };

function account(id: string) {
  const roles = ["discipline-officer"] as const;
  const password = "$argon2id$v=19$m=1,t=1,p=1$a$a";
  return {
    id,
    account: id,
    name: id,
    roles,
    organizationId: null,
    personId: null,
    password,
    mustChangePassword: false,
  };
}

/** As a deed does it: rows, and the entry of the same transaction. */
async function deed(app: App, what: (trx: Transaction) => Promise<unknown>): Promise<void> {
  await inTransaction(app.database, { jurisdictionId: app.jurisdictionId, accountId: null }, async (trx) => {
    await what(trx);
    await accountForSettled(trx);
  });
}

async function settled(testbed: Testbed, bind: "before" | "after"): Promise<App> {
  const app = appOn(testbed);
  if (bind === "before") await bindRows(app);
  await testbed.work((trx) => seedRegistry(trx, ["林知秋", "陈思远"]));
  await deed(app, (trx) => addAccount(trx, account("first")));
  await deed(app, (trx) => addAccount(trx, account("second")));
  await deed(app, (trx) => setRoles(trx, "first", ["reviewer"]));
  await deed(app, (trx) => setPassword(trx, "first", "$argon2id$v=19$m=1,t=1,p=1$b$b", false, null, at));
  await deed(app, (trx) => beginTotp(trx, "first", "sealed"));
  await deed(app, (trx) => beginTotp(trx, "second", "sealed"));
  await deed(app, (trx) => removeTotp(trx, "second"));
  const policy = { version: 1, at, by: { accountId: "first", name: "first" }, reason: "", policy: defaultPolicy };
  await deed(app, (trx) => addPolicy(trx, policy));
  const grades = [2021, 2022, 2023].map((year) => ({ personId: "person-0", year, grade: "excellent" }));
  await deed(app, (trx) => addGrades(trx, grades, by));
  await deed(app, (trx) => addHonours(trx, [{ personId: "person-1", year: 2023, name: "先进工作者" }], by));
  const version = { versionId: "v", validFrom: "2020-01-01", documentNumber: "1", rows: [], quorums: [] };
  const entered = { enteredBy: "first", enteredByName: "first", enteredAt: at, enteredBehalf: null };
  await deed(app, (trx) => addAuthorityVersion(trx, { ...version, ...entered }));
  const confirmed = {
    versionId: "v",
    enteredBy: "first",
    confirmed: true,
    reasons: null,
    by: "second",
    byName: "",
    first: ["first"],
    second: ["second"],
    at,
  };
  await deed(app, (trx) => addAuthorityConfirmation(trx, confirmed));
  if (bind === "after") await bindRows(app);
  return app;
}

const faultsOf = async (app: App) => (await verifyChains(app)).faults.map(({ chain, what }) => `${chain} ${what}`);

/** What an intruder does, what puts it back, and what the verification says of it. */
function attacks(j: string) {
  const here = sql`jurisdiction_id = ${j}`;
  return {
    "a role": [
      sql`UPDATE account SET roles = '{security-administrator}' WHERE ${here} AND id = 'first'`,
      sql`UPDATE account SET roles = '{reviewer}' WHERE ${here} AND id = 'first'`,
      /account \["first"\] is a row that was changed/u,
    ],
    "a role put back to what it was before": [
      sql`UPDATE account SET roles = '{discipline-officer}', password = '$argon2id$v=19$m=1,t=1,p=1$a$a', password_set_at = NULL WHERE ${here} AND id = 'first'`,
      sql`UPDATE account SET roles = '{reviewer}', password = '$argon2id$v=19$m=1,t=1,p=1$b$b', password_set_at = ${at} WHERE ${here} AND id = 'first'`,
      /account \["first"\] is a row that was changed/u,
    ],
    "a password": [
      sql`UPDATE account SET password = '$argon2id$v=19$m=1,t=1,p=1$c$c' WHERE ${here} AND id = 'second'`,
      sql`UPDATE account SET password = '$argon2id$v=19$m=1,t=1,p=1$a$a' WHERE ${here} AND id = 'second'`,
      /account \["second"\] is a row that was changed/u,
    ],
    "an account added": [
      sql`INSERT INTO account (jurisdiction_id, id, account, name, roles, password, must_change_password) VALUES (${j}, 'mine', 'mine', 'mine', '{}', '$argon2id$', false)`,
      sql`DELETE FROM account WHERE ${here} AND id = 'mine'`,
      /account \["mine"\] is a row for which no entry accounts/u,
    ],
    "a device taken away": [
      sql`DELETE FROM totp WHERE ${here} AND account_id = 'first'`,
      sql`INSERT INTO totp (jurisdiction_id, account_id, secret_sealed, confirmed, last_step) VALUES (${j}, 'first', 'sealed', false, 0)`,
      /totp \["first"\] is a row of which an entry tells and that is missing/u,
    ],
    "a device put back that was given up": [
      sql`INSERT INTO totp (jurisdiction_id, account_id, secret_sealed, confirmed, last_step) VALUES (${j}, 'second', 'sealed', false, 0)`,
      sql`DELETE FROM totp WHERE ${here} AND account_id = 'second'`,
      /totp \["second"\] is a row that was changed/u,
    ],
    "a grade": [
      sql`UPDATE grade_given SET grade = 'competent' WHERE ${here} AND year = 2022`,
      sql`UPDATE grade_given SET grade = 'excellent' WHERE ${here} AND year = 2022`,
      /grade_given \["person-0",2022,1\] is a row for which no entry accounts/u,
    ],
    "a grade taken away": [
      sql`DELETE FROM grade_given WHERE ${here} AND year = 2022`,
      sql`INSERT INTO grade_given (jurisdiction_id, person_id, year, version, grade, source, registered_by, registered_name, registered_at) VALUES (${j}, 'person-0', 2022, 1, 'excellent', 'entered', 'keeper', 'keeper', ${at})`,
      /grade_given lacks 1 rows/u,
    ],
    "an honour": [
      sql`UPDATE honour_given SET person_id = 'person-0' WHERE ${here}`,
      sql`UPDATE honour_given SET person_id = 'person-1' WHERE ${here}`,
      /honour_given \["person-0",2023,"先进工作者",1\]/u,
    ],
    "a policy": [
      sql`UPDATE security_policy SET policy = '{}' WHERE ${here}`,
      sql`UPDATE security_policy SET policy = ${JSON.stringify(defaultPolicy)} WHERE ${here}`,
      /security_policy \[1\] is a row for which no entry accounts/u,
    ],
    "a table of authority": [
      sql`UPDATE authority_version SET content = '{}' WHERE ${here}`,
      sql`UPDATE authority_version SET content = '{"quorums":[],"rows":[]}' WHERE ${here}`,
      /authority_version \["v"\]/u,
    ],
  } as const;
}

onEachEngine(
  "what is changed in the database past the log is found, row by row, and nothing else is",
  async (testbed) => {
    for (const bind of ["before", "after"] as const) {
      const own = await testbedOn(testbed.database.engine === "pglite" ? "PGlite" : "PostgreSQL");
      const app = await settled(own, bind);
      assert.deepEqual(await faultsOf(app), []);
      // A code of the device, used: that counts on and changes nothing.
      await deed(app, (trx) => useStep(trx, "nobody", 1));
      for (const [name, [attack, undo, found]] of Object.entries(attacks(own.jurisdictionId))) {
        await own.asOwner(attack);
        const faults = await faultsOf(app);
        assert.match(faults.join("\n"), found, name);
        assert.equal(
          faults.filter((fault) => !/lacks/u.test(fault)).length <= 1,
          true,
          `${name}: ${faults.join("; ")}`,
        );
        await own.asOwner(undo);
        assert.deepEqual(await faultsOf(app), [], name);
      }
      // The count of changes set back with the row, as it was before the last deed.
      await own.asOwner(
        sql`UPDATE bound_row SET revision = 1 WHERE jurisdiction_id = ${own.jurisdictionId} AND name = 'account'`,
      );
      await own.asOwner(
        sql`UPDATE account SET roles = '{discipline-officer}' WHERE jurisdiction_id = ${own.jurisdictionId} AND id = 'first'`,
      );
      assert.match((await faultsOf(app)).join(), /account \["first"\]/u);
    }
  },
);

onEachEngine("rows are bound in the algorithm of the log, and rows of before in theirs", async (testbed) => {
  const app = await settled(testbed, "before");
  await chooseLogAlgorithm(app, "sm3");
  await deed(app, (trx) => addGrades(trx, [{ personId: "person-0", year: 2020, grade: "excellent" }], by));
  await deed(app, async (trx) => setPassword(trx, "first", await hashPassword("Xin-Mima-2026"), false, null, at));
  assert.deepEqual(await faultsOf(app), []);
  await testbed.asOwner(
    sql`UPDATE grade_given SET grade = 'competent' WHERE jurisdiction_id = ${testbed.jurisdictionId} AND year IN (2020, 2021)`,
  );
  assert.equal((await faultsOf(app)).length, 3, "each by itself, and two that are told of are not there");
});

onEachEngine("one entry accounts for as many rows as its deed wrote", async (testbed) => {
  const app = await settled(testbed, "before");
  const grades = Array.from({ length: 40 }, (_none, index) => ({
    personId: "person-0",
    year: 1960 + index,
    grade: "excellent",
  }));
  await deed(app, (trx) => addGrades(trx, grades, by));
  assert.deepEqual(await faultsOf(app), []);
});

onEachEngine("people who go on while the log is verified are not taken for intruders", async (testbed) => {
  const app = await settled(testbed, "before");
  let going = true;
  const others = (async () => {
    for (let year = 1950; going && year < 2020; year += 1) {
      await deed(app, (trx) => addGrades(trx, [{ personId: "person-0", year, grade: "excellent" }], by));
      await deed(app, (trx) => setRoles(trx, "first", [year % 2 === 0 ? "reviewer" : "office-clerk"]));
    }
  })();
  for (let round = 0; round < 8; round += 1) assert.deepEqual(await faultsOf(app), [], `round ${round}`);
  going = false;
  await others;
  assert.deepEqual(await faultsOf(app), []);
});

test("a transaction that writes such a row and no entry is refused: nothing of it stays", async () => {
  const testbed = await testbedOn("PGlite");
  const scope = { jurisdictionId: testbed.jurisdictionId, accountId: null };
  const grade = { personId: "person-0", year: 2021, grade: "excellent" };
  await testbed.work((trx) => seedRegistry(trx, ["林知秋"]));
  await assert.rejects(
    inTransaction(testbed.database, scope, (trx) => addGrades(trx, [grade], by)),
    /no entry of the log accounts for what was written to grade_given/u,
  );
  const { rows } = await testbed.work((trx) => sql`SELECT 1 FROM grade_given`.execute(trx.kysely));
  assert.deepEqual(rows, []);
});

onEachEngine("the columns that are bound are columns, and the keys are those of their tables", async (testbed) => {
  for (const [table, { key, columns }] of Object.entries(boundTables)) {
    const { rows } = await sql<{
      name: string;
    }>`SELECT a.attname AS name FROM pg_index AS i JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
      WHERE i.indrelid = ${table}::regclass AND i.indisprimary AND a.attname <> 'jurisdiction_id'`.execute(
      testbed.database.kysely,
    );
    assert.deepEqual(rows.map(({ name }) => name).sort(), Object.keys(key).sort(), table);
    await sql`SELECT ${sql.join(columns.map((name) => sql.ref(name)))} FROM ${sql.table(table)} LIMIT 0`.execute(
      testbed.database.kysely,
    );
  }
});
