// The sentences of the command line, by the file that prints them.
import type { Sentence } from "#law/text/citation.ts";

// backup.ts
export const backupUsage: Sentence = { zh: "用法：wenze backup 文件", en: "Usage: wenze backup FILE" };
export const recoveryKeyMissing: Sentence = {
  zh: "还没有恢复密钥，备份无从封存；请先执行 wenze recovery key，把两份分给两人保管",
  en: "There is no recovery key to seal a backup to; run wenze recovery key first and give its two parts to two people",
};
export const backupUnsound = (file: string, what: readonly string[]): Sentence => ({
  zh: `${file} 已写入，但读回时与写入的不一致，不能算备份，请检查磁盘：${what.join("；")}`,
  en: `${file} was written but does not read back as it was written; it is no backup. Check the disk`,
});
export const backupWithFaults = (file: string, faults: number): Sentence => ({
  zh: `${file} 已写入，但日志核验有 ${faults} 处不符，如上，备份不能算完整；恢复它须用 --with-faults`,
  en: `${file} was written, but verifying the log found ${faults} faults, listed above, so it is not whole; restoring it takes --with-faults`,
});
export const backupMade = (file: string, parts: number): string =>
  `备份完成，已读回核对 ${parts} 部分：${file}。Backup complete, read back and checked, ${parts} parts: ${file}.`;

// backup-test.ts
export const backupTestUsage: Sentence = { zh: "用法：wenze backup test 文件", en: "Usage: wenze backup test FILE" };
export const backupNotOurs = (file: string): Sentence => ({
  zh: `${file} 不是本系统最近做的备份，本系统没有它的密钥，请用恢复密钥的两份恢复到空目录`,
  en: `${file} is none of the last backups made here, so there is no key for it here; restore it into an empty folder with the two parts of the recovery key`,
});
export const backupTested = (file: string, at: string): string =>
  `试恢复成功，逐项核对一致：${file}（${at}）。Restored in a test and verified: ${file} (${at}).`;

// eligibility.ts
export const eligibilityUsage = `用法：wenze eligibility --facts 文件|- [选项]
Usage: wenze eligibility --facts FILE|- [options]

  --facts FILE          每行一个 JSON 问题；- 为标准输入   one JSON question a line; - for standard input
  --regulation ID       所依法规，不填为本办法             the regulation asked
  --regulations FOLDER  法规包所在文件夹                   the folder of the packs
  --setting NAME=VALUE  法规的理解口径，可多次，不得重复   a reading of the regulation; many, each once
  --explain             附句子、计算、口径和反事实         adds sentences, counting, readings, counterfactual
  --upper off           只答本办法一层                     leaves the upper layer out
  --help                本说明                             this`;
export const factsUnreadable = (facts: string, message: string): string =>
  `不能读取 ${facts} cannot be read: ${message}`;
export const lineTooLong: Sentence = { zh: "一行超过 1 MB", en: "a line of more than 1 MB" };
export const packsUnreadable = (message: string): string => `不能读取法规 the packs cannot be read: ${message}`;
export const valueMissing = (flag: string): string => `${flag} 缺少值 needs a value`;
export const factsMissing = "缺少 --facts missing";
export const settingInvalid = (value: string): string => `--setting ${value}：应为 名称=值 must be NAME=VALUE`;
export const settingRepeated = (name: string): string => `--setting ${name}：写了两次，应只写一次 is given twice`;
export const upperInvalid = (value: string): string => `--upper ${value}：应为 on 或 off must be on or off`;
export const optionUnknown = (flag: string): string => `不认识的选项 unknown option ${flag}`;

// first-start.ts
export const demonstrationDistrict = { id: "yunling", name: "云岭高新区（演示）", prefix: "云高" };
export const demonstrationWithoutCodes = "演示辖区，数据均为虚构，不要求动态口令";
export const demonstrationLoading =
  "首次启动：正在载入虚构的演示数据，请稍候。First start: loading fictitious demonstration data; please wait.";
