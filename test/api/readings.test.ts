// Readings have fields: a unit's liaison reads what was served on its people and what is executed on them; who handed a lead in, that it was
// received. Held by everything that an account is answered, and by every way to a file.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import test from "node:test";
import { z } from "zod";
import { isUnparsed } from "#kernel/contract/unparsed.ts";
import { contract } from "#server/contract/contract.ts";
import type { Receipt } from "#matters/contract/acts.ts";
import type { ActId } from "#casework/acts.ts";
import { eventParts, recordedParts, viewParts } from "#casework/reading/event-parts.ts";
import type { Spec } from "#casework/reading/event-parts.ts";
import { partsOfReading } from "#casework/reading/readings.ts";
import type { Role } from "#casework/roles.ts";
import { allAnswers } from "./all-answers.ts";
import { caseAt, inputs } from "./steps.ts";
import { releaseAll } from "./released.ts";
import { done, evidenceFile, openWorld, persons } from "./world.ts";

const world = await openWorld();
const { call } = world;

/** What is typed in an act bears the act's own mark, but where words have to be those of another act or of the law. */
const exact = new Set([
  "act",
  "documentNumber",
  "recipient",
  "recipients",
  "originalLevel",
  "post",
  "organizationName",
]);
function marked(act: ActId, value: unknown, key = ""): unknown {
  if (typeof value === "string")
    return /\p{Script=Han}/u.test(value) && !exact.has(key) ? `${value}${markOf(act)}` : value;
  if (Array.isArray(value)) return value.map((one) => marked(act, one, key));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, marked(act, inner, name)]));
}
const used = new Set<ActId>();
function markOf(act: ActId): string {
  used.add(act);
  return `暗记${act.replaceAll("-", "")}`;
}
const how = (role: Role, act: ActId, at: Receipt | null, input: unknown) =>
  done(world, role, act, at, marked(act, input));
const matter = await caseAt(world, "closed", persons.subject.id, how);

async function everythingFor(role: Role, matterIds: readonly string[]) {
  const known = { matterId: matterIds, personId: [persons.subject.id], organizationId: ["bureau"] };
  return allAnswers(world, await world.cookieOf(role), [role], { known, query: "暗记", names: ["周明远"] });
}
const get = (as: Role, path: string) => call({ as, method: "GET", path: `/api${path}` });

test("before their release no word that was typed is answered to another office, nor found by its search", async () => {
  for (const role of ["office-clerk", "personnel-officer", "unit-liaison"] as const) {
    // What one typed oneself, one reads.
    const own = [
      "record-deliberation",
      "serve",
      "record-circulation",
      "record-receipt",
      "take-effect",
      "record-formalities",
    ];
    const leaked = (await everythingFor(role, [matter.matterId])).flatMap(({ name, text }) =>
      [...used]
        .filter(
          (act) => text.includes(markOf(act)) && !(role !== "unit-liaison" && [...own, "complete-items"].includes(act)),
        )
        .map((act) => `${role} ${name} ${act}`),
    );
    assert.deepEqual(leaked, []);
    const found = await call({ as: role, method: "POST", path: "/api/cases/search", body: { query: "暗记" } });
    assert.equal((found.json as { rows: unknown[] }).rows.length, 0);
  }
  // To the group it is shown as it was typed; what is taken out by the group waits too.
  const view = await get("discipline-officer", `/matters/${matter.matterId}`);
  for (const act of used) assert.ok(view.text.includes(markOf(act)), act);
  const taken = await everythingFor("discipline-officer", [matter.matterId]);
  const archive = taken.find(({ name }) => name === "streams.exportCase");
  assert.ok(archive?.status === 200 && !archive.text.includes("暗记"), archive?.text.slice(0, 200) ?? "");
});

test("words go out by a holder of the grant who did not type them, once for each key, and each act of it is in the log", async () => {
  const lead = await done(world, "unit-liaison", "register-lead", null, inputs.lead());
  const back = await done(world, "discipline-officer", "return-lead", lead, inputs.return);
  const path = `/api/releases/${lead.matterId}`;
  const waiting = (await get("reviewer", "/releases")).json as { matterId: string }[];
  assert.ok(waiting.some(({ matterId }) => matterId === lead.matterId));
  const { texts } = (await get("reviewer", `/releases/${lead.matterId}`)).json as {
    texts: { seq: number; words: string[] }[];
  };
  assert.deepEqual(
    texts.map(({ words }) => words),
    [["未写明时间地点"]],
  );
  const seqs = texts.map(({ seq }) => seq);
  assert.equal(
    (await call({ as: "discipline-officer", method: "POST", path, body: { key: randomUUID(), seqs } })).status,
    403,
  );
  const key = randomUUID();
  for (let twice = 0; twice < 2; twice += 1) {
    const reply = await call({ as: "reviewer", method: "POST", path, body: { key, seqs } });
    assert.deepEqual([reply.status, reply.json], [200, { released: 1 }]);
  }
  assert.match((await get("unit-liaison", `/matters/${lead.matterId}`)).text, /未写明时间地点/u);
  const log = await call({ as: "audit-administrator", method: "POST", path: "/api/log/search", body: { limit: 200 } });
  for (const what of ["release-texts", "read-waiting-texts"]) assert.ok(log.text.includes(`"${what}"`), what);
  assert.equal(back.stage, "returned");
});

