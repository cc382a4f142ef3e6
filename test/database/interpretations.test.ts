// Interpretations on both engines: recorded by two bodies, used from their day on, the same for every process, and in a rebuild.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { z } from "zod";
import type { App } from "#kernel/app.ts";
import type { Answer } from "#kernel/answer.ts";
import { previewInterpretation } from "#law-admin/uses/interpretation-effect.ts";
import { countersignInterpretation, enterInterpretation } from "#law-admin/uses/interpretations.ts";
import { normsFor, openNormsFor } from "#law-admin/uses/norms.ts";
import { packsVersion } from "#law-admin/uses/law-in-force.ts";
import { rederiveAfterPacks } from "#matters/uses/rederive.ts";
import type { InterpretationInput, NormDecision } from "#law-admin/rules/interpretation.ts";
import { barringNorms } from "#law-admin/rules/norm.ts";
import { listEntries } from "#log/rows/audit.ts";
import { lawInForce } from "#law-admin/rows/law-state.ts";
import { rebuild } from "#matters/rows/rebuild.ts";
import { countRestrictions, restrictionsOfPersons } from "#eligibility/rows/restrictions.ts";
import { rowsOf } from "#database/rows.ts";
import { onEachEngine } from "./engines.ts";
import type { Testbed } from "./engines.ts";
import { actorOf, addAccounts, bringIntoEffect, keys, seedRegistry } from "./people.ts";

const officer = actorOf("officer", ["discipline-officer"]);
const personnel = actorOf("personnel", ["personnel-officer"]);

