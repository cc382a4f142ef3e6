// Joins the libraries of many small files into few, kept beside the dependencies: a start that opens four hundred files is a fifth of a second slower.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
// As a whole: an old host Node, which only installs, has no registerHooks.
import * as modules from "node:module";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { root } from "./install.mjs";
import { hashFiles } from "./stale.mjs";

const folder = path.join(root, "node_modules/.cache/wenze/libraries");

/** Only what is written as ES modules and reads no file beside its own. */
const names = [
  "kysely",
  "kysely/migration",
  "zod",
  "zod/v4/locales/zh-CN.js",
  "@orpc/client",
  "@orpc/contract",
  "@orpc/server",
  "@orpc/openapi/fastify",
];

const fileOf = (name) => path.join(folder, `${name.replaceAll(/[@/.]/gu, "-")}.mjs`);

const stamp = path.join(folder, "stamp");

/** Whether they are joined as the lockfile has them now. */
export function areJoined() {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === wanted();
}

function wanted() {
  return hashFiles(root, ["package-lock.json", "scripts/libraries.mjs"]);
}

async function joinLibraries() {
  const { build } = await import("vite");
  await build({
    configFile: false,
    root,
    logLevel: "error",
    ssr: { noExternal: true, target: "node" },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: true,
      minify: false,
      target: "esnext",
      rolldownOptions: {
        input: Object.fromEntries(names.map((name) => [path.basename(fileOf(name), ".mjs"), name])),
        output: { entryFileNames: "[name].mjs", chunkFileNames: "shared-[hash].mjs" },
        preserveEntrySignatures: "strict",
      },
    },
  });
  writeFileSync(stamp, wanted());
}

/** From here on these libraries are read from their joined files. Where they could not be written, a start only takes longer. */
export function useJoinedLibraries() {
  if (!areJoined()) return;
  const joined = new Map(names.map((name) => [name, pathToFileURL(fileOf(name)).href]));
  modules.registerHooks({
    resolve(specifier, context, next) {
      const url = joined.get(specifier);
      return url === undefined ? next(specifier, context) : { url, format: "module", shortCircuit: true };
    },
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await joinLibraries();