test("a unit's liaison reads of a released case the decision, service and execution on its people, in whatever is answered", async () => {
  await releaseAll(world, matter.matterId);
  const answers = await everythingFor("unit-liaison", [matter.matterId]);
  const shown: readonly ActId[] = [
    "request-opening",
    "decide",
    "serve",
    "take-effect",
    "complete-items",
    "record-circulation",
    "record-receipt",
  ];
  const leaked = answers.flatMap(({ name, text }) =>
    [...used].filter((act) => text.includes(markOf(act)) && !shown.includes(act)).map((act) => `${name} ${act}`),
  );
  assert.deepEqual(leaked, []);
  const view = answers.find(({ name }) => name === "matters.get");
  assert.ok(view !== undefined && view.status === 200, view?.text ?? "");
  for (const act of ["request-opening", "serve", "complete-items"] as const)
    assert.ok(view.text.includes(markOf(act)), act);
  for (const word of ["reasons", "votesFor", "statement", "text"])
    assert.doesNotMatch(view.text, new RegExp(`"${word}":"[^"]`, "u"));
  // Nobody's hands, and no more places than there are events left.
  assert.doesNotMatch(view.text, /测试(?!区|街道)/u);
  const { history, version, due, past } = JSON.parse(view.text) as {
    history: { seq: number }[];
    version: number;
    due: object;
    past: unknown[];
  };
  assert.deepEqual(
    history.map(({ seq }) => seq),
    history.map((_one, index) => index + 1),
  );
  assert.equal(version, history.length);
  assert.deepEqual(past, []);
  assert.ok(Object.keys(due).every((one) => one.startsWith(matter.subjectId)));
  assert.ok(partsOfReading.unit.length < partsOfReading.office.length);
});

