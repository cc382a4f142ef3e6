// Reply letters by HTTP: drafted, countersigned by two inner offices, numbered without a gap, taken out as PDF and Word, revoked when something arises.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import test from "node:test";
import { inflateRawSync } from "node:zlib";
import type { LetterView } from "#letters/contract.ts";
import { hashPassword } from "#accounts/passwords.ts";
import type { Role } from "#casework/roles.ts";
import { addAccount } from "../settled.ts";
import { inTransaction } from "#database/database.ts";
import { failureOf } from "./failure.ts";
import { caseAt, leadAt } from "./steps.ts";
import { openWorld, password, persons } from "./world.ts";
import type { Reply } from "./world.ts";

const world = await openWorld();
const { call, app } = world;
await caseAt(world, "effective", persons.subject.id);
const hashed = await hashPassword(password);
await inTransaction(app.database, { jurisdictionId: app.jurisdictionId, accountId: null }, (trx) =>
  addAccount(trx, {
    id: "both-offices",
    account: "both-offices",
    name: "测试两处室",
    roles: ["discipline-officer", "reviewer"],
    organizationId: "bureau",
    personId: persons.city.id,
    password: hashed,
    mustChangePassword: false,
  }),
);
const signedIn = await call({ method: "POST", path: "/api/session", body: { account: "both-offices", password } });
const both = signedIn.headers.getSetCookie()[0]?.split(";")[0] ?? assert.fail(signedIn.text);

const codeOf = (reply: Reply) => failureOf(reply).data?.refusals?.[0]?.code;

async function requestOf(names: object[], date = "2025-12-31"): Promise<string> {
  const said = { requester: "党工委工作部", contact: "刘科长", purpose: "promotion", purposeText: "拟提拔人选" };
  const body = { key: randomUUID(), ...said, date, names };
  const reply = await call({ as: "personnel-officer", method: "POST", path: "/api/clearance", body });
  assert.equal(reply.status, 200, reply.text);
  return (reply.json as { requestId: string }).requestId;
}

function post(as: string, path: string, body: object): Promise<Reply> {
  const who = as.includes("=") ? { cookie: as } : { as: as as Role };
  return call({ ...who, method: "POST", path, body: { key: randomUUID(), ...body } });
}

const draft = (requestId: string, validUntil = "2026-10-31") =>
  post("discipline-officer", `/api/clearance/${requestId}/letters`, { validUntil });
const idOf = (reply: Reply) => {
  assert.equal(reply.status, 200, reply.text);
  return (reply.json as { letterId: string }).letterId;
};
const sign = (as: string, letterId: string, office: string, more: object = { agreed: true }) =>
  post(as, `/api/letters/${letterId}/signatures`, { office, ...more });
const issue = (letterId: string) => post("discipline-officer", `/api/letters/${letterId}/issue`, {});

async function issued(requestId: string): Promise<string> {
  const letterId = idOf(await draft(requestId));
  assert.equal((await sign(both, letterId, "supervision")).status, 200);
  assert.equal((await sign("reviewer", letterId, "review")).status, 200);
  assert.equal((await issue(letterId)).status, 200);
  return letterId;
}

async function letterOf(requestId: string): Promise<LetterView> {
  const reply = await call({ as: "discipline-officer", method: "GET", path: `/api/clearance/${requestId}/letters` });
  return (reply.json as LetterView[])[0] ?? assert.fail(reply.text);
}

async function fileOf(letterId: string, file: string): Promise<{ status: number; bytes: Buffer }> {
  const cookie = await world.cookieOf("personnel-officer");
  const reply = await fetch(`${world.origin}/api/letters/${letterId}/files/${file}`, { headers: { cookie } });
  return { status: reply.status, bytes: Buffer.from(await reply.arrayBuffer()) };
}

const two = [
  { name: "周明远", unit: "生态环境局" },
  { name: "郑文博", unit: "生态环境局" },
];

