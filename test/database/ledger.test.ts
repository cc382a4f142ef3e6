// The ledgers: each row once whatever happens meanwhile, only what the reader may read, numbers without a gap.
import assert from "node:assert/strict";
import { sql } from "kysely";
import type { Actor } from "#casework/actor.ts";
import { inRetriedTransaction } from "#database/database.ts";
import type { Transaction } from "#database/database.ts";
import { writeMatterRow } from "#matters/rows/matter-row.ts";
import type { StoredMatter } from "#matters/rows/matter-row.ts";
import { countMatters, listMatters } from "#matters/rows/matters.ts";
import type { LedgerQuestion, LedgerSort } from "#matters/rows/matters.ts";
import { holdNumber, useNumber } from "#kernel/rows/numbers.ts";
import { run } from "#database/rows.ts";
import { gramsOf } from "#database/search.ts";
import { onEachEngine } from "./engines.ts";
import { actorOf, at, registerLead, seedRegistry } from "./people.ts";

const officer = actorOf("officer", ["discipline-officer"]);
const whole = { query: "", stages: [], after: null, limit: 200 } as const;

/** Every page to the end; `between` runs after each page. */
async function walk(
  trx: Transaction,
  actor: Actor,
  question: LedgerQuestion,
  between: () => Promise<void> = async () => undefined,
): Promise<string[]> {
  const seen: string[] = [];
  let after: string | null = question.after;
  do {
    const page: Awaited<ReturnType<typeof listMatters>> = await listMatters(trx, actor, { ...question, after });
    seen.push(...page.rows.map((row) => row.matterId));
    after = page.next;
    if (after !== null) await between();
  } while (after !== null);
  return seen;
}

function rowOf(id: string, ordinal: number, more: Partial<StoredMatter> = {}): StoredMatter {
  const title = more.title ?? `事项${ordinal}`;
  return {
    id,
    kind: "lead",
    number: `试线索〔2026〕${ordinal}号`,
    year: 2026,
    ordinal,
    title,
    stage: "registered",
    version: 1,
    registered_by: "officer",
    opened_on: "2026-01-01",
    due_on: null,
    updated_at: at,
    waiver_requested_by: [],
    waived_by: [],
    concerned: [],
    next_steps: [],
    actors_by_act: "{}",
    search_text: title,
    search: gramsOf(title),
    assigned_to: [],
    requested_by: null,
    approved_by: null,
    proposed_by: null,
    deliberated_by: null,
    decided_by: null,
    ended_by: null,
    effected_by: [],
    closed_by: null,
    ...more,
  };
}

onEachEngine(
  "a walk along the ledger visits every row once while others are inserted before, between and behind",
  async (testbed) => {
    const day = (index: number) => `2026-01-${String((index % 9) + 10).padStart(2, "0")}`;
    const orders: [LedgerSort, "asc" | "desc"][] = (["number", "openedOn", "dueOn", "updatedAt"] as const).flatMap(
      (sort) =>
        [
          [sort, "asc"],
          [sort, "desc"],
        ] as [LedgerSort, "asc" | "desc"][],
    );
    for (const [sort, order] of orders) {
      await testbed.work(async (trx) => {
        await sql`SAVEPOINT empty`.execute(trx.kysely);
        const dated = (index: number) => ({
          opened_on: day(index),
          due_on: index % 3 === 0 ? null : day(index * 5),
          updated_at: `2026-02-01T08:00:00.${String(index % 7).padStart(3, "0")}Z`,
        });
        const first = Array.from({ length: 60 }, (_, index) => `first-${index}`);
        for (const [index, id] of first.entries()) await writeMatterRow(trx, rowOf(id, index * 3 + 1, dated(index)), 0);
        let inserted = 0;
        const meanwhile = async () => {
          if (inserted === 24) return;
          for (const spread of [0, 30, 59]) {
            inserted += 1;
            await writeMatterRow(trx, rowOf(`new-${inserted}`, inserted * 3, dated(spread)), 0);
          }
        };
        const seen = await walk(trx, officer, { ...whole, kind: "lead", sort, order, limit: 7 }, meanwhile);
        assert.equal(new Set(seen).size, seen.length, `${sort} ${order}: no row twice`);
        assert.deepEqual(
          first.filter((id) => !seen.includes(id)),
          [],
          `${sort} ${order}: no row left out`,
        );
        assert.equal(inserted, 24);
        // The next round begins with an empty ledger again.
        await sql`ROLLBACK TO SAVEPOINT empty`.execute(trx.kysely);
      });
    }
  },
);