export const fileUnreadable = (file: string): Sentence => ({ zh: `无法读取 ${file}`, en: `Cannot read ${file}` });
export const demonstrationCutOff: Sentence = {
  zh: "上次载入演示数据时中断，该 PostgreSQL 数据库内容不完整，请换用一个空的数据库",
  en: "Loading of the demonstration data was interrupted, so this PostgreSQL database is incomplete; use an empty one instead",
};

// init.ts
export const thisJurisdiction = "本辖区";
export const firstAdministrators =
  "三个管理员账号和一次性密码只显示这一次。The three administrator accounts and their one-time passwords are shown only this once.";
export const districtBegun = (folder: string): string =>
  `已建立：${folder}。请用 wenze start 启动。Set up: ${folder}. Start it with wenze start.`;

// help.ts
export const productHeading = "问责 Wenze\n";
export const databaseUrlNote =
  "\nDATABASE_URL=postgres://… 使用 PostgreSQL 而不是数据文件夹  uses PostgreSQL in place of the data folder" +
  "\nDATABASE_OWNER_URL=postgres://… 同一数据库，用户为表的所有者：init、upgrade、restore 用它  the same database as the owner of its tables: for init, upgrade and restore";

// main.ts
export const summaries = {
  start: { zh: "启动服务；空目录中载入演示", en: "start the server; in an empty folder, with the demonstration" },
  init: {
    zh: "新建辖区：生成密钥、数据表和三名管理员",
    en: "set up a district: keys, tables and three administrators",
  },
  upgrade: {
    zh: "由表的所有者（DATABASE_OWNER_URL）把 PostgreSQL 数据库升级到当前版本",
    en: "bring a PostgreSQL database up to this version as the owner of its tables (DATABASE_OWNER_URL)",
  },
  lawCheck: { zh: "检查法规数据与条文是否一致", en: "check that the regulation data match the text" },
  lawUnguarded: {
    zh: "逐一改动一部法规数据的字段，列出没有检查或者例看守的",
    en: "change each field of a regulation pack in turn and list those no check or example covers",
  },
  lawNew: {
    zh: "新建一部法规数据的模板，并说明要填什么",
    en: "create a template for a regulation pack and list what to fill in",
  },
  lawSchema: { zh: "写出供编辑器使用的 JSON Schema", en: "write the JSON Schemas for editors" },
  lawReadings: {
    zh: "列出各项读法，以及换一种读法会改变多少答复",
    en: "list the readings and how many answers each alternative would change",
  },
  lawDiff: {
    zh: "比较一部法规的两个版本；给出数据时，列出会变的限制和案件",
    en: "compare two versions of a regulation; with data, also list the restrictions and cases that would change",
  },
  lawText: {
    zh: "列出已载入的上位规定正式文本；check 核对其与规则字段是否一致",
    en: "list the official texts of higher-level rules that are loaded; check: whether they agree with the rules",
  },
  eligibility: {
    zh: "不用数据库，逐行回答任职资格问题",
    en: "answer eligibility questions line by line, without a database",
  },
  receiptReplay: {
    zh: "按当时的记录重做回执中的核查，并列出此后的变化",
    en: "repeat the check in a receipt against the records of that time and list later changes",
  },
  rebuild: { zh: "由办理记录重新推导限制期", en: "recalculate restrictions from the case history" },
  sweep: {
    zh: "事后核查：把已登记的任职、等次、荣誉与当日的限制核对一遍",
    en: "restriction check: compare registered appointments, assessment results and honours with the restrictions of their dates",
  },
  auditVerify: { zh: "核验日志链是否完整", en: "verify that the log chains are intact" },
  auditCheckpoint: { zh: "为全部日志记录做检查点并签名", en: "create and sign a checkpoint over all log entries" },
  auditCountersign: {
    zh: "由另一单位用自己的密钥会签检查点文件，不需要数据库",
    en: "countersign a checkpoint file as another body with its own key; no database needed",
  },
  auditAccept: { zh: "收回会签过的检查点文件", en: "accept a countersigned checkpoint file" },
  auditProve: {
    zh: "证明某条记录在检查点之内，或者前一检查点是后一检查点的开头",
    en: "prove that an entry is covered by a checkpoint, or that a later checkpoint extends an earlier one",
  },
  auditExport: {
    zh: "导出全部日志，供 verify/ 中的独立程序核验",
    en: "export the full log for verification by the independent program in verify/",
  },
  auditAlgorithm: { zh: "选择日志此后使用的杂凑算法", en: "choose the hash algorithm the log uses from now on" },
  recoveryKey: {
    zh: "生成恢复密钥，备份用它封存；两份分给两人保管",
    en: "make the recovery key that backups are sealed to; its two parts are kept by two people",
  },
  backupTest: {
    zh: "把最近的一份备份试恢复一遍，逐项核对",
    en: "restore one of the last backups in a test and verify it",
  },
  backup: {
    zh: "备份数据库、证据材料和密钥，整体封存并读回核对，服务运行时也可以",
    en: "back up database, evidence and keys, sealed as a whole and read back; the server may be running",
  },
  restore: {
    zh: "用恢复密钥的两份把备份恢复到空文件夹（或者空的 PostgreSQL 数据库）并逐项核对",
    en: "restore a backup with the two parts of the recovery key into an empty folder (or an empty PostgreSQL database) and verify it",
  },
  help: { zh: "显示本说明", en: "show this help" },
};
export const commandNotFound = (asked: readonly string[]): string =>
  `没有“${asked.join(" ")}”这个命令。There is no command “${asked.join(" ")}”.\n`;

