// Persons, accounts, sessions, attempts, evidence: kept and found as they were given.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { sql } from "kysely";
import { z } from "zod";
import { idNumberKeysFrom } from "#registry/id-number.ts";
import { throttled, windowStart } from "#accounts/throttle.ts";
import type { NewAccount } from "#accounts/rows/accounts.ts";
import {
  accountsWithRole,
  addAccount,
  findAccount,
  findAccountByName,
  listAccounts,
  namesOfAccounts,
  setDisabled,
  setPassword,
  setRoles,
  standingOf,
} from "#accounts/rows/accounts.ts";
import { addEvidence, findEvidence, storeBytes, readBytes } from "#matters/rows/evidence.ts";
import { addFormerNames } from "#registry/rows/former-names.ts";
import { addGrades, gradesOf } from "#registry/rows/grades.ts";
import { addHonours, honoursOf } from "#registry/rows/honours.ts";
import { changeOrganization, leadingBodyOf, namesOfOrganization } from "#registry/rows/organization-changes.ts";
import { addOrganization, findOrganizations, listOrganizations } from "#registry/rows/organizations.ts";
import { indexPersons } from "#registry/rows/person-index.ts";
import { searchPersons } from "#registry/rows/person-search.ts";
import { addPerson, addPersons, findPersons, idNumberOf, matchPersons } from "#registry/rows/persons.ts";
import type { NewPerson } from "#registry/rows/persons.ts";
import { addPosts, postsOf } from "#registry/rows/posts.ts";
import { findMerge, mergePersons, mergesOf, undoMerge } from "#registry/rows/person-merges.ts";
import { rebuild } from "#matters/rows/rebuild.ts";
import { recordsOfPersons, restrictionsOfPersons } from "#eligibility/rows/restrictions.ts";
import { countOpenMatters } from "#matters/rows/matters.ts";
import { inTransaction } from "#database/database.ts";
import { rowsOf } from "#database/rows.ts";
import {
  addAttempt,
  addSession,
  endSession,
  failuresSince,
  forgetExpired,
  useSession,
} from "#accounts/rows/sessions.ts";
import { listTasks } from "#matters/rows/tasks.ts";
import { onEachEngine, temporaryFolder } from "./engines.ts";
import {
  act,
  actorOf,
  addAccounts,
  at,
  bringIntoEffect,
  inventedIdNumber,
  keys,
  must,
  openCase,
  registerLead,
  seedRegistry,
} from "./people.ts";

const page = { after: null, limit: 50 };

function personNamed(id: string, name: string, running: number, more: Partial<NewPerson> = {}): NewPerson {
  return {
    id,
    name,
    sex: "male",
    partyMember: true,
    idNumber: inventedIdNumber(running),
    organizationId: "bureau",
    post: "局长",
    level: "乡科级正职",
    leadingPost: true,
    managedBy: "zone",
    from: "2019-01-01",
    ...more,
  };
}

