// What the checks say of a pack, and how to mend it; and the words of the files that they look for.
import type { Mended } from "./faults.ts";
import type { OfficeDuty } from "../pack/vocabulary.ts";
import type { Sentence } from "../text/citation.ts";

// blanks.ts
export const blankPattern = /【待填：([^】]*)】/g;
export const blankLeft = (what: string): Sentence => ({
  zh: `尚未填写：${what}`,
  en: `a blank still has to be filled in: ${what}`,
});
export const mendBlank: Sentence = {
  zh: "把【待填：…】整个换成内容",
  en: "replace the whole 【待填：…】 blank with the content",
};

// certainty.ts
export const tagContradictsClass = (tag: string, mark: string | null): Sentence => ({
  zh: `把握程度（tag）为 ${tag}，与 text.md 中该条的 class（${mark ?? "未标"}）不符`,
  en: `the tag ${tag} does not agree with the class of the clause (${mark ?? "none"})`,
});
export const mendTag: Sentence = {
  zh: '没有核对过的，tag 写 M，并在 text.md 的锚点写 class="unverified"；核对过的两处都不这样写',
  en: 'an unverified clause has the tag M and class="unverified"; a verified one has neither',
};

// check-packs.ts
export const idTaken = (id: string): Sentence => ({
  zh: `编号 ${id} 与随附的一部规定相同，不能取代它`,
  en: `${id} is the id of a pack supplied with the system and cannot be reused`,
});
export const mendIdTaken = (id: string): Sentence => ({
  zh: `文件夹和 rules.yaml 的 id 换一个编号，如 ${id}-xg；要另用一套上位规定的，在自己的文件夹中放一份 vocabulary.yaml`,
  en: "choose another name for the folder and id; a folder with its own vocabulary.yaml is read on its own",
});

// coverage.ts
export const wordsUnclaimed = (words: string): Sentence => ({
  zh: `“${words}”没有规则引用，也没有说明理由`,
  en: `no rule quotes “${words}” and no reason is given`,
});
export const mendUnclaimed: Sentence = {
  zh: "写一条引用它的规则；不产生规则的用 excuse，软件不办理的用 out-of-scope，写明理由",
  en: "write a rule that quotes it, or say in an excuse or out-of-scope why none does",
};

export const wordsRunTogether = (words: string): Sentence => ({
  zh: `“${words}”：两条规则所引文字之间没有标点`,
  en: `“${words}”: there is no punctuation between the words quoted by two rules`,
});
export const mendRunTogether: Sentence = {
  zh: "对照原文补上漏掉的标点",
  en: "add the punctuation missing from the text",
};

// duties.ts
const dutyNames = {
  inquiry: { zh: "调查", en: "inquiry" },
  review: { zh: "审理", en: "review" },
  decision: { zh: "决定", en: "decision" },
  execution: { zh: "执行", en: "execution" },
  papers: { zh: "文书收发", en: "papers" },
} as const satisfies Record<OfficeDuty, Sentence>;
export const dutyOfNobody = (duty: OfficeDuty): Sentence => ({
  zh: `没有一个机关有“${dutyNames[duty].zh}”（${duty}）职责，这一职责的事项将无人承办`,
  en: `no body has the duty “${dutyNames[duty].en}” (${duty}); its items would belong to nobody`,
});
export const mendDutyOfNobody = (duty: OfficeDuty): Sentence => ({
  zh: `在承担这一职责的机关（bodies）一行写 duties: [${duty}]`,
  en: `write duties: [${duty}] in the line of the body that has it`,
});
export const dutyOfSeveral = (duty: OfficeDuty, first: Sentence, second: Sentence): Sentence => ({
  zh: `“${dutyNames[duty].zh}”（${duty}）职责同时写给了“${first.zh}”和“${second.zh}”，只能由一个机关承担`,
  en: `the duty “${dutyNames[duty].en}” (${duty}) is given to both “${first.en}” and “${second.en}”; only one body can have it`,
});
export const mendDutyOfSeveral: Sentence = {
  zh: "只在实际承担的一个机关保留这一职责，其余机关的 duties 中删去",
  en: "keep the duty with the one body that has it and remove it from the duties of the others",
};

