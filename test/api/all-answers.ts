// Everything that an account is answered by all that is read: every endpoint of the contract and every file, about the things that are there.
import { buffer } from "node:stream/consumers";
import { fromBuffer } from "yauzl";
import type { Entry, ZipFile } from "yauzl";
import type { Role } from "#casework/roles.ts";
import { listEndpoints } from "#server/endpoints.ts";
import type { Endpoint } from "#server/endpoints.ts";
import { callOf, idPathsIn, sampleBody, withAt } from "./sample.ts";
import type { World } from "./world.ts";

/** `known`: by the name of a field the ids that there are; `names` are asked about, `query` is searched for. */
export type Wanted = { known: Readonly<Record<string, readonly string[]>>; query: string; names: readonly string[] };
export type Answered = { name: string; path: string; status: number; text: string };

export async function allAnswers(
  world: World,
  cookie: string,
  held: readonly Role[],
  wanted: Wanted,
): Promise<Answered[]> {
  const answers: Answered[] = [];
  for (const endpoint of listEndpoints()) {
    const { access, logged } = endpoint.meta;
    if (access === "token" || access === "anyone" || logged === "act" || logged === "administration") continue;
    if (access !== "signed-in" && !access.some((role) => held.includes(role))) continue;
    if (endpoint.name === "session.signOut" || endpoint.name === "streams.exportLog") continue;
    for (const body of bodiesOf(endpoint, wanted)) {
      const { path, body: sent } = callOf(endpoint, body);
      const response = await fetch(`${world.origin}${path}${queryOf(endpoint)}`, {
        method: endpoint.method,
        headers: { cookie, "content-type": "application/json" },
        ...(sent === undefined ? {} : { body: JSON.stringify(sent) }),
      });
      const text = await textOf(Buffer.from(await response.arrayBuffer()));
      answers.push({ name: endpoint.name, path, status: response.status, text });
    }
  }
  return answers;
}

function queryOf({ name }: Endpoint): string {
  if (name === "streams.exportEnding") return "?from=2026-01-01&until=2028-01-01";
  return name === "streams.exportFigures" ? "?on=2026-07-31" : "";
}

const day = "2026-07-31";
/** What stands in fields of these names, where an endpoint has them. */
const usual = { limit: 100, after: null, on: day, day, date: day, from: "2026-01-01", until: "2028-01-01", version: 1 };

/** A body for each of the things that are there; for what is searched, with the words and without. */
function bodiesOf(endpoint: Endpoint, { known, query, names }: Wanted): (Record<string, unknown> | null)[] {
  const params = [...endpoint.path.matchAll(/:(\w+)/gu)].map(([, name = ""]): [string, unknown] => [name, "1"]);
  const sampled = sampleBody(endpoint);
  if (sampled === null && params.length === 0) return [null];
  const filled: Record<string, unknown> = { ...(sampled ?? Object.fromEntries(params)) };
  for (const [name, value] of Object.entries(usual)) if (name in filled) filled[name] = value;
  if (endpoint.name.toLowerCase().includes("eligibility"))
    Object.assign(filled, { names: names.map((name) => ({ name })), purpose: "promotion", year: null });
  for (const name of ["stages", "kinds"]) if (name in filled) filled[name] = [];
  for (const name of ["overdue", "unread", "mine", "undecided", "ending"]) if (name in filled) filled[name] = false;
  for (const name of ["office", "item", "bars", "cause"]) if (name in filled) filled[name] = null;
  const paths = idPathsIn(filled);
  const most = Math.max(1, ...paths.map((path) => idsAt(path, known).length));
  const bodies = Array.from({ length: most }, (_, index) => {
    let body = filled;
    for (const path of paths) {
      const ids = idsAt(path, known);
      if (ids.length > 0) body = withAt(body, path, ids[index % ids.length]) as Record<string, unknown>; // as it was
    }
    return body;
  });
  return "query" in filled ? ["", query].flatMap((words) => bodies.map((body) => ({ ...body, query: words }))) : bodies;
}

function idsAt(path: readonly (string | number)[], known: Wanted["known"]): readonly string[] {
  return known[String(path.findLast((part) => typeof part === "string"))] ?? [];
}

/** The bytes as text, archives and sheets unpacked. */
async function textOf(bytes: Buffer): Promise<string> {
  if (bytes.subarray(0, 2).toString("latin1") !== "PK") return bytes.toString("utf8");
  const zip = await new Promise<ZipFile>((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, opened) => (error === null ? resolve(opened) : reject(error)));
  });
  const texts: string[] = [];
  await new Promise<void>((resolve, reject) => {
    zip.on("error", reject);
    zip.on("end", resolve);
    zip.on("entry", (entry: Entry) => {
      zip.openReadStream(entry, (error, stream) => {
        if (error !== null) return reject(error);
        buffer(stream).then((read) => {
          texts.push(entry.fileName, read.toString("utf8"));
          zip.readEntry();
        }, reject);
      });
    });
    zip.readEntry();
  });
  return texts.join("\n");
}