onEachEngine(
  "a person is found by name, part of it, full pinyin and initials, a surname read as a surname",
  async (testbed) => {
    await testbed.work(async (trx) => {
      await seedRegistry(trx, []);
      const names = ["单志远", "仇红霞", "欧阳春晓", "张伟", "张卫", "刘张氏"];
      await addPersons(
        trx,
        keys,
        names.map((name, index) => personNamed(`p${index}`, name, 100 + index)),
      );
      const cases: [query: string, found: string[]][] = [
        ["单志远", ["单志远"]],
        ["志远", ["单志远"]],
        ["张", ["刘张氏", "张伟", "张卫"]],
        ["shanzhi", ["单志远"]],
        ["SZY", ["单志远"]],
        ["qiu hong", ["仇红霞"]],
        ["oycx", ["欧阳春晓"]],
        ["ouyang", ["欧阳春晓"]],
        ["zhangwei", ["张伟", "张卫"]],
        ["阳春", ["欧阳春晓"]],
        ["%", []],
        ["张三", []],
        ["", names],
        ["danzhiyuan", ["单志远"]],
        ["经济发展", names],
        ["局长 志远", ["单志远"]],
        ["经济发展 zhang", ["张伟", "张卫"]],
        ["没有这个单位 张", []],
        [inventedIdNumber(102).slice(-4), ["欧阳春晓"]],
      ];
      for (const [query, found] of cases) {
        const { rows, count } = await searchPersons(trx, { query, organizationId: null, byTail: true, ...page });
        assert.deepEqual(rows.map((row) => row.name).sort(), found.toSorted(), query);
        assert.equal(count.value, found.length);
      }
      assert.deepEqual((await searchPersons(trx, { query: "张", organizationId: "zone", ...page })).rows, []);
      const seen: string[] = [];
      for (let after: string | null = null, more = true; more;) {
        const next: Awaited<ReturnType<typeof searchPersons>> = await searchPersons(trx, {
          query: "",
          organizationId: "bureau",
          after,
          limit: 2,
        });
        seen.push(...next.rows.map((row) => row.id));
        after = next.next;
        more = after !== null;
      }
      assert.equal(new Set(seen).size, names.length);
      assert.equal(seen.length, names.length);
    });
  },
);

onEachEngine(
  "of one word those come first whose name begins with it, then those whose name holds it, then posts and units; page by page each once",
  async (testbed) => {
    await testbed.work(async (trx) => {
      await seedRegistry(trx, []);
      await addOrganization(trx, { id: "hai", parentId: null, name: "海关", kind: "government", managedBy: "zone" });
      await addPersons(trx, keys, [
        personNamed("p1", "海建国", 41),
        personNamed("p2", "王海", 42, { post: "海防办主任" }),
        personNamed("p3", "赵一", 43, { post: "海防办主任" }),
        personNamed("p4", "赵二", 44, { organizationId: "hai", post: "海防办副主任" }),
        personNamed("p5", "赵三", 45, { organizationId: "hai" }),
        personNamed("p6", "李海洋", 46, { organizationId: "hai", post: null, from: null }),
        personNamed("p7", "李四", 47),
      ]);
      const paged = async (query: string, limit: number) => {
        const seen: string[] = [];
        for (let after: string | null = null, more = true; more;) {
          const found: Awaited<ReturnType<typeof searchPersons>> = await searchPersons(trx, {
            query,
            organizationId: null,
            after,
            limit,
          });
          seen.push(...found.rows.map(({ id }) => id));
          if (limit === 20) assert.deepEqual(found.count, { value: seen.length, more: false }, query);
          after = found.next;
          more = after !== null;
        }
        return seen;
      };
      for (const limit of [1, 2, 20]) {
        assert.deepEqual(await paged("海", limit), ["p1", "p6", "p2", "p3", "p4"], `海, ${limit} at a time`);
        assert.deepEqual(await paged("海关", limit), ["p6", "p5", "p4"].toSorted(byNameOf), `海关, ${limit} at a time`);
        assert.deepEqual(await paged("主任", limit), ["p2", "p3", "p4"], `主任, ${limit} at a time`);
        assert.deepEqual(
          await paged("海 主任", limit),
          ["p2", "p3", "p4"].toSorted(byNameOf),
          `海 主任, ${limit} at a time`,
        );
      }
    });
    function byNameOf(a: string, b: string): number {
      const names: Record<string, string> = { p2: "王海", p3: "赵一", p4: "赵二", p5: "赵三", p6: "李海洋" };
      return (names[a] ?? "") < (names[b] ?? "") ? -1 : 1;
    }
  },
);

