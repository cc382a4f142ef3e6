// Finding a cadre among a million, by each way in which people ask: through the store as the application's role, row-level security in force.

import { sql } from "kysely";
import { inTransaction } from "#database/database.ts";
import { addJurisdiction } from "#jurisdiction/rows/jurisdictions.ts";
import { searchPersons } from "#registry/rows/person-search.ts";
import { onEngines } from "./engines.ts";
import { addManyPersons, addManyUnits, jurisdictionId } from "./many-persons.ts";
import { figure, goal, table, writeSection } from "./results.ts";

/** Other sizes can be named on the command line. */
const named = process.argv.slice(2).map(Number);
const sizes = named.length > 0 ? named : [100_000, 1_000_000];
const warming = 3;
const times = 20;
/** Milliseconds. */
const most = 50;

const asked: [how: string, query: string, organizationId?: string][] = [
  ["name", "张建军"],
  ["surname", "张"],
  ["two characters within", "建军"],
  ["one character within", "军"],
  ["surname read two ways", "乐"],
  ["full pinyin", "zhangjianjun"],
  ["乐 read yue", "yuejian"],
  ["initials", "zjj"],
  ["two letters", "zh"],
  ["name and unit", "建军 财政局1"],
  ["unit", "财政局1000"],
  ["what many units are called", "财政局"],
  ["name and post", "建军 副局长"],
  ["post", "办公室主任"],
  ["what many posts are called", "主任"],
  ["two words, each of many", "财政局 局长"],
  ["end of the ID number", "4321"],
  ["one unit's, by initials", "zj", "u7"],
  ["nothing", "上官婉儿"],
];

const rows: string[][] = [];
await onEngines(async (engine) => {
  let filled = 0;
  for (const size of sizes) {
    const database = await engine.open();
    if (filled === 0) {
      await addJurisdiction(database, { id: jurisdictionId, name: "云岭高新区", prefix: "云" });
      await addManyUnits(database);
    }
    await sql`DROP INDEX person_by_search`.execute(database.kysely);
    await addManyPersons(database, filled + 1, size);
    await sql`CREATE INDEX person_by_search ON person USING gin (search)`.execute(database.kysely);
    for (const each of ["person", "person_sound", "organization", "organization_name", "post_title"])
      await sql`VACUUM (ANALYZE) ${sql.table(each)}`.execute(database.kysely);
    filled = size;
    for (const [how, query, organizationId = null] of asked) {
      const taken: number[] = [];
      let found = "";
      for (let time = 0; time < warming + times; time += 1) {
        const begun = performance.now();
        const { count } = await inTransaction(database, { jurisdictionId, accountId: null }, (trx) =>
          searchPersons(trx, { query, organizationId, after: null, limit: 20 }),
        );
        if (time >= warming) taken.push(performance.now() - begun);
        found = `${figure(count.value)}${count.more ? "+" : ""}`;
      }
      taken.sort((a, b) => a - b);
      const at = (share: number) =>
        (taken[Math.min(taken.length - 1, Math.floor(taken.length * share))] ?? 0).toFixed(1);
      rows.push([engine.name, figure(size), how, query, found, at(0.5), at(0.95)]);
      console.log(rows.at(-1)?.join(" | "));
    }
    await database.close();
  }
});

writeSection(
  "search",
  "Finding a cadre",
  `
The first 20 and a count up to 1,000, in one transaction as the application's role under row-level security. ${times} times each after
${warming} to warm up; milliseconds.

${goal(
  rows.every((row) => Number(row[6]) <= most),
  `every way of asking takes at most ${most} ms at the 95th percentile; the slowest took ${Math.max(...rows.map((row) => Number(row[6]))).toFixed(1)} ms.`,
)}

${table(["engine", "persons", "asked by", "query", "found", "p50", "p95"], rows)}
`,
);