test("no letter is drafted while somebody is not chosen or a day is not confirmed, nor for a day gone by", async () => {
  assert.equal(codeOf(await draft(await requestOf([{ name: "李静" }]))), "lines-unmatched");
  const unconfirmed = await draft(await requestOf(two, "2026-03-01"));
  assert.equal(codeOf(unconfirmed), "lines-unconfirmed");
  assert.match(unconfirmed.text, /办理：由答复机关认定/u, "what is to be done stands with the refusal");
  assert.equal(codeOf(await draft(await requestOf(two), "2026-07-30")), "no-such-day");
  assert.equal(codeOf(await draft(await requestOf(two), "2026-02-30")), "no-such-day");
});

test("two people of two offices sign, neither of them who drafted it, and only then is it issued", async () => {
  const requestId = await requestOf(two);
  const letterId = idOf(await draft(requestId));
  assert.equal(codeOf(await draft(requestId)), "letter-stands");
  assert.equal(codeOf(await sign("discipline-officer", letterId, "supervision")), "four-eyes");
  assert.equal(codeOf(await issue(letterId)), "not-countersigned");
  assert.equal((await sign(both, letterId, "supervision")).status, 200);
  assert.equal(codeOf(await sign(both, letterId, "review")), "four-eyes");
  assert.equal(codeOf(await sign("reviewer", letterId, "supervision")), "signed-already");
  assert.equal(codeOf(await issue(letterId)), "not-countersigned");
  assert.deepEqual((await sign("reviewer", letterId, "review")).json, { state: "countersigned" });
  const done = await issue(letterId);
  assert.match((done.json as { number: string }).number, /^廉复〔2026〕\d+号$/u);
  const { state, signatures } = await letterOf(requestId);
  assert.equal(state, "issued");
  assert.deepEqual(signatures.map(({ office }) => office).sort(), ["review", "supervision"]);
});

test("what an office sends back is not issued, and needs its reasons", async () => {
  const letterId = idOf(await draft(await requestOf(two)));
  assert.equal(codeOf(await sign("reviewer", letterId, "review", { agreed: false })), "reasons-missing");
  assert.deepEqual((await sign("reviewer", letterId, "review", { agreed: false, reasons: "用语不当" })).json, {
    state: "sent-back",
  });
  assert.equal(codeOf(await issue(letterId)), "not-countersigned");
});

test("numbers follow one another without a gap, refusals between them or not", async () => {
  const requests = await Promise.all([1, 2, 3].map(() => requestOf(two)));
  const letters: string[] = [];
  for (const requestId of requests) letters.push(await issued(requestId));
  assert.equal(codeOf(await issue(letters[0] ?? "")), "not-countersigned");
  const ordinals: number[] = [];
  for (const requestId of requests)
    ordinals.push(Number(/〕(\d+)号/u.exec((await letterOf(requestId)).number ?? "")?.[1]));
  const [first = 0] = ordinals;
  assert.deepEqual(ordinals, [first, first + 1, first + 2]);
});

test("the letter comes as PDF and as Word, the same bytes of PDF each time, with what it says and rare characters too", async () => {
  const requestId = await requestOf([...two, { name: "张喆珺祎堃垚玥" }]);
  const letterId = await issued(requestId);
  const pdf = await fileOf(letterId, "letter.pdf");
  assert.equal(pdf.status, 200);
  assert.equal(pdf.bytes.subarray(0, 5).toString("latin1"), "%PDF-");
  assert.ok(pdf.bytes.equals((await fileOf(letterId, "letter.pdf")).bytes));
  const text = wordText((await fileOf(letterId, "letter.docx")).bytes);
  for (const said of [
    "廉复〔2026〕",
    "党工委工作部：",
    "不宜使用",
    "2026年2月28日",
    "第十三条第一款",
    "张喆珺祎堃垚玥",
    "不作结论",
    "2026年10月31日",
  ])
    assert.ok(text.includes(said), said);
  assert.ok(!text.includes("问责〔"));
  assert.ok(
    !text.includes("刘科长"),
    "whoever asks is not told their own telephone number as that of the office which replies",
  );
  assert.equal((await fileOf(letterId, "revocation.pdf")).status, 404);
  assert.equal((await fileOf(letterId, "other.pdf")).status, 404);
});

