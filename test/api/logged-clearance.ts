// A call of each logged endpoint that asks of the law or for clearance, with which it succeeds: on screen, by letter, from programs.
import { randomUUID } from "node:crypto";
import { inTransaction } from "#database/database.ts";
import { addPersons } from "#registry/rows/persons.ts";
import { caseAt } from "./steps.ts";
import { password, persons } from "./world.ts";
import type { Call, Reply } from "./world.ts";
import { world } from "./logged-acts.ts";
import { issueToken } from "./two-administrators.ts";

const { call } = world;

const question = { purpose: "promotion", date: "2026-01-01", year: null, names: [{ name: "周明远" }] };

export const clearanceCalls: Record<string, () => Promise<Reply>> = {
  "eligibility.ask": () => call({ as: "personnel-officer", method: "POST", path: "/api/eligibility", body: question }),
  "lists.check": () =>
    call({ as: "personnel-officer", method: "POST", path: "/api/lists/check", body: { names: [{ name: "周明远" }] } }),
  "eligibility.explain": () =>
    call({
      as: "personnel-officer",
      method: "POST",
      path: "/api/eligibility/explain",
      body: { purpose: "promotion", date: "2026-01-01", year: null, personId: persons.subject.id },
    }),
  "clearance.enter": () => call(clearanceCall()),
  "clearance.lines": async () => {
    const { requestId } = (await call(clearanceCall())).json as { requestId: string };
    return call({ as: "reviewer", method: "POST", path: `/api/clearance/${requestId}/lines`, body: { round: 1 } });
  },
  "clearance.choose": async () => {
    const { requestId } = (await call(clearanceCall())).json as { requestId: string };
    const choices = [{ line: 1, personId: persons.unrecorded.id }];
    const body = { key: randomUUID(), choices };
    return call({ as: "reviewer", method: "POST", path: `/api/clearance/${requestId}/choices`, body });
  },
  "clearance.ask": async () => {
    const { requestId } = (await call(clearanceCall())).json as { requestId: string };
    const body = { key: randomUUID() };
    return call({ as: "reviewer", method: "POST", path: `/api/clearance/${requestId}/rounds`, body });
  },
  "clearance.confirm": async () => {
    // The day after the last barred one, of somebody who was transferred on the day the cases here take effect. An open case
    // would make the answer wait, and the acts called before have opened some.
    const asked = { ...persons.unrecorded, id: "closed", name: "廖文远", idNumber: "210502197706084017" };
    await inTransaction(world.app.database, { jurisdictionId: world.app.jurisdictionId, accountId: null }, (trx) =>
      addPersons(trx, world.app.keys, [asked]),
    );
    await caseAt(world, "closed", asked.id);
    const names = [{ name: asked.name, idNumber: asked.idNumber }];
    const { requestId } = (await call(clearanceCall({ date: "2026-03-01", names }))).json as { requestId: string };
    const at = `/api/clearance/${requestId}`;
    const read = await call({ as: "reviewer", method: "POST", path: `${at}/lines`, body: { round: 1 } });
    const { digest } = (read.json as { rows: [{ digest: string }] }).rows[0];
    const body = { key: randomUUID(), line: 1, digest, barred: true, reason: "当日仍在期内" };
    return call({ as: "reviewer", method: "POST", path: `${at}/confirmations`, body });
  },
  "letters.draft": () => letterDrafted(),
  "letters.sign": async () => {
    const { letterId } = (await letterDrafted()).json as { letterId: string };
    return signed(letterId, "reviewer", "review");
  },
  "letters.issue": async () => {
    const { letterId } = (await letterDrafted()).json as { letterId: string };
    await signed(letterId, "reviewer", "review");
    await signed(letterId, await inquirerCookie(), "supervision");
    const body = { key: randomUUID() };
    return call({ as: "discipline-officer", method: "POST", path: `/api/letters/${letterId}/issue`, body });
  },
  "letters.end": async () => {
    const { letterId } = (await letterDrafted()).json as { letterId: string };
    const body = { key: randomUUID(), kind: "withdrawn", reason: "另行拟制" };
    return call({ as: "discipline-officer", method: "POST", path: `/api/letters/${letterId}/end`, body });
  },
  "letters.check": () => call({ as: "discipline-officer", method: "POST", path: "/api/letters/check", body: {} }),
  "streams.letterFile": async () => {
    const { letterId } = (await letterDrafted()).json as { letterId: string };
    return call({ as: "reviewer", method: "GET", path: `/api/letters/${letterId}/files/letter.pdf` });
  },
  "streams.askFromProgram": async () => askedByProgram(await programHeaders()),
  "streams.readFromProgram": async () => {
    const headers = await programHeaders();
    const [head = ""] = (await askedByProgram(headers)).text.split("\n");
    const { requestId } = JSON.parse(head) as { requestId: string };
    return call({ method: "GET", path: `/api/programs/clearance/${requestId}`, headers });
  },
  "streams.exportClearance": async () => {
    const { requestId } = (await call(clearanceCall())).json as { requestId: string };
    return call({ as: "reviewer", method: "GET", path: `/api/clearance/${requestId}/sheet` });
  },
  "streams.clearanceReceipt": async () => {
    const { requestId } = (await call(clearanceCall())).json as { requestId: string };
    return call({ as: "reviewer", method: "GET", path: `/api/clearance/${requestId}/receipts/1` });
  },
  "streams.answerList": () =>
    call({
      as: "personnel-officer",
      method: "POST",
      path: "/api/eligibility/list?purpose=promotion&date=2026-01-01",
      body: new Blob([Buffer.from("姓名\n郑文博")]),
      headers: { "content-type": "application/octet-stream" },
    }),
  "streams.exportEligibility": () =>
    call({ as: "personnel-officer", method: "POST", path: "/api/eligibility/export", body: question }),
};

function clearanceCall(more: object = {}): Call {
  const asked = { purpose: "promotion", purposeText: "拟提拔", date: "2026-01-01", names: [{ name: "郑文博" }] };
  const body = { key: randomUUID(), requester: "工作部", ...asked, ...more };
  return { as: "personnel-officer", method: "POST", path: "/api/clearance", body };
}

async function programHeaders(): Promise<Record<string, string>> {
  const { token } = await issueToken(world);
  return { authorization: `Bearer ${token}` };
}

function askedByProgram(headers: Record<string, string>): Promise<Reply> {
  const asked = { purpose: "promotion", purposeText: "拟提拔", date: "2026-01-01", names: [{ name: "郑文博" }] };
  return call({ method: "POST", path: "/api/programs/clearance", headers, body: { key: randomUUID(), ...asked } });
}

async function letterDrafted(): Promise<Reply> {
  const names = [{ name: "郑文博", idNumber: persons.unrecorded.idNumber }];
  const { requestId } = (await call(clearanceCall({ names }))).json as { requestId: string };
  const body = { key: randomUUID(), validUntil: "2026-12-31" };
  return call({ as: "discipline-officer", method: "POST", path: `/api/clearance/${requestId}/letters`, body });
}

function signed(letterId: string, who: string, office: string): Promise<Reply> {
  const body = { key: randomUUID(), office, agreed: true };
  const by = who === "reviewer" ? { as: "reviewer" as const } : { cookie: who };
  return call({ ...by, method: "POST", path: `/api/letters/${letterId}/signatures`, body });
}

async function inquirerCookie(): Promise<string> {
  const reply = await call({ method: "POST", path: "/api/session", body: { account: "inquirer", password } });
  return reply.headers.getSetCookie()[0]?.split(";")[0] ?? "";
}
