// The whole thread by HTTP, each step by whoever has the duty: from a lead to a decision, and the question that meets it a year later.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import test from "node:test";
import { readXlsx } from "hucre/xlsx";
import type { EligibilityLine, EligibilityReply } from "#eligibility/contract/eligibility.ts";
import type { Receipt } from "#matters/contract/acts.ts";
import { rebuildAll } from "#matters/uses/rebuild.ts";
import type { ActId } from "#casework/acts.ts";
import type { Role } from "#casework/roles.ts";
import { citationKey } from "#law/text/citation.ts";
import type { Citation } from "#law/text/citation.ts";
import { wordsOf } from "#law/text/cited-words.ts";
import { inputs, lastId, leadAt } from "./steps.ts";
import { openWorld, persons } from "./world.ts";

const world = await openWorld();
const { call } = world;

async function act(role: Role, id: ActId, at: Receipt | null, input: unknown): Promise<Receipt> {
  const reply = await call({
    as: role,
    method: "POST",
    path: `/api/acts/${id}`,
    body: { matterId: at?.matterId ?? null, version: at?.version ?? null, key: randomUUID(), input },
  });
  assert.equal(reply.status, 200, `${id}: ${reply.text}`);
  return reply.json as Receipt;
}

type Name = { name: string; unit?: string; idNumber?: string; personId?: string; toLevel?: string };

async function ask(date: string, names: Name[] = [{ name: "周明远" }]): Promise<EligibilityReply> {
  const reply = await call({
    as: "personnel-officer",
    method: "POST",
    path: "/api/eligibility",
    body: { purpose: "promotion", date, year: null, names },
  });
  assert.equal(reply.status, 200, reply.text);
  return reply.json as EligibilityReply;
}

type Answered = Extract<EligibilityLine, { match: "one" }>;

async function answerOn(date: string): Promise<Answered> {
  const [line] = (await ask(date)).lines;
  assert.ok(line?.match === "one");
  return line;
}

let at: Receipt;
let subjectId: string;

test("before anything is recorded, the answer is clear, and says that nothing is recorded", async () => {
  const line = await answerOn("2025-01-02");
  assert.equal(line.answer, "clear");
  assert.equal(line.nothingRecorded, true);
  assert.deepEqual(line.restrictions, []);
});

test("a lead becomes a case, and the asking side learns only that the answer is deferred", async () => {
  const lead = await act("office-clerk", "register-lead", null, inputs.lead(persons.subject.id));
  assert.equal(lead.number, "线索〔2026〕1号");
  const deferred = await answerOn("2026-01-02");
  assert.equal(deferred.answer, "pending");
  assert.deepEqual(
    deferred.sentences.map(({ zh }) => zh),
    ["暂缓"],
  );
  assert.deepEqual(
    [deferred.citations, deferred.notes, deferred.restrictions, deferred.nothingRecorded],
    [[], [], [], false],
  );
  assert.ok(!JSON.stringify(deferred).includes(lead.matterId) && !JSON.stringify(deferred).includes("线索"));

  at = await act("discipline-officer", "request-opening", null, inputs.opening([lead.matterId]));
  assert.equal(at.number, "问责〔2026〕1号");
  const path = `/api/matters/${lead.matterId}`;
  assert.match((await call({ as: "discipline-officer", method: "GET", path })).text, /lead-joined/u);
  // Who handed it in sees no more than that they did.
  const seen = await call({ as: "office-clerk", method: "GET", path });
  assert.ok(seen.status === 200 && !seen.text.includes("joined") && !seen.text.includes(at.number), seen.text);
  at = await act("committee-secretary", "decide-opening", at, inputs.approval);
});

