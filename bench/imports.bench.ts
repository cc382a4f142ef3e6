// A roster of 100,000 rows imported: read into its preview, then written, batch by batch, with time and memory. From .xls on two
// sheets, since one holds no more than 65,536 rows, where LibreOffice is there to make it; what writes our sheets writes no .xls.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { writeXlsx } from "hucre/xlsx";
import { checkDigitOf } from "#registry/rules/check-digit.ts";
import { beginImport, runImport } from "#imports/uses/imports.ts";
import { work } from "#imports/uses/job.ts";
import { formatDay, parseDay } from "#law/reckon/days.ts";
import { renderXlsx } from "#files/render/xlsx.ts";
import { inTransaction } from "#database/database.ts";
import { findImport } from "#imports/rows.ts";
import { actorOf } from "../test/database/people.ts";
import { onEngines } from "./engines.ts";
import { jurisdictionId, units } from "./many-persons.ts";
import { withPeak } from "./peak.ts";
import { randomFrom } from "./random.ts";
import { figure, table, writeSection } from "./results.ts";
import { appOfZone, foundZone } from "./zone.ts";

const most = Number(process.argv[2] ?? 100_000);
const headings = ["姓名", "身份证号", "单位", "职务", "职务层次", "任现职时间", "曾用名", "年度考核", "家庭成员"];
const keeper = actorOf("asker", ["personnel-officer"]);

const files: { format: string; count: number; bytes: Uint8Array }[] = [
  {
    format: ".xlsx",
    count: most,
    bytes: await renderXlsx({
      name: "名册",
      title: "名册",
      preface: [],
      columns: headings.map((heading) => ({ heading, width: 14 })),
      rows: roster(0, most),
    }),
  },
];
const half = Math.ceil(most / 2);
const old = await asXls(roster(most, half), roster(most + half, most - half));
if (old !== null) files.push({ format: ".xls", count: most, bytes: old });

const rows: string[][] = [];
await onEngines(async (engine) => {
  const database = await engine.open();
  await foundZone(database, engine.dataFolder);
  const app = await appOfZone(database, engine.dataFolder);
  for (const { format, count, bytes } of files) {
    const before = process.cpuUsage();
    const read = await withPeak(async () => {
      const begun = await beginImport(app, keeper, { kind: "persons", fileName: `名册${format}`, bytes });
      if (begun.type !== "done") throw new Error(JSON.stringify(begun));
      await work(app, begun.answer.importId);
      return begun.answer.importId;
    });
    const written = await withPeak(async () => {
      const run = await runImport(app, keeper, { importId: read.done, key: crypto.randomUUID() });
      assert.equal(run.type, "done");
      await work(app, read.done);
    });
    const used = process.cpuUsage(before);
    const job = await inTransaction(database, { jurisdictionId, accountId: null }, (trx) => findImport(trx, read.done));
    assert.deepEqual([job?.state, job?.rowsDone], ["done", count], JSON.stringify(job));
    rows.push([
      engine.name,
      format,
      figure(count),
      figure(bytes.length / 2 ** 20, 1),
      read.seconds.toFixed(1),
      written.seconds.toFixed(1),
      figure(count / (read.seconds + written.seconds)),
      ((used.user + used.system) / 1e6).toFixed(1),
      figure(Math.max(read.peak, written.peak)),
    ]);
    console.log(rows.at(-1)?.join(" | "));
  }
  await database.close();
});

writeSection(
  "imports",
  "A roster imported",
  `
Nine columns a row; every person new. The preview reads the file in its thread and plans each row against the registry; the run reads it again and
writes persons, posts, sounds and the log, 500 rows a transaction. ${old === null ? "No .xls was made: LibreOffice is not on this machine." : "The .xls has two sheets, since one holds no more than 65,536 rows."}
Processor seconds and memory are those of the process as a whole, with the embedded database where that is the engine.

${table(["engine", "format", "rows", "file, MB", "preview, s", "run, s", "rows/s", "processor, s", "most memory, MB"], rows)}
`,
);

function roster(from: number, count: number): string[][] {
  const random = randomFrom(from + 1);
  const given = Array.from("建志国文明海永学德宏立振庆军华平东峰成林强辉生刚民福祥波宁伟");
  const kinds = ["财政局", "教育局", "街道办事处", "水务公司", "社区党委"];
  return Array.from({ length: count }, (_one, index) => {
    const unit = random.between(1, units);
    const name = random.pick(Array.from("王李张刘陈杨赵黄周吴")) + random.pick(given) + random.pick(given);
    const post = random.pick(["科员", "四级主任科员", "副科长"]);
    const began = `20${random.between(10, 23)}-0${random.between(1, 9)}-01`;
    return [name, idNumber(from + index), `${kinds[unit % 5]}${unit}`, post, "科员级", began, "", "2023年称职", ""];
  });
}

function idNumber(running: number): string {
  const born = formatDay((parseDay("1965-01-01") ?? 0) + (running % 12_000)).replaceAll("-", "");
  const digits = `210599${born}${String(Math.floor(running / 12_000)).padStart(3, "0")}`;
  return digits + checkDigitOf(digits);
}

/** Each list on a sheet of its own. Null where there is no LibreOffice. */
async function asXls(...lists: string[][][]): Promise<Uint8Array | null> {
  const bytes = await writeXlsx({
    sheets: lists.map((rows, index) => ({ name: `名册${index + 1}`, rows: [headings, ...rows] })),
  });
  const folder = mkdtempSync(path.join(os.tmpdir(), "wenze-xls-"));
  try {
    writeFileSync(path.join(folder, "a.xlsx"), bytes);
    const home = `-env:UserInstallation=file://${folder}/home`;
    spawnSync("soffice", [home, "--headless", "--convert-to", "xls", "--outdir", folder, path.join(folder, "a.xlsx")], {
      timeout: 300_000,
    });
    return readFileSync(path.join(folder, "a.xls"));
  } catch {
    return null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
