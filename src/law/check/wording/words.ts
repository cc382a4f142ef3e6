// What the words of a text and the fields of a rule say differently, and the words by which texts are read.
import type { Mended } from "../faults.ts";
import type { Sentence } from "../../text/citation.ts";

// agreement.ts
export const openEndDiffers: Sentence = {
  zh: "“等”字与 openEnd 不符：所引文字有“等”的，写明“等”所含的方式；没有的，留空",
  en: "the open end (等) of the list does not agree with openEnd",
};
export const gravityContradictsCrime = (gravity: string, crime: string): Sentence => ({
  zh: `情节（gravity）为 ${gravity}，与“${crime}”是否在所引文字中不符`,
  en: "the gravity does not agree with whether the words speak of a suspected crime",
});
export const byList = (list: string): Sentence => ({ zh: `按 ${list} 的列举`, en: `by the list ${list}` });
export const firstDayUnsaid = (from: string, date: string): Sentence => ({
  zh: `施行日期（from）为 ${from}，文本和 validity.note 都没有“${date}”`,
  en: `the first day is ${from}, and neither the text nor validity.note says ${date}`,
});
export const mendFirstDay = (date: string): Sentence => ({
  zh: `改 from；文本没有写日期的，在 validity.note 中说明按“${date}”计和理由`,
  en: `correct from; where the text has no date, say in validity.note that ${date} is taken, and why`,
});
export const byValidityHead = { zh: "按文件开头的 validity", en: "by validity in the head of the file" };
export const operativeWordsPassedOver = (operative: readonly string[], barring: boolean): Sentence => ({
  zh: `所引文字含期限、方式或者限制（${[...operative, ...(barring ? ["不得"] : [])].join("、")}），不能作为宣示性条款或者略去`,
  en: `the quote names a period, a measure or a bar (${operative.join(", ")}) and cannot be passed over`,
});
export const mendPassedOver: Sentence = {
  zh: "改用相应种类的规则；软件不办理的，用 out-of-scope 写明由人怎样办理",
  en: "make it a rule of its kind; what the software does not do is out-of-scope, in words",
};
export const articlePattern = /^第([零一二三四五六七八九十百千]+)条\s/u;
export const anchorNotArticle = (at: string, number: string): Sentence => ({
  zh: `锚点 ${at} 与条文序号不符：条文为第${number}条`,
  en: `the anchor ${at} is not the number of this article (${number})`,
});
export const mendAnchor = (number: string, article: string): Sentence => ({
  zh: `把锚点改为这一条的序号，或者把“第${number}条”改为“第${article}条”`,
  en: `give the anchor the number of its article`,
});

// bars.ts
export const byHandlingRestricted: Sentence = {
  zh: "按同一条限制的组织处理",
  en: "by the handling that the same article restricts",
};
export const byMeasuresOfParagraph: Sentence = {
  zh: "按同一款列举的方式",
  en: "by the measures named in the same paragraph",
};
export const silenceMisplaced = (cite: string): Sentence => ({
  zh: `${cite} 不规定这些方式的限制，谈不上未作规定`,
  en: `${cite} restricts none of these measures, so that nothing is left unsaid there`,
});
export const mendSilencePlace: Sentence = {
  zh: "cite 写规定这些方式或者其限制的条款；哪里都没有限制的，写列举这些方式的条款",
  en: "cite the clause that restricts these measures, or else one that names them",
};
export const byDatedQuestions = {
  zh: "按词表中依日期查询的全部事项",
  en: "by all questions of the vocabulary that ask about a day",
};
export const byPostQuestions = {
  zh: "按词表中依日期查询的任职事项",
  en: "by all questions of the vocabulary that give a post on a day",
};
export const baselineContradictsSummary = (baseline: string | null, summary: string): Sentence => ({
  zh: `基准（baseline）为 ${baseline ?? "null"}，与摘要“${summary}”不符`,
  en: `the baseline is ${baseline ?? "null"}, which is not what the summary says`,
});
export const mendBaseline: Sentence = {
  zh: `在摘要中写明“以现任层次（原任层次、降职后的层次）为基准”，与 baseline（present、original、reduced）一致；没有基准的两处都不写`,
  en: "say in the summary from which level it is measured, as baseline does, or in neither",
};

// escalations.ts
export const conditionEnd = "的，";
export const countDiffers = (atLeast: number, counts: readonly number[]): Sentence => ({
  zh: `次数（atLeast）为 ${atLeast}，所引文字中的次数为 ${counts.join("、") || "（无）"}`,
  en: `the count is ${atLeast}, and the quote says ${counts.join(", ") || "none"}`,
});
export const mendCount: Sentence = {
  zh: `把 atLeast 改为所引文字中的次数`,
  en: "set atLeast to the count of the quote",
};
export const byCountOf = {
  unit: { zh: "所引文字按人次计，", en: "the words count persons, so" },
  person: { zh: "所引文字按次计，", en: "the words count times, so" },
} as const satisfies Record<string, Sentence>;
export const periodUnsaid = "（未写期间）";

