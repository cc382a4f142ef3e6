// The words of an official text, from each kind of file that offices have.
import assert from "node:assert/strict";
import test from "node:test";
import { Document, Packer, Paragraph, TextRun } from "docx";
import { Unreadable } from "./format.ts";
import { readPlainText } from "./plain-text.ts";

const lines = ["第一条　为了“试验”，制定本条例。", "第二条　A&B <不超过> 二人"];
const text = lines.join("\r\n");

function check(name: string, bytes: Uint8Array | Promise<Uint8Array>, expected = lines.join("\n")): void {
  test(name, async () => assert.equal(await readPlainText(await bytes), expected));
}

check("text in UTF-8, with a mark", Buffer.from(`\uFEFF${text}`, "utf8"));
check("text in UTF-16, with a mark", Buffer.from(`\uFEFF${text}`, "utf16le"));
check("text in GB 18030", Buffer.from([0xb5, 0xda, 0xd2, 0xbb, 0xcc, 0xf5]), "第一条");
check(
  "a Word document, paragraph by paragraph, runs joined",
  Packer.toBuffer(
    new Document({
      sections: [
        {
          children: lines.map(
            (line) =>
              new Paragraph({
                children: [new TextRun(line.slice(0, 5)), new TextRun({ text: line.slice(5), bold: true })],
              }),
          ),
        },
      ],
    }),
  ),
);

for (const [name, bytes] of [
  ["a PDF", Buffer.from("%PDF-1.7 …")],
  ["an old Word document", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0])],
  ["a broken zip", Buffer.from("PK\u0003\u0004abc")],
  ["nothing", Buffer.from(" \n ")],
] as const)
  test(`${name} is refused in words`, async () => {
    await assert.rejects(
      readPlainText(bytes),
      (error: unknown) => error instanceof Unreadable && /请/u.test(error.message),
    );
  });