function appOn({ database, jurisdictionId, law }: Testbed, today = "2020-08-01"): App {
  const now = Temporal.Instant.from(`${today}T02:00:00Z`);
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

const entry = (more: Partial<InterpretationInput> = {}): InterpretationInput => ({
  body: "discipline-committee",
  number: "试解〔2020〕1号",
  on: "2020-08-01",
  validFrom: "2020-08-01",
  anchor: "13.1",
  question: "期限的最后一日是哪一日",
  text: "期限的最后一日为周年日当日",
  effect: { type: "reading", setting: "periodEnd", option: "anniversary", recompute: true },
  replaces: null,
  ...more,
});

async function enter(app: App, more: Partial<InterpretationInput> = {}): Promise<string> {
  const { interpretationId } = done(await enterInterpretation(app, officer, { ...entry(more), key: randomUUID() }));
  return interpretationId;
}

async function agree(app: App, interpretationId: string): Promise<{ persons: number; changed: number }> {
  const signing = { body: "personnel-department", agreed: true, reasons: "" };
  return done(await countersignInterpretation(app, personnel, { ...signing, interpretationId, key: randomUUID() }));
}

function done<T>(administered: Answer<T>): T {
  if (administered.type !== "done") throw new Error(JSON.stringify(administered));
  return administered.answer;
}

function codesOf(administered: Answer<unknown>): string[] {
  return administered.type === "refused" ? administered.refusals.map(({ code }) => code) : [administered.type];
}

/** Of the regulation's bar on promotion: last barred day, and on which days it counts. */
async function promotion(testbed: Testbed, person: string): Promise<(string | null)[][]> {
  const found = await testbed.work((trx) => restrictionsOfPersons(trx, [person], { past: true }));
  return (found[person] ?? [])
    .filter(({ bars, layer }) => bars === "promotion" && layer === "regulation")
    .map(({ until, countsFrom, countsUntil, interpretations }) => [
      until,
      countsFrom,
      countsUntil,
      interpretations.map(({ number }) => number).join(),
    ]);
}

/** Two decided before the interpretation, of which one is over by then. */
async function people(testbed: Testbed): Promise<void> {
  await testbed.work(async (trx) => {
    await seedRegistry(trx, ["林知秋", "周晓岚"]);
    await addAccounts(trx, ["officer", "secretary", "clerk", "personnel"]);
    await bringIntoEffect(testbed, trx, "person-0", "2020-03-10", { measures: ["transfer"] });
    await bringIntoEffect(testbed, trx, "person-1", "2019-05-10", { measures: ["transfer"] });
  });
}

onEachEngine(
  "it holds once the other body agrees; what runs is counted anew, and both countings stay",
  async (testbed) => {
    await people(testbed);
    const app = appOn(testbed);
    const id = await enter(app);
    assert.deepEqual(await promotion(testbed, "person-0"), [["2021-03-09", null, null, ""]]);
    const shown = done(await previewInterpretation(app, personnel, { interpretationId: id, after: null, limit: 20 }));
    assert.deepEqual(
      shown.rows.map(({ name, changes }) => [
        name,
        changes
          .filter(({ bars, layer }) => bars === "promotion" && layer === "regulation")
          .map(({ before, after }) => [before?.until, before?.greyDay, after?.until, after?.greyDay]),
      ]),
      [["林知秋", [["2021-03-09", "2021-03-10", "2021-03-10", null]]]],
    );
    assert.deepEqual(await agree(app, id), { persons: 2, changed: 1 });
    assert.deepEqual(await promotion(testbed, "person-0"), [
      ["2021-03-09", null, "2020-08-01", ""],
      ["2021-03-10", "2020-08-01", null, "试解〔2020〕1号"],
    ]);
    assert.deepEqual(await promotion(testbed, "person-1"), [["2020-05-09", null, null, ""]]);
    const running = await testbed.work((trx) => countRestrictions(trx, "2021-03-10", 30));
    assert.equal(running.running.value, 1);
  },
);

onEachEngine(
  "a rebuild by the packs alone finds the same rows, and a later decision uses the interpretation",
  async (testbed) => {
    await people(testbed);
    const app = appOn(testbed);
    await agree(app, await enter(app));
    await testbed.work((trx) => bringIntoEffect(testbed, trx, "person-1", "2020-09-01", { measures: ["transfer"] }));
    const { differences } = await rebuild(testbed.database, testbed.jurisdictionId, testbed.law, { repair: false });
    assert.deepEqual(differences, []);
    // Decided on 2020-01-02, before it holds: counted anew because it ran; the law it was saved by was that of the packs.
    assert.ok((await promotion(testbed, "person-1")).some(([until]) => until === "2021-09-01"));
  },
);

onEachEngine(
  "every transaction sees it, whichever process recorded it, and the one replaced stays on record",
  async (testbed) => {
    await people(testbed);
    const app = appOn(testbed);
    const other = appOn({ ...testbed, law: { ...testbed.law } });
    const first = await enter(app);
    await agree(app, first);
    const seen = await testbed.work((trx) => lawInForce(trx, other.law));
    assert.deepEqual(
      seen.changes.map(({ option }) => option),
      ["anniversary"],
    );
    await agree(
      other,
      await enter(other, {
        number: "试解〔2020〕2号",
        effect: { type: "words" },
        replaces: first,
        validFrom: "2020-08-02",
      }),
    );
    const after = await testbed.work((trx) => lawInForce(trx, app.law));
    assert.equal(after.interpretations.length, 2);
    assert.ok((after.changes[0]?.until ?? 0) - (after.changes[0]?.from ?? 0) === 1);
  },
);

onEachEngine("a norm that is decided on bars from its day, and bars nobody once it is not applied", async (testbed) => {
  await people(testbed);
  const norm = barringNorms(testbed.law).find(({ rule }) => rule.measures.includes("transfer"));
  assert.ok(norm !== undefined);
  const { pack, rule } = norm;
  const from = `${Number(pack.validity.from.slice(0, 4)) + 1}-01-01`;
  const app = appOn(testbed, from);
  await testbed.work((trx) =>
    bringIntoEffect(testbed, trx, "person-0", `${from.slice(0, 4)}-02-01`, { measures: ["transfer"] }, from),
  );
  const wouldBar = async () => {
    const rows = await normsFor(appOn(testbed, `${from.slice(0, 4)}-03-01`), personnel);
    return rows.find((one) => one.pack === pack.id && one.rule === rule.id)?.wouldBar;
  };
  assert.deepEqual(await wouldBar(), { value: 1, more: false });
  const open = (await openNormsFor(app, personnel)).undecided;
  const bars = async () => {
    const found = await testbed.work((trx) => restrictionsOfPersons(trx, ["person-0"]));
    return (found["person-0"] ?? []).filter(({ cite }) => cite.pack === pack.id).length;
  };
  assert.equal(await bars(), 0);
  const decide = (number: string, decision: NormDecision, replaces: string | null = null) =>
    enter(replaces === null ? app : appOn(testbed, `${from.slice(0, 4)}-02-02`), {
      number,
      on: from,
      validFrom: pack.validity.from,
      anchor: rule.cite,
      text: "与正式文本核对一致",
      effect: { type: "norm", pack: pack.id, rule: rule.id, decision, passage: "第十一条", source: "机要室存印发件" },
      replaces,
    });
  const id = await decide("试认〔2022〕1号", "applies");
  // Both bodies decide: neither a colleague of the same body nor who entered it signs for the other.
  assert.deepEqual(
    codesOf(
      await countersignInterpretation(app, actorOf("clerk", ["reviewer"]), {
        interpretationId: id,
        body: "discipline-committee",
        agreed: true,
        reasons: "",
        key: randomUUID(),
      }),
    ),
    ["same-body"],
  );
  assert.deepEqual(await openNormsFor(app, personnel), { undecided: open, awaiting: 1 });
  await agree(app, id);
  assert.deepEqual(await openNormsFor(app, personnel), { undecided: open - 1, awaiting: 0 });
  assert.ok((await bars()) > 0);
  await agree(app, await decide("试认〔2022〕2号", "not-applied", id));
  assert.equal(await bars(), 0);
  const [row] = (await normsFor(app, personnel)).filter((one) => one.pack === pack.id && one.rule === rule.id);
  assert.deepEqual(
    row?.decisions.map(({ number, replacedBy }) => [number, replacedBy === null]),
    [
      ["试认〔2022〕2号", true],
      ["试认〔2022〕1号", false],
    ],
  );
  assert.deepEqual(await wouldBar(), { value: 1, more: false });
  const { differences } = await rebuild(testbed.database, testbed.jurisdictionId, testbed.law, { repair: false });
  assert.deepEqual(differences, []);
});

onEachEngine(
  "who entered it cannot countersign it, nor the same body; sent back it needs reasons and changes nothing",
  async (testbed) => {
    await people(testbed);
    const app = appOn(testbed);
    const interpretationId = await enter(app);
    const sign = (who: typeof officer, body: string, agreed = true, reasons = "") =>
      countersignInterpretation(app, who, { interpretationId, body, agreed, reasons, key: randomUUID() });
    assert.deepEqual(codesOf(await sign(officer, "discipline-committee")), ["four-eyes"]);
    const reviewer = actorOf("clerk", ["reviewer"]);
    assert.deepEqual(codesOf(await sign(reviewer, "discipline-committee")), ["same-body"]);
    assert.deepEqual(codesOf(await sign(reviewer, "personnel-department")), ["not-an-interpreting-body"]);
    assert.deepEqual(codesOf(await sign(personnel, "personnel-department", false)), ["reasons-missing"]);
    done(await sign(personnel, "personnel-department", false, "与上位规定不一致"));
    assert.deepEqual(codesOf(await sign(personnel, "personnel-department")), ["signed-already"]);
    assert.equal((await testbed.work((trx) => lawInForce(trx, app.law))).changes.length, 0);
    await assert.rejects(
      testbed.work((trx) =>
        sql`INSERT INTO interpretation_signature (jurisdiction_id, interpretation_id, agreed, ordinal, reasons, entered_by, signed_at, signed_by, signed_name, signed_for)
        SELECT jurisdiction_id, 'other', true, 1, '', entered_by, entered_at, entered_by, '', '' FROM interpretation`.execute(
          trx.kysely,
        ),
      ),
      (error: { constraint?: string }) => error.constraint === "who_enters_does_not_countersign",
    );
  },
);

onEachEngine("what cannot be entered is refused with the clause on interpretation", async (testbed) => {
  await people(testbed);
  const app = appOn(testbed);
  const codes = async (more: Partial<InterpretationInput>, who = officer) => {
    const refused = await enterInterpretation(app, who, { ...entry(more), key: randomUUID() });
    assert.ok(
      refused.type === "refused" && refused.refusals.every(({ source }) => source?.at === "14"),
      JSON.stringify(refused),
    );
    return codesOf(refused).join();
  };
  assert.equal(await codes({}, actorOf("clerk", ["committee-secretary"])), "not-an-interpreting-body");
  assert.equal(await codes({ body: "personnel-department" }), "not-an-interpreting-body");
  assert.equal(await codes({ on: "2020-08-02", validFrom: "2020-08-02" }), "date-in-the-future");
  assert.equal(await codes({ validFrom: "2020-07-31" }), "before-its-own-date");
  assert.equal(await codes({ anchor: "99.9" }), "no-such-clause");
  assert.equal(
    await codes({ effect: { type: "reading", setting: "periodEnd", option: "never", recompute: false } }),
    "unknown-option",
  );
  const scope = { type: "norm", pack: testbed.law.regulation.id, rule: "scope", decision: "applies" } as const;
  assert.equal(await codes({ effect: { ...scope, passage: "第二条", source: "印发件" } }), "already-verified");
  assert.equal(await codes({ replaces: "nothing" }), "nothing-to-replace");
  await agree(app, await enter(app));
  assert.equal(await codes({}), "number-taken,two-from-one-day");
});

onEachEngine("one key has one effect, and both steps stand in the log", async (testbed) => {
  await people(testbed);
  const app = appOn(testbed);
  const key = randomUUID();
  const [one, two] = await Promise.all([1, 2].map(() => enterInterpretation(app, officer, { ...entry(), key })));
  assert.ok(one !== undefined && two !== undefined);
  assert.deepEqual(done(one), done(two));
  const { interpretationId } = done(one);
  const signing = { interpretationId, body: "personnel-department", agreed: true, reasons: "", key: randomUUID() };
  const signed = await Promise.all([1, 2].map(() => countersignInterpretation(app, personnel, signing)));
  assert.deepEqual(signed.map(done), [
    { persons: 2, changed: 1 },
    { persons: 2, changed: 1 },
  ]);
  const said = await testbed.work((trx) =>
    listEntries(trx, { kind: "act", actor: "", from: null, to: null, after: null, limit: 100 }),
  );
  const steps = said.rows.map(({ what }) => what).filter((what) => what.endsWith("interpretation"));
  assert.deepEqual(steps.toSorted(), ["countersign-interpretation", "enter-interpretation"]);
});

onEachEngine(
  "when the packs are others than before, the next start derives again, once, and says so in the log",
  async (testbed) => {
    await people(testbed);
    const app = appOn(testbed);
    assert.deepEqual(await rederiveAfterPacks(app), { persons: 2, changed: 0 });
    assert.equal(await rederiveAfterPacks(app), null);
    // The same packs with another reading of their own: as a lawyer would change a default.
    const changed = { ...testbed.law, settings: { ...testbed.law.settings, periodEnd: "anniversary" } };
    assert.notEqual(packsVersion(changed), packsVersion(testbed.law));
    assert.deepEqual(await rederiveAfterPacks({ ...app, law: changed }), { persons: 2, changed: 2 });
    assert.deepEqual(await promotion(testbed, "person-0"), [["2021-03-10", null, null, ""]]);
    const [counted] = await testbed.work((trx) =>
      rowsOf(
        trx,
        z.object({ count: z.int() }),
        sql`SELECT count(*) AS count FROM audit_entry WHERE jurisdiction_id = ${trx.jurisdictionId} AND what = 'rederive-restrictions'`,
      ),
    );
    assert.equal(counted?.count, 2);
  },
);
