// What a word processor is told of a letter beyond its text.
import assert from "node:assert/strict";
import { buffer } from "node:stream/consumers";
import { test } from "node:test";
import { fromBufferPromise } from "yauzl";
import type { OfficialLetter } from "#letters/rules/official-letter.ts";
import { renderDocx } from "./docx.ts";

const letter: OfficialLetter = {
  organ: "试验区纪检监察工作委员会",
  number: "廉复〔2026〕1号",
  title: "关于征求廉政意见的回复",
  addressee: "党工委工作部",
  body: [{ type: "text", text: "正文。" }],
  attachment: { title: "一览表", table: { columns: [{ heading: "序号", share: 1 }], rows: [["1"]] } },
  signature: { organ: "试验区纪检监察工作委员会", day: "2026年7月31日" },
  dated: "2026-07-31",
  mark: "",
};

test("a letter in Word has its lower rule on the first page, and page numbers outside: left on an even page", async () => {
  const parts = await partsOf(Buffer.from(await renderDocx(letter)));
  assert.match(parts.get("word/settings.xml") ?? "", /<w:evenAndOddHeaders/u);
  const document = parts.get("word/document.xml") ?? "";
  const footer = (type: string) => {
    const id = new RegExp(`<w:footerReference w:type="${type}" r:id="([^"]+)"`, "u").exec(document)?.[1] ?? "";
    const relations = parts.get("word/_rels/document.xml.rels") ?? "";
    const target = new RegExp(`<Relationship Id="${id}"[^>]*Target="([^"]+)"`, "u").exec(relations)?.[1] ?? "";
    return parts.get(`word/${target}`) ?? "";
  };
  assert.match(footer("first"), /<w:top w:val="thinThickSmallGap"/u);
  assert.match(footer("even"), /<w:jc w:val="left"\/>/u);
  assert.match(footer("default"), /<w:jc w:val="right"\/>/u);
});

async function partsOf(bytes: Buffer): Promise<Map<string, string>> {
  const parts = new Map<string, string>();
  const archive = await fromBufferPromise(bytes, { lazyEntries: true });
  for await (const entry of archive.eachEntry())
    parts.set(entry.fileName, (await buffer(await archive.openReadStreamPromise(entry))).toString("utf8"));
  return parts;
}
