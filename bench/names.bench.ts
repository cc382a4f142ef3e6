// A thousand names by HTTP against the same rows read by hand-written SQL with the driver alone, and how that and other questions grow with
// the registry, from ten thousand persons to a million.

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { sql } from "kysely";
import { ledgerPage } from "#matters/uses/ledgers.ts";
import type { Actor } from "#casework/actor.ts";
import { createServer } from "#server/server.ts";
import { inTransaction } from "#database/database.ts";
import type { Database } from "#database/database.ts";
import { searchPersons } from "#registry/rows/person-search.ts";
import { drawCurves } from "./curves.ts";
import type { Curve } from "./curves.ts";
import { onEngines } from "./engines.ts";
import type { Raw } from "./engines.ts";
import { addCases } from "./many-cases.ts";
import { addManyPersons, jurisdictionId } from "./many-persons.ts";
import { addManyRecords } from "./many-records.ts";
import { randomFrom } from "./random.ts";
import { figure, goal, table, writeSection } from "./results.ts";
import { appOfZone, foundZone, signInAsker } from "./zone.ts";

/** Persons, and twice as many cases while that is at most a million. The goal is asked at 100,000 persons and 200,000 cases. */
const most = Number(process.argv[2] ?? 1_000_000);
const sizes = [10_000, 30_000, 100_000, 300_000, 1_000_000].filter((size) => size <= most);
const casesAt = (persons: number) => Math.min(2 * persons, 1_000_000);
const asked = 1000;
const warming = 20;
const times = 100;

const actor: Actor = {
  accountId: "asker",
  name: "asker",
  roles: ["discipline-officer"],
  personId: null,
  relativeIds: [],
  kinAccountIds: [],
  delegations: [],
  organizationId: null,
};
const firstPage: Parameters<typeof ledgerPage>[2] = {
  kind: "case",
  query: "",
  stages: [],
  overdue: false,
  sort: "openedOn",
  order: "desc",
  after: null,
  limit: 20,
};

const rows: string[][] = [];
const grown: string[][] = [];
const curves: Curve[] = [];
const goals: string[] = [];

await onEngines(async (engine) => {
  const short = engine.name.split(" ")[0] ?? "";
  const points: Record<"names" | "search" | "post" | "ledger", [number, number][]> = {
    names: [],
    search: [],
    post: [],
    ledger: [],
  };
  let filled = 0;
  let casesFilled = 0;
  for (const size of sizes) {
    const database = await engine.open();
    if (filled === 0) await foundZone(database, engine.dataFolder);
    for (const each of ["person", "matter"])
      await sql`DROP INDEX ${sql.id(`${each}_by_search`)}`.execute(database.kysely);
    await addManyPersons(database, filled + 1, size);
    await addCases(database, casesFilled + 1, casesAt(size));
    await addManyRecords(database, casesFilled + 1, casesAt(size), size);
    for (const each of ["person", "matter"])
      await sql`CREATE INDEX ${sql.id(`${each}_by_search`)} ON ${sql.table(each)} USING gin (search)`.execute(
        database.kysely,
      );
    for (const each of ["person", "person_sound", "organization", "organization_name", "post_title"])
      await sql`VACUUM (ANALYZE) ${sql.table(each)}`.execute(database.kysely);
    filled = size;
    casesFilled = casesAt(size);
    const lists = await listsOf(database, size);
    const app = await appOfZone(database, engine.dataFolder);
    const server = await createServer(app, { pages: null, requestsPerMinute: 1_000_000 });
    const origin = await server.listen({ host: "127.0.0.1", port: 0 });
    const cookie = await signInAsker(origin);
    const http = await measure(lists, async (names) => {
      const response = await fetch(`${origin}/api/eligibility`, {
        method: "POST",
        headers: { cookie, "content-type": "application/json" },
        body: JSON.stringify({ purpose: "promotion", date: "2024-12-31", year: null, names }),
      });
      const text = await response.text();
      assert.equal(response.status, 200, text.slice(0, 300));
      assert.ok(text.length > 100_000);
    });
    await server.close();
    const search = await measure(lists, () => find(database, "建军"));
    const post = await measure(lists, () => find(database, "办公室主任"));
    const ledger = await measure(lists, async () => {
      assert.equal((await ledgerPage(app, actor, firstPage)).rows.length, 20);
    });
    await database.close();
    const { raw, close } = await engine.openRaw();
    const plain = await measure(lists, async (names) => {
      assert.ok((await askRaw(raw, names)) >= asked);
    });
    await close();
    points.names.push([size, http.p50]);
    points.search.push([size, search.p50]);
    points.post.push([size, post.p50]);
    points.ledger.push([size, ledger.p50]);
    const ratio = http.p95 / plain.p95;
    rows.push([
      engine.name,
      figure(size),
      figure(casesAt(size)),
      both(http),
      both(plain),
      (http.p50 / plain.p50).toFixed(2),
      ratio.toFixed(2),
    ]);
    grown.push([engine.name, figure(size), figure(casesAt(size)), ...[http, search, post, ledger].map(both)]);
    console.log(grown.at(-1)?.join(" | "), "raw", both(plain));
    if (size === 100_000)
      goals.push(
        goal(
          ratio <= 1.3 && http.p95 < 1000,
          `${short}: the p95 of ${figure(asked)} names by HTTP is ${http.p95.toFixed(0)} ms, ${ratio.toFixed(2)}× that of the SQL by hand; at most 1.3× and less than a second is asked.`,
        ),
      );
  }
  const drawn = {
    names: `${figure(asked)} names`,
    search: "search by name",
    post: "search by post",
    ledger: "page of cases",
  };
  for (const kind of ["names", "search", "post", "ledger"] as const)
    curves.push({ name: `${drawn[kind]}, ${short}`, points: points[kind] });
});

