// The sweep by HTTP: what was registered, held against what was barred on its day; edges, retroactive measures, what falls away, dispositions.
import { wordsOf } from "#law/text/cited-words.ts";
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import test from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { readXlsx } from "hucre/xlsx";
import type { ConflictView, SweepRunView } from "#sweep/contract.ts";
import { isDue, keepSweeps } from "#sweep/uses/sweep-schedule.ts";
import { conflictFor, conflictsFor, disposeConflict } from "#sweep/uses/conflicts.ts";
import { resumeSweep, sweepNow, sweepsFor } from "#sweep/uses/sweep.ts";
import { countToSweep, personsToSweep } from "#sweep/rows/conflicts.ts";
import { inTransaction } from "#database/database.ts";
import { addPersons } from "#registry/rows/persons.ts";
import { addSweepRun, advanceSweep } from "#sweep/rows/sweep-runs.ts";
import { inventedIdNumber } from "../database/people.ts";
import { failureOf } from "./failure.ts";
import { caseAt, inputs } from "./steps.ts";
import { undoPersonMerge } from "#registry/uses/person-merges.ts";
import { done, inquirerId, openWorld, persons } from "./world.ts";
import type { Reply } from "./world.ts";

const world = await openWorld();
const { call, app } = world;
const scope = { jurisdictionId: app.jurisdictionId, accountId: null };

// Everybody here is transferred with effect from 2025-03-01, so barred from promotion until 2026-02-28; 2026-03-01 is the grey day.
let invented = 900;
async function somebody(): Promise<string> {
  invented += 1;
  const id = `somebody-${invented}`;
  const more = {
    id,
    name: `试${"甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未"[invented % 18]}${invented}`,
    idNumber: inventedIdNumber(invented),
  };
  await inTransaction(app.database, scope, (trx) => addPersons(trx, app.keys, [{ ...persons.other, ...more }]));
  return id;
}

function post(as: "personnel-officer" | "discipline-officer", path: string, body: object): Promise<Reply> {
  return call({ as, method: "POST", path, body: { key: randomUUID(), ...body } });
}

async function register(personId: string, kind: string, cells: object): Promise<void> {
  const reply = await post("personnel-officer", `/api/persons/${personId}/records`, { kind, cells });
  assert.equal(reply.status, 200, reply.text);
}

const promoted = (personId: string, from: string, more: object = {}) =>
  register(personId, "appointments", {
    unit: "青石街道办事处",
    post: "主任",
    level: "县处级副职",
    leading: "是",
    kind: "提拔",
    from,
    ...more,
  });

async function swept(): Promise<SweepRunView> {
  const run = await sweepNow(app, "command");
  assert.equal(run?.state, "done");
  return run;
}

async function conflictsOf(personId: string): Promise<ConflictView[]> {
  const body = { personId, limit: 100 };
  const reply = await call({ as: "committee-secretary", method: "POST", path: "/api/conflicts/search", body });
  assert.equal(reply.status, 200, reply.text);
  return (reply.json as { rows: ConflictView[] }).rows;
}

const brief = ({ entry, answer, state, onDay, forYear, until }: ConflictView) =>
  [entry.kind, answer, state, onDay ?? forYear, until].join(" ");

function dispose(conflict: ConflictView, said: object): Promise<Reply> {
  return post("personnel-officer", `/api/conflicts/${conflict.id}/dispositions`, {
    version: conflict.version,
    ...said,
  });
}

const codeOf = (reply: Reply) => failureOf(reply).data?.refusals?.[0]?.code;

