// Files that hurt, of every kind and many at once, sent to a server at which others look at pages: what it costs them, and the memory.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import path from "node:path";
import { z } from "zod";
import { createServer } from "#server/server.ts";
import { onEngines } from "./engines.ts";
import { withPeak } from "./peak.ts";
import { figure, goal, table, writeSection } from "./results.ts";
import { appOfZone, foundZone, signInAsker } from "./zone.ts";

const atOnce = 12;
const loudSeconds = Number(process.argv[2] ?? 60);
const quietSeconds = Math.ceil(loudSeconds / 3);
const goals = { ratio: 2, megabytes: 300 };

const rows: string[][] = [];
let worst = { ratio: 0, megabytes: 0 };
await onEngines(async (engine) => {
  const database = await engine.open();
  await foundZone(database, engine.dataFolder);
  const server = await createServer(await appOfZone(database, engine.dataFolder), {
    pages: null,
    requestsPerMinute: 1e6,
  });
  const origin = await server.listen({ host: "127.0.0.1", port: 0 });
  const cookie = await signInAsker(origin);
  await pages(origin, cookie, 3);
  const quiet = await pages(origin, cookie, quietSeconds);
  const { done, grown } = await withPeak(() =>
    Promise.all([
      pages(origin, cookie, loudSeconds),
      client(["files", origin, cookie, String(loudSeconds), String(atOnce)]),
    ]),
  );
  const [loud, sent] = done;
  const { statuses, untold } = z
    .object({ statuses: z.record(z.string(), z.int()), untold: z.array(z.string()) })
    .parse(sent);
  assert.deepEqual(untold, []);
  const ratio = p99(loud) / p99(quiet);
  worst = { ratio: Math.max(worst.ratio, ratio), megabytes: Math.max(worst.megabytes, grown) };
  const answers = Object.entries(statuses).map(([status, count]) => `${status}: ${figure(count)}`);
  rows.push([
    engine.name,
    answers.join(", "),
    p99(quiet).toFixed(1),
    p99(loud).toFixed(1),
    ratio.toFixed(2),
    figure(grown),
  ]);
  console.log(rows.at(-1)?.join(" | "));
  await server.close();
  await database.close();
});

const met = worst.ratio <= goals.ratio && worst.megabytes <= goals.megabytes;
writeSection(
  "hostile",
  "Files that hurt",
  `
${atOnce} senders, one file after the other for ${loudSeconds} s, each kind that test/api/hostile-files.ts makes, as large as an upload may be; 400 is what is wrong with
the file, 429 that no reader was free within 30 s, both in Chinese. Somebody else looks at a page ten times a second, in a process of his own:
who he is, and the list of cadres; p99 in milliseconds with nobody else there, and meanwhile. Memory: what the server's process grew by at most.

${table(["engine", "answers", "p99 alone", "p99 meanwhile", "ratio", "memory, MB"], rows)}

${goal(met, `others' p99 at most ${goals.ratio}×, at most ${goals.megabytes} MB more; every answer 4xx.`)}
`,
);

async function pages(origin: string, cookie: string, seconds: number): Promise<number[]> {
  return z.array(z.number()).parse(await client(["pages", origin, cookie, String(seconds)]));
}

async function client(args: readonly string[]): Promise<unknown> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, "hostile-client.ts"), ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [said] = await Promise.all([text(child.stdout), once(child, "close")]);
  assert.equal(child.exitCode, 0);
  return JSON.parse(said) as unknown;
}

function p99(all: readonly number[]): number {
  return all.toSorted((a, b) => a - b)[Math.floor(all.length * 0.99)] ?? Number.NaN;
}