// operator-door.ts
export const serverFailed = (message: string): Sentence => ({
  zh: `服务未能完成：${message}`,
  en: `The server could not complete this: ${message}`,
});
export const serverSilent: Sentence = {
  zh: "数据目录正被使用，但联系不上使用它的服务；请停止服务后再试",
  en: "The data folder is in use, but its server does not answer; stop the server and try again",
};

// options.ts
export const optionsInvalid = (args: readonly string[], message: string): Sentence => ({
  zh: `命令参数有误，请看 wenze help：${args.join(" ")}`,
  en: message,
});

// place.ts
export const dataUnderOtherLaw = (kept: string, asked: string): Sentence => ({
  zh: `该数据依据 ${kept} 建立，不能用 ${asked} 打开；请用 --data 另选文件夹`,
  en: `This data was created under ${kept} and cannot be opened with ${asked}; choose another folder with --data`,
});

// rebuild.ts
export const nothingThere = "（无 none）";
export const rowsRebuilt = (matters: number, rows: number, differed: number): Sentence => ({
  zh: `已由 ${matters} 件线索和案件重新推导 ${rows} 行，与原有不同的 ${differed} 行${differed > 0 ? "，已替换" : ""}。`,
  en: `Recalculated ${rows} rows from ${matters} leads and cases; ${differed} differed${differed > 0 ? " and were replaced" : ""}.`,
});

// receipt-replay.ts
export const replayUsage: Sentence = {
  zh: "用法：wenze receipt replay 文件 [--data 文件夹]",
  en: "Usage: wenze receipt replay FILE [--data FOLDER]",
};
export const receiptNotFound = (receipt: string): Sentence => ({
  zh: `没有 ${receipt} 这个文件`,
  en: `There is no file ${receipt}`,
});
export const receiptForeign: Sentence = {
  zh: "这个文件不是本辖区的核查回执",
  en: "This file is not a check receipt of this jurisdiction",
};
export const requestUnknown: Sentence = {
  zh: "数据库中没有回执所说的这次核查",
  en: "The database does not contain the check named in the receipt",
};
export const receiptHeading = (number: string, round: number, lines: number): string =>
  `${number} 第${round}次核查，${lines} 行。${number}, asking no. ${round}, ${lines} lines.`;
export const receiptLineUnlike = (fileLine: number): string =>
  `回执第 ${fileLine} 行不同 line ${fileLine} of the receipt differs`;
export const answerPart = "结论 answer";
export const registryPart = "名册 registry";
export const changedSince = (line: number, part: string): string =>
  `此后有变化 changed since: 第${line}行 line ${line}，${part}`;
