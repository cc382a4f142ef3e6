// The two engines to be crashed, each with data of its own that nobody else uses.
import { rmSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { startPostgres } from "../postgres.ts";
import type { Postgres } from "../postgres.ts";
import { quickFolder } from "../quick-folder.ts";
import { crashOver } from "./crash.ts";
import type { Blow, Crashed, Crashes } from "./crash.ts";

type Plan = Pick<Crashes, "rounds" | "actsARound" | "seed">;

/** Kills the writing process, in which the embedded database lives too. */
export async function crashPglite(plan: Plan): Promise<Crashed> {
  const dataFolder = quickFolder("wenze-crash-");
  try {
    return await crashOver({ ...plan, place: { dataFolder }, blowAt: () => null });
  } finally {
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

/** One round in three kills the application; the others the server as a whole, or one of its processes, under the living application. */
export async function crashPostgres(plan: Plan): Promise<Crashed> {
  const dataFolder = quickFolder("wenze-crash-");
  const server = await startPostgres({}, { inMemory: true });
  try {
    const place = { dataFolder, url: await server.createDatabase() };
    const blows = [serverKilled(server), backendKilled(place.url), null];
    return await crashOver({
      ...plan,
      place,
      blowAt: (round) => (server.ours ? (blows[round % blows.length] ?? null) : null),
    });
  } finally {
    await server.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

function serverKilled(server: Postgres): Blow {
  return { name: "server killed", strike: () => server.kill9(), recover: () => server.restart() };
}

/** The server then throws all its processes out and recovers; the application lives on and sends what it had not been told again. */
function backendKilled(url: string): Blow {
  return {
    name: "backend killed",
    strike: async () => {
      const witness = new pg.Client({ connectionString: url });
      witness.on("error", () => undefined);
      const thrownOut = new Promise((resolve) => witness.once("end", resolve));
      await witness.connect();
      const { rows } = await witness.query<{ pid: number }>(
        "SELECT pid FROM pg_stat_activity WHERE application_name = 'wenze' AND backend_type = 'client backend' ORDER BY random() LIMIT 1",
      );
      const [killed] = rows;
      if (killed === undefined) await witness.end();
      else process.kill(killed.pid, "SIGKILL");
      // Before that the server may not have noticed, and would still answer.
      await thrownOut;
    },
    recover: async () => {
      for (let attempt = 0; ; attempt += 1) {
        try {
          await query(url, "SELECT 1 AS pid");
          return;
        } catch (error) {
          if (attempt === 200) throw error;
          await sleep(50);
        }
      }
    },
  };
}

async function query(url: string, sql: string): Promise<number[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ pid: number }>(sql);
    return rows.map(({ pid }) => pid);
  } finally {
    await client.end();
  }
}
