// Purposes, levels, levels of management and bodies are read from the packs: none of them is named or listed in src.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { Visitor, parseSync } from "vite";
import { importKinds } from "#imports/rules/import-column-names.ts";
import { loadLaw } from "#law-admin/packs/regulations.ts";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const { vocabulary } = await loadLaw();

/** Ids that no literal may be. An id of one common word is looked for in lists alone: `unit` is many things. */
const named: ReadonlySet<string> = new Set(
  [vocabulary.purposes, vocabulary.levels, vocabulary.personnel.ranks, vocabulary.bodies]
    .flat()
    .map(({ id }) => id)
    // A kind of records has the name of what is asked about them.
    .filter((id) => !importKinds.some((kind) => kind === id)),
);
const listed: ReadonlySet<string> = new Set([...named, ...Object.keys(vocabulary.names.managedBy)]);

type Node = { type: string; start: number; end: number };

/** Literals that are an id of the vocabulary, and lists, enums and unions of such ids alone; what describes the API by example is none. */
function findIds(file: string, text: string): string[] {
  const faults: string[] = [];
  const examples: Node[] = [];
  const { program } = parseSync(file, text);
  const line = ({ start }: Node) => `${file}:${text.slice(0, start).split("\n").length}`;
  const valueOf = (node: Node | null) => (node?.type === "Literal" && "value" in node ? node.value : null);
  const tellList = (node: Node, members: readonly (Node | null)[]) => {
    const values = members.map((one) =>
      one?.type === "TSLiteralType" && "literal" in one ? valueOf(one.literal as Node) : valueOf(one),
    );
    if (values.length > 1 && values.every((one) => typeof one === "string" && listed.has(one)))
      faults.push(`${line(node)} lists ${values.join(", ")}`);
  };
  new Visitor({
    VariableDeclarator: (node) => {
      if (node.id.type === "Identifier" && /examples?$/iu.test(node.id.name)) examples.push(node);
    },
    Literal: (node) => {
      if (typeof node.value !== "string" || !named.has(node.value)) return;
      if (!examples.some(({ start, end }) => start <= node.start && node.end <= end))
        faults.push(`${line(node)} names ${node.value}`);
    },
    ArrayExpression: (node) => tellList(node, node.elements),
    TSUnionType: (node) => tellList(node, node.types),
  }).visit(program);
  return faults;
}

test("no purpose, level, level of management or body is named in src", () => {
  const files = readdirSync(path.join(root, "src"), { recursive: true, encoding: "utf8" })
    .map((name) => `src/${name.split(path.sep).join("/")}`)
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && !file.startsWith("src/web/paraglide/"));
  assert.deepEqual(
    files.flatMap((file) => findIds(file, readFileSync(path.join(root, file), "utf8"))),
    [],
  );
});

test("what lists or names ids of the vocabulary is found", () => {
  const found = (text: string) => findIds("a.ts", text).length;
  assert.equal(found('const a = ["city", "zone"];'), 1);
  assert.equal(found('type A = "city" | "zone" | "unit";'), 1);
  assert.equal(found('const a = "promotion";'), 1);
  assert.equal(found('const a = z.enum(["city", "zone", "public"]); const b = "unit";'), 0);
  assert.equal(found('const askExamples = { purpose: "promotion" };'), 0);
});
