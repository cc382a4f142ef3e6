// What the database and its folder cannot do, and what the operator does about it.
import type { Sentence } from "#law/text/citation.ts";

// folder-lock.ts
export const folderInUse = (folder: string, pid: number | "?"): Sentence => ({
  zh: `数据目录 ${folder} 正被另一个进程（进程号 ${pid}）使用，请先停止它，或者换用其他目录。`,
  en: `The data folder ${folder} is in use by another process (process ID ${pid}). Stop it first, or choose another folder.`,
});

// folder.ts
export const folderNotWritable = (folder: string, code: string): Sentence => ({
  zh: `数据目录 ${folder} 无法写入（${code}），请检查权限或者换用其他目录。`,
  en: `The data folder ${folder} cannot be written (${code}). Check its permissions or choose another folder.`,
});
export const engineNotKnown = (file: string): Sentence => ({
  zh: `${file} 无法识别，不能确定数据属于哪种数据库。`,
  en: `${file} cannot be recognized, so the type of database cannot be determined.`,
});
type EngineName = "pglite" | "postgresql";
const engineNames = {
  pglite: { zh: "内置数据库（PGlite）", en: "the built-in database (PGlite)" },
  postgresql: { zh: "PostgreSQL", en: "PostgreSQL" },
} as const satisfies Record<EngineName, Sentence>;
export const folderOfOtherEngine = (folder: string, held: EngineName, asked: EngineName): Sentence => ({
  zh: `数据目录 ${folder} 属于${engineNames[held].zh}，现在要求使用${engineNames[asked].zh}；请更改 DATABASE_URL 或者换用其他目录。`,
  en: `The data folder ${folder} belongs to ${engineNames[held].en}, but ${engineNames[asked].en} was asked for. Change DATABASE_URL or choose another folder.`,
});

// keys.ts
export const keyFileDamaged = (file: string): Sentence => ({
  zh: `密钥文件 ${file} 已损坏，请从备份恢复。`,
  en: `The key file ${file} is damaged. Restore it from a backup.`,
});

// migrate.ts
export const databaseOfNewerRelease: Sentence = {
  zh: "数据库由更新版本的问责系统写成，请使用该版本或者从备份恢复。",
  en: "The database was written by a newer version of Wenze. Use that version, or restore from a backup.",
};
export const databaseRightsMissing = (commands: string): Sentence => ({
  zh: `DATABASE_URL 中的用户缺少建表或者角色权限，请数据库管理员执行：${commands}`,
  en: `The user in DATABASE_URL lacks permission to create tables or use the role. Ask the database administrator to run: ${commands}`,
});

// postgresql.ts
export const postgresqlTooOld = (version: string, oldest: number): Sentence => ({
  zh: `PostgreSQL 版本 ${version} 过低，需要 ${oldest} 或更高版本。`,
  en: `PostgreSQL ${version} is too old; version ${oldest} or later is needed.`,
});
export const addressInvalid: Sentence = {
  zh: "DATABASE_URL 不是 PostgreSQL 地址，应形如 postgres://用户:密码@主机:5432/数据库。",
  en: "DATABASE_URL is not a PostgreSQL address; it should look like postgres://user:password@host:5432/database.",
};
export const loginRefused = (place: string): Sentence => ({
  zh: `数据库 ${place} 拒绝了 DATABASE_URL 中的用户或密码。`,
  en: `The database ${place} refused the user or password of DATABASE_URL.`,
});
export const databaseMissing: Sentence = { zh: "该数据库不存在", en: "there is no such database" };
export const connectionFailed: Sentence = { zh: "连接失败", en: "no connection" };
/** `code` is empty where the time ran out. */
export const databaseUnreachable = (place: string, why: Sentence, code: string): Sentence => ({
  zh: `无法使用数据库 ${place}：${why.zh}（${code || "超时"}），请检查 DATABASE_URL。`,
  en: `The database ${place} cannot be used: ${why.en} (${code || "timeout"}). Check DATABASE_URL.`,
});

// pglite.ts
export const folderUnopenable = (place: string, version: string | undefined): Sentence => ({
  zh: `无法打开数据目录 ${place}：数据由版本 ${version ?? "未知"} 写成，与当前版本不符或者已损坏，请从备份恢复。`,
  en: `The database in ${place} cannot be opened: it was written by version ${version ?? "unknown"}, which does not fit this one, or it is damaged. Restore a backup.`,
});
