// `wenze restore FILE --data DIR`: a backup back on an empty folder, verified to its last row, file and entry.
import { restoreBackup } from "#backup/uses/restore.ts";
import type { Restored } from "#backup/uses/restore.ts";
import { Failure, withPlainFailures } from "./failure.ts";
import { readOptions } from "./options.ts";
import { readPassphrase } from "./passphrase.ts";
import { placeOf } from "./place.ts";

export async function runRestore(args: string[]): Promise<number> {
  return withPlainFailures(async () => {
    const { values, positionals } = readOptions({
      args,
      allowPositionals: true,
      options: { data: { type: "string" }, "passphrase-file": { type: "string" } },
    });
    const [file] = positionals;
    if (file === undefined)
      throw new Failure(
        "用法：wenze restore 文件 --data 空文件夹 --passphrase-file 口令文件",
        "Usage: wenze restore FILE --data EMPTY-FOLDER --passphrase-file FILE",
      );
    const place = placeOf(values.data);
    const restored = await restoreBackup(place, file, readPassphrase(values["passphrase-file"]), (what) =>
      console.log(`  ${what}`),
    );
    if (restored.type !== "restored") throw failureOf(restored, file, place.dataFolder);
    const { tables, files, checkpoint } = restored.manifest;
    const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0);
    console.log(
      `恢复完成，逐项核对一致：${rows} 行、${files} 个文件，日志根 ${checkpoint?.root ?? "—"}。` +
        `Restored and compared: ${rows} rows, ${files} files, root of the log ${checkpoint?.root ?? "—"}.`,
    );
    return 0;
  });
}

function failureOf(restored: Exclude<Restored, { type: "restored" }>, file: string, folder: string): Failure {
  switch (restored.type) {
    case "no-backup":
      return new Failure(`${file} 不是备份文件，或者已损坏`, `${file} is no backup, or it is damaged`);
    case "not-empty":
      return new Failure(
        `${folder} 或者数据库不是空的，请恢复到空文件夹和空数据库`,
        `${folder} or the database is not empty: restore into an empty one`,
      );
    case "wrong-passphrase":
      return new Failure("口令不对，密钥打不开", "The passphrase does not open the keys");
    case "other-release":
      return new Failure(
        `备份由另一版本做成，请用该版本恢复，再启动新版本，数据会自动升级（备份另有：${restored.missing.join()}；备份缺少：${restored.unknown.join()}）`,
        "The backup was made by another release: restore it with that one, then start the new one, which upgrades the data",
      );
    case "differs":
      return new Failure(
        `恢复出的内容与备份不一致，已撤销：${restored.what.slice(0, 5).join("；")}`,
        "What came back differs from the backup and was taken away again",
      );
  }
}