onEachEngine(
  "what is found by too many to count is walked by name, and pages meet each of them once",
  async (testbed) => {
    const many = 1300;
    await testbed.work(async (trx) => {
      await seedRegistry(trx, []);
      const surnames = Array.from("赵钱孙李周吴郑王冯陈");
      const given = Array.from("甲乙丙丁戊己庚辛壬癸子丑寅");
      await addPersons(
        trx,
        keys,
        Array.from({ length: many }, (_one, index) =>
          personNamed(
            `p${index}`,
            `${surnames[index % 10]}${given[Math.floor(index / 10) % 13]}海`,
            1000 + index,
            index % 100 === 0 ? { post: "副局长" } : {},
          ),
        ),
      );
      const all = async (query: string, ofMany: number, more: boolean) => {
        const seen: string[] = [];
        for (let after: string | null = null, next = true; next;) {
          const found: Awaited<ReturnType<typeof searchPersons>> = await searchPersons(trx, {
            query,
            organizationId: null,
            after,
            limit: 200,
          });
          seen.push(...found.rows.map(({ id }) => id));
          if (after === null) assert.equal(found.count.more, more, query);
          after = found.next;
          next = after !== null;
        }
        assert.equal(seen.length, ofMany, query);
        assert.equal(new Set(seen).size, ofMany, query);
      };
      await all("海", many, true);
      await all("局长", many, true);
      await all("经济发展", many, true);
      await all("海 局长", many, true);
      await all("海 副局长", many / 100, false);
      await all("甲海 局长", 100, false);
    });
  },
);

onEachEngine("乐 is found as yue and as le, in a surname and in a given name, and once", async (testbed) => {
  await testbed.work(async (trx) => {
    await seedRegistry(trx, []);
    await addPersons(trx, keys, [personNamed("p1", "乐志明", 31), personNamed("p2", "王长乐", 32)]);
    const found = async (query: string) => {
      const { rows, count } = await searchPersons(trx, { query, organizationId: null, ...page });
      assert.equal(count.value, rows.length, query);
      return rows.map(({ name }) => name);
    };
    for (const query of ["yuezhiming", "lezhiming", "yzm", "lzm"])
      assert.deepEqual(await found(query), ["乐志明"], query);
    for (const query of ["wangchangle", "wangchangyue", "wangzhangle", "wcl", "wcy", "wang"])
      assert.deepEqual(await found(query), ["王长乐"], query);
  });
});

onEachEngine("grades, honours and former names are added in versions, the last of which counts", async (testbed) => {
  await testbed.work(async (trx) => {
    await seedRegistry(trx, []);
    await addPersons(trx, keys, [personNamed("p1", "张伟", 1)]);
    const by = { by: null, name: "测试", at, source: "entered" };
    const graded = (grade: string | null) => addGrades(trx, [{ personId: "p1", year: 2024, grade }], by);
    assert.deepEqual([await graded("competent"), await graded("competent"), await graded("excellent")], [1, 0, 1]);
    assert.deepEqual(
      (await gradesOf(trx, ["p1"])).map(({ year, grade }) => [year, grade]),
      [[2024, "excellent"]],
    );
    assert.deepEqual([await graded(null), (await gradesOf(trx, ["p1"])).length], [1, 0]);
    const honour = { personId: "p1", year: 2023, name: "优秀共产党员", level: "city", issuer: "市委" };
    assert.deepEqual([await addHonours(trx, [honour], by), await addHonours(trx, [honour], by)], [1, 0]);
    assert.equal(await addHonours(trx, [{ ...honour, withdrawn: true }], by), 1);
    assert.deepEqual(await honoursOf(trx, ["p1"]), []);
    assert.equal(await addFormerNames(trx, [{ personId: "p1", name: "张大伟" }], by), 1);
    await indexPersons(trx, ["p1"]);
    for (const query of ["大伟", "zhangdawei", "zdw"])
      assert.equal((await searchPersons(trx, { query, organizationId: null, ...page })).rows[0]?.id, "p1", query);
    const [matched] = await matchPersons(trx, keys, [{ name: "张大伟", unit: "", idNumber: "", personId: null }]);
    assert.equal(matched?.persons[0]?.id, "p1");
  });
});

