// Hostile input where it reaches deepest: at every step of a real matter, by who may take it, on the version that stands, with one thing
// wrong or extreme in an input that would otherwise be taken.
import { randomUUID } from "node:crypto";
import type { Receipt } from "#matters/contract/acts.ts";
import type { ActId } from "#casework/acts.ts";
import type { Role } from "#casework/roles.ts";
import { placesIn, randomFrom, wrongs } from "./malformed.ts";
import { idPathsIn, withAt } from "./sample.ts";
import { caseAt, inputs, leadAt } from "./steps.ts";
import { evidenceFile, persons } from "./world.ts";
import type { Reply, World } from "./world.ts";

/** Of the right type, and at the end of what there is. */
const extremes: readonly unknown[] = [
  "0001-01-01",
  "1900-01-01",
  "9999-12-31",
  "+12026-01-01",
  "2026-07-31T00:00:00Z",
  "__proto__",
  "constructor",
  "toString",
  "\u0000甲",
  "甲\ud83d",
  "\u202e甲\u2066",
  "x".repeat(4000),
  "x".repeat(4001),
  60,
  2 ** 31,
  -(2 ** 31) - 1,
  Number.MAX_SAFE_INTEGER,
  0.5,
  JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{}}}'),
  ["__proto__"],
];
const hostile = [...wrongs, ...extremes];

type Look = (act: ActId, reply: Reply, sent: string) => void;
type At = { matterId: string; version: number } | null;
export type Besieged = { tried: number; ended: number };

