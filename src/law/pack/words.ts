// What is wrong with the files of a pack and how to mend it, and what each kind of rule is.
import type { ErrorCode } from "yaml";
import type { Rule } from "./rule.ts";
import type { Sentence } from "../text/citation.ts";

// form.ts
export const fieldOf = (what: Sentence, field: string): Sentence => ({
  zh: `${what.zh}的字段 ${field}`,
  en: `field ${field} of ${what.en}`,
});
export const fieldUnknown = (at: Sentence, key: string, near: string | null): Sentence => ({
  zh: `${at.zh}没有字段 ${key}${near === null ? "" : `，是否为 ${near}`}`,
  en: `${at.en} has no field ${key}${near === null ? "" : `; did you mean ${near}?`}`,
});
export const mendFieldUnknown = (near: string | null, key: string): Sentence => ({
  zh: near === null ? `删去 ${key}；各种规则的字段见 GUIDE.md` : `改为 ${near}，或者删去`,
  en: near === null ? `remove ${key}` : `write ${near}, or remove it`,
});
export const fieldMissing = (what: Sentence, field: string): Sentence => ({
  zh: `${what.zh}缺少字段 ${field}`,
  en: `${what.en} lacks the field ${field}`,
});
export const mendFieldMissing = (field: string): Sentence => ({
  zh: `补上 ${field}；写法见 GUIDE.md 中这种规则的例`,
  en: `add ${field}; GUIDE.md has an example`,
});
export const valueNotAmong = (
  at: Sentence,
  found: string,
  options: readonly string[],
  near: string | null,
): Sentence => ({
  zh: `${at.zh}为 ${found}，应为 ${options.join("、")} 之一${near === null ? "" : `，是否为 ${near}`}`,
  en: `${at.en} is ${found} and should be one of ${options.join(", ")}${near === null ? "" : `; did you mean ${near}?`}`,
});
export const mendValue = (field: string): Sentence => ({
  zh: `把 ${field} 改为其中之一`,
  en: `set ${field} to one of them`,
});
export const valueMalformed = (at: Sentence, found: string, chinese: string, message: string): Sentence => ({
  zh: `${at.zh}为 ${found}，不合格式：${chinese}`,
  en: `${at.en} is ${found}: ${message}`,
});
/** What the patterns of the schema ask for, in words. */
const patternWords: Record<string, string> = {
  "/^[a-z0-9]+(-[a-z0-9]+)*$/": "编号只用小写字母、数字和连字符，如 transfer-promotion",
  "/^[a-z0-9]+(\\.[a-z0-9]+){0,2}$/": "出处写成 13、13.1 或者 13.1.2，各段用小写字母或者数字",
  "/^(P\\d+M|P\\d+Y|year)$/": "期限写成 P12M（十二个月）、P1Y（一年）或者 year（当年）",
  "/^[a-z][A-Za-z0-9]*$/": "设置的名称以小写字母开头，只用字母和数字，如 periodStart",
};
export const mendMalformed = (pattern: string, field: string): Sentence => ({
  zh: patternWords[pattern] ?? `按格式改 ${field}，写法见 GUIDE.md`,
  en: `correct ${field}`,
});
export const unwritten = "（未写）";