// further.ts
export const loneMember = /[^\n、](?:、|或者|以及|和|及)\n|\n(?:、|或者|以及|和|及)[^\n]/u;
export const listIncomplete = (field: string): Sentence => ({
  zh: `并列各项没有全部写入 ${field}，或者 words 没有写全`,
  en: `not every member of the list is in ${field}`,
});
export const mendList: Sentence = {
  zh: "把所引文字中并列的每一项各写一条，words 照抄",
  en: "give each member of the list in its own words",
};
export const tiersMiscounted = (times: number, ending: string, tiers: number): Sentence => ({
  zh: `所引文字有 ${times} 处“${ending}”，tiers 有 ${tiers} 层`,
  en: `“${ending}” stands ${times} times in the words, and there are ${tiers} tiers`,
});
export const mendTiers: Sentence = {
  zh: "所引文字分清的每一层各写一条",
  en: "give each tier that the words tell apart",
};
export const directionUnsaid = "（没有从重、从轻、免予等字样）";
export const ladderWithoutMeasures = (subject: string): Sentence => ({
  zh: `对 ${subject} 有由轻到重的方式，没有说明只适用哪些方式的规则`,
  en: `there is an ordered list for ${subject}, and no rule says which measures it can be given`,
});
export const mendLadder = (subject: string): Sentence => ({
  zh: `写一条 organization-measures，subject: ${subject}，引用同一句`,
  en: `add a rule of organization-measures for ${subject}`,
});
export const branchesMiscounted = (parts: number, branches: number): Sentence => ({
  zh: `所引文字用“；”分为 ${parts} 种，branches 有 ${branches} 种`,
  en: `the words tell ${parts} ways apart, and there are ${branches} branches`,
});
export const conditionDiffers = (conditional: boolean): Sentence => ({
  zh: conditional ? "所引文字有条件（……的，），字段没有 condition" : "字段有 condition，所引文字没有条件",
  en: "the condition in the field and in the words do not agree",
});
export const keptDiffers = (says: boolean): Sentence => ({
  zh: says ? "所引文字说记入档案，字段没有 kept" : "字段有 kept，所引文字没有说记入档案",
  en: "what is kept on file, in the field and in the words, does not agree",
});
export const followUpDiffers = (says: boolean): Sentence => ({
  zh: says ? "所引文字说到期满，字段没有 followUp" : "字段有 followUp，所引文字没有说到期满",
  en: "what follows at the end, in the field and in the words, does not agree",
});
export const beginningLeftOut: Sentence = {
  zh: "所引文字没有从句首开始",
  en: "the quote does not begin with its sentence",
};
export const mendBeginning: Sentence = {
  zh: "从说明对谁适用的字引起",
  en: "quote from the words that say for whom it is",
};

