// A full disk: said in clear words, nothing is half there, and the server goes on once there is room. Needs the right to mount (root on Linux).
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { CompiledQuery } from "kysely";
import { rebuildAll } from "#matters/uses/rebuild.ts";
import type { Role } from "#casework/roles.ts";
import { openPglite } from "#database/pglite.ts";
import { inputs } from "../api/steps.ts";
import { openWorld } from "../api/world.ts";
import type { Reply, World } from "../api/world.ts";
import { prepareData } from "../prepared.ts";

/** A small disk of its own; null where this account may not mount one. */
function mountDisk(megabytes: number): string | null {
  const place = mkdtempSync(path.join(os.tmpdir(), "wenze-disk-"));
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "none", place]);
  if (mounted.status !== 0) return (rmSync(place, { recursive: true }), null);
  after(() => {
    spawnSync("umount", ["-l", place]);
    rmSync(place, { recursive: true, force: true });
  });
  return place;
}

/** Takes all room but so many bytes; answers with what gives it back. */
function fill(disk: string, but: number): () => void {
  const filler = path.join(disk, `filler-${randomUUID()}`);
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - but), 1));
  return () => rmSync(filler);
}

const upload = (world: World, bytes: Buffer) =>
  world.call({
    as: "discipline-officer",
    method: "POST",
    path: "/api/files",
    body: new Blob([new Uint8Array(bytes)]),
    headers: { "content-type": "application/octet-stream" },
  });
const register = (world: World, role: Role = "discipline-officer") =>
  world.call({
    as: role,
    method: "POST",
    path: "/api/acts/register-lead",
    body: { matterId: null, version: null, key: randomUUID(), input: inputs.lead() },
  });
const leads = async (world: World) => {
  const body = { limit: 1 };
  const reply = await world.call({ as: "discipline-officer", method: "POST", path: "/api/leads/search", body });
  return (reply.json as { count: { value: number } }).count.value;
};
const said = (reply: Reply) => (reply.json as { code: string; message: string }).message;

/** More than the database may give back of its log meanwhile. */
const tooMuch = Buffer.alloc(40 * 1024 * 1024, "材料");

// A database as it begins, and some room.
const disk = mountDisk(140);
const small = mountDisk(140);
const unable = "this account may not mount a disk";

test(
  "a full disk is said in Chinese with 507, nothing is half there, and with room the server goes on",
  { skip: disk === null && unable },
  async (t) => {
    assert.ok(disk !== null);
    const world = await openWorld({ folder: path.join(disk, "data") });
    await world.cookieOf("discipline-officer");
    assert.equal((await upload(world, Buffer.from("之前的材料"))).status, 200);
    assert.equal((await register(world)).status, 200);

    const giveBack = fill(disk, 256 * 1024);
    const drafts = () => readdirSync(path.join(world.app.dataFolder, "evidence", "drafts"));
    const refused = await upload(world, tooMuch);
    assert.equal(refused.status, 507, refused.text);
    assert.match(said(refused), /磁盘空间不足/u);
    assert.deepEqual(drafts(), [], "no half of a file stays");

    // The database has some room of its own, in a log made beforehand: acts go on until that is used up as well.
    const before = await leads(world);
    let kept = 0;
    let full: Reply | null = null;
    for (let tried = 0; tried < 3000 && full === null; tried += 1) {
      const reply = await register(world);
      if (reply.status === 200) kept += 1;
      else full = reply;
    }
    t.diagnostic(`${kept} leads were still registered; then ${full?.status ?? "no refusal"}`);
    assert.ok(full !== null);
    assert.equal(full.status, 507, full.text);
    assert.match(said(full), /磁盘空间不足/u);

    giveBack();
    assert.equal(
      await leads(world),
      before + kept > 1000 ? 1000 : before + kept,
      "each lead is there whole, or not at all",
    );
    assert.equal((await register(world)).status, 200);
    assert.equal((await upload(world, tooMuch)).status, 200);
    assert.deepEqual((await rebuildAll(world.app, { repair: false })).differences, []);
    const verified = await world.call({ as: "audit-administrator", method: "POST", path: "/api/log/verify", body: {} });
    assert.deepEqual((verified.json as { faults: unknown[] }).faults, []);
  },
);

test(
  "without room for its log the embedded database gives itself up; it answers so, and recovers by itself once there is room",
  { skip: small === null && unable },
  async () => {
    assert.ok(small !== null);
    const folder = path.join(small, "data");
    await prepareData(folder);
    const { kysely } = await openPglite(folder);
    const run = (text: string) => kysely.executeQuery(CompiledQuery.raw(text));
    await run("CREATE TABLE kept (place integer)");
    await run("INSERT INTO kept VALUES (0)");
    const giveBack = fill(small, 0);
    let acknowledged = 1;
    const filling = async () => {
      for (; acknowledged < 100; acknowledged += 1) {
        await run("SELECT pg_logical_emit_message(true, 'x', repeat('x', 1000000))");
        await run(`INSERT INTO kept VALUES (${acknowledged})`);
      }
    };
    const full = (error: Error & { code?: string }) => error.code === "53100";
    await assert.rejects(filling, full);
    await assert.rejects(run("SELECT 1"), full);
    await assert.rejects(run("SELECT 1"), full, "it says so again, and does not hang");
    giveBack();
    const { rows } = await run("SELECT place FROM kept ORDER BY place");
    assert.equal(rows.length, acknowledged, "all that was acknowledged is there, and nothing else");
    await run("INSERT INTO kept VALUES (1000)");
    await kysely.destroy();
  },
);