/** Goes through the lives of leads and cases, `each` hostile inputs before every step; the same for the same seed. */
export async function besiege(world: World, each: number, seed: number, look: Look): Promise<Besieged> {
  const below = randomFrom(seed);
  const told = { tried: 0, ended: 0 };
  const send = async (role: Role, act: ActId, body: object): Promise<Reply> => {
    const reply = await world.call({ as: role, method: "POST", path: `/api/acts/${act}`, body });
    told.tried += 1;
    look(act, reply, JSON.stringify(body).slice(0, 400));
    return reply;
  };
  /** The receipt of the first that is taken, hostile or not. */
  const step = async (role: Role, act: ActId, at: At, input: unknown): Promise<Receipt> => {
    const head = { matterId: at?.matterId ?? null, version: at?.version ?? null };
    const places = placesIn(input);
    if (at !== null) {
      await send(role, act, { ...head, version: at.version + 1, key: randomUUID(), input });
      await send(role, act, { ...head, matterId: randomUUID(), key: randomUUID(), input });
      await send(role, act, { ...head, matterId: "__proto__", key: randomUUID(), input });
    }
    // Every id at once by a name that every object has.
    const ids = idPathsIn(input);
    for (const name of ids.length === 0 ? [] : ["__proto__", "constructor"]) {
      const inherited = ids.reduce((changed, place) => withAt(changed, place, name), input);
      await send(role, act, { ...head, key: randomUUID(), input: inherited });
    }
    for (let sent = 0; sent < each; sent += 1) {
      const place = places[below(places.length)] ?? [];
      const changed = withAt(input, place, hostile[below(hostile.length)]);
      const key = randomUUID();
      const reply = await send(role, act, { ...head, key, input: changed });
      if (reply.status === 200) return again(role, act, { ...head, key, input }, reply);
    }
    const key = randomUUID();
    const reply = await send(role, act, { ...head, key, input });
    if (reply.status !== 200) throw new Stopped(`${act}: ${reply.text}`);
    return again(role, act, { ...head, key, input: { ...(input as object), more: 1 } }, reply);
  };
  /** The key of what was just done, with another content. */
  const again = async (role: Role, act: ActId, body: object, done: Reply): Promise<Receipt> => {
    await send(role, act, body);
    return done.json as Receipt; // what the act answered with
  };
  const life = async (lived: () => Promise<unknown>) => {
    try {
      await lived();
    } catch (error) {
      // Something hostile was lawful, and what would have followed is refused now: this life is over.
      if (!(error instanceof Stopped)) throw error;
    } finally {
      told.ended += 1;
    }
  };
  const file = await evidenceFile(world, "附件");
  const lead = (stage: Parameters<typeof leadAt>[1]) => leadAt(world, stage);
  await life(async () => step("discipline-officer", "register-lead", null, inputs.lead()));
  await life(async () =>
    step("discipline-officer", "dispose-lead", await lead("registered"), inputs.disposal("talk-inquiry")),
  );
  await life(async () => step("discipline-officer", "return-lead", await lead("registered"), inputs.return));
  await life(async () => step("discipline-officer", "supplement-lead", await lead("returned"), inputs.supplement));
  await life(async () => step("discipline-officer", "transfer-lead", await lead("shelved"), inputs.transfer));
  await life(async () =>
    step("discipline-officer", "record-transfer-receipt", await lead("transferred"), inputs.receipt),
  );
  await life(async () => step("discipline-officer", "record-lead-result", await lead("talk-inquiry"), inputs.result));
  await life(() => caseAt(world, "closed", persons.other.id, step));
  await life(() => caseAt(world, "deciding", persons.city.id, step));
  await life(() => caseAt(world, "paper-returned", persons.unrecorded.id, step));
  await life(() => caseAt(world, "taken-over", persons.open.id, step));
  await life(() => caseAt(world, "ended-without-accountability", persons.open.id, step));
  await life(async () => {
    const { subjectId, ...at } = await caseAt(world, "deciding", persons.city.id);
    await step("office-clerk", "record-answer", at, inputs.answer(subjectId, file));
  });
  await life(async () => {
    const { subjectId: _none, ...at } = await caseAt(world, "inquiry", persons.open.id);
    const { on, inquirers, leader } = inputs.approval;
    let here = await step("committee-secretary", "change-inquiry-group", at, {
      on,
      inquirers,
      leader,
      reasons: "工作需要",
    });
    const { matterId: leadId } = await lead("registered");
    here = await step("discipline-officer", "join-lead", here, { leadId, reasons: "同一问题" });
    const witness = { personId: persons.unrecorded.id, on: "2025-01-20", about: "会议经过" };
    await step("discipline-officer", "name-witness", here, witness);
  });
  await life(async () => {
    const { subjectId, ...at } = await caseAt(world, "effective", persons.subject.id);
    const sanction = { subjectId, sanction: "party-warning", effective: "2025-04-01", months: null };
    const appeal = {
      subjectId,
      on: "2025-03-10",
      ground: "处理过重",
      way: "review",
      appellant: null,
      evidence: [file],
    };
    let here = await step("office-clerk", "record-appeal", at, appeal);
    const examined = {
      appeal: here.version,
      on: "2025-04-10",
      result: "changed",
      findings: "偏重",
      documentNumber: "1号",
    };
    here = await step("reviewer", "examine-appeal", here, { ...examined, evidence: [file] });
    here = await step("office-clerk", "record-deliberation", here, { ...inputs.deliberation, on: "2025-04-15" });
    const { subjectId: _same, ...found } = inputs.finding(subjectId);
    const levels = { originalLevel: null, reducedLevel: null, appliedOn: null };
    here = await step("committee-secretary", "change-decision", here, {
      subjectId,
      ground: { type: "own" },
      change: { kind: "changed", outcome: { type: "accountable", ...found, ...levels }, effectiveOn: "2025-03-01" },
      body: "working-committee",
      on: "2025-04-16",
      documentNumber: "2号",
      reasons: "变更",
      evidence: [file],
    });
    here = await step("discipline-officer", "record-discipline", here, {
      ...sanction,
      authority: "纪检监察工委",
      documentNumber: "3号",
    });
    here = await step("personnel-officer", "record-arrangement", here, {
      subjectId,
      on: "2025-04-20",
      post: "专项",
      rank: "四级",
    });
    const assigned = { items: [{ subjectId, item: "archiving" }], accountId: "account-personnel-officer" };
    here = await step("personnel-officer", "assign-items", here, assigned);
    here = await step("personnel-officer", "request-reuse", here, inputs.reuse(subjectId));
    const asked = here.version;
    here = await step("personnel-officer", "record-consent", here, inputs.consent(subjectId, "2026-07-01"));
    const decided = { reuse: asked, on: "2026-07-10", approved: false, documentNumber: "4号", reasons: "另有安排" };
    await step("committee-secretary", "decide-reuse", here, decided);
  });
  return told;
}

class Stopped extends Error {}
