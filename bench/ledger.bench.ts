// A page of the case ledger through the application against the same rows asked for in hand-written SQL with the driver alone.

import assert from "node:assert/strict";
import { appOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { ledgerPage } from "#matters/uses/ledgers.ts";
import { loadLaw } from "#law-admin/packs/regulations.ts";
import type { Actor } from "#casework/actor.ts";
import { addAccount } from "../test/settled.ts";
import { inTransaction } from "#database/database.ts";
import type { Database, Transaction } from "#database/database.ts";
import { addJurisdiction } from "#jurisdiction/rows/jurisdictions.ts";
import { countBound, writeKey } from "#database/page.ts";
import { gramsAsked } from "#database/search.ts";
import { keys, seedRegistry } from "../test/database/people.ts";
import { onEngines } from "./engines.ts";
import type { Engine, Raw } from "./engines.ts";
import { addCases, commonWord, jurisdictionId, rareWord } from "./many-cases.ts";
import { figure, table, writeSection } from "./results.ts";

const sizes = [10_000, 200_000] as const;
const warming = 10;
const times = 60;
const limit = 20;

/** An officer who is a cadre too, so that the question whether they are a party to a matter is asked with every row. */
const actor: Actor = {
  accountId: "officer",
  name: "officer",
  roles: ["discipline-officer"],
  personId: "person-1",
  relativeIds: [],
  kinAccountIds: [],
  delegations: [],
  organizationId: null,
};

type LedgerQuestion = Parameters<typeof ledgerPage>[2];
type Asked = { name: string; question: LedgerQuestion; key: [string, string] | null };
type Measured = { p50: number; p95: number; ids: string[] };

const law = await loadLaw();
const rows: string[][] = [];
await onEngines(async (engine) => {
  let filled = 0;
  for (const size of sizes) {
    const database = await engine.open();
    if (filled === 0) {
      await addJurisdiction(database, { id: jurisdictionId, name: "云岭高新区", prefix: "云" });
      await inTransaction(database, { jurisdictionId, accountId: null }, addOfficer);
    }
    await addCases(database, filled + 1, size);
    filled = size;
    const asked = await questionsAt(engine, database);
    const through = await throughApplication(engine, database, asked);
    await database.close();
    const { raw, close } = await engine.openRaw();
    for (const [index, one] of asked.entries()) {
      const plain = await measure(() => askRaw(raw, one));
      const ours = through[index];
      assert.deepEqual(ours?.ids, plain.ids, `${one.name}: the application and the SQL by hand show different rows`);
      rows.push([
        engine.name,
        figure(size),
        one.name,
        milliseconds(ours),
        milliseconds(plain),
        ((ours?.p50 ?? 0) / plain.p50).toFixed(1),
        ((ours?.p50 ?? 0) - plain.p50).toFixed(1),
      ]);
    }
    await close();
  }
});

writeSection(
  "ledger",
  "A page of the case ledger",
  `
${limit} rows and a count up to ${figure(countBound)}, sorted by the day of opening. Through the application: a transaction as the
application's role under row-level security, the reading rights of an officer, each row parsed and given its dueStatus. By hand: the same
rows and the same count in two statements with the driver alone, as owner, without rights. ${times} times each after ${warming} to warm up; p50 / p95 in milliseconds.

${table(["engine", "cases", "page", "application", "SQL by hand", "ratio of p50", "ms more"], rows)}
`,
);

/** Row-level security looks the account up. */
async function addOfficer(trx: Transaction): Promise<void> {
  await seedRegistry(trx, ["冯知一", "冯知二"]);
  await addAccount(trx, {
    id: actor.accountId,
    account: actor.accountId,
    name: actor.name,
    roles: [...actor.roles],
    organizationId: null,
    personId: actor.personId,
    password: "$argon2id$v=19$m=1,t=1,p=1$a$a",
    mustChangePassword: false,
  });
}

async function questionsAt(engine: Engine, database: Database): Promise<Asked[]> {
  const plain: LedgerQuestion = {
    kind: "case",
    query: "",
    stages: [],
    overdue: false,
    sort: "openedOn",
    order: "desc",
    after: null,
    limit,
  };
  const app = appAt(engine, database);
  // Two thirds down the ledger by day: the key of a row that a reader might have come to.
  const deep: [string, string] = ["2020-06-30", "case-9999999"];
  const first = await ledgerPage(app, actor, plain);
  assert.equal(first.rows.length, limit);
  return [
    { name: "first page", question: plain, key: null },
    { name: "deep page, by key", question: { ...plain, after: writeKey(deep) }, key: deep },
    { name: "at one stage", question: { ...plain, stages: ["inquiry"] }, key: null },
    { name: `search ${commonWord}, common`, question: { ...plain, query: commonWord }, key: null },
    { name: `search ${rareWord}, rare`, question: { ...plain, query: rareWord }, key: null },
  ];
}

async function throughApplication(engine: Engine, database: Database, asked: readonly Asked[]): Promise<Measured[]> {
  const app = appAt(engine, database);
  const measured: Measured[] = [];
  for (const { question } of asked) {
    measured.push(
      await measure(async () => (await ledgerPage(app, actor, question)).rows.map(({ matterId }) => matterId)),
    );
  }
  return measured;
}

function appAt(engine: Engine, database: Database): App {
  return appOf(
    {
      database,
      law,
      otherPacks: [],
      dataFolder: engine.dataFolder,
      keys,
      reporterKey: new Uint8Array(32),
      clock: () => Temporal.Instant.from("2024-12-31T04:00:00Z"),
    },
    {
      id: jurisdictionId,
      name: "云岭高新区",
      prefix: "云",
    },
  );
}

/** What a programmer would send who needs just this page. */
async function askRaw(raw: Raw, { question, key }: Asked): Promise<string[]> {
  const parameters: unknown[] = [jurisdictionId];
  const hold = (value: unknown): string => `$${parameters.push(value)}`;
  let where = "jurisdiction_id = $1 AND kind = 'case'";
  if (question.stages.length > 0) where += ` AND stage = ANY(${hold([...question.stages])}::text[])`;
  if (question.query !== "")
    where += ` AND search @> ${hold(gramsAsked([question.query]))}::text[] AND strpos(search_text, ${hold(question.query)}) > 0`;
  const counted = [...parameters];
  const beyond = key === null ? "" : ` AND (opened_on, id) < (${hold(key[0])}::date, ${hold(key[1])})`;
  const found = await raw(
    `SELECT id, kind, number, title, stage, version, concerned, opened_on::text AS opened, due_on::text AS due, updated_at, registered_by, actors_by_act, next_steps FROM matter
      WHERE ${where}${beyond} ORDER BY opened_on DESC, id DESC LIMIT ${limit + 1}`,
    parameters,
  );
  await raw(`SELECT count(*) FROM (SELECT 1 FROM matter WHERE ${where} LIMIT ${countBound + 1}) AS bounded`, counted);
  return found.slice(0, limit).map((row) => String((row as { id: unknown }).id)); // the first column asked for
}

async function measure(work: () => Promise<string[]>): Promise<Measured> {
  const taken: number[] = [];
  let ids: string[] = [];
  for (let time = 0; time < warming + times; time += 1) {
    const began = performance.now();
    ids = await work();
    if (time >= warming) taken.push(performance.now() - began);
  }
  const sorted = taken.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), ids };
}

function milliseconds(measured: Measured | undefined): string {
  return measured === undefined ? "" : `${measured.p50.toFixed(1)} / ${measured.p95.toFixed(1)}`;
}