onEachEngine(
  "two records of one person are read as one, with what both are barred from; undone, each stands by itself again, and a rebuild agrees",
  async (testbed) => {
    const rebuilt = async () =>
      (await rebuild(testbed.database, testbed.jurisdictionId, testbed.law, { repair: false })).differences;
    const by = { by: "officer", name: "officer", at };
    await testbed.work(async (trx) => {
      await seedRegistry(trx, ["林知秋", "林知丘", "林之秋"]);
      await addAccounts(trx, ["officer"]);
      await bringIntoEffect(testbed, trx, "person-0", "2025-01-10", { measures: ["transfer"] });
      await bringIntoEffect(testbed, trx, "person-1", "2025-03-10", { measures: ["removal"] });
      await registerLead(testbed, trx, {
        concerned: [{ personId: "person-2", name: "林之秋", unit: "经济发展局" }],
      });
    });
    const restricted = (id: string) =>
      testbed.work(async (trx) => (await restrictionsOfPersons(trx, [id]))[id]?.map(({ cause }) => cause.kind) ?? []);
    const alone = await restricted("person-1");
    assert.ok(alone.length > 0);
    const merge = (id: string, survivorId: string, mergedId: string) =>
      testbed.work((trx) =>
        mergePersons(trx, testbed.law, { id, survivorId, mergedId, reasons: "同一人", behalf: null, ...by }),
      );
    await merge("m1", "person-1", "person-2");
    await merge("m2", "person-0", "person-1");
    assert.deepEqual(await restricted("person-1"), []);
    assert.deepEqual(new Set(await restricted("person-0")), new Set(["transfer", "removal"]));
    assert.deepEqual(await rebuilt(), []);
    await testbed.work(async (trx) => {
      assert.deepEqual(await countOpenMatters(trx, ["person-0"]), new Map([["person-0", 1]]));
      assert.equal((await recordsOfPersons(trx, ["person-0", "person-1"])).get("person-0")?.measures.length, 2);
      for (const query of ["林知丘", "林之秋", "linzhiqiu"]) {
        const { rows } = await searchPersons(trx, { query, organizationId: null, ...page });
        assert.deepEqual(
          rows.map(({ id }) => id),
          ["person-0"],
          query,
        );
      }
      const [matched] = await matchPersons(trx, keys, [{ name: "林之秋", unit: "", idNumber: "", personId: null }]);
      assert.deepEqual(
        matched?.persons.map(({ id }) => id),
        ["person-0"],
      );
      await addAccount(trx, { ...account("cadre", ["discipline-officer"]), personId: "person-2" });
      assert.equal((await findAccount(trx, "cadre"))?.personId, "person-0");
      assert.deepEqual((await standingOf(trx, "cadre")).relativeIds, ["person-1", "person-2"]);
    });
    const scope = { jurisdictionId: testbed.jurisdictionId, accountId: "cadre", today: "2026-03-01" };
    const seen = await inTransaction(testbed.database, scope, (trx) =>
      rowsOf(trx, z.unknown(), sql`SELECT FROM matter`),
    );
    assert.deepEqual(seen, [], "nobody reads a matter that touches another record of theirs");
    await testbed.work(async (trx) => {
      const standing = await findMerge(trx, "m2");
      assert.ok(standing !== null);
      await undoMerge(trx, testbed.law, standing, { reasons: "不是同一人", ...by, first: [], second: [] });
      assert.equal(await findMerge(trx, "m2"), null);
      assert.deepEqual((await findPersons(trx, ["person-2"]))[0]?.mergedInto, "person-1");
      const beside = async (id: string) =>
        (await mergesOf(trx, id)).map((one) => [one.id, one.otherId, one.undoneReasons]);
      const { survivorId, mergedId } = standing;
      assert.deepEqual(
        (await beside(survivorId)).find(([id]) => id === "m2"),
        ["m2", mergedId, "不是同一人"],
      );
      assert.deepEqual(
        (await beside(mergedId)).find(([id]) => id === "m2"),
        ["m2", survivorId, "不是同一人"],
      );
      assert.ok(
        (await beside("person-1")).some(
          ([id, other, undone]) => id !== "m2" && other === "person-2" && undone === null,
        ),
      );
    });
    assert.deepEqual(await restricted("person-1"), alone);
    assert.deepEqual(await rebuilt(), []);
  },
);