// examples/examples.ts
export const exampleFails = (name: Sentence, zh: string, en: readonly string[]): Sentence => ({
  zh: `例“${name.zh}”：${zh}`,
  en: `example “${name.en}”: ${en.join("; ")}`,
});
export const mendExample: Sentence = {
  zh: "查明错在规则还是例：答复应与文本一致的，改 rules.yaml；例本身写错的，改 expect",
  en: "determine whether the rule or the example is wrong, and correct it",
};
export const exampleDiffers = (what: string, given: string, expected: string): string =>
  `${what} 得出 ${given}，例写的是 ${expected}`;
export const answerParts: Record<string, string> = {
  answer: "答复（answer）",
  until: "最后一日（until）",
  regulation: "本办法一层（regulation）",
  upper: "上位规定一层（upper）",
  regulationUntil: "本办法一层的最后一日（regulationUntil）",
  upperUntil: "上位规定一层的最后一日（upperUntil）",
  notes: "提示（notes）",
  restrictions: "限制（restrictions）",
  established: "能否认定（established）",
  missing: "欠缺（missing）",
  refusals: "拒绝的理由（refusals）",
  reform: "是否改组（reform）",
  tiers: "打开的档次（tiers）",
  escalations: "升格（escalations）",
  effects: "后果（effects）",
  steps: "办理事项（steps）",
  deadlines: "期限（deadlines）",
  factors: "情形（factors）",
};

// faults.ts
export const fieldDiffers = (
  field: string,
  { zh, en }: Sentence,
  found: string,
  due: string,
  source: Sentence,
): Mended => ({
  zh: `${zh}（${field}）为 ${found}，${source.zh}应为 ${due}`,
  en: `${en} (${field}): the field has ${found}, and ${source.en} it should have ${due}`,
  mend: {
    zh: `把 ${field} 改为 ${due}；是原话抄错或者引错的，改 text.md 和 quote`,
    en: `set ${field} to ${due}; where the words were copied or quoted wrongly, correct text.md and quote`,
  },
});
export const mendByAgreeing = (field: string): Sentence => ({
  zh: `使 ${field} 与所引文字一致；是原话抄错或者引错的，改 text.md 和 quote`,
  en: `make ${field} agree with the words; where they were copied or quoted wrongly, correct text.md and quote`,
});
export const nothing = "（无）";
export const byQuotedWords: Sentence = { zh: "按所引文字", en: "by the words quoted" };

// field-mutants.ts
export const twoYears = "两年";
export const threeYears = "三年";

// further-rules.ts
export const stepsOutOfOrder: Sentence = {
  zh: "方式的次序与所引文字不同",
  en: "the measures are in a different order from the quote",
};
export const branchNotWhole = (words: string): Sentence => ({
  zh: `“${words}”不是所引文字中完整的一段`,
  en: `“${words}” is not a complete part of the quote`,
});
export const conditionEnd = "的，";
export const thresholdMissing: Sentence = {
  zh: "所引文字有“以上”，字段没有 fromMeasure",
  en: "the quote says “and above”, and fromMeasure is missing",
};
export const mendThresholdMissing: Sentence = {
  zh: "不列 measures，改写 fromMeasure（须先有 ladder 规则写明由轻到重的次序）",
  en: "write fromMeasure in place of measures, with a ladder for the order",
};
export const thresholdUnsaid: Sentence = {
  zh: "字段有 fromMeasure，所引文字没有“以上”",
  en: "fromMeasure is given, and the quote does not say “and above”",
};
export const mendThresholdUnsaid: Sentence = {
  zh: "删去 fromMeasure，逐一列入 measures",
  en: "list the measures in place of fromMeasure",
};
export const orderReversed = (first: string, second: string): Sentence => ({
  zh: `${first} 与 ${second} 的先后与所引文字相反`,
  en: `${first} and ${second} are in the opposite order in the quote`,
});
export const mendOrder = (first: string, second: string): Sentence => ({
  zh: `先说的写入 ${first}，后说的写入 ${second}`,
  en: `what is named first belongs to ${first}, the other to ${second}`,
});
export const wordsNotQuoted = (words: string): Sentence => ({
  zh: `“${words}”不在所引文字中`,
  en: `“${words}” is not in the quote`,
});
export const mendNamedWords = (field: string): Sentence => ({
  zh: `把 ${field} 的 words 写成所引文字中的原词`,
  en: `write the words of ${field} as they stand in the quote`,
});
export const nameCutShort = (words: string, name: string): Sentence => ({
  zh: `“${words}”没有写全，名称为“${name}”`,
  en: `“${words}” is cut short: the name is “${name}”`,
});
export const mendNameCutShort = (field: string): Sentence => ({
  zh: `把 ${field} 写到与名称一样全`,
  en: `extend ${field} to the whole name`,
});