// circumstances.ts
export const wordsNotQuoted = (words: string): Sentence => ({
  zh: `“${words}”不在所引文字中`,
  en: `“${words}” is not in the quote`,
});
export const mendQuotedWords = (field: string): Sentence => ({
  zh: `把 ${field} 写成所引文字中的原词`,
  en: `write ${field} in the words of the quote`,
});
export const idNotOfPlace = (
  id: string,
  cite: string,
  article: string | undefined,
  item: string | undefined,
): Sentence => ({
  zh: `编号 ${id} 与 ${cite} 不符，应以 ${article}-${item}- 开头`,
  en: `the id ${id} does not belong to ${cite}`,
});
export const mendIdOfPlace = (article: string | undefined, item: string | undefined): Sentence => ({
  zh: `编号改为 ${article}-${item}-1 之类`,
  en: `the id begins with ${article}-${item}-`,
});
export const circumstanceCrossesStop: Sentence = { zh: "一支情形跨越了“；”", en: "one circumstance crosses a ；" };
export const mendCircumstanceCrossing: Sentence = {
  zh: "在“；”处分成两条规则",
  en: "make two rules of it, parted at the ；",
};
export const resultRequired: Sentence = {
  zh: "所引文字要求结果，字段却写无须结果（mode: none）",
  en: "the quote requires a result and the field says none",
};
export const catchAllConditioned: Sentence = { zh: "兜底情形另有前提", en: "a catch-all has no precondition" };
export const mendCatchAll: Sentence = { zh: "删去 precondition 和 context", en: "leave out precondition and context" };
export const wordsUnplaced = (run: string): Mended => ({
  zh: `“${run}”既不是行为、结果、前提，也没有写入 context`,
  en: `“${run}” is neither act, result nor precondition, nor named as context`,
  mend: {
    zh: `是行为的写入 acts，是后果的写入 results，是前提的写入 precondition，其余写入 context`,
    en: `put it into acts, results, precondition or context`,
  },
});
export const resultNamedTwice = (words: string, id: string, otherWords: string, otherId: string): Sentence => ({
  zh: `结果“${words}”记作 ${id}，而“${otherWords}”记作 ${otherId}`,
  en: `the result “${words}” is ${id}, and “${otherWords}” is ${otherId}`,
});
export const mendResultIds: Sentence = {
  zh: "同一结果用同一编号，不同结果用不同编号",
  en: "one id for one result, another for another",
};
export const preconditionRepeated = (words: string | undefined): Sentence => ({
  zh: `前提“${words}”与 acts 或者 context 中的字相同`,
  en: `the precondition “${words}” is itself an act or its context`,
});
export const preconditionFromJoining = (words: string | undefined): Sentence => ({
  zh: `前提“${words}”从连接词写起`,
  en: `the precondition “${words}” begins with a word that only joins`,
});
export const recordNotInPrecondition = (words: string): Sentence => ({
  zh: `记录“${words}”不在前提的文字中`,
  en: `the record “${words}” is not in the words of the precondition`,
});
export const recordsNotOpen: Sentence = {
  zh: "前提的列举有“等”字，records 没有写其他的一种",
  en: "the list of the precondition is open (等), and no record stands for the others",
};
export const mendOpenRecords: Sentence = { zh: "加一种，words 从“等”字写起", en: "add one whose words begin with 等" };
export const recordCutShort = (words: string, rest: string): Sentence => ({
  zh: `记录“${words}”没有写全，前面还有“${rest}”`,
  en: `the record “${words}” is cut short behind “${rest}”`,
});
export const mendRecord: Sentence = {
  zh: "从这一种记录的第一个字写起",
  en: "begin with the first sign of what is recorded",
};
export const eitherOne = (word: string): string => `${word}者`;
export const conductNotFromBeginning = (conduct: string): Sentence => ({
  zh: `行为（conduct）“${conduct}”没有从句首或者标点之后写起`,
  en: `the conduct “${conduct}” does not begin where a part of the sentence does`,
});
export const mendConduct: Sentence = { zh: "conduct 照抄后果以前的原话", en: "copy the words before the result" };
export const actsNotInConduct = (left: readonly string[]): Sentence => ({
  zh: `行为（conduct）中没有 ${left.join("、")}`,
  en: `the conduct lacks ${left.join(", ")}`,
});
export const mendConductActs: Sentence = {
  zh: "conduct 照抄后果以前的原话，包含每一项 acts",
  en: "copy the words before the result, with every act",
};
export const placeNotOfGroup = (place: string, name: string, cite: string | undefined): Sentence => ({
  zh: `${place} 不在 ${name} 一组所在的条款${cite === undefined ? "" : ` ${cite} `}内`,
  en: `${place} does not stand in the paragraph of the group ${name}`,
});
export const mendGroup: Sentence = {
  zh: "把 group 改为这一项所在一组的编号",
  en: "name the group in whose paragraph it stands",
};
export const prefersContradictsSummary = (prefers: string | null, summary: string): Sentence => ({
  zh: `prefers 为 ${prefers ?? "null"}，与摘要“${summary}”不符`,
  en: `prefers is ${prefers ?? "null"}, which is not what the summary says`,
});
export const mendPrefers: Sentence = {
  zh: "使 prefers 与摘要说的是同一件事",
  en: "make prefers and the summary say one thing",
};