test("a file of the inquiry is none for the liaison, and one of somebody else is none for whoever attaches it by its address", async () => {
  const inquiry = await caseAt(world, "inquiry", persons.subject.id);
  const mine = await evidenceFile(world, "只有上传人知道的材料");
  const recorded = await done(
    world,
    "discipline-officer",
    "record-fact",
    inquiry,
    inputs.fact(inquiry.subjectId, mine),
  );
  const closed = JSON.stringify(
    await get("discipline-officer", `/matters/${matter.matterId}`).then(({ json }) => json),
  );
  const sha256 = /"sha256":"([0-9a-f]{64})"/u.exec(closed)?.[1] ?? assert.fail("no file in the case");
  const theirs = `/matters/${matter.matterId}/files/${sha256}`;
  assert.equal((await get("discipline-officer", theirs)).status, 200);
  const [there, missing] = [
    await get("unit-liaison", theirs),
    await get("unit-liaison", theirs.replace(sha256, "e".repeat(64))),
  ];
  assert.deepEqual([there.status, there.text], [404, missing.text]);
  // Another officer, who learnt the address, attaches it to a matter of their own to read it there.
  const attach = async (hash: string, size: number) => {
    const input = {
      ...inputs.answer("x", { ...mine, sha256: hash, size }),
      answers: [{ type: "returned", subjectId: "x", reasons: "补充" }],
    };
    const body = { key: randomUUID(), matterId: deciding.matterId, version: deciding.version, input };
    const reply = await call({ as: "office-clerk", method: "POST", path: "/api/acts/record-answer", body });
    return { status: reply.status, text: reply.text.replaceAll(hash, "HASH").replaceAll(/"serial":"[^"]*"/gu, "") };
  };
  const deciding = await caseAt(world, "deciding", persons.city.id);
  assert.deepEqual(await attach(mine.sha256, mine.size), await attach("e".repeat(64), mine.size));
  // The same bytes uploaded by themselves are theirs.
  const again = await call({
    as: "office-clerk",
    method: "POST",
    path: "/api/files",
    body: new Blob(["只有上传人知道的材料"]),
    headers: { "content-type": "application/octet-stream" },
  });
  assert.equal((again.json as { sha256: string }).sha256, mine.sha256);
  assert.doesNotMatch((await attach(mine.sha256, mine.size)).text, /no-such-file/u);
  // What a matter has already, its group names again.
  await done(world, "discipline-officer", "record-fact", recorded, inputs.fact(inquiry.subjectId, mine));
});

test("of a lead its registrant reads that it was received, its number and the day, whatever became of it", async () => {
  const lead = () => done(world, "unit-liaison", "register-lead", null, inputs.lead());
  const untouched = await lead();
  const disposed = await lead();
  const way = await done(world, "discipline-officer", "dispose-lead", disposed, inputs.disposal("talk-inquiry"));
  await done(world, "discipline-officer", "record-lead-result", way, inputs.result);
  const settled = await lead();
  await done(world, "discipline-officer", "dispose-lead", settled, inputs.disposal("settlement"));
  const joined = await lead();
  await done(world, "discipline-officer", "request-opening", null, inputs.opening([joined.matterId]));
  const sent = await lead();
  await done(world, "discipline-officer", "transfer-lead", sent, inputs.transfer);
  const all = [untouched, disposed, settled, joined, sent];
  const said = new Map<string, string[]>();
  for (const one of all) {
    const told: string[] = [];
    for (const { name, status, text } of await everythingFor("unit-liaison", [one.matterId]))
      told.push(
        ...[name, String(status), ...objectsAbout(text, one)].map((each) =>
          each.replaceAll(one.matterId, "ID").replaceAll(one.number, "NUMBER"),
        ),
      );
    // An act of theirs is refused for what they see: never for where the lead is.
    const body = { key: randomUUID(), matterId: one.matterId, version: 1, input: inputs.supplement };
    const refused = await call({ as: "unit-liaison", method: "POST", path: "/api/acts/supplement-lead", body });
    assert.equal(refused.status, 422, refused.text);
    said.set(one.number, [...told, refused.text.replaceAll(/"serial":"[^"]*"/gu, "")]);
  }
  const [first = [], ...others] = [...said.values()];
  assert.ok(first.some((text) => text.includes('"receivedOn":"2025-01-06"')));
  assert.doesNotMatch(first.join("\n"), /排污|周明远/u);
  for (const other of others) assert.deepEqual(other, first);
  for (const stages of [["registered"], ["settled"], ["talk-inquiry", "joined"]]) {
    const rows = (await call({ as: "unit-liaison", method: "POST", path: "/api/leads/search", body: { stages } }))
      .json as { rows: { number: string }[] };
    const found = all.filter(({ number }) => rows.rows.some((row) => row.number === number));
    assert.equal(found.length, stages.includes("registered") ? all.length : 0, stages.join());
  }
});

/** Every object of the answer that tells of this matter, without the minute at which it was told. */
function objectsAbout(text: string, { matterId }: Receipt): string[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return text.includes(matterId) ? [text.replaceAll(/\d\d:\d\d(?::\d\d)?/gu, "")] : [];
  }
  const found: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if (!Array.isArray(value) && Object.values(value).includes(matterId)) {
      found.push(JSON.stringify(value).replaceAll(/T\d\d:\d\d:\d\d\.\d+Z/gu, ""));
      return;
    }
    for (const inner of Object.values(value)) walk(inner);
  };
  walk(parsed);
  return found;
}

test("every field of the view in the contract, and of every event in it, has its part; a new one without a part fails here", () => {
  const shape = contract.matters.get["~orpc"].outputSchema;
  assert.ok(isUnparsed(shape));
  const view = z.toJSONSchema(shape.shape, { io: "output", unrepresentable: "any" }) as JsonShape;
  assert.deepEqual(fieldsOf(view), Object.keys(viewParts).sort());
  const recorded = view.properties?.["history"]?.items ?? {};
  assert.deepEqual(fieldsOf(recorded), [...Object.keys(recordedParts), "event", "persons"].sort());
  const events = recorded.properties?.["event"];
  const kinds = events?.oneOf ?? events?.anyOf ?? [];
  const seen = kinds.map((kind) => {
    const type = String(kind.properties?.["type"]?.const);
    const parts: Readonly<Record<string, Spec>> = eventParts;
    holdAgainst(kind, parts[type] ?? "hand", type);
    return type;
  });
  assert.deepEqual(seen.sort(), Object.keys(eventParts).sort());
});

type JsonShape = {
  const?: unknown;
  properties?: Record<string, JsonShape>;
  items?: JsonShape;
  anyOf?: JsonShape[];
  oneOf?: JsonShape[];
};

function fieldsOf(shape: JsonShape): string[] {
  const ways = shape.anyOf ?? shape.oneOf ?? [];
  const own = Object.keys(shape.properties ?? {});
  return [
    ...new Set([...own, ...ways.flatMap(fieldsOf), ...(shape.items === undefined ? [] : fieldsOf(shape.items))]),
  ].sort();
}

/** Where the table goes on field by field, its fields are those of the shape. */
function holdAgainst(shape: JsonShape, spec: Spec, path: string): void {
  if (typeof spec === "string") return;
  assert.deepEqual(
    fieldsOf(shape).filter((field) => field !== "type" && !(field in spec)),
    [],
    path,
  );
  for (const [field, inner] of Object.entries(spec))
    for (const way of [
      shape,
      ...(shape.anyOf ?? []),
      ...(shape.oneOf ?? []),
      ...(shape.items?.anyOf ?? []),
      ...(shape.items?.oneOf ?? []),
    ]) {
      const property = way.properties?.[field];
      if (property !== undefined && inner !== undefined) holdAgainst(property, inner, `${path}.${field}`);
    }
}