// notes-tables.ts
export const settingsTable = "设置";
export const readingFault = (name: string, { zh, en }: Sentence): Sentence => ({
  zh: `读法 ${name}：${zh}`,
  en: `the reading ${name}: ${en}`,
});
export const mendSettingsRow = (name: string): Sentence => ({
  zh: `notes.md 的“设置”表每项读法一行：| ${name} | 出处 | 采用的读法 | 其余读法，用“；”隔开 |，文字与 settings 的 options 相同`,
  en: "the table of the notes has one row a setting: name, place, what is taken, and the alternatives parted by ；",
});
export const settingsRowNotOne: Sentence = {
  zh: "说明的表中没有恰好一行",
  en: "the table of the notes does not have exactly one row",
};
export const settingUnknown: Sentence = { zh: "规则中没有这一设置", en: "the rules have no such setting" };
export const settingsRowDiffers: Sentence = {
  zh: "所写的采用或者备选与规则不符",
  en: "what is taken, or its alternatives, differs from the rules",
};
export const ownTermsTable = "内部期限";
export const writtenCount = /[一二三四五六七八九十\d]/u;
export const ownTermUnnoted = (term: string, row: string): Mended => ({
  zh: `期限（within）为 ${term}，是内部期限，notes.md 的“内部期限”表没有“${row}”一行`,
  en: `the term of ${term} is the office’s own, and the table 内部期限 of the notes has no row “${row}”`,
  mend: {
    zh: `改 within，或者在 notes.md 的“内部期限”表（| 内部期限 | 期限 |）中写一行：| ${row} |`,
    en: `correct within, or give the table a row: | ${row} |`,
  },
});
export const authorityTable = "管理权限";
export const bodyNotOwn = (body: string): Mended => ({
  zh: `${body} 按本办法建议或者办理，不在 ownBodies 中`,
  en: `${body} proposes or acts under this regulation and is not among ownBodies`,
  mend: { zh: `把 ${body} 加入 ownBodies`, en: `add ${body} to ownBodies` },
});
export const ownBodyIdle = (body: string): Mended => ({
  zh: `ownBodies 中的 ${body} 在 authority 和各条的 by 中都没有`,
  en: `${body} of ownBodies has no role in authority and no step`,
  mend: {
    zh: `从 ownBodies 中删去，或者在 authority 中写明它办什么`,
    en: "remove it, or state in authority what it does",
  },
});
export const authorityRowUnlike = (row: string): Mended => ({
  zh: `权限“${row}”在规则与说明中不一致`,
  en: `the notes and the rule differ on “${row}”`,
  mend: {
    zh: "notes.md 的“管理权限”表与 authority 逐行相同：| 管理权限 | 方式 | 决定 | 建议 | 批准 | 执行 |",
    en: "make the table 管理权限 of notes.md and authority agree row by row",
  },
});
export const decidersMixed = (
  managers: string,
  decides: readonly string[],
  ownBodies: readonly string[],
  managedBy: string,
): Mended => ({
  zh: `${managers}的决定机关 ${decides.join("、")} 与 ownBodies（${ownBodies.join("、")}）不符`,
  en: `who decides for ${managedBy} does not agree with ownBodies`,
  mend: {
    zh: "市管干部由 ownBodies 以外的机关决定；一行中的决定机关或者都在 ownBodies 内，或者都不在",
    en: "for a city-managed cadre a body outside ownBodies decides; the bodies of one row are all within it or all outside",
  },
});
export const decidersForeign = (managers: string, decides: readonly string[], managedBy: string): Mended => ({
  zh: `${managers}由本办法以外的机关 ${decides.join("、")} 决定`,
  en: `for ${managedBy} a body outside this regulation decides`,
  mend: { zh: "把该机关加入 ownBodies，或者改 decides", en: "add that body to ownBodies, or correct decides" },
});
/** Stands in the table for every measure. */
export const everyMeasure = "全部";

