// What a finding, a decision or a calendar lacks, and the names of the steps that follow a decision.
import type { Sentence } from "../text/citation.ts";

// escalation.ts
export const escalationCounted = (
  summary: Sentence,
  counted: number,
  per: "unit" | "person",
  enough: boolean,
): Sentence => ({
  zh: `${summary.zh}：已有 ${counted} ${per === "unit" ? "人次" : "次"}${enough ? "" : "，其中有恰在期间边缘或者资料不全的，需核实"}`,
  en: `${summary.en}: ${counted} counted${enough ? "" : ", of which some lie on the very edge or lack data, to be confirmed"}`,
});

// circumstances.ts
export const actsMissing = (wanted: readonly string[]): Sentence => ({
  zh: `按“须全部查实”的读法，尚缺行为：${wanted.join("；")}`,
  en: `under the reading that all acts are needed, these are missing: ${wanted.join("; ")}`,
});
export const actUnnamed = (wanted: readonly string[]): Sentence => ({
  zh: `须写明查实的是哪一种行为：${wanted.join("；")}`,
  en: `say which of the acts is proved: ${wanted.join("; ")}`,
});
export const resultUnproved = (name: Sentence): Sentence => ({
  zh: `缺少“${name.zh}”的证据，该情形不能认定`,
  en: `no evidence of “${name.en}”: the circumstance cannot be established`,
});
export const resultsUnproved = (lacking: readonly { name: Sentence }[]): Sentence => ({
  zh: `“${lacking.map((result) => result.name.zh).join("”或者“")}”至少须有其一的证据，该情形不能认定`,
  en: `no evidence of any of “${lacking.map((result) => result.name.en).join("”, “")}”: the circumstance cannot be established`,
});
export const preconditionNotFound = (name: Sentence): Sentence => ({
  zh: `前提未认定：${name.zh}`,
  en: `the precondition is not found: ${name.en}`,
});
export const catchAllWithoutReasons: Sentence = {
  zh: "兜底情形须书面说明理由，并说明与所列情形程度相当",
  en: "the catch-all needs written reasons and comparable gravity",
};
export const catchAllWithoutApproval: Sentence = {
  zh: "兜底情形须经党工委批准",
  en: "the catch-all needs the approval of the Working Committee",
};

// measure-steps.ts
export const effectOn = {
  person: { zh: "", en: "" },
  unit: { zh: "所在单位：", en: "the unit: " },
  "unit-leaders": { zh: "所在单位负责人：", en: "the leaders of the unit: " },
};
export const effectMonths = (months: number): Sentence => ({ zh: `（${months}个月）`, en: ` (${months} months)` });
/** `ways`: each with its steps, the first name being its own. */
export const waysToFind = (ways: readonly (readonly Sentence[])[]): Sentence => ({
  zh: `核实适用的程序并办理（${ways.map((way) => way.map((one) => one.zh).join("、")).join("；")}）`,
  en: `Find which way applies, and follow it (${ways.map((way) => way.map((one) => one.en).join(", ")).join("; ")})`,
});
export const effectUncertain = (zh: string, en: string): Sentence => ({
  zh: `核实是否适用并办理：${zh}`,
  en: `Find whether it applies, and do it: ${en}`,
});
export const termEnds = (measure: Sentence, followUp: Sentence | null): Sentence => ({
  zh: `${measure.zh}期满${followUp === null ? "" : `：${followUp.zh}`}`,
  en: `End of ${measure.en}${followUp === null ? "" : `: ${followUp.en}`}`,
});

// measures.ts
export const reformNotFound = (members: number, heldAccountable: number): Sentence => ({
  zh: `${members} 名成员中已有 ${heldAccountable} 人被问责；尚未认定不能正常开展工作，只作提示`,
  en: `${heldAccountable} of ${members} members have been held accountable; not found unable to work normally, so this is a notice only`,
});
export const reformNotSeveral = (heldAccountable: number): Sentence => ({
  zh: `不能正常开展工作，但被问责的成员为 ${heldAccountable} 人，未达多人，只作提示`,
  en: `the body cannot work normally, but ${heldAccountable} held accountable are not several; a notice only`,
});
export const findingLacking = (names: readonly Sentence[]): Sentence => ({
  zh: `该档以“${names.map((name) => name.zh).join("”或者“")}”为前提，未作此认定`,
  en: `this tier presupposes a finding of “${names.map((name) => name.en).join("” or “")}”`,
});