test("on the last barred day a promotion is a conflict, on the grey day it waits to be confirmed; it names who, what, when, by which office, and quotes the text", async () => {
  const personId = await somebody();
  await caseAt(world, "effective", personId);
  const decided = { approvedOn: "2026-02-28", actingOffice: "党工委工作部", documentNumber: "测组任〔2026〕7号" };
  await promoted(personId, "2026-03-10", decided);
  const grey = await somebody();
  await caseAt(world, "effective", grey);
  await promoted(grey, "2026-03-01");
  await swept();
  assert.deepEqual((await conflictsOf(grey)).map(brief), ["appointment needs-confirmation open 2026-03-01 "]);
  const [conflict] = await conflictsOf(personId);
  assert.ok(conflict !== undefined);
  assert.equal(brief(conflict), "appointment barred open 2026-02-28 2026-02-28");
  assert.equal(conflict.person.personId, personId);
  assert.equal(conflict.entry.office, "党工委工作部");
  assert.equal(conflict.entry.organizationName, "青石街道办事处");
  assert.ok(
    conflict.answered.citations.some((cite) => cite.at === "13.1" && wordsOf(cite).zh.includes("一年内不得提拔")),
  );
  assert.ok(conflict.recordedAfter, "the measure was entered in July");
  assert.equal(conflict.answered.recordedOn, "2026-07-31");
});

test("grade and honour of the year of effect are conflicts, those of the years beside it are none", async () => {
  const personId = await somebody();
  await caseAt(world, "effective", personId);
  for (const year of ["2024", "2025", "2026"])
    await register(personId, "honours", { year, honour: "先进工作者", issuer: "区委" });
  for (const year of ["2024", "2025"]) await register(personId, "grades", { year, grade: "优秀" });
  await swept();
  const found = (await conflictsOf(personId)).map(({ entry, forYear }) => `${entry.kind} ${forYear}`);
  assert.deepEqual(found.sort(), ["grade 2025", "honour 2025"]);
});

test("a measure entered after the act is swept too, and says so", async () => {
  const personId = await somebody();
  world.setNow("2025-06-02T02:00:00Z");
  await promoted(personId, "2025-03-20");
  await swept();
  assert.deepEqual(await conflictsOf(personId), []);
  world.setNow("2026-05-10T02:00:00Z");
  const late = await caseAt(world, "served", personId);
  await done(world, "personnel-officer", "take-effect", late, {
    ...inputs.effect(late.subjectId),
    formalitiesOn: null,
  });
  await swept();
  const [conflict] = await conflictsOf(personId);
  world.setNow("2026-07-31T02:00:00Z");
  assert.equal(conflict?.recordedAfter, true);
  assert.equal(conflict.answered.recordedOn, "2026-05-10");
});

test("a measure revoked on appeal: the conflict falls away and stays to be seen", async () => {
  const personId = await somebody();
  const { subjectId, ...at } = await caseAt(world, "effective", personId);
  await promoted(personId, "2025-05-01");
  await swept();
  const appeal = { subjectId, on: "2025-03-10", ground: "认为处理过重" };
  const appealed = await done(world, "office-clerk", "record-appeal", at, appeal);
  const examination = { appeal: appealed.version, on: "2025-04-10", result: "revoked", findings: "事实不清" };
  const examined = await done(world, "reviewer", "examine-appeal", appealed, {
    ...examination,
    documentNumber: "测纪复〔2025〕1号",
  });
  const deliberation = { ...inputs.deliberation, on: "2025-04-15" };
  const deliberated = await done(world, "office-clerk", "record-deliberation", examined, deliberation);
  await done(world, "committee-secretary", "change-decision", deliberated, {
    subjectId,
    ground: { type: "appeal", appeal: appealed.version },
    change: { kind: "revoked" },
    body: "working-committee",
    on: "2025-04-20",
    documentNumber: "测党发〔2025〕9号",
    reasons: "事实不清",
  });
  const run = await swept();
  assert.equal(run.fallen, 1);
  const [conflict] = await conflictsOf(personId);
  assert.equal(conflict?.state, "fallen");
  assert.deepEqual(
    conflict.turns.map(({ kind, because }) => [kind, because]),
    [
      ["found", null],
      ["fallen", "restriction-gone"],
    ],
  );
  const reply = await dispose(conflict, { way: "no-conflict", reasons: "无" });
  assert.equal(codeOf(reply), "not-at-this-stage");
});

