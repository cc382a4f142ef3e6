// Files that hurt, at every door where a file is read: refused in Chinese, in time, and nothing of them stays.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import path from "node:path";
import test from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import type { ImportView } from "#imports/contract.ts";
import { inReadingPlace, mostWaiting } from "#files/read/reading-places.ts";
import { figure } from "../figure.ts";
import { failureOf } from "./failure.ts";
import { hostileEvidence, hostileLists, hostileTexts } from "./hostile-files.ts";
import type { HostileFile } from "./hostile-files.ts";
import { openWorld } from "./world.ts";
import type { Call, Reply } from "./world.ts";

const world = await openWorld();

const doors = {
  names: { as: "personnel-officer", path: "/api/lists/file" },
  list: { as: "personnel-officer", path: "/api/eligibility/list?purpose=promotion&date=2026-01-01" },
  imports: { as: "personnel-officer", path: "/api/imports/files?kind=persons&name=a" },
  texts: { as: "discipline-officer", path: "/api/official-texts/file" },
  evidence: { as: "discipline-officer", path: "/api/files" },
} as const satisfies Record<string, Pick<Call, "as" | "path">>;
type Door = keyof typeof doors;

async function send(door: Door, file: HostileFile): Promise<Reply> {
  return world.call({
    ...doors[door],
    method: "POST",
    body: new Blob([new Uint8Array(file.made())]),
    headers: { "content-type": "application/octet-stream" },
  });
}

/** What it is told, at once or, of an import that was taken in, where it is looked at. */
async function toldOf(reply: Reply): Promise<string> {
  if (reply.status !== 200) return failureOf(reply).message;
  const { importId } = reply.json as { importId: string };
  for (;;) {
    const { json } = await world.call({ ...doors.imports, method: "GET", path: `/api/imports/${importId}` });
    const view = json as ImportView;
    if (view.state === "unreadable") return view.trouble ?? "";
    assert.equal(view.state, "reading", view.state);
    await sleep(20);
  }
}

/** Milliseconds that any of them may take, on a machine that does other things too. */
const longest = 50_000;

/** `also`: a status that it may be answered with too. */
async function refused(door: Door, file: HostileFile, also = 400): Promise<void> {
  const began = performance.now();
  const reply = await send(door, file);
  const told = await toldOf(reply);
  const took = performance.now() - began;
  assert.ok(
    reply.status === 400 || reply.status === also || (door === "imports" && reply.status === 200),
    `${file.name}: ${reply.status} ${told}`,
  );
  assert.match(told, /[一-鿿]/u, file.name);
  assert.ok(took < longest, `${file.name}: ${took} ms`);
}

for (const [door, files] of [
  ["names", hostileLists(false)],
  ["texts", hostileTexts(false)],
  ["evidence", hostileEvidence(false)],
] as const)
  for (const file of files)
    test(`${file.name} is refused where ${door} are read`, async () => {
      await refused(door, file);
    });

test("many at once, at every door, are all refused, and others are answered meanwhile; nothing of them stays", async (t) => {
  // The small ones: what the large ones cost is measured by the bench.
  const small = (all: HostileFile[]) => all.filter(({ size }) => size < 3).map(made);
  const files = small(hostileLists(false));
  const texts = small(hostileTexts(false));
  const evidence = hostileEvidence(false).map(made);
  let isOver = false;
  const others = async () => {
    const took: number[] = [];
    while (!isOver) {
      const began = performance.now();
      const reply = await world.call({ as: "reviewer", method: "GET", path: "/api/session" });
      assert.equal(reply.status, 200);
      took.push(performance.now() - began);
      await sleep(20);
    }
    return took;
  };
  const meanwhile = others();
  const lists = ["names", "list", "imports"] as const;
  const sent = [
    ...files.map((file, index) => refused(lists[index % lists.length] ?? "names", file, 429)),
    ...texts.map((file) => refused("texts", file, 429)),
    ...evidence.map((file) => refused("evidence", file, 429)),
  ];
  await Promise.allSettled(sent);
  isOver = true;
  const slowest = Math.max(...(await meanwhile));
  await Promise.all(sent);
  assert.ok(slowest < 10_000, `${slowest} ms`);
  for (const folder of ["incoming", "evidence/drafts"])
    assert.deepEqual(readdirSync(path.join(world.app.dataFolder, folder)), [], folder);
  const good = await world.call({ ...doors.names, method: "POST", body: new Blob([Buffer.from("姓名\n周明远")]) });
  assert.equal(good.status, 200, good.text);
  assert.match(good.text, /周明远/u);
  const count = hostileLists(false).length + hostileTexts(false).length + hostileEvidence(false).length;
  figure(t, "hostile-files", `${count} 种文件，0 个被接受，0 次 5xx · ${count} kinds of files, 0 taken, 0 × 5xx`);
});

test("where more come than readers are free for, one is told to come again, and the same file is read then", async () => {
  const ends: (() => void)[] = [];
  const held = Array.from({ length: 2 + mostWaiting }, () =>
    inReadingPlace("asked", () => new Promise<void>((resolve) => ends.push(resolve))),
  );
  const list = new Blob([Buffer.from("姓名\n周明远")]);
  try {
    for (const door of ["names", "list", "imports", "texts"] as const) {
      const reply = await world.call({ ...doors[door], method: "POST", body: list });
      assert.equal(reply.status, 429, `${door}: ${reply.text}`);
      assert.match(failureOf(reply).message, /重新上传/u);
      assert.equal(reply.headers.get("retry-after"), "30");
    }
    // What need not be unpacked needs no reader.
    const plain = await world.call({ ...doors.evidence, method: "POST", body: list });
    assert.equal(plain.status, 200, plain.text);
  } finally {
    for (let ended = 0; ended < held.length; ended += 1) {
      await sleep(1);
      ends[ended]?.();
    }
    await Promise.all(held);
  }
  const again = await world.call({ ...doors.names, method: "POST", body: list });
  assert.equal(again.status, 200, again.text);
});

/** Made beforehand: whoever makes a file meanwhile keeps others waiting himself. */
function made(file: HostileFile): HostileFile {
  const bytes = file.made();
  return { ...file, made: () => bytes };
}
