// Saving acts: one effect for one key, one winner for one version, other hands for other steps, and rows that a rebuild finds the same.
import assert from "node:assert/strict";
import { sql } from "kysely";
import { z } from "zod";
import { rederiveAfterRelease } from "#matters/uses/rederive.ts";
import type { CaseworkEvent } from "#casework/events.ts";
import { inRetriedTransaction, isRetryable } from "#database/database.ts";
import { saveAct } from "#matters/rows/acts.ts";
import { findAnswer, keepAnswer } from "#kernel/rows/idempotency.ts";
import { loadMatter, countOpenMatters } from "#matters/rows/matters.ts";
import { rebuild } from "#matters/rows/rebuild.ts";
import {
  countRestrictions,
  listRestricted,
  recordsOfPersons,
  restrictionsOfPersons,
} from "#eligibility/rows/restrictions.ts";
import { rowsOf } from "#database/rows.ts";
import { onEachEngine } from "./engines.ts";
import type { Testbed } from "./engines.ts";
import { appOn } from "./signed-log.ts";
import {
  act,
  addAccounts,
  at,
  bringIntoEffect,
  must,
  openCase,
  registerLead,
  seedRegistry,
  subjectOf,
} from "./people.ts";

const disposal = (reasons: string): CaseworkEvent => ({
  type: "lead-disposed",
  way: "talk-inquiry",
  reasons,
  on: "2026-03-01",
  dueOn: null,
});

onEachEngine("ten requests at once with one key have one effect and one answer", async (testbed) => {
  await testbed.work((trx) => addAccounts(trx, ["officer"]));
  const key = { accountId: "officer", key: "key", request: "request" };
  const scope = { jurisdictionId: testbed.jurisdictionId, accountId: "officer" };
  const answers = await Promise.all(
    Array.from({ length: 10 }, () =>
      inRetriedTransaction(testbed.database, scope, async (trx) => {
        const found = await findAnswer(trx, key);
        if (found.type === "answered") return found.answer;
        const { number } = await registerLead(testbed, trx);
        await keepAnswer(trx, key, number);
        return number;
      }),
    ),
  );
  assert.deepEqual([...new Set(answers)], ["试线索〔2026〕1号"]);
  assert.equal(await countRows(testbed, "matter"), 1);
  await testbed.work(async (trx) =>
    assert.deepEqual(await findAnswer(trx, { ...key, request: "another" }), { type: "other-request" }),
  );
});

onEachEngine(
  "of two who act on the same version one is told of the conflict, and nothing is overwritten",
  async (testbed) => {
    const lead = await testbed.work((trx) => registerLead(testbed, trx));
    const by = (who: string) =>
      testbed.work((trx) =>
        saveAct(trx, testbed.law, {
          matterId: lead.id,
          before: lead,
          act: "dispose-lead",
          actor: { accountId: who, name: who, personId: null },
          at,
          events: [disposal(who)],
          others: [],
        }),
      );
    const saved = await Promise.all([by("first"), by("second")]);
    assert.deepEqual(saved.map((one) => one.type).sort(), ["conflict", "saved"]);
    assert.deepEqual(await by("late"), { type: "conflict" });
    const winner = saved[0]?.type === "saved" ? "first" : "second";
    const loaded = await testbed.work((trx) => loadMatter(trx, lead.id, "read"));
    assert.equal(loaded?.matter.version, 2);
    assert.deepEqual(
      loaded?.history.map((one) => one.actorId),
      ["officer", winner],
    );
    assert.equal(await countRows(testbed, "matter_event"), 2);
  },
);