test("what was dealt with does not come back by itself, only with another ground; what was withdrawn falls away", async () => {
  const personId = await somebody();
  await caseAt(world, "effective", personId);
  await register(personId, "grades", { year: "2025", grade: "优秀" });
  await swept();
  const [conflict] = await conflictsOf(personId);
  assert.ok(conflict !== undefined);
  const refused = await dispose(conflict, { way: "corrected", reasons: "已改定称职" });
  assert.deepEqual(
    failureOf(refused).data?.refusals?.map(({ field }) => field),
    ["documentNumber", "on"],
  );
  const said = { way: "corrected", on: "2026-07-30", documentNumber: "测组〔2026〕3号", reasons: "已改定称职" };
  assert.equal((await dispose(conflict, said)).status, 200);
  assert.equal(codeOf(await dispose(conflict, said)), "changed-meanwhile");
  const again = await swept();
  assert.equal(again.found, 0);
  assert.deepEqual((await conflictsOf(personId)).map(brief), ["grade barred disposed 2025 2025-12-31"]);
  // A second case with another measure: another ground.
  await caseAt(world, "effective", personId);
  await swept();
  assert.deepEqual((await conflictsOf(personId)).map(({ state }) => state).sort(), ["fallen", "open"]);
  await register(personId, "grades", { year: "2025", grade: "称职" });
  await swept();
  assert.deepEqual(
    (await conflictsOf(personId)).map(({ state }) => state),
    ["fallen", "fallen"],
  );
  const last = (await conflictsOf(personId))
    .flatMap(({ turns }) => turns)
    .filter(({ because }) => because === "entry-changed");
  assert.equal(last.length, 1);
});

test("consent lifts no bar; for what needs consent it must be dated before the decision; recorded in the case, the conflict falls away", async () => {
  const personId = await somebody();
  const { subjectId, ...at } = await caseAt(world, "effective", personId);
  await promoted(personId, "2025-05-01");
  await promoted(personId, "2026-04-01", { post: "书记", kind: "提拔", level: "县处级正职" });
  await swept();
  const [later, barred] = (await conflictsOf(personId)).sort((a, b) => ((a.onDay ?? "") < (b.onDay ?? "") ? 1 : -1));
  assert.ok(later !== undefined && barred !== undefined);
  assert.equal(later.answer, "needs-consent");
  const consent = { way: "consented", documentNumber: "市组干〔2026〕8号", reasons: "同意在先，漏记" };
  const onBarred = await dispose(barred, { ...consent, on: "2025-04-20" });
  assert.equal(codeOf(onBarred), "consent-lifts-no-bar");
  assert.match(onBarred.text, /"at":"13\.1"/u);
  assert.equal(codeOf(await dispose(later, { ...consent, on: "2026-04-01" })), "consent-too-late");
  await done(world, "personnel-officer", "record-consent", at, { ...inputs.consent(subjectId, "2026-03-20") });
  await swept();
  const fallen = (await conflictsOf(personId)).find(({ id }) => id === later.id);
  assert.equal(fallen?.state, "fallen");
  assert.equal(fallen.turns.at(-1)?.because, "consent-recorded");
});

test("a grey day confirmed by a named person to a request for clearance: not barred is none, barred is one", async () => {
  const confirmed = async (barred: boolean) => {
    const personId = await somebody();
    await caseAt(world, "effective", personId);
    const [{ json }] = [await call({ as: "personnel-officer", method: "GET", path: `/api/persons/${personId}` })];
    const { name } = (json as { person: { name: string } }).person;
    const names = [{ name, unit: "生态环境局" }];
    const asked = { purpose: "promotion", purposeText: "拟提拔", date: "2026-03-01", requester: "工作部", names };
    const { requestId } = (await post("personnel-officer", "/api/clearance", asked)).json as { requestId: string };
    const read = await call({
      as: "personnel-officer",
      method: "POST",
      path: `/api/clearance/${requestId}/lines`,
      body: { round: 1 },
    });
    const { digest } = (read.json as { rows: [{ digest: string }] }).rows[0];
    const said = { line: 1, digest, barred, reason: "经核实" };
    assert.equal((await post("personnel-officer", `/api/clearance/${requestId}/confirmations`, said)).status, 200);
    await promoted(personId, "2026-03-01");
    await swept();
    return (await conflictsOf(personId)).map(({ answer }) => answer);
  };
  assert.deepEqual(await confirmed(false), []);
  assert.deepEqual(await confirmed(true), ["barred"]);
});