onEachEngine(
  "the three kinds of nothing stay apart: nobody, several, one; a unit, an id or an ID number decides",
  async (testbed) => {
    await testbed.work(async (trx) => {
      await seedRegistry(trx, []);
      await addPersons(trx, keys, [
        personNamed("p1", "张伟", 1),
        personNamed("p2", "张伟", 2, { organizationId: "zone" }),
        personNamed("p3", "许怀远", 3),
      ]);
      const asked: { name: string; unit: string; idNumber: string; personId: string | null } = {
        name: "张伟",
        unit: "",
        idNumber: "",
        personId: null,
      };
      const cases: [Partial<typeof asked>, string[]][] = [
        [{}, ["p2", "p1"]],
        [{ unit: "经济发展" }, ["p1"]],
        [{ unit: "没有这个单位" }, ["p2", "p1"]],
        [{ personId: "p2" }, ["p2"]],
        [{ personId: "p3" }, []],
        [{ idNumber: inventedIdNumber(1).toLowerCase() }, ["p1"]],
        [{ idNumber: inventedIdNumber(3) }, []],
        [{ name: "许怀远" }, ["p3"]],
        [{ name: "许怀" }, []],
      ];
      const found = await matchPersons(
        trx,
        keys,
        cases.map(([more]) => ({ ...asked, ...more })),
      );
      assert.deepEqual(
        found.map(({ persons }) => persons.map((one) => one.id).sort()),
        cases.map(([, ids]) => ids.toSorted()),
      );
      assert.ok(!JSON.stringify(found).includes(inventedIdNumber(1)));
    });
  },
);

onEachEngine("an ID number is kept sealed, told masked, opened only with the key, and taken once", async (testbed) => {
  await testbed.work(async (trx) => {
    await seedRegistry(trx, []);
    const person = personNamed("p1", "张伟", 1);
    assert.equal(await addPerson(trx, keys, person), "added");
    assert.equal(await addPerson(trx, keys, { ...person, id: "p2", name: "张卫" }), "taken");
    assert.equal(await idNumberOf(trx, keys, "p1"), person.idNumber);
    assert.equal(await idNumberOf(trx, keys, "p2"), null);
    await assert.rejects(idNumberOf(trx, idNumberKeysFrom(new Uint8Array(32)), "p1"));
    const [found] = await findPersons(trx, ["p1", "missing"]);
    assert.equal(found?.idNumberMasked, `${person.idNumber.slice(0, 6)}**********${person.idNumber.slice(16)}`);
    const [row] = await rowsOf(
      trx,
      z.object({ row: z.string() }),
      sql`SELECT to_jsonb(p)::text AS row FROM person AS p WHERE id = 'p1'`,
    );
    assert.ok(row !== undefined && !row.row.includes(person.idNumber) && !row.row.includes("19980"));
  });
});

onEachEngine("posts come latest first, the present one among them", async (testbed) => {
  await testbed.work(async (trx) => {
    await seedRegistry(trx, ["林知秋"]);
    await addPosts(trx, [
      {
        personId: "person-0",
        organizationId: "zone",
        post: "科员",
        level: "科员级",
        from: "2010-01-01",
        to: "2017-12-31",
      },
    ]);
    assert.deepEqual(
      (await postsOf(trx, "person-0")).map(({ post, from, to }) => ({ post, from, to })),
      [
        { post: "副局长", from: "2018-01-01", to: null },
        { post: "科员", from: "2010-01-01", to: "2017-12-31" },
      ],
    );
  });
  await assert.rejects(
    testbed.work((trx) =>
      addPosts(trx, [
        {
          personId: "person-0",
          organizationId: "zone",
          post: "科员",
          level: null,
          from: "2010-01-02",
          to: "2010-01-01",
        },
      ]),
    ),
  );
});