export const replayEqual =
  "按当时的记录重新核查，与回执逐字节相同。Repeated with the records of that time: identical to the receipt byte for byte.";
export const replayUnlike = (unlikeCount: number): string =>
  `按当时的记录重新核查，有 ${unlikeCount} 处与回执不同。Repeated with the records of that time: ${unlikeCount} lines differ from the receipt.`;
export const todayEqual = "今日再问，结论相同。Checked today, the results are the same.";
export const todayUnlike = (changed: number): string =>
  `今日再问，有 ${changed} 处不同，如上。Checked today, ${changed} results differ, as listed above.`;

// recovery-key.ts
export const recoveryKeyUsage: Sentence = {
  zh: "用法：wenze recovery key 第一份文件 第二份文件",
  en: "Usage: wenze recovery key PART-1 PART-2",
};
export const fileThereAlready = (file: string): Sentence => ({
  zh: `${file} 已经存在，请换一个文件名`,
  en: `${file} is there already; choose another name`,
});
export const recoveryKeyMade = (first: string, second: string): string =>
  `恢复密钥已生成，此后的备份用它封存。请把 ${first} 和 ${second} 分给两人离线保管，并从本机删除；两份合用才能恢复，丢失任何一份都不能恢复。` +
  `The recovery key is made; backups are sealed to it from now on. Give ${first} and ${second} to two people to keep offline, and delete them here: only both together restore, and without either nothing does.`;

// restore.ts
export const restoreUsage: Sentence = {
  zh: "用法：wenze restore 文件 --part 第一份 --part 第二份 --data 空文件夹",
  en: "Usage: wenze restore FILE --part PART-1 --part PART-2 --data EMPTY-FOLDER",
};
export const backupRestored = (at: string, rows: number, files: number, root: string): string =>
  `恢复完成，逐项核对一致：备份时间 ${at}，${rows} 行、${files} 个文件，日志根 ${root}。` +
  `Restored and verified: backup of ${at}, ${rows} rows, ${files} files, root of the log ${root}.`;
export const backupUnreadable = (file: string): Sentence => ({
  zh: `${file} 不是备份文件`,
  en: `${file} is not a backup file`,
});
export const targetNotEmpty = (folder: string): Sentence => ({
  zh: `${folder} 或者数据库不是空的，请恢复到空文件夹和空数据库`,
  en: `${folder} or the database is not empty; restore into an empty folder and database`,
});
export const partUnreadable = (file: string): Sentence => ({
  zh: `${file} 不是恢复密钥的一份，或者抄录有误`,
  en: `${file} is no part of a recovery key, or was copied wrongly`,
});
export const partsApart: Sentence = {
  zh: "这两份不属于同一恢复密钥，或者是同一份，请取第一份和第二份",
  en: "These two are not parts of one recovery key, or are the same part; bring part 1 and part 2",
};
export const keyWrong = (file: string): Sentence => ({
  zh: `${file} 不是用这一恢复密钥封存的，请核对备份和两份密钥`,
  en: `${file} is not sealed to this recovery key; check the backup and the two parts`,
});
export const backupOfOther = (file: string): Sentence => ({
  zh: `${file} 不是由密钥所属的系统签名的，不能恢复`,
  en: `${file} is not signed by the installation to which the recovery key belongs; it is not restored`,
});
export const backupOfNewerRelease = (file: string, release: string): Sentence => ({
  zh: `${file} 由更新的版本 ${release} 做成，请用该版本恢复`,
  en: `${file} was made by the newer version ${release}; restore it with that version`,
});
export const backupHasFaults = (file: string, faults: readonly string[]): Sentence => ({
  zh: `${file} 做成时日志核验已有不符，不能算完整；仍要恢复请加 --with-faults：${faults.join("；")}`,
  en: `When ${file} was made, verifying the log found faults, so it is not whole; add --with-faults to restore it all the same`,
});
export const backupDiffers = (what: readonly string[]): Sentence => ({
  zh: `备份被改动、不完整或者损坏，什么都没有恢复：${what.join("；")}`,
  en: "The backup was changed, is incomplete or damaged; nothing was restored",
});