// outcome.ts
export const measureUnknown = (id: string): Sentence => ({
  zh: `没有名为 ${id} 的方式`,
  en: `no measure is named ${id}`,
});
export const sanctionUnknown = (sanction: string): Sentence => ({
  zh: `没有名为 ${sanction} 的处分`,
  en: `no sanction is named ${sanction}`,
});
export const sanctionForPartyMembers = (name: Sentence): Sentence => ({
  zh: `${name.zh}只适用于中共党员，该人不是党员`,
  en: `${name.en} is for Party members only, and this person is none`,
});
export const outsideScope = (names: readonly Sentence[]): Sentence => ({
  zh: `不在适用范围内：适用于${names.map((name) => name.zh).join("、")}`,
  en: `outside the scope, which is ${names.map((name) => name.en).join("; ")}`,
});
export const gravityUnknown = (regulation: Sentence, gravity: Sentence, known: readonly Sentence[]): Sentence => ({
  zh: `${regulation.zh}没有“${gravity.zh}”；可认定的情节：${known.map((one) => one.zh).join("、")}`,
  en: `${regulation.en}: no finding “${gravity.en}”; there are ${known.map((one) => one.en).join(", ")}`,
});
export const measureNotForSubject = (name: Sentence, subject: Sentence): Sentence => ({
  zh: `${name.zh}不适用于${subject.zh}`,
  en: `${name.en} is not for a ${subject.en}`,
});
export const bodyNotCompetent = (name: Sentence, deciders: Sentence, own: Sentence): Sentence => ({
  zh: `${name.zh}应由${deciders.zh}决定，${own.zh}无权决定`,
  en: `${name.en} is for ${deciders.en} to decide, not for ${own.en}`,
});
export const decisionBelongsAbove = (managed: Sentence, deciders: Sentence, own: Sentence): Sentence => ({
  zh: `${managed.zh}干部的问责由${deciders.zh}决定，${own.zh}只能向其提出建议`,
  en: `for a person ${managed.en} ${deciders.en} decides; ${own.en} can only propose`,
});
/** `norms` are the versions in force on the day of decision of those to which it is referred. */
export const referredInstead = (
  gravity: Sentence,
  reasons: readonly { message: Sentence }[],
  norms: readonly { title: Sentence }[],
): Sentence => ({
  zh: `认定为“${gravity.zh}”的，不在此决定：${reasons.map((reason) => reason.message.zh).join("；")}${norms.length === 0 ? "" : `（决定之日有效的文本：${norms.map((norm) => `《${norm.title.zh}》`).join("、")}）`}`,
  en: `a finding of “${gravity.en}” is not decided here: ${reasons.map((reason) => reason.message.en).join("; ")}${norms.length === 0 ? "" : ` (in force on the day of decision: ${norms.map((norm) => norm.title.en).join("; ")})`}`,
});
export const measureNotOpen = (gravity: Sentence, measure: Sentence): Sentence => ({
  zh: `认定为“${gravity.zh}”的，不能给予${measure.zh}`,
  en: `${measure.en} is not open for a finding of “${gravity.en}”`,
});
export const measureOfTierDue = (measures: readonly { name: Sentence }[]): Sentence => ({
  zh: `应当给予下列之一：${measures.map((measure) => measure.name.zh).join("、")}`,
  en: `one of these shall be given: ${measures.map((measure) => measure.name.en).join(", ")}`,
});
export const additionDue = (measure: Sentence, missing: Sentence): Sentence => ({
  zh: `给予${measure.zh}的，应当同时给予${missing.zh}`,
  en: `with ${measure.en} shall come ${missing.en}`,
});
export const measureAbsorbed = (measure: Sentence, needless: Sentence): Sentence => ({
  zh: `已经给予${measure.zh}的，不再给予${needless.zh}`,
  en: `with ${measure.en}, ${needless.en} is not given as well`,
});
export const measuresNotCombinable = (names: Sentence): Sentence => ({
  zh: `${names.zh}不能合并使用，只能选择其一`,
  en: `only one of these can be given: ${names.en}`,
});
export const reasonsMissing = (name: Sentence): Sentence => ({
  zh: `写明为${name.zh}的，须说明理由`,
  en: `an ${name.en} must be stated with reasons`,
});
export const decisionBeforeValidity = (from: string): Sentence => ({
  zh: `决定日期早于施行之日 ${from}`,
  en: `the decision is dated before ${from}, the first day in force`,
});
export const conductBeforeValidity = (from: string, short: Sentence): Sentence => ({
  zh: `行为全部发生在施行之日 ${from} 以前，不能单独以${short.zh}为依据`,
  en: `the conduct lies wholly before ${from} and cannot rest on ${short.en} alone`,
});
export const oneOfNames = (names: readonly Sentence[]): Sentence => ({
  zh: names.map((name) => name.zh).join("或者"),
  en: names.map((name) => name.en).join(" or "),
});

// working-days.ts
export const dayInvalid = (day: string): Sentence => ({ zh: `“${day}”不是日期`, en: `“${day}” is no date` });
export const dayOfOtherYear = (day: string, year: number): Sentence => ({
  zh: `${day} 不在${year}年`,
  en: `${day} is not in ${year}`,
});
export const dayRepeated = (day: string): Sentence => ({ zh: `${day} 写了两次`, en: `${day} stands twice` });
export const weekendOff = (day: string): Sentence => ({
  zh: `${day} 是周末，本来就休息，不必写入`,
  en: `${day} is a weekend anyway`,
});
export const weekdayWorked = (day: string): Sentence => ({
  zh: `${day} 不是周末，本来就上班，不必写入`,
  en: `${day} is worked anyway`,
});

export const noSuchManagementLevel = (level: string): Sentence => ({
  zh: `没有“${level}”这一管理权限`,
  en: `There is no level of management “${level}”`,
});
