// A list of names answered as a whole, name by name, in pieces and in another order: every line must say the same.
import assert from "node:assert/strict";
import { sql } from "kysely";
import type { EligibilityLine, EligibilityReply } from "#eligibility/contract/eligibility.ts";
import { createServer } from "#server/server.ts";
import { openDatabase } from "#database/database.ts";
import type { Database } from "#database/database.ts";
import { addCases } from "../../bench/many-cases.ts";
import { addManyPersons, jurisdictionId } from "../../bench/many-persons.ts";
import { addManyRecords } from "../../bench/many-records.ts";
import { randomFrom } from "../../bench/random.ts";
import { appOfZone, foundZone, signInAsker } from "../../bench/zone.ts";

type Name = { name: string; unit: string; toLevel: string | null };

const questions = [
  { purpose: "promotion", date: "2024-12-31", year: null },
  { purpose: "equivalent-post", date: "2023-06-01", year: null },
  { purpose: "annual-excellence", date: null, year: 2023 },
  { purpose: "honours", date: null, year: 2024 },
] as const;

/** On a registry of so many persons with twice as many cases, in an empty data folder; answers with how often each answer came. */
export async function listsAgree(
  dataFolder: string,
  persons: number,
  names: number,
  seed: number,
): Promise<Record<string, number>> {
  const database = await openDatabase({ dataFolder });
  const random = randomFrom(seed);
  try {
    const rows = await fillZone(database, dataFolder, persons);
    const list = Array.from({ length: names }, (): Name => {
      const { name, unit } = random.pick(rows);
      const toLevel = random.pick([null, "县处级副职", "乡科级正职", "乡科级副职"]);
      return { name, unit: random.chance(0.2) ? "" : unit, toLevel };
    });
    list.splice(
      1,
      2,
      { name: rows[0]?.name ?? "", unit: "", toLevel: null },
      { name: "查无此", unit: "", toLevel: null },
    );
    const server = await createServer(await appOfZone(database, dataFolder), { pages: null, requestsPerMinute: 1e6 });
    try {
      const origin = await server.listen({ host: "127.0.0.1", port: 0 });
      const cookie = await signInAsker(origin);
      const counted: Record<string, number> = {};
      for (const question of questions) {
        const ask = async (some: readonly Name[]) => {
          const body = JSON.stringify({ ...question, names: some });
          const headers = { cookie, "content-type": "application/json" };
          const response = await fetch(`${origin}/api/eligibility`, { method: "POST", headers, body });
          const text = await response.text();
          assert.equal(response.status, 200, text.slice(0, 300));
          // The contract's own answer.
          return (JSON.parse(text) as EligibilityReply).lines.map(told);
        };
        const whole = await ask(list);
        assert.equal(whole.length, list.length);
        for (const line of whole) counted[kindOf(line)] = (counted[kindOf(line)] ?? 0) + 1;
        for (const [index, name] of list.entries())
          assert.deepEqual(await ask([name]), [whole[index]], `${question.purpose}: line ${index + 1} by itself`);
        for (let from = 0, to; from < list.length; from = to) {
          to = Math.min(list.length, from + random.between(1, Math.ceil(list.length / 3)));
          assert.deepEqual(await ask(list.slice(from, to)), whole.slice(from, to), `${question.purpose}: split`);
        }
        const order = list.map((_one, index) => ({ index, at: random.between(0, 1e9) })).sort((a, b) => a.at - b.at);
        const shuffled = await ask(order.flatMap(({ index }) => list[index] ?? []));
        assert.deepEqual(
          shuffled,
          order.map(({ index }) => whole[index]),
          `${question.purpose}: shuffled`,
        );
      }
      return counted;
    } finally {
      await server.close();
    }
  } finally {
    await database.close();
  }
}

/** So many persons with twice as many cases, the first three of one name; answers with all of them, by id. */
export async function fillZone(
  database: Database,
  dataFolder: string,
  persons: number,
): Promise<{ id: string; name: string; unit: string }[]> {
  await foundZone(database, dataFolder);
  await addManyPersons(database, 1, persons);
  await addCases(database, 1, 2 * persons);
  await addManyRecords(database, 1, 2 * persons, persons);
  await sql`UPDATE person SET name = (SELECT name FROM person WHERE jurisdiction_id = ${jurisdictionId} AND id = 'p00000001')
    WHERE jurisdiction_id = ${jurisdictionId} AND id IN ('p00000002', 'p00000003')`.execute(database.kysely);
  const { rows } = await sql<{
    id: string;
    name: string;
    unit: string;
  }>`SELECT p.id, p.name, o.name AS unit FROM person AS p
    JOIN organization AS o ON o.jurisdiction_id = p.jurisdiction_id AND o.id = p.organization_id
    WHERE p.jurisdiction_id = ${jurisdictionId} ORDER BY p.id`.execute(database.kysely);
  return rows;
}

type Told = Omit<EligibilityLine, "row">;

/** All that a line says but its place. */
function told({ row: _place, ...line }: EligibilityLine): Told {
  return line;
}

function kindOf(line: Told): string {
  return line.match === "one" && "answer" in line ? String(line.answer) : line.match;
}