onEachEngine("the database itself refuses the hands that proposed when they decide", async (testbed) => {
  await testbed.work((trx) => seedRegistry(trx, ["林知秋"]));
  const decided = testbed.work(async (trx) => {
    const { id } = await openCase(testbed, trx);
    await must(
      act(testbed, trx, "decide-opening", "secretary", id, [
        { type: "opening-approved", on: "2026-02-02", inquirers: ["a", "b"], leader: "a", dueOn: "2026-04-02" },
      ]),
    );
    await must(
      act(testbed, trx, "propose", "officer", id, [
        { type: "proposed", on: "2026-02-03", body: "discipline-committee", proposals: [] },
      ]),
    );
    await must(
      act(testbed, trx, "decide", "officer", id, [
        { type: "decided", documentNumber: "1", on: "2026-02-04", body: "working-committee", outcomes: [] },
      ]),
    );
  });
  await assert.rejects(
    decided,
    (error: { constraint?: string }) => error.constraint === "who_proposes_does_not_decide" && !isRetryable(error),
  );
  assert.equal(await countRows(testbed, "matter"), 0);
});

onEachEngine("whoever asks for an opening cannot approve it", async (testbed) => {
  const approved = testbed.work(async (trx) => {
    const { id } = await openCase(testbed, trx);
    await must(
      act(testbed, trx, "decide-opening", "officer", id, [
        { type: "opening-approved", on: "2026-02-02", inquirers: ["a", "b"], leader: "a", dueOn: "2026-04-02" },
      ]),
    );
  });
  await assert.rejects(approved, { constraint: "who_asks_does_not_approve" });
});

onEachEngine(
  "from the effective day the restrictions stand, with first, last and grey day, article and case",
  async (testbed) => {
    await testbed.work(async (trx) => {
      const [person = ""] = await seedRegistry(trx, ["林知秋", "周晓岚"]);
      const matter = await bringIntoEffect(testbed, trx, person, "2020-02-10", {
        measures: ["removal"],
        originalLevel: "乡科级副职",
      });
      const found = (await restrictionsOfPersons(trx, [person, "person-1"]))[person] ?? [];
      const regulation = found
        .filter((one) => one.layer === "regulation")
        .map(({ bars, from, until, grey, baseline, cite, caseNumber }) => ({
          bars,
          from,
          until,
          grey,
          baseline,
          at: cite.at,
          caseNumber,
        }));
      const common = { from: "2020-02-10", at: "13.1", caseNumber: matter.number };
      assert.deepEqual(
        regulation.toSorted((a, b) => (a.bars < b.bars ? -1 : 1)),
        [
          { ...common, bars: "annual-excellence", until: "2020-12-31", grey: null, baseline: null },
          { ...common, bars: "equivalent-post", until: "2021-02-09", grey: "2021-02-10", baseline: "乡科级副职" },
          { ...common, bars: "honours", until: "2020-12-31", grey: null, baseline: null },
          { ...common, bars: "promotion", until: "2022-02-09", grey: "2022-02-10", baseline: "乡科级副职" },
        ],
      );
      assert.deepEqual((await restrictionsOfPersons(trx, ["person-1"]))["person-1"], []);
      const counts: [day: string, running: number, ending: number][] = [
        ["2020-02-09", 0, 0],
        ["2020-02-10", 1, 0],
        ["2020-10-02", 1, 1],
        ["2022-02-09", 1, 1],
        ["2022-02-10", 0, 0],
      ];
      for (const [day, running, ending] of counts) {
        assert.deepEqual(
          await countRestrictions(trx, day, 90),
          { running: { value: running, more: false }, ending: { value: ending, more: false } },
          day,
        );
        const listed = async (days: number | null) =>
          (await listRestricted(trx, { onDay: day, days, after: null, limit: 10 })).rows.length;
        assert.deepEqual([await listed(null), await listed(90)], [running, ending], `the list of ${day} is its figure`);
      }
    });
  },
);

