// A zip as whoever downloads it gets it: whole, however slowly it is read, or broken off.
import assert from "node:assert/strict";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { zipOf } from "./zip.ts";

const long = "问责".repeat(200_000);
const files = () => [
  { name: "案件.html", text: long },
  { name: "证据.txt", open: () => Promise.resolve(Readable.from([Buffer.from(long)])) },
];

test("a zip read slowly is whole: as many bytes come as come at once", async () => {
  const whole = await buffer(zipOf(files()));
  let slow = 0;
  for await (const chunk of zipOf(files())) {
    slow += (chunk as Buffer).length;
    await wait(1);
  }
  assert.equal(slow, whole.length);
  assert.ok(whole.length > long.length);
});

test("a file that cannot be opened breaks the zip off", async () => {
  const broken = [...files(), { name: "丢失.txt", open: () => Promise.reject(new Error("its bytes are gone")) }];
  await assert.rejects(buffer(zipOf(broken)), /its bytes are gone/u);
});