// passages.ts
export const byPassage: Sentence = { zh: "按正式文本的这段文字", en: "by this passage of the official text" };
export const disciplinePrefix = /^(?:党内|政务)/u;
export const nothingBarred = "（没有不得、取消等字样）";
export const forceWords = { may: "可以", shall: "应当" } as const;

// problem.ts
export const ruleFault = (id: string, { zh, en }: Sentence): Sentence => ({
  zh: `规则 ${id}：${zh}`,
  en: `rule ${id}: ${en}`,
});

// quotes.ts
export const quoteNotFound = (cite: string, piece: string, like: string | null): Mended => ({
  zh: `所引文字不在 ${cite}：“${piece}”${like === null ? "" : `；该处为“${like}”`}`,
  en: `the quote is not found in ${cite}: “${piece}”${like === null ? "" : `; the text has “${like}”`}`,
  mend: {
    zh: "从 text.md 照抄原话，略去的字用 ……；引自别处的，改 cite",
    en: "copy the words from text.md, with …… for what is left out, or correct cite",
  },
});
export const quoteCut = (quote: string): Mended => ({
  zh: `所引文字不成句：“${quote}”`,
  en: `the quote is cut off in the middle of a phrase: “${quote}”`,
  mend: {
    zh: "引到标点为止；略去中间的字用两个省略号（……），放在标点之后",
    en: "quote up to a punctuation mark; put …… for omitted words after the mark",
  },
});

// references.ts
export const placeNotFound = (cite: string, near: string | null): Mended => ({
  zh: `文本中没有 ${cite} 这一处${near === null ? "" : `；相近的有 ${near}`}`,
  en: `the text has no ${cite}${near === null ? "" : `; the nearest is ${near}`}`,
  mend: {
    zh: `改 cite；或者在 text.md 中为这一处加锚点 <a id="${cite}"></a>`,
    en: `correct cite, or give the place its anchor in text.md`,
  },
});
export const wordRepeated = (field: string, word: string): Mended => ({
  zh: `${field} 中 ${word} 写了两次（all、rest、unnamed 已含其他各项）`,
  en: `${word} appears twice in ${field}`,
  mend: { zh: "删去一个", en: "remove one" },
});
/** `near`: the known name most like it. `some` of those known, and whether there are `more`. */
export const nameUnknown = (word: string, near: string | null, some: string, more: boolean): Mended => ({
  zh: `没有名为 ${word} 的项${near === null ? "" : `，是否为 ${near}`}`,
  en: `there is no ${word}${near === null ? "" : `; did you mean ${near}?`}`,
  mend: {
    zh: `可用：${some || nothing}${more ? " 等" : ""}；词表 further 中的词用 uses 取用，本文本才有的写入 words`,
    en: `available: ${some || "none"}${more ? " and more" : ""}; take further words with uses, or add your own under words`,
  },
});
export const defaultNotAmongOptions = (name: string, taken: string): Sentence => ({
  zh: `读法 ${name} 的默认值 ${taken} 不在选项内`,
  en: `the default ${taken} of the reading ${name} is not one of its options`,
});
export const mendDefault = (options: readonly string[]): Sentence => ({
  zh: `default 改为 ${options.join("、")} 之一`,
  en: `the default must be one of ${options.join(", ")}`,
});

// steps.ts
export const groundNotNamedAsRule = (ground: string, id: string): Sentence => ({
  zh: `事由 ${ground} 与规则 ${id} 不同名`,
  en: `the ground ${ground} does not have the name of its rule`,
});
export const mendGround = (id: string): Sentence => ({ zh: `把 ground 改为 ${id}`, en: `set ground to ${id}` });
export const stepUnknown = (act: string): Sentence => ({
  zh: `步骤 ${act} 与规则不同名，词表内也没有它的字样`,
  en: `the step ${act} has neither the name of its rule nor words that the vocabulary knows`,
});
export const mendStep = (id: string): Sentence => ({ zh: `把 act 改为 ${id}`, en: `set act to ${id}` });
export const readingForeign = (name: string, cite: string, readings: readonly string[]): Sentence => ({
  zh: `读法 ${name} 不是 ${cite} 的，或者不限于 ${readings.join("、")}`,
  en: `the reading ${name} is not one of ${cite}, or has others than ${readings.join(", ")}`,
});

