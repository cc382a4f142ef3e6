// A call of each logged endpoint about persons, units and records, imports and sweeps, with which it succeeds.
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { sweepNow } from "#sweep/uses/sweep.ts";
import { inTransaction } from "#database/database.ts";
import { mergePersons as mergeRecords } from "#registry/rows/person-merges.ts";
import { addPersons } from "#registry/rows/persons.ts";
import { addGrades } from "#registry/rows/grades.ts";
import { addSweepRun } from "#sweep/rows/sweep-runs.ts";
import { inventedIdNumber } from "../database/people.ts";
import { caseAt } from "./steps.ts";
import { inquirerId, persons } from "./world.ts";
import type { Reply } from "./world.ts";
import { world, scope } from "./logged-acts.ts";
import { accountForSettled } from "../settled.ts";

const { call } = world;

const importedText = `姓名,年度,等次\n${persons.other.name},2024,优秀`;

export const registryCalls: Record<string, () => Promise<Reply>> = {
  "registry.person": () => call({ as: "personnel-officer", method: "GET", path: `/api/persons/${persons.other.id}` }),
  "restrictions.restricted": () =>
    call({ as: "personnel-officer", method: "POST", path: "/api/restricted/search", body: { ending: true } }),
  "reuses.list": () => call({ as: "personnel-officer", method: "POST", path: "/api/reuses/search", body: {} }),
  "registry.addOrganization": () =>
    call({
      as: "personnel-officer",
      method: "POST",
      path: "/api/organizations",
      body: { key: randomUUID(), parentId: "zone", name: "数据局", kind: "government", managedBy: "zone" },
    }),
  "registry.addPerson": () =>
    call({
      as: "personnel-officer",
      method: "POST",
      path: "/api/persons",
      body: {
        key: randomUUID(),
        name: "钱有为",
        sex: "male",
        idNumber: "210502198409096120",
        partyMember: true,
        organizationId: "bureau",
        post: null,
        level: null,
        leadingPost: false,
        managedBy: "unit",
        from: "2020-01-01",
      },
    }),
  "registry.registerRecord": () =>
    call({
      as: "personnel-officer",
      method: "POST",
      path: `/api/persons/${persons.other.id}/records`,
      body: { key: randomUUID(), kind: "grades", cells: { year: "2022", grade: "优秀" } },
    }),
  "registry.changeOrganization": () =>
    call({
      as: "personnel-officer",
      method: "POST",
      path: "/api/organizations/street/changes",
      body: {
        key: randomUUID(),
        version: 1,
        kind: "renamed",
        on: "2026-03-01",
        name: "青石街道",
        documentNumber: "测编〔2026〕1号",
      },
    }),
  "registry.mergePersons": () => mergePersons("second-record", 871),
  "registry.putRelative": () => enterRelative("钱一"),
  "registry.endRelative": async () => {
    await enterRelative("钱二");
    const body = { key: randomUUID(), relation: "配偶", name: "钱二", endedOn: "2026-01-05", reason: "离婚" };
    return call({
      as: "personnel-officer",
      method: "POST",
      path: `/api/persons/${persons.other.id}/relatives/end`,
      body,
    });
  },
  "registry.undoMerge": async () => {
    // Merged by somebody else: who made a merge does not undo it.
    const mergeId = "merged-by-a-colleague";
    const pair = { survivorId: persons.other.id, mergedId: "third-record" };
    await inTransaction(world.app.database, scope, async (trx) => {
      const record = { ...persons.other, id: pair.mergedId, idNumber: inventedIdNumber(872) };
      await addPersons(trx, world.app.keys, [record]);
      const by = { by: inquirerId, behalf: null, name: "同事", at: "2026-07-31T02:00:00.000Z" };
      await mergeRecords(trx, world.app.law, { id: mergeId, ...pair, reasons: "同一人", ...by });
      await accountForSettled(trx);
    });
    const body = { key: randomUUID(), reasons: "核对有误" };
    return call({ as: "personnel-officer", method: "POST", path: `/api/person-merges/${mergeId}/undo`, body });
  },
  "imports.paste": () => pasteImport(),
  "imports.run": async () => {
    const importId = await checkedImport();
    return call({
      as: "personnel-officer",
      method: "POST",
      path: `/api/imports/${importId}/run`,
      body: { key: randomUUID() },
    });
  },
  "imports.cancel": async () => {
    const importId = await checkedImport();
    return call({
      as: "personnel-officer",
      method: "POST",
      path: `/api/imports/${importId}/cancel`,
      body: { key: randomUUID() },
    });
  },
  "streams.uploadImport": () =>
    call({
      as: "personnel-officer",
      method: "POST",
      path: "/api/imports/files?kind=grades&name=a.txt",
      body: new Blob([Buffer.from(importedText)]),
      headers: { "content-type": "application/octet-stream" },
    }),
  "streams.importErrors": async () =>
    call({ as: "personnel-officer", method: "GET", path: `/api/imports/${await checkedImport()}/errors` }),
  "streams.importFile": async () =>
    call({ as: "personnel-officer", method: "GET", path: `/api/imports/${await checkedImport()}/file` }),
  "restrictions.ending": () =>
    call({
      as: "personnel-officer",
      method: "POST",
      path: "/api/restrictions/ending",
      body: { from: "2026-02-01", until: "2026-03-31" },
    }),
  "statistics.figures": () =>
    call({ as: "committee-secretary", method: "POST", path: "/api/restrictions/figures", body: { on: "2025-06-01" } }),
  "streams.exportEnding": () =>
    call({
      as: "personnel-officer",
      method: "GET",
      path: "/api/restrictions/ending/sheet?from=2026-02-01&until=2026-03-31",
    }),
  "streams.exportFigures": () =>
    call({ as: "committee-secretary", method: "GET", path: "/api/restrictions/figures/sheet?on=2025-06-01" }),
  "sweep.begin": async () => {
    const begun = await call({
      as: "personnel-officer",
      method: "POST",
      path: "/api/sweeps",
      body: { key: randomUUID() },
    });
    const { runId } = begun.json as { runId: string };
    while (await isUnderWay(runId)) await sleep(20);
    return begun;
  },
  "sweep.cancel": async () => {
    const runId = await sweepUnderWay();
    const body = { key: randomUUID() };
    return call({ as: "personnel-officer", method: "POST", path: `/api/sweeps/${runId}/cancel`, body });
  },
  "sweep.conflicts": () =>
    call({ as: "committee-secretary", method: "POST", path: "/api/conflicts/search", body: { state: "open" } }),
  "sweep.conflict": async () =>
    call({ as: "committee-secretary", method: "GET", path: `/api/conflicts/${(await openConflict()).id}` }),
  "sweep.dispose": async () => {
    const { id, version } = await openConflict();
    const body = { key: randomUUID(), version, way: "no-conflict", reasons: "登记有误，等次并未评定" };
    return call({ as: "discipline-officer", method: "POST", path: `/api/conflicts/${id}/dispositions`, body });
  },
  "streams.exportConflicts": () => call({ as: "committee-secretary", method: "GET", path: "/api/sweep-report" }),
  "streams.exportPerson": () =>
    call({ as: "personnel-officer", method: "GET", path: `/api/persons/${persons.other.id}/archive` }),
};