test("records merged into one person are read as one, and apart again after the merge is undone; a renamed organization is called as it was", async () => {
  const one = await somebody();
  const other = await somebody();
  await caseAt(world, "effective", one);
  await promoted(other, "2025-10-01");
  const organization = await call({ as: "personnel-officer", method: "GET", path: "/api/organizations/street" });
  const { version } = organization.json as { version: number };
  const renamed = {
    version,
    kind: "renamed",
    on: "2026-01-01",
    name: "青石新城街道办事处",
    documentNumber: "测编〔2025〕1号",
  };
  assert.equal((await post("personnel-officer", "/api/organizations/street/changes", renamed)).status, 200);
  await swept();
  assert.deepEqual([...(await conflictsOf(one)), ...(await conflictsOf(other))], []);
  const merge = await post("personnel-officer", "/api/person-merges", {
    survivorId: one,
    mergedId: other,
    reasons: "同一人",
  });
  const { mergeId } = merge.json as { mergeId: string };
  await swept();
  const [conflict] = await conflictsOf(one);
  assert.equal(conflict?.entry.organizationName, "青石街道办事处");
  // Undone by a colleague: who made a merge does not undo it.
  const colleague = { ...world.actorOf("personnel-officer"), accountId: inquirerId };
  const undone = await undoPersonMerge(world.app, colleague, { key: randomUUID(), mergeId, reasons: "核实为两人" });
  assert.equal(undone.type, "done");
  await swept();
  assert.deepEqual(
    (await conflictsOf(other)).map(({ state }) => state),
    ["fallen"],
  );
});

test("on demand: begun once by one key, seen to its end; the report is a spreadsheet", async () => {
  const key = randomUUID();
  const begun = await call({ as: "discipline-officer", method: "POST", path: "/api/sweeps", body: { key } });
  assert.equal(begun.status, 200, begun.text);
  const { runId } = begun.json as { runId: string };
  const doubled = await call({ as: "discipline-officer", method: "POST", path: "/api/sweeps", body: { key } });
  assert.deepEqual(doubled.json, begun.json);
  let run: SweepRunView;
  do {
    await sleep(20);
    run = (await call({ as: "committee-secretary", method: "GET", path: `/api/sweeps/${runId}` })).json as SweepRunView;
  } while (run.state === "running");
  assert.equal(run.state, "done");
  assert.equal(run.occasion, "asked");
  assert.equal(run.personsDone, run.personsAll);
  assert.ok(run.entries > 0);
  assert.equal(codeOf(await post("discipline-officer", `/api/sweeps/${runId}/cancel`, {})), "not-at-this-stage");
  const report = await fetch(`${world.origin}/api/sweep-report?state=open&entryKind=appointment`, {
    headers: { cookie: await world.cookieOf("committee-secretary") },
  });
  assert.equal(report.status, 200);
  const book = await readXlsx(new Uint8Array(await report.arrayBuffer()));
  const cells = JSON.stringify(book.sheets[0]?.rows);
  for (const told of [
    "党工委工作部",
    "2026-02-28",
    "第十三条第一款",
    "一年内不得提拔",
    "调离岗位",
    "待处置",
    "晚于该事项",
  ])
    assert.ok(cells.includes(told), told);
  const wrong = await call({ as: "committee-secretary", method: "GET", path: "/api/sweep-report?state=closed" });
  assert.equal(wrong.status, 400);
});