test("the inquiry records a fact with an uploaded file, and establishes a circumstance on it", async () => {
  at = await act("discipline-officer", "add-subject", at, inputs.subject(persons.subject.id));
  subjectId = await lastId(world, at.matterId, "subject-added");
  const bytes = Buffer.from("现场检查记录");
  const uploaded = await call({
    as: "discipline-officer",
    method: "POST",
    path: "/api/files",
    body: new Blob([bytes]),
    headers: { "content-type": "application/octet-stream" },
  });
  const { sha256, size } = uploaded.json as { sha256: string; size: number };
  at = await act(
    "discipline-officer",
    "record-fact",
    at,
    inputs.fact(subjectId, { sha256, size, name: "检查记录.txt", mediaType: "text/plain", kind: "documentary" }),
  );
  const factId = await lastId(world, at.matterId, "fact-recorded");
  at = await act("discipline-officer", "establish-circumstance", at, inputs.circumstance(subjectId, factId));
  at = await act("discipline-officer", "put-facts", at, inputs.facts(subjectId, [factId]));
  at = await act("discipline-officer", "record-statement", at, inputs.statement(subjectId));
  at = await act("discipline-officer", "propose", at, inputs.proposal(subjectId));
});

test("a personal measure decided by another body than deliberated is refused with the article's words", async () => {
  at = await act("office-clerk", "record-deliberation", at, inputs.deliberation);
  const wrong = await call({
    as: "committee-secretary",
    method: "POST",
    path: "/api/acts/decide",
    body: {
      matterId: at.matterId,
      version: at.version,
      key: randomUUID(),
      input: { ...inputs.decision(subjectId), body: "discipline-committee" },
    },
  });
  assert.equal(wrong.status, 422);
  const { refusals } = (wrong.json as { data: { refusals: { code: string; source: Citation | null }[] } }).data;
  assert.ok(
    refusals.some(({ source }) => source?.words.kind === "verbatim"),
    wrong.text,
  );
});

test("decided, served and in effect, the person is barred until the last day by the article, quoted", async () => {
  at = await act("committee-secretary", "decide", at, inputs.decision(subjectId));
  at = await act("office-clerk", "serve", at, inputs.service(subjectId));
  assert.equal((await answerOn("2026-02-28")).answer, "pending");
  at = await act("personnel-officer", "take-effect", at, inputs.effect(subjectId, "2025-03-01"));
  assert.equal(at.stage, "effective");

  const barred = await answerOn("2026-02-28");
  assert.equal(barred.answer, "barred");
  assert.equal(barred.until, "2026-02-28");
  assert.equal(barred.layers.regulation.until, "2026-02-28");
  const cited = barred.citations.find((citation) => citationKey(citation) === "benxi-gaoxin-2019-31#13.1");
  assert.match(cited === undefined ? "" : wordsOf(cited).zh, /受到调离岗位处理的，一年内不得提拔/u);
  const restriction = barred.restrictions.find(({ layer, bars }) => layer === "regulation" && bars === "promotion");
  assert.equal(restriction?.greyDay, "2026-03-01");
  assert.equal(restriction.caseNumber, "问责〔2026〕1号");
  assert.match(restriction.cause.zh, /调离岗位/u);
});

test("the anniversary is for confirmation, the day after for consent, with consent it is clear", async () => {
  assert.equal((await answerOn("2026-03-01")).answer, "needs-confirmation");
  assert.equal((await answerOn("2026-03-02")).answer, "needs-consent");
  at = await act("personnel-officer", "record-consent", at, inputs.consent(subjectId, "2026-07-20"));
  assert.equal(
    (await answerOn("2026-07-20")).answer,
    "needs-consent",
    "a consent of the same day is not before the decision",
  );
  const clear = await answerOn("2026-07-21");
  assert.equal(clear.answer, "clear");
  assert.equal(clear.nothingRecorded, false);
});

test("an open lead beside a bar shows as the word alone, and does not change the bar", async () => {
  const lead = await leadAt(world, "registered", persons.subject.id);
  const barred = await answerOn("2026-02-28");
  assert.equal(barred.answer, "barred");
  assert.equal(barred.layers.upper.answer === "pending" || barred.layers.regulation.answer === "pending", false);
  assert.deepEqual(barred.notes.at(-1)?.zh, "暂缓");
  assert.ok(!JSON.stringify(barred).includes(lead.matterId));
  assert.equal((await answerOn("2026-07-21")).answer, "pending");
});

