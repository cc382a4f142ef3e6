// What may be kept as evidence, by its own bytes: documents, pictures, sound, text and whole archives; nothing that bursts or hides.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { crc32, deflateRawSync } from "node:zlib";
import { findUnfitReason } from "#matters/file-content.ts";

const folder = mkdtempSync(path.join(os.tmpdir(), "wenze-content-"));
after(() => rmSync(folder, { recursive: true, force: true }));

async function examined(bytes: Buffer): Promise<string | null> {
  const place = path.join(folder, "file");
  writeFileSync(place, bytes);
  return findUnfitReason(place, bytes.length);
}

/** An archive of these entries, made by hand, so that it can be wrong. */
function zip(entries: readonly { name: string; bytes: Buffer }[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const { name, bytes } of entries) {
    const packed = deflateRawSync(bytes);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004", "latin1"), common, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    central.push(Buffer.concat([Buffer.from("PK\u0001\u0002\u0014\u0000", "latin1"), common, tail, Buffer.from(name)]));
    locals.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", "latin1");
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, directory, end]);
}

test("text, documents, pictures and whole archives are kept", async () => {
  assert.equal(await examined(Buffer.from("现场检查记录\r\n一、\t渗漏")), null);
  assert.equal(await examined(Buffer.from("%PDF-1.4\n\u0000")), null);
  assert.equal(await examined(Buffer.from("\u0089PNG\r\n\u001A\n\u0000", "latin1")), null);
  const document = zip([
    { name: "[Content_Types].xml", bytes: Buffer.from('<?xml version="1.0"?><Types/>') },
    { name: "word/document.xml", bytes: Buffer.from("<w:document/>") },
  ]);
  assert.equal(await examined(document), null);
  assert.equal(await examined(zip([{ name: "附件/说明.docx", bytes: document }])), null);
});

test("what cannot be known by its first bytes is refused, whatever it is called", async () => {
  assert.equal(await examined(Buffer.from("MZ\u0090\u0000\u0003", "latin1")), "unknown-kind");
  assert.equal(await examined(Buffer.from("\u007FELF\u0002\u0001", "latin1")), "unknown-kind");
  assert.equal(await examined(Buffer.alloc(100)), "unknown-kind");
});

test("an archive that bursts is refused while it streams, without its contents being kept", async () => {
  const bomb = zip([{ name: "a.txt", bytes: Buffer.alloc(120 * 1024 * 1024) }]);
  assert.ok(bomb.length < 200_000);
  assert.equal(await examined(bomb), "bomb");
  // Just below the ratio it is kept.
  assert.equal(await examined(zip([{ name: "a.txt", bytes: Buffer.alloc(1_048_576) }])), null);
});

test("an archive in an archive, a path out of it, a broken one and entities are refused", async () => {
  const inner = zip([{ name: "a.txt", bytes: Buffer.from("a") }]);
  assert.equal(await examined(zip([{ name: "inner.zip", bytes: inner }])), "nested-archive");
  assert.equal(await examined(zip([{ name: "../../etc/passwd", bytes: Buffer.from("a") }])), "broken-archive");
  assert.equal(await examined(inner.subarray(0, inner.length - 10)), "broken-archive");
  const entities = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>';
  assert.equal(await examined(zip([{ name: "word/document.xml", bytes: Buffer.from(entities) }])), "entities");
});

test("a PDF with a line end before it, and the Unicode text of an editor, are kept", async () => {
  for (const name of ["80-newline-before.pdf", "82-notepad-unicode.txt"])
    assert.equal(await examined(readFileSync(path.join(import.meta.dirname, "../cases", name))), null, name);
  assert.equal(await examined(Buffer.from("\uFEFF甲\u0000乙", "utf16le")), "unknown-kind");
});