onEachEngine(
  "a renamed bureau is the same bureau: found by either name, its people too; merged into another, they are found by that one's name",
  async (testbed) => {
    await testbed.work(async (trx) => {
      await seedRegistry(trx, []);
      await addOrganization(trx, {
        id: "data",
        parentId: "zone",
        name: "数据局",
        kind: "government",
        managedBy: "zone",
      });
      await addPersons(trx, keys, [personNamed("p1", "张伟", 1)]);
      const change = async (kind: "renamed" | "merged", on: string, more: { name?: string; otherId?: string }) => {
        const [before] = await findOrganizations(trx, ["bureau"]);
        assert.ok(before !== undefined);
        return changeOrganization(trx, before, {
          kind,
          on,
          name: more.name ?? before.name,
          parentId: before.parentId,
          otherId: more.otherId ?? null,
          documentNumber: "测编〔2026〕1号",
          by: "officer",
          registeredName: "officer",
          at,
        });
      };
      const old = (await findOrganizations(trx, ["bureau"]))[0]?.name ?? "";
      assert.equal(await change("renamed", "2024-01-01", { name: "发展改革局" }), "changed");
      const found = async (query: string) =>
        (await searchPersons(trx, { query, organizationId: null, ...page })).rows.map(({ id }) => id);
      for (const query of [old, "发展改革", "改革 张伟"]) assert.deepEqual(await found(query), ["p1"], query);
      const asked = { name: "张伟", unit: old, idNumber: "", personId: null };
      assert.equal((await matchPersons(trx, keys, [asked]))[0]?.persons[0]?.organizationName, "发展改革局");
      assert.deepEqual(
        (await namesOfOrganization(trx, "bureau")).map(({ from, until }) => [from, until]),
        [
          [null, "2023-12-31"],
          ["2024-01-01", null],
        ],
      );
      assert.equal(await change("merged", "2025-01-01", { otherId: "data" }), "changed");
      assert.deepEqual(await found("数据局"), ["p1"]);
      assert.deepEqual((await findOrganizations(trx, ["bureau"]))[0]?.validUntil, "2024-12-31");
      assert.deepEqual(
        (await leadingBodyOf(trx, "bureau", "2020-01-01", 10)).map(({ name, post }) => [name, post]),
        [["张伟", "局长"]],
      );
      assert.deepEqual(await leadingBodyOf(trx, "bureau", "2018-12-31", 10), []);
    });
  },
);

onEachEngine("organizations are listed parents before children", async (testbed) => {
  await testbed.work(async (trx) => {
    await seedRegistry(trx, []);
    await addOrganization(trx, { id: "office", parentId: "bureau", name: "办公室", kind: "other", managedBy: "unit" });
    assert.deepEqual(
      (await listOrganizations(trx)).map((one) => one.id),
      ["zone", "bureau", "office"],
    );
    assert.deepEqual(
      (await findOrganizations(trx, ["office", "missing"])).map((one) => one.parentId),
      ["bureau"],
    );
  });
});

const account = (id: string, roles: NewAccount["roles"]): NewAccount => ({
  id,
  account: `name-${id}`,
  name: `甲${id}`,
  roles,
  organizationId: null,
  personId: null,
  password: "$argon2id$v=19$m=1,t=1,p=1$a$a",
  mustChangePassword: true,
});

