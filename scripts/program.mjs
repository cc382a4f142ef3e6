// Joins the program and its libraries into few files, kept beside the dependencies: a start that opens eight hundred files takes half a second more of the processor.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { root } from "./install.mjs";
import { hashFiles } from "./stale.mjs";

const folder = path.join(root, "node_modules/.cache/wenze/program");
const stamp = path.join(folder, "stamp");
const source = path.join(root, "src") + path.sep;

/** The joined program, or its source where it could not be joined. */
export const programFile = () => (isJoined() ? path.join(folder, "main.mjs") : path.join(root, "src/cli/main.ts"));

/** Whether it is joined from the sources as they are now. */
export function isJoined() {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === wanted();
}

let hashed;

/** Read once: a start asks whether it is joined, and then for the file. */
function wanted() {
  hashed ??= hashFiles(root, ["src", "package-lock.json", "scripts/program.mjs"]);
  return hashed;
}

async function join() {
  const { build } = await import("vite");
  await build({
    configFile: false,
    root,
    logLevel: "error",
    // What loads its own WebAssembly or binary stays where it is.
    ssr: { noExternal: true, target: "node" },
    plugins: [{ name: "places", transform: keepPlace }],
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: true,
      minify: false,
      target: "esnext",
      rolldownOptions: {
        external: standsOutside,
        input: { main: "src/cli/main.ts" },
        output: { entryFileNames: "[name].mjs", chunkFileNames: "[name]-[hash].mjs" },
      },
    },
  });
  writeFileSync(stamp, wanted());
}

/** Only the libraries of many small files are joined, and what they rest on; the others of package.json stay as they are. */
function standsOutside(id) {
  const { dependencies, optionalDependencies } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  const joined = /^(?:fastify|@fastify\/.*|kysely|zod|@orpc\/.*|pg|yaml)$/u;
  return Object.keys({ ...dependencies, ...optionalDependencies }).some(
    (name) => !joined.test(name) && (id === name || id.startsWith(`${name}/`)),
  );
}

/** A file that asks where it stands is told where its source stands: the migrations and packs are there. */
function keepPlace(code, id) {
  if (!id.startsWith(source) || !code.includes("import.meta.")) return undefined;
  return code
    .replaceAll("import.meta.dirname", JSON.stringify(path.dirname(id)))
    .replaceAll("import.meta.url", JSON.stringify(pathToFileURL(id).href));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await join();
