// The permission matrix: every endpoint of the one list × every role, and every act × role × stage, against the tables.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import test from "node:test";
import type { Receipt } from "#matters/contract/acts.ts";
import { contract } from "#server/contract/contract.ts";
import { uploaders } from "#server/contract/streams.ts";
import { actIds, acts } from "#casework/acts.ts";
import type { ActId } from "#casework/acts.ts";
import { bodyInputs } from "#bodies/rules/body-acts.ts";
import { bodyActIds, bodyDuties } from "#bodies/rules/body-names.ts";
import { duties, readingRights } from "#casework/duties.ts";
import { roles } from "#casework/roles.ts";
import type { Role } from "#casework/roles.ts";
import { actAllowedAt, caseStages, leadStages } from "#casework/stages.ts";
import type { Stage } from "#casework/stages.ts";
import { endpoint } from "#kernel/contract/meta.ts";
import { listEndpoints } from "#server/endpoints.ts";
import type { Endpoint } from "#server/endpoints.ts";
import { refusable } from "./refusable.ts";
import { figure } from "../figure.ts";
import { sampleBody } from "./sample.ts";
import { caseAt, leadAt } from "./steps.ts";
import { openWorld, persons } from "./world.ts";

const world = await openWorld();
const endpoints = listEndpoints();

/** What stands in for a path parameter: nothing of that name exists. */
const pathOf = ({ path }: Endpoint) => path.replaceAll(/:\w+/gu, "nobody-knows");

test("every endpoint lets in exactly the roles of its access, and no stranger", async () => {
  const differences: string[] = [];
  for (const one of endpoints) {
    const { access } = one.meta;
    const ask = async (role: Role | null): Promise<void> => {
      // Signing out would end the session that the other questions need.
      if (one.name === "session.signOut" && role !== null) return;
      const reply = await world.call({
        as: role,
        method: one.method,
        path: pathOf(one),
        ...(one.method === "GET" ? {} : { body: {} }),
      });
      const expected =
        access === "anyone"
          ? "in"
          : role === null
            ? "401"
            : access === "token"
              ? "401"
              : access === "signed-in" || access.includes(role)
                ? "in"
                : "403";
      const seen = reply.status === 401 && one.name !== "session.signIn" ? "401" : reply.status === 403 ? "403" : "in";
      if (seen !== expected || reply.status >= 500)
        differences.push(`${one.name} × ${role ?? "nobody"}: ${reply.status}, expected ${expected}`);
    };
    await Promise.all([null, ...roles].map(ask));
  }
  assert.deepEqual(differences, []);
  assert.ok(endpoints.length > 40);
});

test("whoever may do an act that names files can upload one", () => {
  const naming = [
    ...actIds.map((act) => ({ act, input: acts[act].input, holders: duties[act].roles })),
    ...bodyActIds.map((act) => ({ act, input: bodyInputs[act], holders: bodyDuties[act].roles })),
  ].filter(({ input }) => "shape" in input && "evidence" in input.shape);
  assert.ok(naming.length > 8);
  for (const { act, holders } of naming)
    for (const role of holders) assert.ok(uploaders.includes(role), `${act} ${role}`);
});

test("an endpoint without an access rule does not start", () => {
  const bare = endpoint.route({ method: "GET", path: "/bare" });
  assert.throws(() => listEndpoints({ ...contract, bare }, {}), /bare has no access rule/u);
});

/** What changes something and is done again without harm, each with the reason. */
const withoutKey: Readonly<Record<string, string>> = {
  "log.verify": "reads",
  "log.acceptCountersignature": "those known already change nothing",
  "letters.check": "what is noted already is not noted again",
};

test("every endpoint that changes something has the key of its request", () => {
  const writing = endpoints.filter(
    ({ meta, method, stream }) => method === "POST" && !stream && ["act", "administration"].includes(meta.logged),
  );
  const lacking = writing.filter((one) => !(one.name in withoutKey) && !("key" in (sampleBody(one) ?? {})));
  assert.deepEqual(
    lacking.map(({ name }) => name),
    [],
  );
  assert.ok(writing.length > 60);
});