// parse-pack.ts
export const idNotFolder = (id: string, folder: string): Sentence => ({
  zh: `id 为 ${id}，与文件夹 ${folder} 不一致`,
  en: `the id ${id} is not the folder ${folder}`,
});
export const mendIdNotFolder = (id: string): Sentence => ({
  zh: `把 id 改为 ${id}，或者改文件夹的名称`,
  en: `set id to ${id}, or rename the folder`,
});
export const ruleNamesake = (id: string, line: number | undefined): Sentence => ({
  zh: `规则 ${id} 重名：第 ${line} 行已有一条`,
  en: `the rule ${id} has the same id as the rule in line ${line}`,
});
export const mendRuleNamesake: Sentence = { zh: "给其中一条换一个编号", en: "give one of them another id" };
export const exampleNamesake = (name: Sentence, line: number | undefined): Sentence => ({
  zh: `例“${name.zh}”重名：第 ${line} 行已有一个`,
  en: `the example “${name.en}” has the same name as another example`,
});
export const mendExampleNamesake: Sentence = { zh: "给其中一个换一个名称", en: "give one of them another name" };
export const fileFaults = {
  missing: {
    message: { zh: "没有这个文件", en: "the file is missing" },
    mend: {
      zh: "补上这个文件；wenze law new 建立的模板有全部四个文件",
      en: "add the file; the template that wenze law new makes has all four",
    },
  },
  empty: {
    message: { zh: "文件是空的", en: "the file is empty" },
    mend: {
      zh: "写入内容；可能是保存时丢失，请从备份恢复",
      en: "add the content; if it was lost when saving, restore it from a backup",
    },
  },
  gbk: {
    message: {
      zh: "文件不是 UTF-8 编码，像是 GBK（GB18030）",
      en: "the file is not UTF-8; it looks like GBK (GB18030)",
    },
    mend: {
      zh: "用文本编辑器打开，另存为 UTF-8（记事本：另存为，编码选 UTF-8）",
      en: "open it in a text editor and save it as UTF-8",
    },
  },
  "utf-16": {
    message: { zh: "文件不是 UTF-8 编码，像是 UTF-16", en: "the file is not UTF-8; it looks like UTF-16" },
    mend: {
      zh: "用文本编辑器打开，另存为 UTF-8（记事本：另存为，编码选 UTF-8）",
      en: "open it in a text editor and save it as UTF-8",
    },
  },
  other: {
    message: { zh: "文件不是 UTF-8 文本", en: "the file is not UTF-8 text" },
    mend: { zh: "换成 UTF-8 编码的文本文件", en: "replace it with a text file in UTF-8" },
  },
} as const;
/** A rule or example by its place in the list, from 0, where it has no id or name. */
export const ruleAt = (id: unknown, kind: unknown, at: number): Sentence => ({
  zh: `规则 ${typeof id === "string" ? id : `第 ${at + 1} 条`}（${String(kind)}）`,
  en: `rule ${typeof id === "string" ? id : at + 1} (${String(kind)})`,
});
export const exampleAt = (zh: unknown, en: unknown, at: number): Sentence => ({
  zh: `例${typeof zh === "string" ? `“${zh}”` : `第 ${at + 1} 个`}`,
  en: `example ${typeof en === "string" ? `“${en}”` : at + 1}`,
});
export const vocabularyName = { zh: "词表", en: "the vocabulary" };
export const packHead: Sentence = { zh: "文件开头", en: "the head of the file" };
export const anchorRepeated = (at: string, before: number): Sentence => ({
  zh: `锚点 ${at} 重复：第 ${before} 行已有一个`,
  en: `the anchor ${at} is already used in line ${before}`,
});
export const mendAnchor: Sentence = {
  zh: "一处一个锚点，按条、款、项编号",
  en: "give each place its own anchor",
};

// rule-changes.ts
/** The mark beside a rule that changes nothing. */
export const shownOnlyMark: Sentence = { zh: "只作显示", en: "display only" };

