// Reads one source file of src/ as a tree and lists what in it breaks the rules of the house that no compiler knows.

import path from "node:path";
import { Visitor, parseSync } from "vite";

/** part → parts it may import. */
export type ImportTable = ReadonlyMap<string, ReadonlySet<string>>;

const pureParts = /^src\/(law|casework|audit|api|documents\/templates)\//;

/** What the pure parts may take from npm: schemas, YAML, the shape of a contract. All three run without a clock or a file. */
const pureGuests = new Set(["zod", "yaml", "@orpc/contract"]);

/** The names a file may not have: they say nothing, so everything ends up in them. */
const emptyNames = new Set(["utils", "util", "helpers", "helper", "common", "types", "misc", "shared", "index"]);

/** Ways to the outside that the library of a pure part (`lib: esnext`) still offers. */
const impureNames = new Set(["Date", "Promise", "Intl"]);
const impureMembers = new Set(["Math.random", "Temporal.Now"]);

/**
 * What makes a shape of parts: each compiles a parser of its own when it first parses, which takes as long as the query of a row. Told of in
 * the parts whose functions run at each call; the other parts make their shapes, when they are read, by functions too.
 */
const shapeMaker =
  /^z\.(?:object|strictObject|looseObject|array|tuple|record|partialRecord|union|discriminatedUnion)$|[sS]hape\.(?:pick|omit|extend)$/;
const shapesInFunctions = /^src\/(app|cli|server|store)\//;

/** Reads the table under the heading "Who may import whom"; throws when a row cannot be read. */
export function readImportTable(architecture: string): ImportTable {
  const table = new Map<string, ReadonlySet<string>>();
  for (const [, part = "", list = ""] of architecture.matchAll(/^\| `([a-z]+)` \| (.+) \|$/gm)) {
    const names = [...list.matchAll(/`([a-z]+)`/g)].map(([, name = ""]) => name);
    if (names.length === 0 && list !== "nothing of ours") throw new Error(`cannot read the row of ${part}: ${list}`);
    table.set(part, new Set(names));
  }
  for (const [part, names] of table) {
    for (const name of names) if (!table.has(name)) throw new Error(`${part} may import ${name}, which has no row`);
  }
  return table;
}

/**
 * Faults of one file, each as a sentence with its line; `file` is its path from the root with forward slashes,
 * `regulations` are the ids that no part but `app` may know by name.
 */
export function findFaults(file: string, text: string, table: ImportTable, regulations: readonly string[]): string[] {
  const faults: string[] = [];
  const isTest = file.endsWith(".test.ts");
  const isPure = pureParts.test(file) && !isTest;
  const { program, module, errors } = parseSync(file, text);
  const tell = (at: number, fault: string) => faults.push(`${file}:${text.slice(0, at).split("\n").length} ${fault}`);

  for (const error of errors) tell(0, `does not parse: ${error.message}`);
  if (emptyNames.has(path.basename(file).split(".")[0] ?? "")) tell(0, "has a name that says nothing");

  const look = (target: string, at: number) => {
    const fault = isTest ? null : findImportFault(file, target, table, isPure);
    if (fault !== null) tell(at, fault);
  };
  for (const each of module.staticImports) look(each.moduleRequest.value, each.start);
  for (const { start, entries } of module.staticExports) {
    for (const { moduleRequest, exportName, importName } of entries) {
      if (moduleRequest !== null) look(moduleRequest.value, start);
      if (exportName.kind === "Default") tell(start, "has a default export");
      if (importName.kind === "AllButDefault") tell(start, "exports a whole file: a barrel");
    }
  }

  const article = (words: string, at: number) => {
    if (isTest) return;
    if (/第[零〇一二三四五六七八九十百]+条/.test(words)) tell(at, "names an article in code");
    if (/^(\S+#)?\d{1,2}\.\d{1,2}(\.\d{1,2})*$/.test(words)) tell(at, `names an article in code: ${words}`);
    const known = regulations.find((id) => words.includes(id));
    if (known !== undefined && !file.startsWith("src/app/")) tell(at, `knows the regulation ${known} by name`);
  };
  const never = (at: number, what: string) => {
    if (isPure) tell(at, `a pure part uses ${what}`);
  };
  /** How many functions are around; the end of the last shape told of, whose parts are not told of again. */
  let depth = 0;
  let told = 0;
  const enter = ({ start, async }: { start: number; async: boolean }) => {
    depth += 1;
    if (async) never(start, "an async function");
  };
  const leave = () => {
    depth -= 1;
  };
  new Visitor({
    CallExpression: ({ start, end, callee }) => {
      if (depth === 0 || start < told || isTest || !shapesInFunctions.test(file)) return;
      if (!shapeMaker.test(text.slice(callee.start, callee.end).replaceAll(/\s/g, ""))) return;
      told = end;
      tell(start, "makes a shape at each call");
    },
    ImportExpression: ({ start, source }) => {
      never(start, "a promise");
      if (source.type === "Literal" && typeof source.value === "string") look(source.value, start);
    },
    TSImportType: ({ start, source }) => look(source.value, start),
    Literal: ({ start, value }) => {
      if (typeof value === "string") article(value, start);
    },
    TemplateElement: ({ start, value }) => article(value.cooked ?? value.raw, start),
    JSXText: ({ start, value }) => article(value, start),
    Identifier: ({ start, name }) => {
      if (name === "Date" && isFree(text, start)) tell(start, "uses Date");
      else if (impureNames.has(name) && isFree(text, start)) never(start, name);
    },
    MemberExpression: ({ start, end }) => {
      const name = text.slice(start, end);
      if (impureMembers.has(name)) never(start, name);
    },
    AwaitExpression: ({ start }) => never(start, "await"),
    FunctionDeclaration: enter,
    "FunctionDeclaration:exit": leave,
    FunctionExpression: enter,
    "FunctionExpression:exit": leave,
    ArrowFunctionExpression: enter,
    "ArrowFunctionExpression:exit": leave,
  }).visit(program);
  return faults;
}

function findImportFault(file: string, target: string, table: ImportTable, isPure: boolean): string | null {
  const part = file.split("/")[1] ?? "";
  if (target.startsWith(".")) {
    const reached = path.posix.join(path.posix.dirname(file), target);
    return reached.startsWith(`src/${part}/`) ? null : `reaches out of its part: ${target}`;
  }
  if (target.startsWith("#")) {
    const other = target.slice(1).split("/")[0] ?? "";
    if (other === part) return `imports its own part by ${target}: inside a part it is ./`;
    return table.get(part)?.has(other) === true ? null : `${part} may not import ${other}`;
  }
  if (isPure && !pureGuests.has(target)) return `a pure part imports ${target}`;
  return null;
}

/** False for a name after a dot, which is a member and no use of the global. */
function isFree(text: string, start: number): boolean {
  return !/\.\s*$/.test(text.slice(Math.max(0, start - 3), start));
}