test("the person's page shows measure, restriction and case; the open lead does not appear", async () => {
  const page = await call({ as: "personnel-officer", method: "GET", path: `/api/persons/${persons.subject.id}` });
  assert.equal(page.status, 200, page.text);
  const view = page.json as {
    measures: { measure: string; effectiveOn: string }[];
    restrictions: { until: string }[];
    cases: { number: string }[];
    consents: { on: string }[];
  };
  assert.deepEqual(
    view.measures.map(({ measure, effectiveOn }) => [measure, effectiveOn]),
    [["transfer", "2025-03-01"]],
  );
  assert.ok(view.restrictions.some(({ until }) => until === "2026-02-28"));
  assert.deepEqual(
    view.cases.map(({ number }) => number),
    ["问责〔2026〕1号"],
  );
  assert.deepEqual(
    view.consents.map(({ on }) => on),
    ["2026-07-20"],
  );
  assert.ok(!page.text.includes("线索"));
  assert.ok(!page.text.includes(persons.subject.idNumber));
});

test("the three kinds of nothing stay apart, in the order of the names", async () => {
  const { lines, summary } = await ask("2026-02-28", [
    { name: "查无此人" },
    { name: "李静" },
    { name: "郑文博" },
    { name: "李静", unit: "青石街道" },
    { name: "李静", idNumber: persons.sameNameOne.idNumber },
    { name: "李静", personId: "same-2" },
    { name: "王五", idNumber: persons.sameNameOne.idNumber },
    { name: "周明远", idNumber: "210502198409096120" },
  ]);
  const seen = lines.map((line) =>
    line.match === "one" ? `${line.person.personId} ${line.answer} ${line.nothingRecorded}` : line.match,
  );
  assert.deepEqual(seen, [
    "no-such-person",
    "several",
    "unrecorded clear true",
    "same-2 clear true",
    "same-1 clear true",
    "same-2 clear true",
    "no-such-person",
    "no-such-person",
  ]);
  assert.deepEqual(
    lines.map(({ row }) => row),
    [1, 2, 3, 4, 5, 6, 7, 8],
  );
  assert.deepEqual(summary, {
    barred: 0,
    "needs-confirmation": 0,
    "needs-consent": 0,
    pending: 0,
    clear: 4,
    several: 1,
    "name-only": 0,
    "no-such-person": 3,
    recused: 0,
  });
  const several = lines[1];
  assert.ok(several?.match === "several");
  assert.deepEqual(several.candidates.map(({ personId }) => personId).sort(), ["same-1", "same-2"]);
});

test("a unit that is not the one on record never answers for the only one of that name", async () => {
  const { lines } = await ask("2026-02-28", [
    { name: "郑文博", unit: "环境卫生处" },
    { name: "郑文博", unit: "" },
  ]);
  assert.deepEqual(
    lines.map(({ match }) => match),
    ["name-only", "one"],
  );
});

test("asked again, the same names on the same date give the same lines", async () => {
  const [one, two] = [await ask("2026-02-28"), await ask("2026-02-28")];
  assert.equal(JSON.stringify(one.lines), JSON.stringify(two.lines));
  assert.notEqual(one.serial, two.serial);
});

test("two thousand names are answered in their order within two seconds", async () => {
  const known = Object.values(persons).map(({ name, idNumber }) => ({ name, idNumber }));
  const names = Array.from({ length: 2000 }, (_, index) => known[index % known.length] ?? { name: "" });
  const began = performance.now();
  const { lines } = await ask("2026-02-28", names);
  const took = performance.now() - began;
  assert.deepEqual(
    lines.map(({ name }) => name),
    names.map(({ name }) => name),
  );
  console.log(`2,000 names: ${Math.round(took)} ms`);
  assert.ok(took < 2000, `${took} ms`);
});