onEachEngine(
  "administrators exclude one another and every other role, in the function and in the table",
  async (testbed) => {
    await testbed.work(async (trx) => {
      assert.equal(await addAccount(trx, account("a", ["discipline-officer", "reviewer"])), "added");
      assert.equal(await addAccount(trx, { ...account("b", []), account: "name-a" }), "taken");
      await assert.rejects(addAccount(trx, account("c", ["system-administrator", "audit-administrator"])), /exclude/u);
      await assert.rejects(setRoles(trx, "a", ["reviewer", "security-administrator"]), /exclude/u);
      assert.equal(await setRoles(trx, "a", ["security-administrator"]), true);
      assert.equal(await setRoles(trx, "missing", []), false);
      assert.deepEqual((await findAccount(trx, "a"))?.roles, ["security-administrator"]);
      assert.deepEqual((await findAccountByName(trx, "name-a"))?.mustChangePassword, true);
      assert.equal(await findAccountByName(trx, "name-z"), null);
      assert.deepEqual({ ...(await namesOfAccounts(trx, ["a", "z"])) }, { a: "甲a" });
      assert.deepEqual(
        (await listAccounts(trx)).map((one) => one.id),
        ["a"],
      );
      assert.deepEqual(await accountsWithRole(trx, ["reviewer"]), []);
    });
    await assert.rejects(
      testbed.work((trx) => sql`UPDATE account SET roles = '{reviewer,audit-administrator}'`.execute(trx.kysely)),
      { code: "23514" },
    );
  },
);

onEachEngine("a session ends by idleness, age, sign-out, a disabled account and a new password", async (testbed) => {
  await testbed.work(async (trx) => {
    await addAccount(trx, account("a", ["reviewer"]));
    const begin = async (tokenHash: string) =>
      addSession(trx, { tokenHash, accountId: "a", at: "2026-03-01T00:00:00.000Z", address: "127.0.0.1" });
    const used = async (tokenHash: string, time: string) =>
      (await useSession(trx, tokenHash, `2026-03-01T${time}.000Z`))?.id ?? null;
    await begin("idle");
    assert.equal(await used("idle", "00:29:59"), "a");
    assert.equal(await used("idle", "00:59:58"), "a");
    assert.equal(await used("idle", "01:29:58"), null);
    await begin("long");
    for (let hour = 0; hour < 12; hour += 1) {
      for (const minute of ["00", "20", "40"])
        assert.equal(await used("long", `${String(hour).padStart(2, "0")}:${minute}:00`), "a");
    }
    assert.equal(await used("long", "12:00:00"), null);
    for (const tokenHash of ["one", "two", "three"]) await begin(tokenHash);
    await endSession(trx, "one");
    assert.deepEqual([await used("one", "00:01:00"), await used("two", "00:01:00")], [null, "a"]);
    assert.equal(await setPassword(trx, "a", "$argon2id$new", false, "two"), true);
    assert.deepEqual([await used("three", "00:01:00"), await used("two", "00:01:00")], [null, "a"]);
    await setDisabled(trx, "a", true);
    assert.equal(await used("two", "00:01:00"), null);
    await setDisabled(trx, "a", false);
    assert.equal(await used("two", "00:01:00"), null, "its sessions are gone");
    await forgetExpired(trx, "2026-03-02T00:00:00.000Z");
    assert.deepEqual(await rowsOf(trx, z.unknown(), sql`SELECT 1 FROM session`), []);
  });
});

onEachEngine(
  "failures are counted for one account and one origin, so the owner's device is not locked out",
  async (testbed) => {
    await testbed.work(async (trx) => {
      for (let minute = 1; minute <= 5; minute += 1)
        await addAttempt(trx, {
          account: "a",
          address: "10.0.0.9",
          origin: "unknown",
          at: `2026-03-01T08:0${minute}:00.000Z`,
          succeeded: false,
        });
      const since = windowStart("2026-03-01T08:06:00.000Z");
      const asked = async (of: string, origin: string) =>
        throttled(await failuresSince(trx, { account: of, origin, since }));
      assert.deepEqual(
        [await asked("a", "unknown"), await asked("a", "device:own"), await asked("b", "unknown")],
        [true, false, false],
      );
    });
  },
);