// upgrade.ts
export const databaseUpgraded = "数据库已是当前版本。The database is up to date.";

// start.ts
export const derivedAgainForProgram = (matters: number, changed: number): Sentence => ({
  zh: `程序版本有变化，已由 ${matters} 件线索和案件重新推导台账等数据，其中 ${changed} 行有变化。`,
  en: `The program version has changed: registers were recalculated from ${matters} leads and cases; ${changed} rows changed.`,
});
export const derivedAgainForLaw = (persons: number, changed: number): Sentence => ({
  zh: `法规文本或者规则有变化，已重新推导 ${persons} 名干部的限制，其中 ${changed} 名有变化。`,
  en: `Regulation texts or rules have changed: restrictions of ${persons} officials were recalculated; ${changed} changed.`,
});
export const exampleMark = "（示例，不是任何地方的规定 an example, not a regulation of any place）";
export const regulationInForce = (title: string, example: string): string => `法规 Regulation：${title}${example}`;
export const alarmsFailed = "未能检查告警 No look for alarms:";
export const checkpointFailed = "日志检查点未能完成 No checkpoint:";
export const importFailed = "导入未能继续 An import could not go on:";
export const sweepFailed = "事后核查未能完成 No sweep:";
export const tidyingFailed = "数据表未能整理 Tables were not tidied:";
export const serverListening = (host: string, port: number): string =>
  `问责 Wenze  http://${host}:${port}/  （Ctrl-C 停止 stops it）`;
export const serverStopped = "已停止。Stopped.";
export const portInUse = (port: number): Sentence => ({
  zh: `端口 ${port} 已被占用，请用 --port 指定其他端口`,
  en: `Port ${port} is in use; choose another with --port`,
});
export const portForbidden = (port: number): Sentence => ({
  zh: `没有使用端口 ${port} 的权限，请用 --port 指定 1024 以上的端口`,
  en: `No permission to use port ${port}; choose a port above 1024 with --port`,
});
export const demonstrationAccounts = (password: string): string =>
  `演示账号，密码均为 ${password}  Demonstration accounts, all with the password ${password}`;
export const portInvalid = (text: string): Sentence => ({
  zh: `端口“${text}”无效，应为 1 至 65535`,
  en: `The port “${text}” is not between 1 and 65535`,
});

export const proxyInvalid = (text: string): Sentence => ({
  zh: `“${text}”不是代理服务器的地址，应为 IP 地址或者 10.0.0.0/8 这样的网段`,
  en: `“${text}” is no address of a proxy; give an IP address or a network such as 10.0.0.0/8`,
});

// sweep.ts
type SweepCounts = Readonly<
  Record<"personsDone" | "entries" | "found" | "again" | "fallen" | "unjudged" | "letterLines" | "lettersFound", number>
>;
export const sweepUnderWay: Sentence = {
  zh: "已有一次事后核查正在进行，请等它完成",
  en: "A restriction check is already under way; wait for it to finish",
};
export const sweepCancelled: Sentence = {
  zh: "事后核查被取消，没有完成",
  en: "The restriction check was cancelled before it finished",
};
export const sweepDone = ({
  personsDone,
  entries,
  found,
  again,
  fallen,
  unjudged,
  letterLines,
  lettersFound,
}: SweepCounts): Sentence => ({
  zh: `已核查 ${personsDone} 名干部的 ${entries} 项登记：新发现 ${found} 项，重新出现 ${again} 项，消除 ${fallen} 项，因历史记录不完整未能判断 ${unjudged} 项；复核回复函 ${letterLines} 行，其中 ${lettersFound} 行情况有变化。`,
  en: `Checked ${entries} entries of ${personsDone} persons: ${found} conflicts found, ${again} found again, ${fallen} resolved, ${unjudged} not assessed because records are incomplete; of ${letterLines} lines of reply letters, ${lettersFound} have changed.`,
});

// with-app.ts
export const databaseEmpty: Sentence = {
  zh: "数据库是空的，请先用 wenze init 建立",
  en: "The database is empty; set it up with wenze init first",
};
