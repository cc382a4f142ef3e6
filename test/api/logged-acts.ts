// Each act where it can be done, by whom, and with what: for the test that every one of them leaves its entry in the log.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { acts } from "#casework/acts.ts";
import type { ActId } from "#casework/acts.ts";
import { duties } from "#casework/duties.ts";
import type { Role } from "#casework/roles.ts";
import { actAllowedAt, caseStages, leadStages } from "#casework/stages.ts";
import type { CaseStage, LeadStage } from "#casework/stages.ts";
import { listEntries } from "#log/rows/audit.ts";
import { readsWritten } from "#log/uses/read-journal.ts";
import { inTransaction } from "#database/database.ts";
import { sampled } from "../sampled.ts";
import { caseAt, catchAllAwaiting, inputs, leadAt } from "./steps.ts";
import { accountIdOf, done, evidenceFile, persons, openWorld } from "./world.ts";
import type { Call } from "./world.ts";

export const world = await openWorld();

/** As the audit administrator. */
export const scope = {
  get jurisdictionId() {
    return world.app.jurisdictionId;
  },
  accountId: accountIdOf("audit-administrator"),
};

/** How many there are of the kind, up to 1000. */
export async function entries(kind: string): Promise<number> {
  await readsWritten(world.app);
  const page = await inTransaction(world.app.database, scope, (trx) =>
    listEntries(trx, { kind, actor: "", from: null, to: null, after: null, limit: 1 }),
  );
  return page.count.value;
}

/** Where an act can be done, by whom, and an input with which it succeeds. "walked": it needs what other acts left in its own case. */
type Doing =
  | {
      role: Role;
      stage: "new" | "catch-all" | LeadStage | CaseStage;
      person?: string;
      /** Acts that come before, at that stage. */
      before?: (subjectId: string) => [role: Role, act: ActId, input: unknown][];
      input: (subjectId: string, version: number) => unknown;
    }
  | { role: Role; stage: "walked" };
export function doingOf(act: ActId): Doing {
  return doing[act] ?? asTablesSay(act);
}

/** Where the tables of stages and duties first let it be done, with an input that names the subject, or the actor, and says something. */
function asTablesSay(act: ActId): Doing {
  const stage = (["new", ...leadStages, ...caseStages] as const).find((one) => actAllowedAt(one, act));
  const [role] = duties[act].roles;
  assert.ok(stage !== undefined);
  return { role, stage, input: (subjectId) => sampled(acts[act].input, { subjectId, accountId: accountIdOf(role) }) };
}