onEachEngine("evidence is kept under its hash, once, whole or not at all", async (testbed) => {
  const folder = temporaryFolder();
  const bytes = Buffer.alloc(300_000, "证据");
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const pieces = () => Readable.from([bytes.subarray(0, 1), bytes.subarray(1, 100_000), bytes.subarray(100_000)]);
  assert.deepEqual(await storeBytes(folder, pieces(), 300_000), { type: "kept", sha256, size: 300_000 });
  assert.deepEqual(await storeBytes(folder, pieces(), 300_000), { type: "kept", sha256, size: 300_000 });
  assert.deepEqual(await storeBytes(folder, pieces(), 299_999), { type: "too-large" });
  const broken = Readable.from(
    (async function* () {
      yield bytes;
      throw new Error("cut");
    })(),
  );
  await assert.rejects(storeBytes(folder, broken, 1_000_000), /cut/u);
  assert.deepEqual(readdirSync(path.join(folder, "evidence", "drafts")), []);
  const read = await readBytes(folder, sha256);
  assert.ok(read !== null && (await buffer(read.stream)).equals(bytes));
  for (const wrong of ["0".repeat(64), "../../wenze.lock", "", sha256.toUpperCase()])
    assert.equal(await readBytes(folder, wrong), null);
  assert.ok(existsSync(path.join(folder, "evidence", sha256.slice(0, 2), sha256)));
  await testbed.work(async (trx) => {
    const file = { sha256, size: 300_000 };
    await addEvidence(trx, { ...file, at, accountId: "a" });
    await addEvidence(trx, { ...file, at, accountId: "b" });
    const asked = [sha256, "0".repeat(64)];
    for (const account of ["a", "b"]) assert.deepEqual(await findEvidence(trx, asked, account, []), [file]);
    // Whose it is not, names it only where the matter has it already.
    assert.deepEqual(await findEvidence(trx, asked, "c", []), []);
    assert.deepEqual(await findEvidence(trx, asked, "c", asked), [file]);
  });
});

onEachEngine("a task is what this actor can do next: by duty, stage and hands, soonest due first", async (testbed) => {
  await testbed.work(async (trx) => {
    await seedRegistry(trx, []);
    const lead = await registerLead(testbed, trx);
    const { id } = await openCase(testbed, trx);
    const acts = async (actor: Parameters<typeof listTasks>[1]) =>
      (await listTasks(trx, actor, 10)).tasks.map((task) => ({ id: task.matterId, acts: task.acts }));
    assert.deepEqual(await acts(actorOf("officer", ["discipline-officer"])), [{ id: lead.id, acts: ["dispose-lead"] }]);
    assert.deepEqual(await acts(actorOf("secretary", ["committee-secretary"])), [{ id, acts: ["decide-opening"] }]);
    assert.deepEqual(await acts(actorOf("officer", ["committee-secretary"])), [], "who asked does not approve");
    assert.deepEqual(await acts(actorOf("admin", ["system-administrator"])), []);
    await must(
      act(testbed, trx, "decide-opening", "secretary", id, [
        {
          type: "opening-approved",
          on: "2026-02-02",
          inquirers: ["officer", "b"],
          leader: "officer",
          dueOn: "2026-04-02",
        },
      ]),
    );
    await must(
      act(testbed, trx, "dispose-lead", "officer", lead.id, [
        { type: "lead-disposed", way: "talk-inquiry", reasons: "谈话", on: "2026-03-01", dueOn: "2026-05-01" },
      ]),
    );
    assert.deepEqual(
      (await acts(actorOf("officer", ["discipline-officer"]))).map((task) => task.id),
      [id, lead.id],
    );
    assert.equal((await listTasks(trx, actorOf("officer", ["discipline-officer"]), 1)).more, true);
    await must(
      act(testbed, trx, "dispose-lead", "officer", lead.id, [
        { type: "lead-disposed", way: "settlement", reasons: "了结", on: "2026-03-02", dueOn: null },
      ]),
    );
    assert.deepEqual(
      (await acts(actorOf("officer", ["discipline-officer"]))).map((task) => task.id),
      [id],
    );
  });
});
