// The demonstration loaded whole by a first start: through the same acts as real use, so all that holds there holds here. Into
// PostgreSQL, which does so in a third of the time; the embedded database is filled by the same way.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import test, { before } from "node:test";
import { openInstallation, openFirstJurisdiction } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { ledgerPage } from "#matters/uses/ledgers.ts";
import { requestsFor } from "#clearance/uses/clearance.ts";
import { checkLetters } from "#letters/uses/letter-concerns.ts";
import { allLetters } from "#letters/uses/reply-letters.ts";
import { resumeSweep, sweepNow } from "#sweep/uses/sweep.ts";
import { deskOf } from "#matters/uses/tasks.ts";
import { todayOf } from "#kernel/time.ts";
import { possibleActs } from "#casework/decide.ts";
import { itemsOf } from "#casework/execution/execution.ts";
import { citedWords } from "#law/text/cited-words.ts";
import { parseDay } from "#law/reckon/days.ts";
import { isInForce } from "#law/text/norms.ts";
import { caseStages, leadStages, openStages } from "#casework/stages.ts";
import type { Stage } from "#casework/stages.ts";
import { listConflicts } from "#sweep/rows/conflicts.ts";
import { inTransaction } from "#database/database.ts";
import { verifyLog } from "../verified-log.ts";
import { listMatters } from "#matters/rows/matters.ts";
import { matchPersons } from "#registry/rows/persons.ts";
import { postsOf } from "#registry/rows/posts.ts";
import { rebuild } from "#matters/rows/rebuild.ts";
import { demoAccounts, demonstrationPassword } from "../../demo/accounts.ts";
import { rehearse } from "../../demo/rehearse.ts";
import { actorOf, personOf } from "../../demo/telling.ts";
import { freePort } from "../free-port.ts";
import { loginOf } from "../postgres.ts";
import { quotationFaults } from "../quotations.ts";
import { isProcedural, readDocuments, walkScreens } from "./demo-walk.ts";
import { endWithProcess, ourServer, temporaryFolder } from "./engines.ts";

const root = path.join(import.meta.dirname, "../..");
const jurisdictionId = "yunling";
let app: App;
let printed = "";
const dataFolder = temporaryFolder();

before(async () => {
  const ownerUrl = await (await ourServer()).createDatabase();
  const url = await loginOf(ownerUrl);
  await startOnce(url, ownerUrl);
  const settled = await openFirstJurisdiction(await openInstallation({ dataFolder, url }));
  assert.ok(settled !== null);
  app = settled;
  endWithProcess(() => app.database.close());
});