onEachEngine("each sort has its order, and matters without a due day come last in both directions", async (testbed) => {
  await testbed.work(async (trx) => {
    await writeMatterRow(
      trx,
      rowOf("a", 10, { opened_on: "2026-01-03", due_on: "2026-02-01", updated_at: "2026-03-01T08:00:00.000Z" }),
      0,
    );
    await writeMatterRow(
      trx,
      rowOf("b", 9, { opened_on: "2026-01-01", due_on: null, updated_at: "2026-03-01T08:00:00.002Z" }),
      0,
    );
    await writeMatterRow(
      trx,
      rowOf("c", 100, { opened_on: "2026-01-02", due_on: "2026-01-15", updated_at: "2026-03-01T08:00:00.001Z" }),
      0,
    );
    const cases: [LedgerSort, "asc" | "desc", string][] = [
      ["number", "asc", "bac"],
      ["number", "desc", "cab"],
      ["openedOn", "asc", "bca"],
      ["openedOn", "desc", "acb"],
      ["dueOn", "asc", "cab"],
      ["dueOn", "desc", "acb"],
      ["updatedAt", "asc", "acb"],
      ["updatedAt", "desc", "bca"],
    ];
    for (const [sort, order, expected] of cases)
      assert.equal(
        (await walk(trx, officer, { ...whole, kind: "lead", sort, order, limit: 1 })).join(""),
        expected,
        `${sort} ${order}`,
      );
  });
});

onEachEngine(
  "two characters are found inside a title, every word must occur, and a sign is no pattern",
  async (testbed) => {
    await testbed.work(async (trx) => {
      await writeMatterRow(trx, rowOf("a", 1, { title: "高新区供热管网改造逾期" }), 0);
      await writeMatterRow(trx, rowOf("b", 2, { title: "河道整治资金使用" }), 0);
      await writeMatterRow(trx, rowOf("c", 3, { title: "整治河道" }), 0);
      const cases: [query: string, found: string][] = [
        ["管网", "a"],
        ["整治", "bc"],
        ["整治 资金", "b"],
        ["河道整治", "b"],
        ["治资", "b"],
        ["道", "bc"],
        ["%", ""],
        ["管_改", ""],
        ["没有", ""],
        ["整治\u0000资金", "b"],
        ["", "abc"],
      ];
      for (const [query, found] of cases) {
        const page = await listMatters(trx, officer, { ...whole, kind: "lead", query, sort: "number", order: "asc" });
        assert.equal(page.rows.map((row) => row.matterId).join(""), found, query);
        assert.deepEqual(page.count, { value: found.length, more: false });
      }
    });
  },
);

onEachEngine("a count stops at a thousand and says that there are more", async (testbed) => {
  await testbed.work(async (trx) => {
    await run(
      trx,
      sql`INSERT INTO matter (jurisdiction_id, id, kind, number, year, ordinal, title, stage, version, registered_by, opened_on, updated_at, concerned, next_steps, actors_by_act, search_text, search, effected_by)
        SELECT ${testbed.jurisdictionId}::text, 'm' || n, 'lead', 'n', 2026, n, 't', CASE WHEN n <= 1000 THEN 'registered' ELSE 'shelved' END, 1, 'officer', '2026-01-01', ${at}::text, '{}', '{}', '{}', 't', '{t}', '{}'
        FROM generate_series(1, 1001) AS n`,
    );
    assert.deepEqual(await countMatters(trx, officer, { kind: "lead", stages: [], dueBefore: null }), {
      value: 1000,
      more: true,
    });
    assert.deepEqual(await countMatters(trx, officer, { kind: "lead", stages: ["registered"], dueBefore: null }), {
      value: 1000,
      more: false,
    });
  });
});

onEachEngine(
  "fifty who register at once, a third of whom give up, get consecutive numbers without a gap",
  async (testbed) => {
    await testbed.work((trx) => seedRegistry(trx, []));
    class GivenUp extends Error {}
    const got = await Promise.all(
      Array.from({ length: 50 }, async (_, index) => {
        const scope = { jurisdictionId: testbed.jurisdictionId, accountId: null };
        try {
          return await inRetriedTransaction(testbed.database, scope, async (trx) => {
            if (index % 3 === 0) {
              const held = await holdNumber(trx, "lead", 2026);
              await useNumber(trx, held);
              throw new GivenUp();
            }
            // Held and not used: a refused act, committed with its log.
            if (index % 3 === 1 && index % 2 === 1) return void (await holdNumber(trx, "lead", 2026));
            return (await registerLead(testbed, trx)).number;
          });
        } catch (error) {
          if (error instanceof GivenUp) return undefined;
          throw error;
        }
      }),
    );
    const numbers = got.filter((one) => one !== undefined);
    assert.ok(numbers.length > 20);
    const expected = numbers.map((_, index) => `试线索〔2026〕${index + 1}号`);
    assert.deepEqual(numbers.toSorted(), expected.toSorted());
  },
);
