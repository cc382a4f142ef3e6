// Official texts on both engines: loaded by one, checked by another, quoted from then on, and the law of an earlier moment as it was.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import type { Answer } from "#kernel/answer.ts";
import type { App } from "#kernel/app.ts";
import { checkOfficialText, loadOfficialText, officialTextsPage } from "#law-admin/uses/official-texts.ts";
import { citedWords } from "#law/text/cited-words.ts";
import type { Law } from "#law/compile/law.ts";
import { procedureOf } from "#law/procedure/procedures.ts";
import { listEntries } from "#log/rows/audit.ts";
import { countLawChanges, lawInForce, lawAfterChanges } from "#law-admin/rows/law-state.ts";
import { restrictionsOfPersons } from "#eligibility/rows/restrictions.ts";
import { onEachEngine } from "./engines.ts";
import type { Testbed } from "./engines.ts";
import { actorOf, addAccounts, bringIntoEffect, keys, seedRegistry } from "./people.ts";

const officer = actorOf("officer", ["discipline-officer"]);
const personnel = actorOf("personnel", ["personnel-officer"]);

function appOn({ database, jurisdictionId, law }: Testbed): App {
  const now = Temporal.Instant.from("2026-08-01T02:00:00Z");
  return {
    database,
    law,
    jurisdictionId,
    otherPacks: [],
    dataFolder: "",
    keys,
    reporterKey: new Uint8Array(32),
    clock: () => now,
    jurisdictionName: "试验区",
  };
}

/** Invented for the test: no text of any norm. */
const text = "某条例（试验文本）\n第二十四条　影响期没有届满的人员，不列为考察对象。";
const passage = "影响期没有届满的人员，不列为考察对象。";

const done = <T>(administered: Answer<T>): T => {
  if (administered.type !== "done") throw new Error(JSON.stringify(administered));
  return administered.answer;
};

const ruleAt = (law: Law): string => {
  const pack = law.upper.find(({ id }) => id === "xuanren-2019");
  const rule = pack?.rules.find(({ cite }) => cite === "24.6");
  if (rule === undefined) throw new Error("the pack has no such rule");
  return rule.id;
};

onEachEngine("one loads it, another checks it, and its passage is quoted in what is on record", async (testbed) => {
  await testbed.work(async (trx) => {
    await seedRegistry(trx, ["林知秋"]);
    await addAccounts(trx, ["officer", "secretary", "clerk", "personnel"]);
    await bringIntoEffect(testbed, trx, "person-0", "2026-03-10", { measures: ["removal"] });
  });
  const app = appOn(testbed);
  const rule = ruleAt(testbed.law);
  const cited = async (): Promise<string[]> => {
    const found = await testbed.work((trx) => restrictionsOfPersons(trx, ["person-0"]));
    return (found["person-0"] ?? [])
      .filter(({ cite }) => cite.pack === "xuanren-2019" && cite.at === "24.6")
      .map(({ cite }) => citedWords(cite).zh);
  };
  const before = await cited();
  assert.ok(before.length > 0 && before.every((one) => one.includes("大意：")), before.join());

  const loading = {
    body: "discipline-committee",
    pack: "xuanren-2019",
    source: "试验汇编第1页",
    fileName: "条例.txt",
    text,
    passages: [{ rule, words: passage }],
  };
  const key = randomUUID();
  const { officialTextId } = done(await loadOfficialText(app, officer, { key, ...loading }));
  assert.deepEqual(done(await loadOfficialText(app, officer, { key, ...loading })), { officialTextId });
  assert.deepEqual(await cited(), before, "it is quoted before anybody checked it");

  const check = { officialTextId, agreed: true, reasons: "" };
  const own = await checkOfficialText(app, officer, { ...check, key: randomUUID(), body: "discipline-committee" });
  assert.equal(own.type === "refused" ? own.refusals[0]?.code : own.type, "four-eyes");
  const theirs = { ...check, key: randomUUID(), body: "personnel-department" };
  assert.deepEqual(done(await checkOfficialText(app, personnel, theirs)), { persons: 1, changed: 1 });
  const after = await cited();
  assert.ok(
    after.length === before.length && after.every((one) => one.endsWith(`第二十四条：“${passage}”`)),
    after.join(),
  );

  await testbed.work(async (trx) => {
    const held = await countLawChanges(trx);
    assert.equal(held, 1);
    const now = await lawInForce(trx, testbed.law);
    assert.equal(now.passages["xuanren-2019"]?.[rule]?.words, passage);
    assert.deepEqual((await lawAfterChanges(trx, testbed.law, 0)).passages, {});
    assert.deepEqual((await lawAfterChanges(trx, testbed.law, 1)).passages, now.passages);
    // The text of the regulation stays its own.
    assert.equal(procedureOf(now, "consent", "2026-08-01")?.words.kind, "verbatim");
    const asked = { kind: "act", actor: "", from: null, to: null, after: null, limit: 100 };
    const said = await listEntries(trx, asked);
    const whats = said.rows.map(({ what }) => what);
    assert.ok(whats.includes("load-official-text") && whats.includes("check-official-text"), whats.join());
  });
  const { rows } = await officialTextsPage(app, personnel);
  assert.deepEqual(
    rows.map(({ id, check: checked }) => [id, checked?.agreed]),
    [[officialTextId, true]],
  );
});
