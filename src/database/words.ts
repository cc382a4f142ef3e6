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

// identity.ts
/** A database as an operator would point to it. */
export const notBegun = (folder: string): Sentence => ({
  zh: `数据目录 ${folder} 还没有建立，请核对 --data；新建辖区用 wenze init，看演示用 npm start。`,
  en: `The data folder ${folder} has not been set up. Check --data; use wenze init to set up a district, or npm start for the demonstration.`,
});
export const begunAlready = (folder: string): Sentence => ({
  zh: `数据目录 ${folder} 或者它的数据库已经建立过，请换用空目录和空数据库。`,
  en: `The data folder ${folder} or its database has been set up already. Choose an empty folder and an empty database.`,
});
export const keysMissingIn = (folder: string, names: readonly string[]): Sentence => ({
  zh: `数据库由另一个数据目录写成：在 ${folder}/keys 中没有找到它的密钥 ${names.join("、")}，请用 --data 指明原来的数据目录，或者从备份恢复。`,
  en: `The database was written with another data folder: its keys ${names.join(", ")} were not found in ${folder}/keys. Name that folder with --data, or restore a backup.`,
});
export const keysOfOther = (folder: string, names: readonly string[]): Sentence => ({
  zh: `数据库由另一个数据目录写成：${folder}/keys 中的密钥 ${names.join("、")} 不是它的密钥，请用 --data 指明原来的数据目录，或者核对 DATABASE_URL。`,
  en: `The database was written with another data folder: the keys ${names.join(", ")} in ${folder}/keys are not its keys. Name that folder with --data, or check DATABASE_URL.`,
});
export const restoreUnfinished = (folder: string): Sentence => ({
  zh: `数据目录 ${folder} 中的恢复没有做完，不能使用；请重新执行 wenze restore，仍用这个目录。`,
  en: `The restore into the data folder ${folder} was not finished, so it cannot be used. Run wenze restore again with the same folder.`,
});

// migrate.ts
export const databaseNotBegun: Sentence = {
  zh: "DATABASE_URL 指向的数据库还没有建立，请核对地址；新建辖区用 wenze init，看演示用 npm start，并用 DATABASE_OWNER_URL 给出表的所有者。",
  en: "The database in DATABASE_URL has not been set up. Check the address; use wenze init to set up a district, or npm start for the demonstration, with the owner of the tables in DATABASE_OWNER_URL.",
};
export const databaseOfOlderRelease: Sentence = {
  zh: "数据库由较早版本的问责系统写成，请先用 DATABASE_OWNER_URL 执行 wenze upgrade，再启动。",
  en: "The database was written by an earlier version of Wenze. Run wenze upgrade with DATABASE_OWNER_URL first, then start.",
};
export const ownerAddressMissing: Sentence = {
  zh: "建立或升级 PostgreSQL 数据库需要表的所有者，请用 DATABASE_OWNER_URL 给出其地址；DATABASE_URL 是服务所用的用户。",
  en: "Setting up or upgrading a PostgreSQL database needs the owner of its tables: give its address in DATABASE_OWNER_URL. DATABASE_URL is the user of the server.",
};
export const loginTooStrong = (user: string, commands: string): Sentence => ({
  zh: `DATABASE_URL 中的用户 ${user} 是超级用户或者拥有数据表，服务不能用它；请另建一个用户：${commands}`,
  en: `The user ${user} in DATABASE_URL is a superuser or owns the tables, so the server cannot use it. Create another one: ${commands}`,
});
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
export const fsyncOff: Sentence = {
  zh: "PostgreSQL 的 fsync 被关闭，断电会丢失已确认的数据，请改为 on 后再启动。",
  en: "PostgreSQL runs with fsync off and would lose acknowledged data in a power cut. Set it to on, then start.",
};
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