const doing: Partial<Record<ActId, Doing>> = {
  "register-lead": { role: "office-clerk", stage: "new", input: () => inputs.lead() },
  "return-lead": { role: "discipline-officer", stage: "registered", input: () => inputs.return },
  "supplement-lead": { role: "discipline-officer", stage: "returned", input: () => inputs.supplement },
  "record-lead-result": { role: "discipline-officer", stage: "talk-inquiry", input: () => inputs.result },
  "transfer-lead": { role: "discipline-officer", stage: "shelved", input: () => inputs.transfer },
  "record-transfer-receipt": { role: "discipline-officer", stage: "transferred", input: () => inputs.receipt },
  "join-lead": {
    role: "discipline-officer",
    stage: "inquiry",
    input: async () => ({ leadId: (await leadAt(world, "registered")).matterId, reasons: "同一问题" }),
  },
  "change-inquiry-group": {
    role: "committee-secretary",
    stage: "inquiry",
    input: () => {
      const { on, inquirers, leader } = inputs.approval;
      return { on, inquirers, leader, reasons: "工作需要" };
    },
  },
  "take-over": { role: "office-clerk", stage: "proposed", input: () => inputs.takeOver },
  "approve-circumstance": { role: "committee-secretary", stage: "catch-all", input: inputs.circumstanceApproval },
  "find-responsibility": { role: "discipline-officer", stage: "walked" },
  "put-facts": { role: "discipline-officer", stage: "walked" },
  "dispose-lead": { role: "discipline-officer", stage: "registered", input: () => inputs.disposal("shelving") },
  "request-opening": { role: "discipline-officer", stage: "new", input: () => inputs.opening([]) },
  "decide-opening": { role: "committee-secretary", stage: "opening-requested", input: () => inputs.approval },
  "add-subject": { role: "discipline-officer", stage: "inquiry", input: () => inputs.subject(persons.unrecorded.id) },
  "name-witness": {
    role: "discipline-officer",
    stage: "inquiry",
    input: () => ({ personId: persons.unrecorded.id, on: "2025-01-20", about: "整改会议的经过" }),
  },
  "declare-recusal": {
    role: "reviewer",
    stage: "inquiry",
    input: () => ({ accountId: accountIdOf("reviewer"), ground: "interest", reasons: "曾参与该项目验收" }),
  },
  "record-fact": {
    role: "discipline-officer",
    stage: "inquiry",
    input: async (subjectId) => inputs.fact(subjectId, await evidenceFile(world, "事实")),
  },
  "establish-circumstance": { role: "discipline-officer", stage: "walked" },
  "record-statement": { role: "discipline-officer", stage: "proposed", input: inputs.statement },
  propose: { role: "discipline-officer", stage: "walked" },
  "record-deliberation": { role: "office-clerk", stage: "proposed", input: () => inputs.deliberation },
  decide: { role: "committee-secretary", stage: "deliberated", input: inputs.decision },
  "propose-upward": {
    role: "committee-secretary",
    stage: "deliberated",
    person: persons.city.id,
    input: inputs.upward,
  },
  "record-answer": {
    role: "office-clerk",
    stage: "deciding",
    input: async (subjectId) => inputs.answer(subjectId, await evidenceFile(world, "答复", "office-clerk")),
  },
  serve: { role: "office-clerk", stage: "decided", input: inputs.service },
  "record-failed-service": {
    role: "office-clerk",
    stage: "decided",
    input: (subjectId) => ({ subjectId, on: "2025-02-22", way: "in-person", reasons: "本人外出" }),
  },
  "take-effect": { role: "personnel-officer", stage: "served", input: (subjectId) => inputs.effect(subjectId) },
  "record-formalities": { role: "personnel-officer", stage: "walked" },
  "record-circulation": { role: "office-clerk", stage: "effective", input: () => inputs.circulation },
  "record-receipt": { role: "office-clerk", stage: "walked" },
  "complete-items": { role: "discipline-officer", stage: "walked" },
  "assign-items": {
    role: "personnel-officer",
    stage: "effective",
    input: (subjectId) => ({
      items: [{ subjectId, item: "archiving" }],
      accountId: accountIdOf("personnel-officer"),
    }),
  },
  "request-waiver": { role: "discipline-officer", stage: "walked" },
  "decide-waiver": { role: "committee-secretary", stage: "walked" },
  "record-arrangement": {
    role: "personnel-officer",
    stage: "effective",
    input: (subjectId) => ({ subjectId, on: "2025-03-10", post: "二级主任科员", rank: "乡科级副职" }),
  },
  "record-discipline": {
    role: "discipline-officer",
    stage: "effective",
    input: (subjectId) => ({
      subjectId,
      sanction: "party-warning",
      effective: "2025-03-01",
      months: null,
      authority: "纪检监察工委",
      documentNumber: "测纪〔2025〕1号",
    }),
  },
  "record-sanction-change": {
    role: "reviewer",
    stage: "effective",
    before: (subjectId) => [
      ["discipline-officer", "record-discipline", inputs.sanction(subjectId, "party-probation", { months: 12 })],
    ],
    input: (subjectId, version) => inputs.sanctionChange(subjectId, version, { kind: "restored", on: "2026-03-01" }),
  },
  "record-consent": {
    role: "personnel-officer",
    stage: "effective",
    input: (subjectId) => inputs.consent(subjectId, "2026-07-01"),
  },
  "request-reuse": { role: "personnel-officer", stage: "effective", input: inputs.reuse },
  "decide-reuse": {
    role: "committee-secretary",
    stage: "effective",
    before: (subjectId) => [
      ["personnel-officer", "request-reuse", inputs.reuse(subjectId)],
      ["personnel-officer", "record-consent", inputs.consent(subjectId, "2026-07-01")],
    ],
    input: (_subjectId, version) => ({
      reuse: version - 1,
      on: "2026-07-20",
      approved: false,
      documentNumber: "测党任〔2026〕2号",
      reasons: "另有安排",
    }),
  },
  "record-appeal": {
    role: "discipline-officer",
    stage: "served",
    input: (subjectId) => ({ subjectId, on: "2025-03-01", ground: "认为处理过重" }),
  },
  "examine-appeal": {
    role: "reviewer",
    stage: "effective",
    before: (subjectId) => [["office-clerk", "record-appeal", { subjectId, on: "2025-03-10", ground: "认为处理过重" }]],
    input: (_subjectId, version) => ({
      appeal: version,
      on: "2025-03-20",
      result: "upheld",
      findings: "事实清楚",
      documentNumber: "测纪复〔2025〕1号",
    }),
  },
  "change-decision": {
    role: "committee-secretary",
    stage: "effective",
    before: () => [["office-clerk", "record-deliberation", { ...inputs.deliberation, on: "2025-03-10" }]],
    input: (subjectId) => ({
      subjectId,
      ground: { type: "own" },
      change: { kind: "revoked" },
      body: "working-committee",
      on: "2025-03-11",
      documentNumber: "测党发〔2025〕8号",
      reasons: "认定的事实有误",
    }),
  },
  "enter-paper-case": {
    role: "discipline-officer",
    stage: "new",
    input: async () => inputs.paper(persons.other.id, await evidenceFile(world, "原决定")),
  },
  "confirm-paper-case": {
    role: "reviewer",
    stage: "paper-entered",
    input: () => ({ confirmed: false, on: "2026-07-30", reasons: "文号有误" }),
  },
  "end-without-accountability": { role: "committee-secretary", stage: "inquiry", input: () => inputs.ending },
  close: { role: "reviewer", stage: "walked" },
};

