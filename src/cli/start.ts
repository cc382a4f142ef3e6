// `wenze start`: opens the data, or begins the demonstration where there are none; serves until Ctrl-C.
import { existsSync } from "node:fs";
import { isIP } from "node:net";
import path from "node:path";
import type { FastifyInstance } from "fastify";
import { beginInstallation, openInstallation, openFirstJurisdiction } from "#kernel/app.ts";
import type { App, OpenedInstallation, Place } from "#kernel/app.ts";
import { keepAlarms } from "#log/uses/alarms.ts";
import { bindRows } from "#log/uses/bind-rows.ts";
import { keepCheckpoints } from "#log/uses/checkpoint-schedule.ts";
import { keepImports } from "#imports/uses/job.ts";
import { scheduleTableUpkeep } from "#jurisdiction/uses/tables-schedule.ts";
import { keepSweeps } from "#sweep/uses/sweep-schedule.ts";
import { addShippedYears } from "#jurisdiction/uses/calendar.ts";
import { rederiveAfterPacks, rederiveAfterRelease } from "#matters/uses/rederive.ts";
import { createServer } from "#server/server.ts";
import { refuseOwner } from "#database/migrate.ts";
import { Failure, isProblem, withPlainFailures } from "./failure.ts";
import { clearCutOff, isCutOff, readNote, startDemonstration } from "./first-start.ts";
import { openOperatorDoor } from "./operator-door.ts";
import { readOptions } from "./options.ts";
import { isForeign, recordLaw, placeOf, refuseOtherLaw } from "./place.ts";
import {
  derivedAgainForLaw,
  derivedAgainForProgram,
  exampleMark,
  regulationInForce,
  alarmsFailed,
  checkpointFailed,
  importFailed,
  sweepFailed,
  tidyingFailed,
  serverListening,
  serverStopped,
  portInUse,
  portForbidden,
  demonstrationAccounts,
  portInvalid,
  proxyInvalid,
} from "./words.ts";

const host = "127.0.0.1";
const defaultPort = 8421;
const builtPages = path.join(import.meta.dirname, "../../dist/web");

export async function runStart(args: string[]): Promise<number> {
  return withPlainFailures(async () => {
    const { values } = readOptions({
      args,
      options: {
        data: { type: "string" },
        port: { type: "string" },
        "trusted-proxy": { type: "string", multiple: true, default: [] },
        regulation: { type: "string" },
        regulations: { type: "string" },
      },
    });
    const port = portOf(values.port);
    const place = placeOf(values.data, values);
    const opening = Promise.withResolvers<App>();
    const server = await createServer(opening.promise, {
      pages: existsSync(path.join(builtPages, "index.html")) ? builtPages : null,
      trustedProxies: values["trusted-proxy"].map((text) => proxyOf(text)),
    });
    try {
      // Before anything is opened or founded: a first start must not show its passwords and then fail; and the page that
      // the browser reads meanwhile is there at once.
      await listen(server, port);
      const installation = await openWhole(place);
      try {
        const app = (await appUnder(installation, place)) ?? (await startDemonstration(installation));
        recordLaw(place);
        if (isForeign(place)) printRegulation(app);
        opening.resolve(app);
        await serve(app, server, port);
      } finally {
        await installation.database.close();
      }
      return 0;
    } finally {
      await server.close();
    }
  });
}

/** The application of a database that is founded already, and on this regulation; null for an empty one. */
async function appUnder(installation: OpenedInstallation, place: Place): Promise<App | null> {
  const app = await openFirstJurisdiction(installation);
  if (app === null) return null;
  refuseOtherLaw(place);
  await bindRows(app);
  await addShippedYears(installation, app.jurisdictionId);
  const anew = await rederiveAfterRelease(app, (matters) => console.log(`  ${matters}`));
  if (anew !== null) {
    const { zh, en } = derivedAgainForProgram(anew.matters, anew.changed);
    console.log(zh);
    console.log(en);
  }
  const derived = await rederiveAfterPacks(app);
  if (derived !== null) {
    const { zh, en } = derivedAgainForLaw(derived.persons, derived.changed);
    console.log(zh);
    console.log(en);
  }
  return app;
}

function printRegulation({ law: { regulation } }: App): void {
  const example = regulation.role === "example" ? exampleMark : "";
  console.log(regulationInForce(regulation.title.zh, example));
}

/** A demonstration that was never loaded to its end is begun again. */
async function openWhole(place: Place): Promise<OpenedInstallation> {
  const installation = await openOrBegin(place);
  if (place.url !== undefined) await refuseOwner(installation.database.kysely);
  if (!isCutOff(place.dataFolder)) return installation;
  await installation.database.close();
  clearCutOff(place.dataFolder, place.url);
  return beginInstallation(place);
}

/** The demonstration's cases rest on the regulation that ships; an installation of any other is begun by `wenze init` alone. */
async function openOrBegin(place: Place): Promise<OpenedInstallation> {
  try {
    return await openInstallation(place);
  } catch (error) {
    if (!isProblem(error, "not-begun") || isForeign(place)) throw error;
    return beginInstallation(place);
  }
}

/** Serves until a signal; answers when all connections are closed. */
async function serve(app: App, server: FastifyInstance, port: number): Promise<void> {
  const stopped = Promise.withResolvers<void>();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => stopped.resolve());
  const endCheckpoints = keepCheckpoints(app, (error) => console.error(checkpointFailed, error));
  const endImports = keepImports(app, (error) => console.error(importFailed, error));
  const endSweeps = keepSweeps(app, (error) => console.error(sweepFailed, error));
  const endAlarms = keepAlarms(app, (error) => console.error(alarmsFailed, error));
  const endTables = scheduleTableUpkeep(app, (error) => console.error(tidyingFailed, error));
  const closeDoor = await openOperatorDoor(app);
  try {
    console.log(serverListening(host, port));
    printAccounts(app.dataFolder);
    await stopped.promise;
  } finally {
    await server.close();
    await closeDoor();
    await endCheckpoints();
    await endSweeps();
    await endImports();
    await endAlarms();
    await endTables();
  }
  console.log(serverStopped);
}

async function listen(server: FastifyInstance, port: number): Promise<void> {
  try {
    await server.listen({ host, port });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EADDRINUSE") throw new Failure(portInUse(port));
    if (code === "EACCES") throw new Failure(portForbidden(port));
    throw error;
  }
}

function printAccounts(dataFolder: string): void {
  const note = readNote(dataFolder);
  if (note === null) return;
  console.log(demonstrationAccounts(note.password));
  for (const { account, name, role } of note.accounts) console.log(`  ${account.padEnd(12)} ${name}  ${role}`);
}

/** An address, or a network as 10.0.0.0/8. */
function proxyOf(text: string): string {
  const [address = "", bits, ...more] = text.split("/");
  const widest = isIP(address) === 4 ? 32 : 128;
  const isNetwork = bits === undefined || (/^\d{1,3}$/u.test(bits) && Number(bits) <= widest);
  if (isIP(address) === 0 || !isNetwork || more.length > 0) throw new Failure(proxyInvalid(text));
  return text;
}

function portOf(text: string | undefined): number {
  if (text === undefined) return defaultPort;
  const port = Number(text);
  if (!/^\d+$/u.test(text) || port < 1 || port > 65535) throw new Failure(portInvalid(text));
  return port;
}
