// The sweep at work: begun by somebody, by the night's schedule or by the command line, page by page, each there whole or not at all.
import { randomUUID } from "node:crypto";
import type { SweepOccasion } from "../contract.ts";
import type { Actor } from "#casework/actor.ts";
import { countToSweep, personsToSweep } from "../rows/conflicts.ts";
import { inRetriedTransaction, inTransaction } from "#database/database.ts";
import type { Transaction } from "#database/database.ts";
import { lawInForce } from "#law-admin/rows/law-state.ts";
import type { Counted, Page } from "#database/page.ts";
import { addSweepRun, advanceSweep, endSweep, findSweepRun, listSweepRuns, runningSweep } from "../rows/sweep-runs.ts";
import type { SweepRun } from "../rows/sweep-runs.ts";
import { administer } from "#kernel/administer.ts";
import { notFound, orNotFound, refusedSaying } from "#kernel/answer.ts";
import type { Answer, Found } from "#kernel/answer.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { lawVersion } from "#law-admin/uses/law-in-force.ts";
import { checkLetters } from "#letters/uses/letter-concerns.ts";
import { recordAdministration, recordLine } from "#kernel/uses/record.ts";
import { sweepPersons } from "./sweep-page.ts";
import { sweepInterrupted, sweepIsOver, sweepUnderWay } from "./words.ts";
import { nowOf } from "#kernel/time.ts";

/** Persons at a time. */
const stride = 200;

/** Begun and at work; refused while another is. */
export async function beginSweep(app: App, actor: Actor, { key }: { key: string }): Promise<Answer<{ runId: string }>> {
  const begun = await administer<{ runId: string }>(
    app,
    actor,
    { what: "begin-sweep", key, content: {} },
    async (trx) => {
      if ((await runningSweep(trx)) !== null) return refusedSaying("sweep-under-way", sweepUnderWay, "key");
      const runId = await enter(app, trx, "asked", actor);
      await recordLine(app, trx, actor, { kind: "act", what: "begin-sweep", outcome: "done", body: { runId } });
      return { type: "done", answer: { runId } };
    },
  );
  if (begun.type === "done") startWork(app, begun.answer.runId);
  return begun;
}

/** The machine's own, to its end; null while another is under way. */
export async function sweepNow(app: App, occasion: Exclude<SweepOccasion, "asked">): Promise<SweepRun | null> {
  const runId = await inRetriedTransaction(app.database, scopeOf(app, null), async (trx) => {
    if ((await runningSweep(trx)) !== null) return null;
    const id = await enter(app, trx, occasion, null);
    await recordAdministration(app, trx, null, "begin-sweep", { runId: id, occasion });
    return id;
  });
  if (runId === null) return null;
  await work(app, runId);
  return inTransaction(app.database, scopeOf(app, null), (trx) => findSweepRun(trx, runId));
}

/** Ends it after the page under way; what it has found stays. */
export async function cancelSweep(
  app: App,
  actor: Actor,
  { runId, key }: { runId: string; key: string },
): Promise<Answer<{ runId: string }>> {
  return administer<{ runId: string }>(app, actor, { what: "cancel-sweep", key, content: { runId } }, async (trx) => {
    const run = await findSweepRun(trx, runId, "hold");
    if (run === null) return notFound;
    if (run.state !== "running") return refusedSaying("not-at-this-stage", sweepIsOver, "runId");
    await endSweep(trx, runId, { state: "cancelled" }, nowOf(app));
    await recordLine(app, trx, actor, { kind: "act", what: "cancel-sweep", outcome: "done", body: { runId } });
    return { type: "done", answer: { runId } };
  });
}

export async function sweepsFor(app: App, actor: Actor, page: Page): Promise<Counted<SweepRun>> {
  return inTransaction(app.database, scopeOf(app, actor.accountId), (trx) => listSweepRuns(trx, page));
}

export async function sweepFor(app: App, actor: Actor, { runId }: { runId: string }): Promise<Found<SweepRun>> {
  return orNotFound(
    await inTransaction(app.database, scopeOf(app, actor.accountId), (trx) => findSweepRun(trx, runId)),
  );
}

/** Goes on with the one that was under way when the machine stopped. */
export async function resumeSweep(app: App): Promise<void> {
  const run = await inTransaction(app.database, scopeOf(app, null), runningSweep);
  if (run !== null) await work(app, run.id);
}

/** Waits for the page under way; the sweep goes on at the next start. */
export async function endSweeps(app: App): Promise<void> {
  ended.add(app.database);
  const jobs = atWork.get(app.database);
  if (jobs !== undefined) await Promise.allSettled(jobs.values());
}

const ended = new WeakSet<App["database"]>();
const atWork = new WeakMap<App["database"], Map<string, Promise<void>>>();

async function enter(app: App, trx: Transaction, occasion: SweepOccasion, actor: Actor | null): Promise<string> {
  const id = randomUUID();
  await addSweepRun(trx, {
    id,
    occasion,
    law: lawVersion(app.law, await lawInForce(trx, app.law)),
    startedBy: actor?.accountId ?? null,
    startedName: actor?.name ?? "",
    startedAt: nowOf(app),
    personsAll: await countToSweep(trx),
  });
  return id;
}

/** Beside the request: whoever asks sees how far it is. A failure of the machine leaves it where it is; it is taken up again a minute later. */
function startWork(app: App, runId: string): void {
  work(app, runId).catch((error: unknown) =>
    // oxlint-disable-next-line no-console -- nobody waits for it
    console.error(sweepInterrupted, error),
  );
}

/** One at a time in this process, each once. */
function work(app: App, runId: string): Promise<void> {
  const jobs = atWork.get(app.database) ?? new Map<string, Promise<void>>();
  atWork.set(app.database, jobs);
  const before = jobs.get(runId);
  if (before !== undefined) return before;
  const working = goOn(app, runId).finally(() => jobs.delete(runId));
  jobs.set(runId, working);
  return working;
}

async function goOn(app: App, runId: string): Promise<void> {
  for (;;) {
    const step = await page(app, runId);
    if (step === "over") return;
    if (step === "all") break;
  }
  const { lines, found } = await checkLetters(app, null);
  await inRetriedTransaction(app.database, scopeOf(app, null), async (trx) => {
    const run = await findSweepRun(trx, runId, "hold");
    if (run?.state !== "running") return;
    await endSweep(trx, runId, { state: "done", letterLines: lines, lettersFound: found }, nowOf(app));
    const { personsDone: persons, entries, found: conflicts, again, fallen } = run;
    const body = { runId, persons, entries, conflicts, again, fallen, lettersFound: found };
    await recordAdministration(app, trx, null, "finish-sweep", body);
  });
}

async function page(app: App, runId: string): Promise<"more" | "all" | "over"> {
  return inRetriedTransaction(app.database, { ...scopeOf(app, null), byKey: true }, async (trx) => {
    const run = ended.has(app.database) ? null : await findSweepRun(trx, runId, "hold");
    if (run?.state !== "running") return "over";
    const ids = await personsToSweep(trx, run.afterPerson, stride);
    const last = ids.at(-1);
    if (last === undefined) return "all";
    const law = await lawInForce(trx, app.law);
    const at = nowOf(app);
    const done = await sweepPersons(trx, law, ids, { runId, at, byName: run.startedName });
    await advanceSweep(trx, runId, { afterPerson: last, persons: ids.length, ...done }, at);
    return "more";
  });
}