// succession.ts
export const successionCircular = (circle: string): Sentence => ({
  zh: `取代关系（succeeds）成了一圈：${circle}`,
  en: `the packs replace each other in a circle: ${circle}`,
});
export const mendCircle: Sentence = {
  zh: "最早的一部 succeeds 写 null",
  en: "set succeeds to null in the earliest one",
};
export const succeededUnknown = (succeeds: string): Sentence => ({
  zh: `succeeds 为 ${succeeds}，没有这部规定`,
  en: `there is no pack ${succeeds}`,
});
export const mendSucceeds: Sentence = {
  zh: "改为它所取代的规定的编号；没有的写 null",
  en: "name the pack it replaces, or null",
};
export const gapInSuccession = (from: string, id: string, ends: string | null): Sentence => ({
  zh: `自 ${from} 起施行，而所取代的 ${id} 至 ${ends ?? "（无）"}，两者应首尾相接`,
  en: `it begins on ${from}, and ${id}, which it replaces, ends on ${ends ?? "no day"}`,
});
export const mendUntil = (id: string): Sentence => ({
  zh: `${id} 的 validity.until 应为本规定施行的前一日`,
  en: `validity.until of ${id} is the day before this one begins`,
});
export const namesakeInForce = (id: string): Sentence => ({
  zh: `与 ${id} 同名且同时有效，不写年份的引用无从确定`,
  en: `it is in force together with its namesake ${id}, so a citation without a year is ambiguous`,
});
export const mendNamesake: Sentence = {
  zh: "改其中一部的 validity，或者 citedAs",
  en: "correct validity or citedAs of one of them",
};

// tiers.ts
export const gravityContradictsSanction = (gravity: string): Sentence => ({
  zh: `情节（gravity）为 ${gravity}，与所引文字是否说到“处分”不符`,
  en: `the gravity ${gravity} does not agree with whether the words speak of sanctions`,
});
export const partyDisciplineOnly: Sentence = {
  zh: "只有党纪处分限于党员，",
  en: "Party discipline alone is for Party members;",
};
export const triggerMissing: Sentence = {
  zh: "所引文字另有条件（群众反映强烈、恶劣影响），字段没有",
  en: "the words name findings that the field leaves out",
};
export const mendTrigger: Sentence = {
  zh: "用 trigger 写明，并为其不同理解设一项 settings",
  en: "say so in trigger, with a setting for its readings",
};
export const triggerDiffers = (option: string): Sentence => ({
  zh: `读法 ${option} 的条件与文字不符`,
  en: `the findings under ${option} do not agree with the words`,
});
export const byLikeMeasures: Sentence = {
  zh: "按词表中同类而没有列举的方式",
  en: "by the measures of the same class that are not listed",
};
export const membersInWords = (number: number | string): string => `${number}人`;
export const membersDiffer = (option: string, count: number, words: string | undefined): Sentence => ({
  zh: `读法 ${option} 的人数 ${count} 与文字“${words ?? ""}”不符`,
  en: `${count} members under ${option} do not agree with the words`,
});
export const bySubjectsNamed: Sentence = {
  zh: "按所引文字和有专门方式（organization-measures）的对象，",
  en: "by the words and by those that have measures of their own,",
};
export const subjectInferred = (kind: string): Sentence => ({
  zh: `${kind} 是否推知`,
  en: `whether ${kind} is inferred`,
});
export const unnamedIsInferred: Sentence = {
  zh: "所引文字没有说到的才是推知，",
  en: "what the words do not name is inferred;",
};
export const unlistedIsInferred: Sentence = {
  zh: "所引文字没有列举方式的才是推知，",
  en: "measures that the words do not name are inferred;",
};
export const subjectUnnamed = (subject: string): Sentence => ({
  zh: `适用对象（subject）为 ${subject}，所引文字没有说到`,
  en: `the subject is ${subject}, which the words do not name`,
});
export const subjectRepeated = (subject: string, rules: number): Sentence => ({
  zh: `${subject} 有 ${rules} 条规则`,
  en: `${subject} has ${rules} rules`,
});
export const mendSubjectRepeated: Sentence = {
  zh: "一种对象只写一条，合并为一条",
  en: "write one rule for each kind of body",
};

