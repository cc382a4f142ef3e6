// What leaves as a zip or a sheet opens in programs that share no code with what wrote it: Python's zipfile, or else another npm reader.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import test from "node:test";
import { fromBuffer } from "yauzl";
import type { Entry, ZipFile } from "yauzl";
import type { Role } from "#casework/roles.ts";
import { releaseAll } from "./released.ts";
import { caseAt } from "./steps.ts";
import { openWorld, persons } from "./world.ts";

const world = await openWorld();

/** Every member by its name, after the reader has checked the sums; XML members must be well formed where Python reads. */
type Opened = ReadonlyMap<string, Buffer>;

const reading = `
import base64, json, sys, zipfile, xml.etree.ElementTree as tree
with zipfile.ZipFile(sys.argv[1]) as whole:
    assert whole.testzip() is None
    out = {}
    for member in whole.infolist():
        data = whole.read(member)
        if member.filename.endswith((".xml", ".rels")):
            tree.fromstring(data)
        out[member.filename] = base64.b64encode(data).decode()
json.dump(out, sys.stdout)
`;
const hasPython = spawnSync("python3", ["-c", "import zipfile"]).status === 0;
const reader = hasPython ? "read by Python" : "read by yauzl";

async function open(bytes: Buffer): Promise<Opened> {
  if (!hasPython) return openInNode(bytes);
  const folder = mkdtempSync(path.join(os.tmpdir(), "wenze-archive-"));
  try {
    const file = path.join(folder, "taken.zip");
    writeFileSync(file, bytes);
    const read = spawnSync("python3", ["-I", "-c", reading, file], { encoding: "utf8", maxBuffer: 50_000_000 });
    assert.equal(read.status, 0, read.stderr);
    const members = JSON.parse(read.stdout) as Record<string, string>; // as the lines above print it
    return new Map(Object.entries(members).map(([name, data]) => [name, Buffer.from(data, "base64")]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Where there is no Python: the npm reader, which is another's than the writer. */
async function openInNode(bytes: Buffer): Promise<Opened> {
  const whole = await new Promise<ZipFile>((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, opened) => (error === null ? resolve(opened) : reject(error)));
  });
  const entries = await new Promise<Entry[]>((resolve, reject) => {
    const seen: Entry[] = [];
    whole.on("entry", (entry: Entry) => {
      seen.push(entry);
      whole.readEntry();
    });
    whole.on("end", () => resolve(seen));
    whole.on("error", reject);
    whole.readEntry();
  });
  const members = new Map<string, Buffer>();
  for (const entry of entries) {
    const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
      whole.openReadStream(entry, (error, opened) => (error === null ? resolve(opened) : reject(error)));
    });
    members.set(entry.fileName, await buffer(stream));
  }
  return members;
}

async function taken(as: Role, path: string, body?: object): Promise<Opened> {
  const reply = await fetch(`${world.origin}/api${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: { cookie: await world.cookieOf(as), "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  assert.equal(reply.status, 200);
  return open(Buffer.from(await reply.arrayBuffer()));
}

const at = await caseAt(world, "closed", persons.subject.id);
// What is typed or attached leaves the group, and the system, once it is released.
await releaseAll(world, at.matterId);

test(`a case for the archive: record, page to read and every evidence file under its own sum (${reader})`, async () => {
  const members = await taken("reviewer", `/matters/${at.matterId}/archive`);
  const [jsonName, htmlName] = [".json", ".html"].map((end) => [...members.keys()].find((name) => name.endsWith(end)));
  const record = JSON.parse(members.get(jsonName ?? "")?.toString() ?? "") as object;
  assert.ok(JSON.stringify(record).includes(at.number));
  assert.ok(
    members
      .get(htmlName ?? "")
      ?.toString()
      .includes("周明远"),
  );
  const rest = [...members].filter(([name]) => name !== jsonName && name !== htmlName);
  const named = new Set(JSON.stringify(record).match(/[0-9a-f]{64}/gu));
  assert.ok(rest.length > 0);
  for (const [name, bytes] of rest) assert.ok(named.has(createHash("sha256").update(bytes).digest("hex")), name);
});

test(`one person's whole record (${reader})`, async () => {
  const members = await taken("personnel-officer", `/persons/${persons.subject.id}/archive`);
  const json = [...members].find(([name]) => name.endsWith(".json"))?.[1].toString() ?? "";
  assert.ok(JSON.stringify(JSON.parse(json)).includes(at.number));
  assert.ok([...members].some(([name, bytes]) => name.endsWith(".html") && bytes.toString().includes("周明远")));
});

test(`the sheet of an eligibility question holds its cells and no formula (${reader})`, async () => {
  const question = {
    purpose: "promotion",
    date: "2025-12-31",
    year: null,
    names: [{ name: "周明远" }, { name: "=cmd()" }],
  };
  const members = await taken("personnel-officer", "/eligibility/export", question);
  const xml = [...members].filter(([name]) => name.endsWith(".xml"));
  const text = xml.map(([, bytes]) => bytes.toString()).join("");
  for (const cell of ["周明远", "第十三条第一款", "2026-02-28", "'=cmd()"])
    assert.ok(text.replaceAll("&apos;", "'").includes(cell), cell);
  assert.ok(!/<f[ >]/u.test(text));
});