onEachEngine("the list of restricted persons runs by soonest end and pages by key", async (testbed) => {
  await testbed.work(async (trx) => {
    const persons = await seedRegistry(trx, ["林知秋", "周晓岚", "方砚"]);
    const effectiveOn = ["2020-03-10", "2020-01-10", "2020-02-10"];
    for (const [index, person] of persons.entries()) {
      await bringIntoEffect(testbed, trx, person, effectiveOn[index] ?? "", { measures: ["transfer"] });
    }
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listRestricted>> = await listRestricted(trx, {
        onDay: "2020-12-31",
        days: null,
        after,
        limit: 1,
      });
      seen.push(...page.rows.map(({ personId }) => personId));
      after = page.next;
    } while (after !== null);
    assert.deepEqual(seen.toSorted(), [...persons].toSorted());
    const inJanuary = await listRestricted(trx, { onDay: "2021-01-20", days: null, after: null, limit: 10 });
    assert.deepEqual(
      inJanuary.rows.map((row) => [row.personId, row.soonest]),
      [
        [persons[2], "2021-02-09"],
        [persons[0], "2021-03-09"],
      ],
    );
  });
});

onEachEngine(
  "a lead makes its person pending, its case keeps that beside its own subjects, and its end ends it",
  async (testbed) => {
    await testbed.work(async (trx) => {
      await seedRegistry(trx, ["林知秋", "周晓岚"]);
      const lead = await registerLead(testbed, trx, {
        concerned: [{ name: "林知秋", unit: "经济发展局", personId: "person-0" }],
      });
      const pending = async () => Object.fromEntries(await countOpenMatters(trx, ["person-0", "person-1"]));
      assert.deepEqual(await pending(), { "person-0": 1 });
      const { id } = await openCase(testbed, trx, [lead.id]);
      assert.deepEqual(await pending(), { "person-0": 1 }, "the joined lead itself no longer counts");
      await must(
        act(testbed, trx, "decide-opening", "secretary", id, [
          { type: "opening-approved", on: "2026-02-02", inquirers: ["a", "b"], leader: "a", dueOn: "2026-04-02" },
        ]),
      );
      await must(
        act(testbed, trx, "add-subject", "officer", id, [
          { type: "subject-added", subject: subjectOf("person-1"), another: null },
        ]),
      );
      assert.deepEqual(await pending(), { "person-0": 1, "person-1": 1 }, "whom the lead named may still be added");
      await must(
        act(testbed, trx, "end-without-accountability", "secretary", id, [
          {
            type: "ended-without-accountability",
            on: "2026-02-05",
            ground: "nothing-established",
            reasons: "未发现问题",
          },
        ]),
      );
      assert.deepEqual(await pending(), {});
    });
  },
);