// pack-schemas.ts
export const ruleMeanings: Record<Rule["kind"], Sentence> = {
  declaratory: { zh: "宣示性条款：目的、原则，不产生规则", en: "declaratory clause: purposes and principles; no rule" },
  scope: { zh: "适用范围：对哪些人、哪些组织", en: "scope: persons and organizations the text applies to" },
  competence: { zh: "权限：谁决定、谁建议、谁批准、谁执行", en: "who decides, proposes, approves and executes" },
  group: { zh: "情形的一组，如“不担当情形”", en: "a group of circumstances" },
  limb: { zh: "一种情形：行为、须有的后果、前提", en: "one circumstance: conduct, required results, precondition" },
  "general-definition": {
    zh: "总定义：给一组中的每种情形加上须有的后果",
    en: "a definition that adds a result to every circumstance",
  },
  tier: { zh: "档次：何种情节可以或者应当给予哪些方式", en: "which measures may or must be imposed for which gravity" },
  "measure-list": { zh: "他处列举的方式，供档次引用", en: "a list of measures that a tier takes" },
  ladder: {
    zh: "由轻到重的方式，个人和单位各一列",
    en: "measures from lightest to heaviest, for persons and for units",
  },
  addition: { zh: "可以或者应当并处的方式", en: "a measure that may or must be imposed together with another" },
  "organization-measures": {
    zh: "对组织、领导班子适用的方式",
    en: "measures that apply to organizations and leading bodies",
  },
  circulation: { zh: "某一档次须通报", en: "measures of a tier must be circulated" },
  publication: { zh: "通报的范围，以及是否存档备再用", en: "scope of circulation, and whether it is kept on file" },
  referral: { zh: "移送：应给予处分的、涉嫌犯罪的", en: "referral: sanctions required, suspected crimes" },
  duty: { zh: "程序上的一步：可以或者应当做什么", en: "a step of procedure" },
  deadline: { zh: "时限：日、工作日或者月", en: "time limit in days, working days or months" },
  step: { zh: "办理事项：何后、由谁、在几日内办理", en: "what an office has to do in a case, and by when" },
  "body-reform": {
    zh: "多人被问责时改组、调整领导班子",
    en: "reorganization or adjustment of a body with several members held accountable",
  },
  restriction: { zh: "限制：什么方式在多长时间内不得做什么", en: "what a measure restricts, and for how long" },
  effect: {
    zh: "限制以外的后果：取消资格、延长试用期、扣奖金",
    en: "consequences of a measure other than restrictions",
  },
  combination: { zh: "数个处分如何合并计算", en: "how several sanctions are calculated together" },
  concurrence: {
    zh: "同时受到纪律处分的如何适用",
    en: "how the rule applies when a disciplinary sanction is imposed at the same time",
  },
  absorption: { zh: "在先的方式是否吸收在后的", en: "whether an earlier measure absorbs a later one" },
  consent: { zh: "期满后重新任用须征得谁同意", en: "whose consent is required for reappointment after expiry" },
  exemption: { zh: "可以免予问责的事由", en: "a ground for exemption from accountability" },
  modifier: { zh: "从重、从轻、免除的情形", en: "grounds that aggravate, mitigate or exempt" },
  responsibility: { zh: "须区分的领导责任层级", en: "the levels of leadership responsibility to be distinguished" },
  "escalation-by-count": {
    zh: "累计升格：一定期间内达到几次",
    en: "escalation when a number is reached within a period",
  },
  "escalation-without-effect": {
    zh: "经前一方式没有改变的升格",
    en: "escalation after a measure that led to no improvement",
  },
  route: { zh: "同一方式因职级、身份而异的程序", en: "procedure for a measure depending on rank or status" },
  "measure-term": { zh: "方式自身的期限和期满后的决定", en: "how long a measure lasts, and the decision after it" },
  extension: {
    zh: "责任及于何人，或者参照适用于何人",
    en: "other persons who are also accountable or to whom the text applies by reference",
  },
  pending: { zh: "有未办结事项时暂缓答复", en: "the answer is pending while a matter is open" },
  interpretation: { zh: "由谁解释", en: "who interprets the text" },
  validity: { zh: "施行日期", en: "from when the text is in force" },
  "sanction-eligibility": { zh: "处分适用于何人", en: "to whom a sanction applies" },
  silent: { zh: "文本没有规定的问题，及其理由", en: "questions the text does not cover, with reasons" },
  excuse: { zh: "不产生规则的文字，及其理由", en: "words without a rule, with reasons" },
  "out-of-scope": {
    zh: "软件不办理的条款，写明由人怎样办理",
    en: "a clause the system leaves to people, with reasons",
  },
};