test("a new matter or measure after the reply leaves a notice in the same act, and the letter is revoked with a notice to the office", async () => {
  const requestId = await requestOf([
    { name: "郑文博", unit: "生态环境局" },
    { name: "吴建国", unit: "生态环境局" },
  ]);
  const letterId = await issued(requestId);
  assert.deepEqual((await letterOf(requestId)).concerns, []);
  await leadAt(world, "registered", persons.other.id);
  assert.deepEqual((await letterOf(requestId)).concerns, [2]);
  await caseAt(world, "effective", persons.unrecorded.id);
  assert.deepEqual((await letterOf(requestId)).concerns, [1, 2]);
  const concerned = await call({
    as: "personnel-officer",
    method: "POST",
    path: "/api/letters/search",
    body: { concerned: true },
  });
  assert.ok((concerned.json as { rows: LetterView[] }).rows.some((one) => one.letterId === letterId));
  const end = (kind: string) =>
    post("discipline-officer", `/api/letters/${letterId}/end`, { kind, reason: "人员情况有变化" });
  assert.equal(codeOf(await end("withdrawn")), "wrong-ending");
  assert.deepEqual((await end("revoked")).json, { state: "revoked" });
  assert.equal(codeOf(await end("void")), "ended-already");
  const notice = wordText((await fileOf(letterId, "revocation.docx")).bytes);
  assert.ok(notice.includes("撤回") && notice.includes("请停止使用"));
  assert.doesNotMatch(notice, /吴建国|郑文博|线索|立案/u);
  assert.equal((await fileOf(letterId, "revocation.pdf")).status, 200);
  assert.match(wordText((await fileOf(letterId, "letter.docx")).bytes), /^撤回/u);
  // The number of a letter that has ended stays used, and another may be drafted.
  assert.equal((await letterOf(requestId)).number !== null, true);
});

test("a letter whose answers have changed since it was drafted is not issued", async () => {
  const requestId = await requestOf([{ name: "孙立新", unit: "生态环境局" }]);
  const letterId = idOf(await draft(requestId));
  await sign(both, letterId, "supervision");
  await sign("reviewer", letterId, "review");
  await leadAt(world, "registered", persons.open.id);
  assert.equal(codeOf(await issue(letterId)), "answers-changed");
});

test("a check of all letters finds nothing new where every act has left its notice", async () => {
  const reply = await call({ as: "discipline-officer", method: "POST", path: "/api/letters/check", body: {} });
  const { lines, found } = reply.json as { lines: number; found: number };
  assert.ok(lines > 0);
  assert.equal(found, 0);
});

/** The text of word/document.xml in a docx: its one entry that is compressed is found by its local header. */
function wordText(bytes: Buffer): string {
  assert.equal(bytes.subarray(0, 2).toString("latin1"), "PK");
  let at = bytes.lastIndexOf(Buffer.from("PK\u0005\u0006", "latin1"));
  const entries = bytes.readUInt16LE(at + 10);
  at = bytes.readUInt32LE(at + 16);
  for (let entry = 0; entry < entries; entry += 1) {
    const [size, name, extra, note, local] = [
      bytes.readUInt32LE(at + 20),
      bytes.readUInt16LE(at + 28),
      bytes.readUInt16LE(at + 30),
      bytes.readUInt16LE(at + 32),
      bytes.readUInt32LE(at + 42),
    ];
    if (bytes.subarray(at + 46, at + 46 + name).toString() === "word/document.xml") {
      const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
      return inflateRawSync(bytes.subarray(from, from + size))
        .toString("utf8")
        .replaceAll(/<[^>]+>/gu, "");
    }
    at += 46 + name + extra + note;
  }
  return assert.fail("no document in the file");
}
