// Reads one source file of src/ as a tree and lists what in it breaks the rules of the house that no compiler knows.

import path from "node:path";
import { Visitor, parseSync } from "vite";

/** The kind of a file, told by its path alone: what it may import, and whether it is pure, follows from it. */
const kinds = ["law", "audit", "contract", "rules", "rows", "node", "uses", "browser", "server", "cli"] as const;
export type Kind = (typeof kinds)[number];

/** kind → kinds it may import. */
export type ImportTable = ReadonlyMap<Kind, ReadonlySet<Kind>>;

const pureKinds: ReadonlySet<Kind> = new Set(["law", "audit", "contract", "rules"]);

/** `file` is its path from the root with forward slashes. */
function kindOf(file: string): Kind {
  const [, room = "", ...rest] = file.split("/");
  const folders = new Set(rest.slice(0, -1));
  const is = (kind: string) => rest.at(-1) === `${kind}.ts` || folders.has(kind);
  if (room === "law" || room === "audit") return room;
  if (room === "web" || folders.has("screens") || file.endsWith(".tsx")) return "browser";
  if (is("contract")) return "contract";
  if (room === "casework" || is("rules")) return "rules";
  if (is("rows")) return "rows";
  if (room === "kernel" || is("uses")) return "uses";
  return room === "server" || room === "cli" ? room : "node";
}

/** What the pure kinds may take from npm: schemas, YAML, the shape of a contract. All three run without a clock or a file. */
const pureGuests = new Set(["zod", "yaml", "@orpc/contract"]);

/** The names a file may not have: they say nothing, so everything ends up in them. */
const emptyNames = new Set(["utils", "util", "helpers", "helper", "common", "types", "misc", "shared", "index"]);

/** Ways to the outside that the library of a pure file (`lib: esnext`) still offers. */
const impureNames = new Set(["Date", "Promise", "Intl"]);
const impureMembers = new Set(["Math.random", "Temporal.Now"]);

/**
 * What makes a shape of parts: each compiles a parser of its own when it first parses, which takes as long as the query of a row. Told of in
 * the kinds whose functions run at each call; the others make their shapes, when they are read, by functions too.
 */
const shapeMaker =
  /^z\.(?:object|strictObject|looseObject|array|tuple|record|partialRecord|union|discriminatedUnion)$|[sS]hape\.(?:pick|omit|extend)$/;
const shapesInFunctions: ReadonlySet<Kind> = new Set(["rows", "node", "uses", "server", "cli"]);

/** Reads the table under the heading "Who may import whom"; throws when a row cannot be read. */
export function readImportTable(architecture: string): ImportTable {
  const table = new Map<Kind, ReadonlySet<Kind>>();
  const known = (name: string): Kind => {
    const kind = kinds.find((one) => one === name);
    if (kind === undefined) throw new Error(`${name} is no kind of file`);
    return kind;
  };
  for (const [, kind = "", list = ""] of architecture.matchAll(/^\| `([a-z]+)` \| [^|]+ \| ([^|]+) \|$/gm))
    table.set(known(kind), new Set([...list.matchAll(/`([a-z]+)`/g)].map(([, name = ""]) => known(name))));
  for (const kind of kinds) if (!table.has(kind)) throw new Error(`${kind} has no row`);
  return table;
}

/**
 * Faults of one file, each as a sentence with its line; `file` is its path from the root with forward slashes,
 * `regulations` are the ids that only what loads the packs may know by name.
 */
export function findFaults(file: string, text: string, table: ImportTable, regulations: readonly string[]): string[] {
  const faults: string[] = [];
  const isTest = file.endsWith(".test.ts");
  const kind = kindOf(file);
  const isPure = pureKinds.has(kind) && !isTest;
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
    if (known !== undefined && !file.startsWith("src/law-admin/packs/"))
      tell(at, `knows the regulation ${known} by name`);
  };
  const never = (at: number, what: string) => {
    if (isPure) tell(at, `a pure file uses ${what}`);
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
      if (depth === 0 || start < told || isTest || !shapesInFunctions.has(kind)) return;
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
  const room = `src/${file.split("/")[1] ?? ""}/`;
  const isNear = target.startsWith(".");
  if (!isNear && !target.startsWith("#"))
    return isPure && !pureGuests.has(target) ? `a pure file imports ${target}` : null;
  const reached = isNear ? path.posix.join(path.posix.dirname(file), target) : `src/${target.slice(1)}`;
  if (isNear && !reached.startsWith(room)) return `reaches out of its room: ${target}`;
  if (!isNear && reached.startsWith(room)) return `imports its own room by ${target}: inside a room it is ./`;
  if (file.endsWith(".ts") && target.endsWith(".tsx")) return `a .ts imports a .tsx: ${target}`;
  if (reached.startsWith("src/web/paraglide/"))
    return kindOf(file) === "browser" ? null : "imports the catalogue's functions";
  const [kind, other] = [kindOf(file), kindOf(reached)];
  return table.get(kind)?.has(other) === true ? null : `${kind} may not import ${other}: ${target}`;
}

/** False for a name after a dot, which is a member and no use of the global. */
function isFree(text: string, start: number): boolean {
  return !/\.\s*$/.test(text.slice(Math.max(0, start - 3), start));
}