// yaml-source.ts
/** `code` is the parser's own name of the fault, `message` what it says. */
export const yamlInvalid = (column: number, code: ErrorCode, message: string): Sentence => ({
  zh: `不是有效的 YAML：第 ${column} 列${yamlFaults[code] ?? `写法有误（${code}）`}`,
  en: `not valid YAML: ${message}`,
});
export const mendYaml: Sentence = {
  zh: "检查这一行和上一行的缩进、冒号后的空格、括号和引号是否成对；含冒号、“#”、方括号的字用单引号括起",
  en: "look at the indentation, the space behind the colon, and brackets and quotes of this line and the one before",
};
/** What each fault of YAML says to somebody who does not know its terms. */
const yamlFaults: Partial<Record<ErrorCode, string>> = {
  BAD_INDENT: "缩进不对",
  BAD_COLLECTION_TYPE: "列表和字段混在一处",
  BAD_DQ_ESCAPE: "双引号内的反斜杠写法不对",
  BAD_SCALAR_START: "开头的符号须用引号括起",
  BLOCK_AS_IMPLICIT_KEY: "缩进不对，或者冒号多余",
  BLOCK_IN_FLOW: "花括号或者方括号没有闭合",
  DUPLICATE_KEY: "同一字段写了两次",
  IMPOSSIBLE: "写法有误",
  KEY_OVER_1024_CHARS: "字段名过长，可能缺少冒号",
  MISSING_CHAR: "缺少逗号、括号、引号或者冒号后的空格",
  MULTILINE_IMPLICIT_KEY: "字段名跨行，可能缺少冒号",
  MULTIPLE_DOCS: "文件中有“---”分隔的两份内容",
  TAB_AS_INDENT: "用制表符缩进，应改为空格",
  UNEXPECTED_TOKEN: "有多余的符号",
};

// own-vocabulary.ts
export const wordFault = (list: string, word: string, { zh, en }: Sentence): Sentence => ({
  zh: `words.${list}：${word} ${zh}`,
  en: `words.${list}: ${word} ${en}`,
});
export const mendWord: Sentence = { zh: "换一个编号、名称或者字样", en: "choose another id, name or word" };

// own-vocabulary.ts
export const furtherWordUnknown = (id: string, near: string | null): Sentence => ({
  zh: `uses 中的 ${id} 不在共用词表的 further 内${near === null ? "" : `，是否为 ${near}`}`,
  en: `the further words have no ${id}${near === null ? "" : `; did you mean ${near}?`}`,
});
export const mendFurtherWord = (known: readonly string[]): Sentence => ({
  zh: `可以取用：${known.join("、")}；都没有的，写入 words`,
  en: `there are ${known.join(", ")}; what is not among them goes under words`,
});
export const aliasUnknown = (id: string): Sentence => ({
  zh: `words.aliases 中的 ${id} 不在词表内`,
  en: `words.aliases names ${id}, which no list has`,
});
export const mendAlias = (near: string | null): Sentence => ({
  zh: `改为已有的编号${near === null ? "" : `，如 ${near}`}；新的方式、机关写入 words 的相应一项`,
  en: "name an existing entry; new ones go under words",
});
export const wordTwice: Sentence = { zh: "在词表中出现两次", en: "appears twice in the vocabulary" };
export const nameOfTwo: Sentence = { zh: "是两个编号的名称", en: "is the name of two ids" };
export const wordOfTwo: Sentence = {
  zh: "是两个编号的字样，读到它时无从分辨",
  en: "is a word of two ids, and could mean either",
};
export const idReserved: Sentence = { zh: "另有用处，不能作编号", en: "has another meaning and cannot be an id" };
