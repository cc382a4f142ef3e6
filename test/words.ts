// Finds in one source file of src/ the words that stand outside their homes, and what in a home is more than words.

import { Visitor, parseSync } from "vite";

const han = /\p{Script=Han}/u;
const homeName = /\/(?:words|[a-z-]+-words|[a-z-]+-names)\.ts$/;

/** A home of words, by its path from the root: `words.ts`, `…-words.ts`, `…-names.ts`, or anything below a folder `words/`. */
function isHome(file: string): boolean {
  return homeName.test(file) || /\/words\/[^.]+\.ts$/.test(file);
}

/** What may stand in a home: data, and functions of one expression that put values into a sentence. */
const statements = new Set([
  "ImportDeclaration",
  "ExportNamedDeclaration",
  "VariableDeclaration",
  "TSTypeAliasDeclaration",
  "TSInterfaceDeclaration",
]);

/** Faults of one file, each as a sentence with its line: a text with Han characters outside the homes; code in a home that has any. */
export function findWordFaults(file: string, text: string): string[] {
  const faults: string[] = [];
  const tell = (at: number, fault: string) => faults.push(`${file}:${text.slice(0, at).split("\n").length} ${fault}`);
  const { program } = parseSync(file, text);
  const words: { start: number; text: string }[] = [];
  const note = (start: number, found: string) => {
    if (han.test(found)) words.push({ start, text: found.trim() });
  };
  new Visitor({
    Literal: ({ start, end }) => note(start, text.slice(start, end)),
    TemplateElement: ({ start, value }) => note(start, value.raw),
    JSXText: ({ start, raw }) => note(start, raw ?? ""),
  }).visit(program);
  if (!isHome(file)) for (const one of words) tell(one.start, `has words of its own: ${one.text.slice(0, 40)}`);
  // A file of this name without a Han character takes its words from the catalogue: it is no home.
  if (!isHome(file) || words.length === 0) return faults;

  for (const statement of program.body) {
    if (!statements.has(statement.type)) tell(statement.start, `is a home of words and has a ${statement.type}`);
    if (
      statement.type === "ImportDeclaration" &&
      statement.importKind !== "type" &&
      !isHomeImport(statement.source.value)
    )
      tell(statement.start, `is a home of words and imports ${statement.source.value}`);
  }
  const code =
    (what: string) =>
    ({ start }: { start: number }) =>
      tell(start, `is a home of words and has ${what}`);
  new Visitor({
    VariableDeclaration: ({ start, kind }) => {
      if (kind !== "const") tell(start, "is a home of words and has a variable");
    },
    FunctionDeclaration: code("a function of statements"),
    FunctionExpression: code("a function of statements"),
    ClassDeclaration: code("a class"),
    BlockStatement: code("statements"),
    AwaitExpression: code("await"),
    AssignmentExpression: code("an assignment"),
  }).visit(program);
  return [...new Set(faults)];
}

function isHomeImport(target: string): boolean {
  return isHome(`/${target}`);
}
