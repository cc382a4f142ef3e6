// Requests that come twice, at once, or too late.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import test from "node:test";
import type { Receipt } from "#matters/contract/acts.ts";
import { failureOf } from "./failure.ts";
import { countLeads, leadBody, registerLead } from "./lead-calls.ts";
import { inputs, leadAt } from "./steps.ts";
import { done, openWorld } from "./world.ts";

const world = await openWorld();
const { call } = world;

test("one key ten times at once has one effect and one answer", async () => {
  const before = await countLeads(world);
  const body = leadBody();
  const replies = await Promise.all(Array.from({ length: 10 }, () => call(registerLead(body))));
  assert.deepEqual(
    replies.map(({ status }) => status),
    Array.from({ length: 10 }, () => 200),
  );
  assert.equal(new Set(replies.map(({ text }) => text)).size, 1);
  assert.equal(await countLeads(world), before + 1);
  const other = await call(registerLead({ ...body, input: { ...inputs.lead(), summary: "另一件事" } }));
  assert.equal(failureOf(other).data?.refusals?.[0]?.code, "key-used");
  assert.equal(await countLeads(world), before + 1);
});

test("one key ten times at once on a matter that exists has one effect too", async () => {
  const lead = await leadAt(world, "registered");
  const body = {
    matterId: lead.matterId,
    version: lead.version,
    key: randomUUID(),
    input: inputs.disposal("shelving"),
  };
  const replies = await Promise.all(
    Array.from({ length: 10 }, () =>
      call({ as: "discipline-officer", method: "POST", path: "/api/acts/dispose-lead", body }),
    ),
  );
  assert.deepEqual(new Set(replies.map(({ text }) => text)).size, 1, replies.map(({ text }) => text).join("\n"));
  const [{ json } = { json: null }] = replies;
  assert.equal((json as Receipt).version, lead.version + 1);
});

test("numbers of leads follow one another without a gap, refusals between them or not", async () => {
  const first = await done(world, "discipline-officer", "register-lead", null, inputs.lead());
  await call(registerLead(leadBody({ ...inputs.lead(), receivedOn: "2999-01-01" })));
  const replies = await Promise.all(Array.from({ length: 8 }, () => call(registerLead(leadBody()))));
  const ordinal = (number: string) => {
    const found = /^线索〔2026〕(\d+)号$/u.exec(number);
    assert.ok(found !== null, number);
    return Number(found[1]);
  };
  const numbers = replies.map(({ json }) => ordinal((json as Receipt).number)).sort((a, b) => a - b);
  assert.deepEqual(
    numbers,
    Array.from({ length: 8 }, (_, index) => ordinal(first.number) + 1 + index),
  );
});

test("who comes second gets 409 with what the first did, and nothing is overwritten", async () => {
  const lead = await leadAt(world, "registered");
  const body = () => ({
    matterId: lead.matterId,
    version: lead.version,
    key: randomUUID(),
    input: inputs.disposal("talk-inquiry"),
  });
  const first = await call({ as: "discipline-officer", method: "POST", path: "/api/acts/dispose-lead", body: body() });
  assert.equal(first.status, 200, first.text);
  const second = await call({ as: "discipline-officer", method: "POST", path: "/api/acts/dispose-lead", body: body() });
  assert.equal(second.status, 409, second.text);
  const { data } = failureOf(second);
  assert.equal(data?.version, lead.version + 1);
  assert.deepEqual(
    data.since?.map(({ seq, act, actorName }) => ({ seq, act, actorName })),
    [{ seq: lead.version + 1, act: "dispose-lead", actorName: "测试discipline-officer" }],
  );
});

test("of two at the same time exactly one wins", async () => {
  const lead = await leadAt(world, "registered");
  const replies = await Promise.all(
    ["talk-inquiry", "shelving"].map((way) =>
      call({
        as: "discipline-officer",
        method: "POST",
        path: "/api/acts/dispose-lead",
        body: { matterId: lead.matterId, version: lead.version, key: randomUUID(), input: inputs.disposal(way) },
      }),
    ),
  );
  assert.deepEqual(
    replies.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 409],
  );
});