test("one that was cut off refuses another and is gone on with from where it was; one that is cancelled stays as it is", async () => {
  const left = async (afterPerson: string) => {
    const id = randomUUID();
    await inTransaction(app.database, scope, async (trx) => {
      const startedAt = "2026-07-31T02:00:00.000Z";
      const begun = { id, occasion: "night", law: "", startedBy: null, startedName: "", startedAt } as const;
      await addSweepRun(trx, { ...begun, personsAll: await countToSweep(trx) });
      const nothing = { persons: 0, entries: 0, found: 0, again: 0, fallen: 0, unjudged: 0 };
      await advanceSweep(trx, id, { afterPerson, ...nothing }, startedAt);
    });
    return id;
  };
  const runOf = async (id: string) =>
    (await call({ as: "personnel-officer", method: "GET", path: `/api/sweeps/${id}` })).json as SweepRunView;
  const [first] = await inTransaction(app.database, scope, (trx) => personsToSweep(trx, "", 1));
  const cut = await left(first ?? "");
  assert.equal(codeOf(await post("personnel-officer", "/api/sweeps", {})), "sweep-under-way");
  assert.equal(await sweepNow(app, "night"), null);
  await resumeSweep(app);
  const { state, personsAll, personsDone } = await runOf(cut);
  assert.deepEqual([state, personsDone], ["done", personsAll - 1]);
  const cancelled = await left("");
  assert.equal((await post("discipline-officer", `/api/sweeps/${cancelled}/cancel`, {})).status, 200);
  await resumeSweep(app);
  assert.deepEqual([(await runOf(cancelled)).state, (await runOf(cancelled)).personsDone], ["cancelled", 0]);
});

test("whoever is found barred neither sees nor deals with it, and gets the answer of one that is not there", async () => {
  const personId = await somebody();
  await caseAt(world, "effective", personId);
  await register(personId, "honours", { year: "2025", honour: "先进工作者" });
  await swept();
  const [conflict] = await conflictsOf(personId);
  assert.ok(conflict !== undefined);
  const own = { ...world.actorOf("personnel-officer"), personId };
  assert.deepEqual(await conflictFor(app, own, { conflictId: conflict.id }), { type: "not-found" });
  const filter = { state: null, answer: null, entryKind: null, recordedAfter: false, personId, after: null, limit: 10 };
  assert.deepEqual((await conflictsFor(app, own, filter)).rows, []);
  const said = { way: "no-conflict", on: null, documentNumber: "", reasons: "无" } as const;
  const tried = await disposeConflict(app, own, { key: randomUUID(), conflictId: conflict.id, version: 1, ...said });
  assert.equal(tried.type, "not-found");
});

test("the night's sweep is due once a night, at two o'clock here, and a night that was missed is made up for", async () => {
  world.setNow("2026-08-01T17:59:00Z");
  await swept();
  assert.equal(await isDue(app), false);
  world.setNow("2026-08-01T18:00:00Z");
  assert.equal(await isDue(app), true);
  await sweepNow(app, "night");
  assert.equal(await isDue(app), false);
  world.setNow("2026-08-05T01:00:00Z");
  assert.equal(await isDue(app), true);
  world.setNow("2026-07-31T02:00:00Z");
});

test("while the server runs the night's sweep begins by itself, with nobody's name", async () => {
  world.setNow("2026-08-05T18:00:00Z");
  // Whoever had signed in five days before would have to sign in again.
  const list = async () => (await sweepsFor(app, world.actorOf("personnel-officer"), { after: null, limit: 1 })).rows;
  const told: unknown[] = [];
  const end = keepSweeps(app, (error) => told.push(error));
  let [latest] = await list();
  while (latest?.startedAt !== "2026-08-05T18:00:00.000Z" || latest.state === "running") {
    await sleep(20);
    [latest] = await list();
  }
  assert.deepEqual([latest.occasion, latest.state, latest.startedName], ["night", "done", ""]);
  assert.equal(latest.personsDone, latest.personsAll);
  await end();
  assert.deepEqual(told, []);
  world.setNow("2026-07-31T02:00:00Z");
});