onEachEngine(
  "a rebuild from the events finds every derived row the same, and names and mends the one that was tampered with",
  async (testbed) => {
    const { database, jurisdictionId, law } = testbed;
    await testbed.work(async (trx) => {
      await seedRegistry(trx, ["林知秋", "周晓岚", "许怀远"]);
      const lead = await registerLead(testbed, trx, {
        concerned: [{ name: "林知秋", unit: "经济发展局", personId: "person-0" }],
      });
      await openCase(testbed, trx, [lead.id]);
      const first = await bringIntoEffect(testbed, trx, "person-0", "2020-02-29", {
        measures: ["demotion", "circulated-criticism"],
        reducedLevel: "科员级",
      });
      await bringIntoEffect(testbed, trx, "person-0", "2020-02-29", {
        measures: ["transfer"],
        handling: "adjustment",
        handlingReasons: "工作需要",
      });
      await bringIntoEffect(testbed, trx, "person-1", "2020-12-31", {
        measures: ["blame-resignation"],
        originalLevel: "乡科级副职",
        appliedOn: "2020-01-01",
      });
      const subjectId = "subject-of-person-0";
      await must(
        act(testbed, trx, "record-discipline", "officer", first.id, [
          {
            type: "discipline-recorded",
            decided: null,
            level: null,
            subjectId,
            sanction: "party-probation",
            effective: "2020-03-31",
            months: 12,
            authority: "高新区纪检监察工委",
            documentNumber: "本高纪〔2020〕2号",
          },
        ]),
      );
      await must(
        act(testbed, trx, "record-consent", "personnel", first.id, [
          {
            type: "consent-recorded",
            toLevel: null,
            subjectId,
            on: "2022-03-01",
            body: "superior-personnel-department",
            documentNumber: "本组〔2022〕9号",
          },
        ]),
      );
    });
    const whole = await rebuild(database, jurisdictionId, law, { repair: false });
    assert.deepEqual(whole.differences, []);
    assert.equal(whole.matters, 5);
    assert.ok(whole.rows > 20, String(whole.rows));

    await testbed.work(async (trx) => {
      await sql`UPDATE matter SET due_on = '2030-01-01', title = '改动' WHERE ordinal = 2 AND kind = 'case'`.execute(
        trx.kysely,
      );
      await sql`DELETE FROM restriction WHERE person_id = 'person-1' AND bars = 'promotion' AND layer = 'regulation'`.execute(
        trx.kysely,
      );
      await sql`DELETE FROM measure_taken WHERE person_id = 'person-0' AND kind = 'transfer'`.execute(trx.kysely);
      await sql`DELETE FROM matter_person WHERE person_id = 'person-1'`.execute(trx.kysely);
    });
    const spoiled = await rebuild(database, jurisdictionId, law, { repair: true });
    assert.deepEqual(spoiled.differences.map((one) => one.table).sort(), [
      "matter",
      "matter_person",
      "measure_taken",
      "restriction",
    ]);
    assert.deepEqual((await rebuild(database, jurisdictionId, law, { repair: false })).differences, []);
  },
);

onEachEngine("what other rules derived otherwise, or not at all, is derived again once", async (testbed) => {
  const app = appOn(testbed);
  assert.equal(await rederiveAfterRelease(app), null, "there is nothing to derive");
  await testbed.work(async (trx) => {
    await seedRegistry(trx, ["林知秋"]);
    await bringIntoEffect(testbed, trx, "person-0", "2020-01-10", { measures: ["transfer"] });
    await sql`UPDATE law_state SET derived = 'of other rules'`.execute(trx.kysely);
    await sql`DELETE FROM open_item`.execute(trx.kysely);
    await sql`UPDATE matter SET search_text = '', search = '{}' WHERE kind = 'case'`.execute(trx.kysely);
  });
  const anew = await rederiveAfterRelease(app);
  assert.equal(anew?.matters, 1);
  assert.ok(anew.changed >= 2, String(anew.changed));
  assert.equal(await rederiveAfterRelease(app), null, "once is enough");
  const { differences } = await rebuild(testbed.database, testbed.jurisdictionId, testbed.law, { repair: false });
  assert.deepEqual(differences, []);
});

onEachEngine("records of a person come in the order in which they took effect, each with its case", async (testbed) => {
  await testbed.work(async (trx) => {
    await seedRegistry(trx, ["林知秋"]);
    const later = await bringIntoEffect(testbed, trx, "person-0", "2021-05-01", { measures: ["admonition"] });
    const earlier = await bringIntoEffect(testbed, trx, "person-0", "2020-05-01", { measures: ["transfer"] });
    const records = (await recordsOfPersons(trx, ["person-0"])).get("person-0");
    assert.deepEqual(
      records?.measures.map(({ kind, handling, caseNumber }) => ({ kind, handling, caseNumber })),
      [
        { kind: "transfer", handling: "handling", caseNumber: earlier.number },
        { kind: "admonition", handling: null, caseNumber: later.number },
      ],
    );
  });
});

async function countRows(testbed: Testbed, table: string): Promise<number> {
  const [counted] = await testbed.work((trx) =>
    rowsOf(trx, z.object({ count: z.int() }), sql`SELECT count(*) AS count FROM ${sql.table(table)}`),
  );
  return counted?.count ?? -1;
}
