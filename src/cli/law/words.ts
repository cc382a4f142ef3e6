// The sentences of the commands `wenze law …`, by the file that prints them.
import type { Sentence } from "#law/text/citation.ts";

// check.ts
export const checkUsage =
  "用法：wenze law check [--regulations 文件夹] [--all]  Usage: wenze law check [--regulations FOLDER] [--all]";
export const folderUnreadable = (folder: string, message: string): string =>
  `不能读取 ${folder}：${message}  cannot read the folder`;
export const packCounts = (packs: number, rules: number, examples: number): string =>
  `${packs} 部规定，${rules} 条规则，${examples} 个例 (${packs} packs, ${rules} rules, ${examples} examples)`;
export const problemsFound = (problems: number, counts: string): string => `${problems} 处问题 problems；${counts}`;
export const packsAgree = (counts: string): string => `法规检查通过 Regulation packs match their texts: ${counts}`;

// diff.ts
export const diffUsage: Sentence = {
  zh: "用法：wenze law diff 甲 乙 [--regulations 文件夹] [--data 数据文件夹]，甲、乙为法规包的名称或者文件夹",
  en: "Usage: wenze law diff A B [--regulations FOLDER] [--data FOLDER]; A and B are names or folders of packs",
};
export const packsNotComparable = (id: string, other: string): Sentence => ({
  zh: `${id} 与 ${other} 一部是本级办法、一部是上位规定，不能相互比较`,
  en: "One is a local regulation and the other a higher-level rule; they cannot be compared",
});
export const diffPackNotFound = (name: string, ids: readonly string[]): Sentence => ({
  zh: `没有名为 ${name} 的法规包；有：${ids.join("、")}`,
  en: `There is no pack ${name}; there are ${ids.join(", ")}`,
});
export const noDifference = "\n没有差别 No difference";
export const textHeading = "条文 Text";
export const cellsHeading = "限制（方式、处分 × 不得）Changed cells: record × bar";
export const pairsHeading = "限制（方式 × 处分 × 不得，各自不变而合并有变）Changed only together";
export const readingsHeading = "读法 Readings";
export const rulesHeading = "规则 Rules";
type StoredCounts = Readonly<Record<"persons" | "changedPersons" | "changed" | "running", number>>;
export const storedSummary = (
  { persons, changedPersons, changed, running }: StoredCounts,
  listed: number,
): Sentence => ({
  zh: `已存数据 Stored: 核对 ${persons} 人，${changedPersons} 人的 ${changed} 项限制会变，其中正在执行的 ${running} 项；列出 ${listed} 项`,
  en: `${persons} persons, ${changed} restrictions of ${changedPersons} would change, ${running} of them running; ${listed} shown`,
});
export const rowTitle = (title: string, running: boolean): string => `${title}${running ? "  正在执行 running" : ""}`;
export const changedCasesHeading = "  认定的情形有变的案件 Cases on changed circumstances:";
export const baselineAt = (zh: string): string => `基准 ${zh}`;
export const dayUnverified = "需核实 unverified";
export const daysCounted = (days: number, cites: readonly string[]): string => `${days} 日 days  ${cites.join(" ")}`;

// new.ts
export const newUsage: Sentence = { zh: "用法：wenze law new ID", en: "Usage: wenze law new ID" };
export const idInvalid = (id: string): Sentence => ({
  zh: `“${id}”应由小写字母、数字和连字符组成，如 some-county-2024`,
  en: `“${id}” must be lower-case letters, digits and hyphens`,
});
export const folderExists = (folder: string): Sentence => ({
  zh: `${folder} 已经存在`,
  en: `${folder} already exists`,
});
export const folderMade = (folder: string): string => `已建立 ${folder}\n尚待填写 Still to be filled in:`;
export const nextSteps = (guide: string, where: string): string =>
  `填好后，把 text.md 逐条改为原文，再改 rules.yaml。写法见 ${guide}\n` +
  `随时检查 Check at any time: wenze law check${where}`;