writeFileSync(
  path.join(import.meta.dirname, "growth.svg"),
  drawCurves("From 10,000 persons and 20,000 cases to a million of each (p50)", "persons", "milliseconds", curves),
);
writeSection(
  "names",
  "A thousand names",
  `
${figure(asked)} persons of the registry by name and unit, another list each time, on the day of a promotion: signed in, by HTTP on this machine, matched,
answered with articles and quotes, logged, sent. By hand: the persons, their units, measures, sanctions, consents and open matters
in five statements with the driver alone, as owner, without a single answer. ${times} times each after ${warming} to warm up; p50 / p95 in milliseconds.

${table(["engine", "persons", "cases", "by HTTP", "SQL by hand", "ratio of p50", "ratio of p95"], rows)}

${goals.join("\n\n")}

How it grows, p50 / p95 in milliseconds:

${table(["engine", "persons", "cases", "1,000 names by HTTP", "search 建军", "search 办公室主任", "first page of the ledger"], grown)}

At a million the bench's names are borne by nine persons each, so that a thousand names mean nine thousand persons.

![How questions grow with the registry](growth.svg)
`,
);

type Name = { name: string; unit: string };

/** One list a time, of persons spread over the registry. */
async function listsOf(database: Database, size: number): Promise<Name[][]> {
  const random = randomFrom(size);
  const lists: Name[][] = [];
  while (lists.length < warming + times) {
    const ids = Array.from({ length: asked }, () => `p${String(random.between(1, size)).padStart(8, "0")}`);
    const { rows: names } = await sql<Name>`SELECT p.name, o.name AS unit FROM unnest(${ids}::text[]) AS asked (id)
      JOIN person AS p ON p.jurisdiction_id = ${jurisdictionId} AND p.id = asked.id
      JOIN organization AS o ON o.jurisdiction_id = p.jurisdiction_id AND o.id = p.organization_id`.execute(
      database.kysely,
    );
    assert.equal(names.length, asked);
    lists.push(names);
  }
  return lists;
}

type Measured = { p50: number; p95: number };

async function measure(lists: readonly Name[][], work: (names: readonly Name[]) => Promise<void>): Promise<Measured> {
  const taken: number[] = [];
  // What filling the registry left behind is not of this.
  globalThis.gc?.();
  for (const [index, names] of lists.entries()) {
    const begun = performance.now();
    await work(names);
    if (index >= warming) taken.push(performance.now() - begun);
  }
  taken.sort((a, b) => a - b);
  const at = (share: number) => taken[Math.min(taken.length - 1, Math.floor(taken.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95) };
}

function both({ p50, p95 }: Measured): string {
  return `${p50.toFixed(1)} / ${p95.toFixed(1)}`;
}

async function find(database: Database, query: string): Promise<void> {
  const { rows: shown } = await inTransaction(database, { jurisdictionId, accountId: null }, (trx) =>
    searchPersons(trx, { query, organizationId: null, after: null, limit: 20 }),
  );
  assert.ok(shown.length > 0);
}

/** What a programmer would send who needs just these rows; answers with how many persons came. */
async function askRaw(raw: Raw, names: readonly Name[]): Promise<number> {
  const persons = await raw(
    `SELECT p.id, p.name, p.level, p.party_member, p.post, p.id_number_masked, o.name AS unit FROM person AS p
      JOIN organization AS o ON o.jurisdiction_id = p.jurisdiction_id AND o.id = p.organization_id
      WHERE p.jurisdiction_id = $1 AND p.name = ANY($2::text[]) ORDER BY p.name, o.name, p.id`,
    [jurisdictionId, [...new Set(names.map(({ name }) => name))]],
  );
  const byName = Map.groupBy(persons as { id: string; name: string; unit: string }[], ({ name }) => name); // as selected
  const ids = names.flatMap(({ name, unit }) =>
    (byName.get(name) ?? []).filter((one) => one.unit.includes(unit)).map(({ id }) => id),
  );
  for (const each of ["measure_taken", "sanction_taken", "consent_given"])
    await raw(`SELECT * FROM ${each} WHERE jurisdiction_id = $1 AND person_id = ANY($2::text[])`, [
      jurisdictionId,
      ids,
    ]);
  await raw(
    `SELECT t.person_id, count(*) FROM matter_person AS t JOIN matter AS m ON m.jurisdiction_id = t.jurisdiction_id AND m.id = t.matter_id
      WHERE t.jurisdiction_id = $1 AND t.person_id = ANY($2::text[]) AND m.stage <> 'closed' GROUP BY t.person_id`,
    [jurisdictionId, ids],
  );
  return ids.length;
}