// totality.ts
export const cellRuledAndSilent = (cell: string, id: string): Sentence => ({
  zh: `${cell} 已由规则 ${id} 回答，不能又说文本未规定`,
  en: `${cell} is already answered by ${id} and cannot also be silent`,
});
export const cellSilentTwice = (cell: string, id: string): Sentence => ({
  zh: `${cell} 与 ${id} 重复说明未规定`,
  en: `${cell} is already marked silent by ${id}`,
});
export const cellUnruled = (cell: string, cells: number): Mended => ({
  zh: `${cell} 既没有规则，也没有说明文本未规定（共 ${cells} 处）`,
  en: `${cell} has neither a rule nor a reasoned silence (${cells} cells)`,
  mend: {
    zh: "文本规定了的，写限制规则；没有规定的，写 silent 规则列入 purposes、measures、sanctions，并说明理由",
    en: "write the restriction, or a silent rule with purposes, measures, sanctions and the reason",
  },
});
export const mendSilence: Sentence = {
  zh: "从 silent 规则中删去已有规则的或者重复的事项、方式、处分",
  en: "take out of the silent rule what is answered already",
};
export const cellRuledTwice = (cell: string, id: string): Mended => ({
  zh: `${cell} 已由规则 ${id} 规定`,
  en: `${cell} is already covered by rule ${id}`,
  mend: {
    zh: "同一限制只写一条；期限不同的，查明各自所管的方式",
    en: "write one rule for one bar; where the periods differ, determine which measures each is for",
  },
});
export const authorityRowsNotOne = (managedBy: string, name: string, rows: number, id: string): Mended => ({
  zh: `${managedBy} × ${name} 有 ${rows} 行权限，应恰有一行`,
  en: `${managedBy} × ${id} has ${rows} rows of authority, not one`,
  mend: {
    zh: `在 authority 中使 ${id} 恰列入 ${managedBy} 的一行；其余方式可以写 rest`,
    en: `name ${id} in one row of ${managedBy}; the others can be given as rest`,
  },
});

// validity.ts
export const endPattern = /止于(\d+年\d+月\d+日)/u;
export const firstDayUnsaid = (from: string, first: string): Sentence => ({
  zh: `validity.from 为 ${from}，文本和 validity.note 都没有写 ${first}`,
  en: `neither the text nor validity.note says ${from}, the first day`,
});
export const mendFirstDay = (first: string): Sentence => ({
  zh: `改 validity.from；文本没有写日期的，在 validity.note 中说明按“${first}”计和理由`,
  en: "correct validity.from; where the text has no date, say in validity.note which is taken, and why",
});
export const lastDayDiffers = (until: string | null, ends: string | null): Sentence => ({
  zh: `validity.until 为 ${until ?? "null"}，文本为 ${ends ?? "（无）"}`,
  en: `the last day is ${until ?? "null"}, the text says ${ends ?? "none"}`,
});
export const mendLastDay: Sentence = {
  zh: "使 validity.until 与文本开头的“止于……”一致，或者在 validity.note 中写明失效日期和依据",
  en: "make validity.until agree with the head of the text, or give the last day and its source in validity.note",
};
export const layerContradictsRules = (layer: string, own: number): Sentence => ({
  zh: `层次（layer）为 ${layer}，而适用范围和施行的规则有 ${own} 条`,
  en: `the layer is ${layer}, and ${own} rules are on scope and validity`,
});
export const mendLayer: Sentence = {
  zh: "本办法（regulation）须有 scope 和 validity 各一条；上位规定（upper）都不写",
  en: "a regulation has a rule of scope and one of validity; a higher-level rule has neither",
};

// namesakes.ts
export const resultNamesDiffer = (id: string, name: Sentence, known: string): Mended => ({
  zh: `结果 ${id} 名为“${name.zh}”，别处名为“${known}”`,
  en: `the result ${id} has two names in the packs`,
  mend: {
    zh: "同一结果用同一名称；不同的结果另取编号",
    en: "one name for one result, another id for another",
  },
});
