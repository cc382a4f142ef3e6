// A letter as PDF, set by Typst: the one file that knows the compiler.
import { readFileSync } from "node:fs";
import path from "node:path";
import type { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import type { OfficialLetter } from "#letters/rules/official-letter.ts";
import { fontFolders } from "./fonts.ts";

const source = path.join(import.meta.dirname, "official-letter.typ");

let made: Promise<NodeCompiler> | undefined;

/** The same letter gives the same bytes: nothing in it tells when it was set. Archival (PDF/A-2b). */
export async function renderPdf(letter: OfficialLetter): Promise<Uint8Array> {
  made ??= compiler();
  // What the letter says goes in as data, never as markup.
  const inputs = { letter: JSON.stringify(letter) };
  return (await made).pdf({ mainFileContent: readFileSync(source, "utf8"), inputs }, { pdfStandard: "a-2b" });
}

/** Loaded when the first letter is set: its fifty megabytes and the fonts would slow every start. */
async function compiler(): Promise<NodeCompiler> {
  const { NodeCompiler: Compiler } = await import("@myriaddreamin/typst-ts-node-compiler");
  return Compiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontPaths: fontFolders() }] });
}