/** A first start as `npm start` does it, ended once it has printed the accounts. A refused act would end it with a trace. */
async function startOnce(url: string, ownerUrl: string): Promise<void> {
  const started = spawn(
    process.execPath,
    ["scripts/start.mjs", "--data", dataFolder, "--port", String(await freePort())],
    {
      cwd: root,
      env: { ...process.env, DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  for (const stream of [started.stdout, started.stderr])
    stream.setEncoding("utf8").on("data", (piece: string) => {
      printed += piece;
      if (!started.killed && demoAccounts.every(({ account }) => printed.includes(` ${account} `)))
        started.kill("SIGINT");
    });
  const [status] = (await once(started, "close")) as [number | null]; // the event's own arguments
  assert.equal(status, 0, printed);
}

test("a first start tells how far it is in tenths, and then every account with its role and the password", () => {
  const tenths = [...printed.matchAll(/^ +(\d+)%$/gmu)].map(([, tenth]) => Number(tenth));
  assert.deepEqual(tenths, [10, 20, 30, 40, 50, 60, 70, 80, 90, 100]);
  for (const { account } of demoAccounts) assert.match(printed, new RegExp(`^ +${account} `, "mu"));
  assert.ok(printed.includes(demonstrationPassword));
});

test("every chain of the log verifies", async () => {
  const { chains, entries, faults } = await verifyLog(app.database, jurisdictionId);
  assert.deepEqual(faults, []);
  assert.ok(chains > 300 && entries > 2500, `${chains} chains, ${entries} entries`);
});

test("restrictions and all other derived rows equal a rebuild from the events", async () => {
  const { matters, differences } = await rebuild(app.database, jurisdictionId, app.law, { repair: false });
  assert.deepEqual(differences, []);
  assert.equal(matters, 314);
});

test("the database holds what the rehearsal without a database came to", async () => {
  const { matters } = rehearse(app.law);
  const scope = { jurisdictionId, accountId: null };
  const stored = await inTransaction(app.database, scope, async (trx) => {
    const rows = [];
    for (const kind of ["lead", "case"] as const) {
      for (let from: string | null = null; ;) {
        const page = await listMatters(trx, actorOf("shenli"), {
          kind,
          query: "",
          stages: [],
          sort: "number",
          order: "asc",
          after: from,
          limit: 200,
        });
        rows.push(...page.rows);
        if (page.next === null) break;
        from = page.next;
      }
    }
    return rows;
  });
  const seen = (one: { id: string; stage: string; version: number }) => `${one.id} ${one.stage} ${one.version}`;
  assert.deepEqual(
    stored.map(({ matterId, stage, version }) => seen({ id: matterId, stage, version })).sort(),
    [...matters.values()].map(seen).sort(),
  );
});

test("a shared name finds several persons, the unit tells them apart, and a head has earlier posts", async () => {
  await inTransaction(app.database, { jurisdictionId, accountId: null }, async (trx) => {
    const name = { name: "王磊", unit: "", idNumber: "", personId: null };
    const [several, one] = await matchPersons(trx, app.keys, [name, { ...name, unit: "机关党委" }]);
    assert.equal(several?.persons.length, 3);
    assert.equal(one?.persons.length, 1);
    const posts = await postsOf(trx, personOf("yingji-1").id);
    assert.ok(posts.length > 1);
    assert.equal(posts[0]?.post, "局长");
  });
});

test("a renamed bureau is the same bureau, a cadre entered twice is one, and namesakes taken for one are two again", async () => {
  await inTransaction(app.database, { jurisdictionId, accountId: null }, async (trx) => {
    const asked = (key: string, name: string, unit: string) => ({
      key,
      asked: { name, unit, idNumber: "", personId: null },
    });
    const cases = [
      asked("keji-4", personOf("keji-4").name, "科技和工业信息化局"),
      asked("keji-4", personOf("keji-4").name, "科技创新局"),
      asked("baishi-bsc-3", "史宏锋", ""),
      asked("baishi-bsc-3", "史宏峰", ""),
      asked("gongzuobu-7", "张敏", "工作部"),
      asked("huanjing-14", "张敏", "生态环境局"),
    ];
    const found = await matchPersons(
      trx,
      app.keys,
      cases.map((one) => one.asked),
    );
    assert.deepEqual(
      found.map(({ persons }) => persons.map(({ id }) => id)),
      cases.map(({ key }) => [personOf(key).id]),
    );
  });
});

test("one reply stands, one was revoked when the one it spoke well of resigned, and one request waits for a choice", async () => {
  const requests = await requestsFor(app, actorOf("zuzhi"), { query: "", after: null, limit: 10 });
  assert.deepEqual(
    requests.rows.map(({ summary }) => summary),
    [{ several: 1, clear: 2 }, { barred: 2, clear: 4 }, { clear: 4 }],
  );
  const letters = await allLetters(app, actorOf("zuzhi"), { concerned: false, after: null, limit: 10 });
  assert.deepEqual(
    letters.rows.map(({ number, state }) => [number, state]),
    [
      ["云高廉复〔2026〕2号", "issued"],
      ["云高廉复〔2026〕1号", "revoked"],
    ],
  );
  // Nothing else has changed since a reply that stands.
  assert.deepEqual((await checkLetters(app, actorOf("jijian"))).found, 0);
});

test("a sweep finds what was registered within a bar, on a grey day, and before its measure was entered", async () => {
  // The first start began one of its own, which its end cut off.
  await resumeSweep(app);
  const run = await sweepNow(app, "command");
  assert.equal(run?.state, "done");
  assert.ok(run.entries > 300, String(run.entries));
  const all = { state: null, answer: null, entryKind: null, recordedAfter: false, personId: null, except: [] };
  const { rows } = await inTransaction(app.database, { jurisdictionId, accountId: null }, (trx) =>
    listConflicts(trx, { ...all, after: null, limit: 200 }),
  );
  const kinds = new Set(rows.map(({ entryKind, answer }) => `${entryKind} ${answer}`));
  for (const kind of ["appointment barred", "appointment needs-confirmation", "grade barred", "honour barred"])
    assert.ok(kinds.has(kind), `${kind} among ${[...kinds].join(", ")}`);
  assert.ok(rows.some(({ recordedAfter }) => recordedAfter));
  assert.ok(rows.length < 30, String(rows.length));
  assert.equal((await sweepNow(app, "command"))?.found, 0);
});

test("every figure of the desk is the count of the list it leads to", async () => {
  for (const account of demoAccounts) {
    const actor = actorOf(account.account);
    const { figures } = await deskOf(app, actor);
    const count = async (kind: "lead" | "case", stages: readonly Stage[], overdue: boolean) =>
      (
        await ledgerPage(app, actor, {
          kind,
          query: "",
          stages,
          overdue,
          sort: "dueOn",
          order: "asc",
          after: null,
          limit: 1,
        })
      ).count;
    const openLeads = leadStages.filter((stage) => openStages.includes(stage));
    const openCases = caseStages.filter((stage) => openStages.includes(stage) || stage === "effective");
    assert.deepEqual(figures.leadsOpen, await count("lead", openLeads, false), account.account);
    assert.deepEqual(figures.casesOpen, await count("case", openCases, false), account.account);
    assert.deepEqual(figures.leadsOverdue, await count("lead", [], true), account.account);
    assert.deepEqual(figures.casesOverdue, await count("case", [], true), account.account);
  }
});

test("every case cites the norms of procedure that were in force on its day, and says nothing else of them than stands there", () => {
  const { matters } = rehearse(app.law);
  const today = todayOf(app);
  let cited = 0;
  for (const matter of matters.values()) {
    if (matter.kind !== "case") continue;
    const days = new Map(matter.subjects.map(({ subject, decided }) => [subject.id, decided?.on ?? today]));
    for (const { cite, subjectId, from } of itemsOf(app.law, matter)) {
      cited += 1;
      const on = parseDay(days.get(subjectId ?? "") ?? from);
      const pack = app.law.upper.find(({ id }) => id === cite.pack);
      assert.ok(pack === undefined || (on !== null && isInForce(pack, on)), `${matter.number} ${citedWords(cite).zh}`);
      assert.deepEqual(quotationFaults(citedWords(cite).zh, app.law), []);
    }
  }
  assert.ok(cited > 500, String(cited));
  for (const { account } of demoAccounts)
    for (const matter of matters.values())
      for (const { refusals } of possibleActs({ law: app.law, actor: actorOf(account), today }, matter))
        for (const { source, message } of refusals) {
          assert.deepEqual(quotationFaults(message.zh, app.law), []);
          const pack = app.law.upper.find(({ id }) => id === source?.pack);
          assert.ok(
            pack === undefined || isInForce(pack, parseDay(today) ?? 0),
            source === null ? "" : citedWords(source).zh,
          );
        }
  assert.ok(app.law.upper.some(isProcedural));
});

test("no letter, no sheet and no archive of it has invented words of a norm, or words about our sources", async () => {
  const read = await readDocuments(app, rehearse(app.law).matters, todayOf(app));
  assert.ok(read >= 30, String(read));
});

test("no screen of it has them, and none cites a norm of procedure that was not in force on the day", async () => {
  const seen = await walkScreens(app, rehearse(app.law).matters, todayOf(app));
  assert.ok(seen > 60, String(seen));
});