// readings.ts
export const readingsUsage =
  "用法：wenze law readings [名称] [--questions N] [--seed N] [--regulation ID] [--regulations 文件夹]\n" +
  "Usage: wenze law readings [NAME] [--questions N] [--seed N] [--regulation ID] [--regulations FOLDER]";
export const bulkImpossible =
  "本法规有只对某些人的限制，不能成批提问 A bar for some persons only cannot be asked in bulk";
export const readingNotFound = (name: string | null, names: readonly string[]): string =>
  `没有名为 ${name} 的读法；可用 no such reading; there are: ${names.join(", ")}`;
export const questionKinds = (eligibility: number, circumstances: number, offers: number, bodies: number): string =>
  `资格 eligibility ${eligibility}，情形 circumstances ${circumstances}，方式 measures ${offers}，班子 bodies ${bodies}`;
export const questionsAsked = (questions: number, seed: number, counts: string): string =>
  `${questions} 个问题 questions（seed ${seed}）：${counts}\n`;
export const answersChanged = (
  total: number,
  questions: number,
  eligibility: number,
  circumstances: number,
  offers: number,
  bodies: number,
): string =>
  `      改变 changes ${total} / ${questions}（资格 ${eligibility}，情形 ${circumstances}，方式 ${offers}，班子 ${bodies}）`;
export const argumentExtra = (word: string): string => `多余的参数 too many names: ${word}`;
export const valueMissing = (word: string): string => `${word} 缺少值 needs a value`;
export const countOutOfRange = (flag: string, value: string): string =>
  `${flag} ${value}：应为 0 至 10000000 的整数 must be an integer from 0 to 10000000`;
export const optionUnknown = (flag: string): string => `不认识的选项 unknown option ${flag}`;

// schema.ts
export const schemaWritten = (file: string, unchanged: boolean): string =>
  `${file}  ${unchanged ? "未变 unchanged" : "已写入 written"}`;

// text.ts
export const textUsage: Sentence = {
  zh: "用法：wenze law text，或者 wenze law text check",
  en: "Usage: wenze law text, or wenze law text check",
};
export const textWaits = "待核对 waits";
export const textChecked = "已核对 checked";
export const textSentBack = "已退回 sent back";
export const textsAgree = "正式文本与规则字段一致。The official texts match the rule data.";

// unguarded.ts
export const unguardedUsage: Sentence = {
  zh: "用法：wenze law unguarded 编号 [--regulations 文件夹]",
  en: "Usage: wenze law unguarded ID [--regulations FOLDER]",
};
export const unguardedPackNotFound = (id: string, ids: readonly string[]): Sentence => ({
  zh: `没有名为 ${id} 的规定；有：${ids.join("、")}`,
  en: `No pack is named ${id}; there are ${ids.join(", ")}`,
});
export const packsNotInOrder = (message: string): Sentence => ({
  zh: `先使 wenze law check 通过，再查无人看守的字段：${message}`,
  en: "Let `wenze law check` pass first: a fault that is there already would be taken for a guard",
});
export const changesCounted = (found: number, byChecks: number, byExamples: number, open: number): string =>
  `逐一改动 ${found} 处：格式和检查发现 ${byChecks} 处，例发现 ${byExamples} 处，无人发现 ${open} 处 ` +
  `(${found} changes: ${byChecks} noticed by the checks, ${byExamples} by examples, ${open} by nobody)`;
export const fieldUnguarded = (
  line: number,
  rule: string,
  kind: string,
  field: string,
  before: string,
  after: string,
): string =>
  `第 ${line} 行 规则 ${rule}（${kind}）的 ${field} 无人看守：由 ${before} 改为 ${after}，没有检查或者例发现`;
export const fieldGuardAdvice = "    补一个例，使答复因它而不同；原话、摘要本可以说明的，在摘要中写明";