test("every act × role × stage answers as the tables of duties, reading rights and stages say", async (t) => {
  const matters: { stage: Stage | "new"; kind: "lead" | "case"; at: Receipt | null }[] = [
    { stage: "new", kind: "lead", at: null },
  ];
  for (const stage of leadStages) matters.push({ stage, kind: "lead", at: await leadAt(world, stage) });
  for (const stage of caseStages)
    matters.push({ stage, kind: "case", at: await caseAt(world, stage, persons.subject.id) });
  for (const { stage, at } of matters) assert.equal(at?.stage ?? "new", stage);

  const differences: string[] = [];
  let asked = 0;
  for (const role of roles) {
    const cookie = await world.cookieOf(role);
    for (const { stage, kind, at } of matters) {
      // Whose role has no such duty is turned away by the gate, before a byte of the body is read: one stage stands for all of them.
      const asking = actIds.filter((act) => stage === "new" || hasDuty(role, act));
      const questions = asking.map(async (act) => {
        const body = {
          matterId: at?.matterId ?? null,
          version: at?.version ?? null,
          key: randomUUID(),
          input: refusable(act),
        };
        const reply = await world.call({ cookie, method: "POST", path: `/api/acts/${act}`, body });
        asked += 1;
        const expected = expectedOf(role, act, stage, kind);
        const seen = seenIn(reply.status, reply.json);
        if (seen !== expected)
          differences.push(`${act} × ${role} × ${stage}: ${seen} (${reply.status}), expected ${expected}`);
      });
      await Promise.all(questions);
    }
  }
  assert.deepEqual(differences, []);
  const dutiful = actIds.flatMap((act) => roles.filter((role) => hasDuty(role, act))).length;
  assert.equal(asked, actIds.length * roles.length + dutiful * (leadStages.length + caseStages.length));
  const pairs = endpoints.length * (roles.length + 1);
  figure(
    t,
    "permissions",
    `${pairs} 组接口与角色，${asked} 组行为、角色与环节，0 处差异 · ${pairs} endpoints × roles, ${asked} acts × roles × stages, 0 differences`,
  );
});

function hasDuty(role: Role, act: ActId): boolean {
  const holders: readonly Role[] = duties[act].roles;
  return holders.includes(role);
}

type Verdict = "forbidden" | "not-found" | "not-at-this-stage" | "four-eyes" | "reached";

/** From the tables alone; nobody here is a party or works in a subject's unit but the liaison, whose unit it is. */
function expectedOf(role: Role, act: ActId, stage: Stage | "new", kind: "lead" | "case"): Verdict {
  const duty: { roles: readonly Role[]; notBy: readonly ActId[] } = duties[act];
  if (!hasDuty(role, act)) return "forbidden";
  if (stage !== "new" && !reads(role, stage, kind)) return "not-found";
  if (stage !== "new" && kind === "case" && duty.notBy.some((other) => didBefore(role, other, stage)))
    return "four-eyes";
  return actAllowedAt(stage, act) ? "reached" : "not-at-this-stage";
}

function reads(role: Role, stage: Stage, kind: "lead" | "case"): boolean {
  const row = readingRights[role][kind];
  // Leads here were registered by the discipline officer, who alone has them as "own".
  return (
    row.stages.includes(stage) &&
    (row.reach === "all" || row.reach === "unit" || (row.reach === "own" && role === "discipline-officer"))
  );
}

/** Who did which act on the way to each stage, as steps.ts does them. */
const path: { act: ActId; role: Role; from: readonly Stage[] }[] = [
  { act: "request-opening", role: "discipline-officer", from: caseStages },
  {
    act: "decide-opening",
    role: "committee-secretary",
    from: caseStages.filter((stage) => stage !== "opening-requested"),
  },
  {
    act: "propose",
    role: "discipline-officer",
    from: ["proposed", "deliberated", "deciding", "decided", "served", "effective", "closed"],
  },
  {
    act: "record-deliberation",
    role: "office-clerk",
    from: ["deliberated", "deciding", "decided", "served", "effective", "closed"],
  },
  { act: "enter-paper-case", role: "discipline-officer", from: ["paper-entered", "paper-returned"] },
  { act: "propose-upward", role: "committee-secretary", from: ["deciding"] },
  { act: "decide", role: "committee-secretary", from: ["decided", "served", "effective", "closed"] },
  { act: "take-effect", role: "personnel-officer", from: ["effective", "closed"] },
];

function didBefore(role: Role, act: ActId, stage: Stage): boolean {
  return path.some((step) => step.act === act && step.role === role && step.from.includes(stage));
}

function seenIn(status: number, json: unknown): Verdict {
  if (status === 403) return "forbidden";
  if (status === 404) return "not-found";
  assert.equal(status, 422, JSON.stringify(json));
  const [first] = (json as { data: { refusals: { code: string }[] } }).data.refusals; // the contract's REFUSED
  const code = first?.code;
  assert.notEqual(code, "not-your-duty", "the gate let through what the duties refuse");
  return code === "not-at-this-stage" || code === "four-eyes" ? code : "reached";
}