/** Brings a matter to where the act can be done, without HTTP, and gives the request that does it. */
export async function actCall(id: ActId): Promise<Call> {
  const how = doingOf(id);
  const send = (at: { matterId: string; version: number } | null, said: unknown): Call => ({
    as: how.role,
    method: "POST",
    path: `/api/acts/${id}`,
    body: { matterId: at?.matterId ?? null, version: at?.version ?? null, key: randomUUID(), input: said },
  });
  if (how.stage === "walked") return stoppedBefore(id, send);
  if (how.stage === "new") return send(null, await how.input("", 0));
  if (isLeadStage(how.stage)) return send(await leadAt(world, how.stage), await how.input("", 0));
  const { subjectId, ...reached } =
    how.stage === "catch-all"
      ? await catchAllAwaiting(world, persons.subject.id)
      : await caseAt(world, how.stage, how.person ?? persons.subject.id);
  let at = reached;
  for (const [role, act, input] of how.before?.(subjectId) ?? []) at = await done(world, role, act, at, input);
  return send(at, await how.input(subjectId, at.version));
}

function isLeadStage(stage: string): stage is LeadStage {
  return (leadStages as readonly string[]).includes(stage);
}

/** Walks a case up to just before the act, and gives the request that would be next. */
async function stoppedBefore(
  id: ActId,
  send: (at: { matterId: string; version: number } | null, said: unknown) => Call,
): Promise<Call> {
  class Stop extends Error {}
  let request: Call | undefined;
  const walk = caseAt(world, "closed", persons.subject.id, async (role, act, at, input) => {
    if (act !== id) return done(world, role, act, at, input);
    request = send(at, input);
    throw new Stop();
  });
  await assert.rejects(walk, Stop);
  assert.ok(request !== undefined);
  return request;
}
