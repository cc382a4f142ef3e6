// The sentences of the command line, by the file that prints them.
import type { Sentence } from "#law/text/citation.ts";

// backup.ts
export const backupUsage: Sentence = {
  zh: "用法：wenze backup 文件 --passphrase-file 口令文件",
  en: "Usage: wenze backup FILE --passphrase-file FILE",
};
export const nothingToBackUp: Sentence = {
  zh: "数据库是空的，没有可备份的内容",
  en: "The database is empty; there is nothing to back up",
};
export const backupMade = (file: string): string =>
  `备份完成：${file}。请与口令分开保管。Backup complete: ${file}. Keep it separate from the passphrase.`;

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
export const thisJurisdiction = "本辖区";
export const firstAdministrators =
  "首次启动：三个管理员账号和一次性密码只显示这一次。First start: the three administrator accounts and their one-time passwords are shown only this once.";
export const demonstrationDistrict = { id: "yunling", name: "云岭高新区（演示）", prefix: "云高" };
export const demonstrationWithoutCodes = "演示辖区，数据均为虚构，不要求动态口令";
export const demonstrationLoading =
  "首次启动：正在载入虚构的演示数据，请稍候。First start: loading fictitious demonstration data; please wait.";
export const fileUnreadable = (file: string): Sentence => ({ zh: `无法读取 ${file}`, en: `Cannot read ${file}` });
export const demonstrationCutOff: Sentence = {
  zh: "上次载入演示数据时中断，该 PostgreSQL 数据库内容不完整，请换用一个空的数据库",
  en: "Loading of the demonstration data was interrupted, so this PostgreSQL database is incomplete; use an empty one instead",
};

// help.ts
export const productHeading = "问责 Wenze\n";
export const databaseUrlNote =
  "\nDATABASE_URL=postgres://… 使用 PostgreSQL 而不是数据文件夹  uses PostgreSQL in place of the data folder";

// main.ts
export const summaries = {
  start: { zh: "启动服务", en: "start the server" },
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
  backup: {
    zh: "备份数据库、证据材料和封存的密钥，服务运行时也可以",
    en: "back up the database, evidence and sealed keys; the server may be running",
  },
  restore: {
    zh: "把备份恢复到空文件夹（或者空的 PostgreSQL 数据库）并逐项核对",
    en: "restore a backup into an empty folder (or an empty PostgreSQL database) and verify it",
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

// passphrase.ts
export const passphraseFileMissing: Sentence = {
  zh: "请用 --passphrase-file 指定存放口令的文件；备份中的密钥用它封存，恢复时也要用它",
  en: "Use --passphrase-file to name the file that holds the passphrase; it seals the keys in the backup and is needed to restore it",
};
export const passphraseTooShort = (file: string, shortest: number): Sentence => ({
  zh: `${file} 中的口令太短，至少 ${shortest} 个字符`,
  en: `The passphrase in ${file} is shorter than ${shortest} characters`,
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

// restore.ts
export const restoreUsage: Sentence = {
  zh: "用法：wenze restore 文件 --data 空文件夹 --passphrase-file 口令文件",
  en: "Usage: wenze restore FILE --data EMPTY-FOLDER --passphrase-file FILE",
};
export const backupRestored = (rows: number, files: number, root: string): string =>
  `恢复完成，逐项核对一致：${rows} 行、${files} 个文件，日志根 ${root}。` +
  `Restored and verified: ${rows} rows, ${files} files, root of the log ${root}.`;
export const backupUnreadable = (file: string): Sentence => ({
  zh: `${file} 不是备份文件，或者已损坏`,
  en: `${file} is not a backup file or is damaged`,
});
export const targetNotEmpty = (folder: string): Sentence => ({
  zh: `${folder} 或者数据库不是空的，请恢复到空文件夹和空数据库`,
  en: `${folder} or the database is not empty; restore into an empty folder and database`,
});
export const passphraseWrong: Sentence = {
  zh: "口令不对，密钥打不开",
  en: "Wrong passphrase; the keys cannot be opened",
};
export const backupOfOtherRelease = (missing: readonly string[], unknown: readonly string[]): Sentence => ({
  zh: `备份由另一版本做成，请用该版本恢复，再启动新版本，数据会自动升级（备份另有：${missing.join()}；备份缺少：${unknown.join()}）`,
  en: "The backup was made by another version. Restore it with that version, then start the new version; the data is upgraded automatically",
});
export const backupDiffers = (what: readonly string[]): Sentence => ({
  zh: `恢复出的内容与备份不一致，已撤销：${what.join("；")}`,
  en: "The restored data differs from the backup; the restore has been undone",
});

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
  zh: "数据库是空的，请先用 wenze start 启动一次",
  en: "The database is empty; run wenze start once first",
};