/** Somebody's second record, and the merge of it into the first. */
function enterRelative(name: string): Promise<Reply> {
  const body = { key: randomUUID(), kind: "spouse", relation: "配偶", name, reason: "本人报告" };
  return call({ as: "personnel-officer", method: "POST", path: `/api/persons/${persons.other.id}/relatives`, body });
}

async function mergePersons(id: string, number: number): Promise<Reply> {
  const idNumber = inventedIdNumber(number);
  await inTransaction(world.app.database, scope, (trx) =>
    addPersons(trx, world.app.keys, [{ ...persons.other, id, idNumber }]),
  );
  const body = { key: randomUUID(), survivorId: persons.other.id, mergedId: id, reasons: "身份证号登记有误的同一人" };
  return call({ as: "personnel-officer", method: "POST", path: "/api/person-merges", body });
}

function pasteImport(): Promise<Reply> {
  const body = { key: randomUUID(), kind: "grades", text: importedText };
  return call({ as: "personnel-officer", method: "POST", path: "/api/imports", body });
}

/** An import whose preview is there. */
async function checkedImport(): Promise<string> {
  const { importId } = (await pasteImport()).json as { importId: string };
  for (;;) {
    const { json } = await call({ as: "personnel-officer", method: "GET", path: `/api/imports/${importId}` });
    if ((json as { state: string }).state === "previewed") return importId;
    await sleep(50);
  }
}

/** A run that nobody works at, as after the machine stopped. */
async function sweepUnderWay(): Promise<string> {
  const id = randomUUID();
  const startedAt = "2026-07-31T02:00:00.000Z";
  const run = { id, occasion: "night", law: "", startedBy: null, startedName: "", startedAt, personsAll: 0 } as const;
  await inTransaction(world.app.database, scope, (trx) => addSweepRun(trx, run));
  return id;
}

async function isUnderWay(runId: string): Promise<boolean> {
  const { json } = await call({ as: "personnel-officer", method: "GET", path: `/api/sweeps/${runId}` });
  return (json as { state: string }).state === "running";
}

/** The grade of the year in which somebody was transferred, as the sweep finds it. */
async function openConflict(): Promise<{ id: string; version: number }> {
  await caseAt(world, "effective", persons.sameNameOne.id);
  await inTransaction(world.app.database, scope, async (trx) => {
    const by = { by: null, name: "", at: "2026-07-31T02:00:00.000Z", source: "entered" };
    await addGrades(trx, [{ personId: persons.sameNameOne.id, year: 2025, grade: "excellent" }], by);
    await accountForSettled(trx);
  });
  await sweepNow(world.app, "command");
  const body = { state: "open", personId: persons.sameNameOne.id };
  const reply = await call({ as: "personnel-officer", method: "POST", path: "/api/conflicts/search", body });
  return (reply.json as { rows: [{ id: string; version: number }] }).rows[0];
}