// restrictions.ts
export const groundUnsuitable = (ground: readonly string[]): Sentence => ({
  zh: `事由（ground）为 ${ground.join("、")}，所引文字为“不适宜担任现职”`,
  en: `the ground is ${ground.join(", ")}, and the words are “不适宜担任现职”`,
});
export const baselineNotOriginal = (baseline: string | null, words: string): Sentence => ({
  zh: `基准（baseline）为 ${baseline ?? "null"}，所引文字为“${words}”，应为 original`,
  en: `the baseline is ${baseline ?? "null"}, and the words name the original post`,
});
export const nothingBarred: Sentence = { zh: "所引文字没有禁止的词（不得、取消等）", en: "the words bar nothing" };
export const mendNothingBarred: Sentence = {
  zh: "把“不得……”一句引全；本来不是限制的，改用其他种类的规则",
  en: "quote the words that bar something; what is no bar is a rule of another kind",
};
export const periodNamedToo = (period: string, lengths: readonly string[]): Sentence => ({
  zh: `期限（for）为 ${period}，所引文字写明期限 ${lengths.join("、")}`,
  en: `the period is ${period}, and the words say ${lengths.join(", ")}`,
});
export const byPeriod = (period: string): Sentence => ({
  zh: `按所引文字中期限 ${period} 所管的事项`,
  en: `by what stands under ${period} in the words`,
});
export const restrictionPeriodUnsaid = "（未写期限）";
export const untilDayPattern = /(\d{4})年(\d+)月(\d+)日(?:以前|之前)/u;
export const byQuoteAndSummary: Sentence = { zh: "按所引文字和摘要", en: "by the quote and the summary" };
export const permanenceDiffers = (period: string, says: boolean): Sentence => ({
  zh: `期限（for）为 ${period}，所引文字和摘要${says ? "说没有期限" : "没有说没有期限"}`,
  en: `the period is ${period}, and quote and summary ${says ? "say that it has no end" : "do not say that it has no end"}`,
});
export const mendPermanence: Sentence = {
  zh: "没有期限的，for 写 permanent，并在摘要中写明“没有期限”",
  en: "what has no end is permanent, and the summary says 没有期限",
};
export const sanctionsOutOfOrder = (names: string, ordered: readonly string[]): Sentence => ({
  zh: `处分没有由轻到重排列，应为 ${names}`,
  en: `the sanctions do not stand in the order from the lightest to the heaviest: ${ordered.join(", ")}`,
});

// said.ts
export const joinedByAnd = "\n和";
export const yearOrMonth = /[年月]/u;
export const termStartPattern = /[^，；。…]*?(?:之日起|日起|之日|后(?!备))/u;

// summaries.ts
export const summaryNamesOther = (
  summary: string,
  zh: string,
  strangeNames: string,
  field: string,
  fieldHas: string,
  strange: readonly string[],
): Sentence => ({
  zh: `摘要“${summary}”说到${zh} ${strangeNames}，字段（${field}）为 ${fieldHas}`,
  en: `the summary names ${strange.join(", ")}, which ${field} does not have`,
});
export const mendSummary = (field: string): Sentence => ({
  zh: `改摘要，或者改 ${field}`,
  en: `correct the summary or ${field}`,
});
export const forceInSummary = "力度";

// terms.ts
export const eitherTerm = "或者 ";
export const termUnsaid = "（未写时限）";
export const deadlineActUnknown = (act: string, id: string): Sentence => ({
  zh: `事项（act）为 ${act}，规则编号 ${id} 不以它开头，也没有一条 duty 是办理它的`,
  en: `the act is ${act}; the id of the rule does not begin with it, and no duty of the pack is this act`,
});
export const mendDeadlineAct = (act: string): Sentence => ({
  zh: `规则编号写成 ${act}-until 之类`,
  en: `name the rule ${act}-until or the like`,
});
export const doerDiffers = (first: string | undefined, doers: readonly string[]): Sentence => ({
  zh: `承办机关（by 的第一个）为 ${first ?? ""}，所引文字为 ${doers.join("、")}`,
  en: `it is done by ${first ?? ""}, and the words name ${doers.join(", ")}`,
});
export const otherDoersUnnamed = (others: readonly string[], first: string | undefined): Sentence => ({
  zh: `by 除第一个外还有 ${others.join("、")}，所引文字没有说到`,
  en: `beside ${first ?? ""} stand bodies that the words do not name: ${others.join(", ")}`,
});
export const mendDoers: Sentence = { zh: "只写承办的一个机关", en: "name the one office that does it" };
export const bySuitedSubjects: Sentence = {
  zh: "按这些方式所适用的对象（不限方式的，或者只是个人，或者三种都是），",
  en: "by whom these measures are for (for any measure persons alone, or all three kinds),",
};
export const termUnsaidSoOwn = "（文字没有写明，只能写工作日，是内部期限）";
export const startUnsaid = (after: string): Sentence => ({
  zh: `自何时起（after）为 ${after}，所引文字和摘要都没有说自何时起`,
  en: `it runs from ${after}, and neither the quote nor the summary says from what`,
});
export const mendStartWords = (after: string, known: readonly string[]): Sentence => ({
  zh: `在 words.starts 中写明 ${after} 的字样，再在摘要中说出；已有：${known.join("、")}`,
  en: `give ${after} its words under words.starts`,
});
export const mendStartUnsaid = (words: string): Sentence => ({
  zh: `在摘要中写明“${words}后……”`,
  en: `say it in the summary`,
});
export const termUnits = { days: "日", "working-days": "个工作日", months: "个月" } as const;
