// Article 13 as one query of PostgreSQL over arrays of all questions at once.

import { readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { z } from "zod";
import { startPostgres } from "../test/postgres.ts";
import type { Asked } from "./asked.ts";
import type { PeerAnswer } from "./zen.ts";

export type BulkQuery = {
  engine: string;
  /** Answers all in one query, in their order, with the CPU seconds of the server's process and of this one. */
  ask: (all: readonly Asked[]) => Promise<{ answers: PeerAnswer[]; seconds: number }>;
  close: () => Promise<void>;
};

const rows = z.tuple([z.object({ answers: z.array(z.number()), untils: z.array(z.number().nullable()) })]);

export async function openBulkQuery(): Promise<BulkQuery> {
  const sql = readFileSync(path.join(import.meta.dirname, "bulk-query.sql"), "utf8");
  const server = await startPostgres();
  const client = new pg.Client({ connectionString: await server.createDatabase() });
  await client.connect();
  const { rows: own } = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  const pid = own[0]?.pid ?? 0;
  // One process, as everywhere in the bench.
  await client.query("SET max_parallel_workers_per_gather = 0");
  return {
    engine: server.engine,
    ask: async (all) => {
      const values = columnsOf(all);
      const before = { here: process.cpuUsage(), there: secondsOf(pid) };
      const { rows: given } = await client.query(sql, values);
      const { user, system } = process.cpuUsage(before.here);
      const [{ answers, untils }] = rows.parse(given);
      return {
        answers: answers.map((answer, index) => ({ answer, until: untils[index] ?? null })),
        seconds: (user + system) / 1e6 + secondsOf(pid) - before.there,
      };
    },
    close: async () => {
      await client.end();
      await server.stop();
    },
  };
}

const measures = ["transfer", "blame-resignation", "ordered-resignation", "removal", "demotion", "other-handling"];
const purposes = ["promotion", "equivalent-post", "further-use", "rank-promotion", "annual-excellence", "honours"];
const noDay = -1_000_000;

function columnsOf(all: readonly Asked[]): number[][] {
  const column = (value: (asked: Asked) => number | null, absent = -1): number[] =>
    all.map((asked) => value(asked) ?? absent);
  const isThere = ({ measure }: Asked): boolean => measure !== null;
  return [
    column((asked) => measures.indexOf(asked.measure ?? "")),
    column(({ ground }) => (ground === "accountability" ? 0 : 1)),
    column(({ handling }) => (handling === "adjustment" ? 1 : 0)),
    column((asked) => (isThere(asked) ? asked.decided : noDay)),
    column((asked) => (isThere(asked) ? asked.effective : 0)),
    column((asked) => asked.originalLevel),
    column((asked) => asked.presentLevel),
    column((asked) => asked.reducedLevel),
    column((asked) => purposes.indexOf(asked.purpose)),
    column((asked) => asked.date),
    column((asked) => asked.toLevel),
    column((asked) => asked.consent, noDay),
    column((asked) => asked.consentPerhaps, noDay),
    column((asked) => asked.openMatters),
    column((asked) => asked.ownLevel),
    column(({ incomplete }) => (incomplete ? 1 : 0)),
  ];
}

/** User and system time of a process of this machine; the kernel counts it in hundredths. */
function secondsOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /su, "")
    .split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