test("the spreadsheet opens again, with headings, purpose, date, asker, serial, and no formula", async () => {
  const names = [{ name: "周明远" }, { name: '=HYPERLINK("x")', unit: "+1" }, { name: "李静" }];
  const reply = await fetch(`${world.origin}/api/eligibility/export`, {
    method: "POST",
    headers: { "content-type": "application/json", cookie: await world.cookieOf("personnel-officer") },
    body: JSON.stringify({ purpose: "promotion", date: "2026-02-28", year: null, names }),
  });
  assert.equal(reply.status, 200);
  assert.match(reply.headers.get("content-disposition") ?? "", /^attachment; .*\.xlsx/u);
  const bytes = new Uint8Array(await reply.arrayBuffer());
  const rows =
    (await readXlsx(bytes)).sheets[0]?.rows.map((row) => row.map((cell) => (typeof cell === "string" ? cell : ""))) ??
    [];
  const preface = new Map(rows.map((row) => [row[0], row[1]]));
  assert.equal(preface.get("用途"), "提拔");
  assert.equal(preface.get("日期"), "2026-02-28");
  assert.equal(preface.get("查询人"), "测试personnel-officer");
  assert.equal(preface.get("查询时间"), "2026-07-31 10:00:00");
  const serial = preface.get("编号") ?? "";
  const heading = rows.findIndex((row) => row[0] === "序号");
  assert.deepEqual(rows[heading], ["序号", "姓名", "单位", "结论", "最后受限日", "依据条款", "条文", "说明"]);
  const [first, second, third] = rows.slice(heading + 1);
  assert.deepEqual([first?.[1], first?.[2], first?.[4]], ["周明远", "生态环境局", "2026-02-28"]);
  assert.match(first?.[5] ?? "", /第十三条第一款/u);
  assert.deepEqual(second?.slice(1, 4), ['\'=HYPERLINK("x")', "'+1", "查无此人"]);
  assert.equal(third?.[3], "同名多人");

  const log = await call({
    as: "audit-administrator",
    method: "POST",
    path: "/api/log/search",
    body: { kind: "export" },
  });
  const hashes = (log.json as { rows: { hash: string; what: string }[] }).rows.map(({ hash }) => hash);
  assert.ok(
    hashes.some((hash) => hash.startsWith(serial)),
    "the serial resolves to the entry of the export",
  );

  const folder = mkdtempSync(path.join(os.tmpdir(), "wenze-xlsx-"));
  writeFileSync(path.join(folder, "one.xlsx"), bytes);
  try {
    const parts = execFileSync(
      "python3",
      [
        "-c",
        "import sys, zipfile\nz = zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\nprint('\\n'.join(z.namelist()))\nassert b'<f>' not in z.read('xl/worksheets/sheet1.xml')",
        path.join(folder, "one.xlsx"),
      ],
      { encoding: "utf8" },
    );
    assert.match(parts, /xl\/workbook\.xml/u);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("the desk shows each role its next step, and the ledger finds the case by its subject", async () => {
  const desk = await call({ as: "office-clerk", method: "GET", path: "/api/tasks" });
  assert.equal(desk.status, 200, desk.text);
  const { tasks, figures } = desk.json as {
    tasks: { matterId: string; acts: string[] }[];
    figures: { restrictionsRunning: { value: number } };
  };
  assert.ok(
    tasks.some((task) => task.matterId === at.matterId && task.acts.includes("record-circulation")),
    desk.text,
  );
  assert.equal(typeof figures.restrictionsRunning.value, "number");
  const found = await call({
    as: "reviewer",
    method: "POST",
    path: "/api/cases/search",
    body: { query: "周明远", stages: ["effective"] },
  });
  assert.deepEqual(
    (found.json as { rows: { number: string }[] }).rows.map(({ number }) => number),
    ["问责〔2026〕1号"],
  );
});

test("a rebuild from the events changes no row, and the log is whole", async () => {
  const rebuilt = await rebuildAll(world.app, { repair: false });
  assert.deepEqual(rebuilt.differences, []);
  assert.ok(rebuilt.rows > 0);
  const verified = await call({ as: "audit-administrator", method: "POST", path: "/api/log/verify", body: {} });
  assert.deepEqual((verified.json as { faults: unknown[] }).faults, []);
});
