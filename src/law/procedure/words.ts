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
  en: `${summary.en}: ${counted} counted${enough ? "" : ", some at the very edge of the period or with incomplete data; needs verification"}`,
});

// circumstances.ts
export const actsMissing = (wanted: readonly string[]): Sentence => ({
  zh: `按“须全部查实”的读法，尚缺行为：${wanted.join("；")}`,
  en: `under the reading that all acts must be established, these are missing: ${wanted.join("; ")}`,
});
export const actUnnamed = (wanted: readonly string[]): Sentence => ({
  zh: `须写明查实的是哪一种行为：${wanted.join("；")}`,
  en: `state which act has been established: ${wanted.join("; ")}`,
});
export const resultUnproved = (name: Sentence): Sentence => ({
  zh: `缺少“${name.zh}”的证据，该情形不能认定`,
  en: `there is no evidence of “${name.en}”, so the circumstance cannot be established`,
});
export const resultsUnproved = (lacking: readonly { name: Sentence }[]): Sentence => ({
  zh: `“${lacking.map((result) => result.name.zh).join("”或者“")}”至少须有其一的证据，该情形不能认定`,
  en: `no evidence of any of “${lacking.map((result) => result.name.en).join("”, “")}”, so the circumstance cannot be established`,
});
export const preconditionNotFound = (name: Sentence): Sentence => ({
  zh: `前提未认定：${name.zh}`,
  en: `the precondition has not been established: ${name.en}`,
});
export const catchAllWithoutReasons: Sentence = {
  zh: "兜底情形须书面说明理由，并说明与所列情形程度相当",
  en: "a catch-all circumstance requires written reasons showing that it is as serious as the circumstances listed",
};
export const catchAllWithoutApproval: Sentence = {
  zh: "兜底情形须经党工委批准",
  en: "a catch-all circumstance requires the approval of the Party Working Committee",
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
  en: `Determine which procedure applies and follow it (${ways.map((way) => way.map((one) => one.en).join(", ")).join("; ")})`,
});
export const effectUncertain = (zh: string, en: string): Sentence => ({
  zh: `核实是否适用并办理：${zh}`,
  en: `Determine whether this applies and carry it out: ${en}`,
});
export const termEnds = (measure: Sentence, followUp: Sentence | null): Sentence => ({
  zh: `${measure.zh}期满${followUp === null ? "" : `：${followUp.zh}`}`,
  en: `End of ${measure.en}${followUp === null ? "" : `: ${followUp.en}`}`,
});

// measures.ts
export const reformNotFound = (members: number, heldAccountable: number): Sentence => ({
  zh: `${members} 名成员中已有 ${heldAccountable} 人被问责；尚未认定不能正常开展工作，只作提示`,
  en: `${heldAccountable} of ${members} members have been held accountable; it has not been found that the body cannot work normally, so this is a notice only`,
});
export const reformNotSeveral = (heldAccountable: number): Sentence => ({
  zh: `不能正常开展工作，但被问责的成员为 ${heldAccountable} 人，未达多人，只作提示`,
  en: `the body cannot work normally, but only ${heldAccountable} member(s) have been held accountable, which is not “several”; this is a notice only`,
});
export const findingLacking = (names: readonly Sentence[]): Sentence => ({
  zh: `该档以“${names.map((name) => name.zh).join("”或者“")}”为前提，未作此认定`,
  en: `these measures require a finding of “${names.map((name) => name.en).join("” or “")}”`,
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
  en: `${name.en} applies only to Party members, and this person is not a Party member`,
});
export const outsideScope = (names: readonly Sentence[]): Sentence => ({
  zh: `不在适用范围内：适用于${names.map((name) => name.zh).join("、")}`,
  en: `outside the scope of application, which covers ${names.map((name) => name.en).join("; ")}`,
});
export const gravityUnknown = (regulation: Sentence, gravity: Sentence, known: readonly Sentence[]): Sentence => ({
  zh: `${regulation.zh}没有“${gravity.zh}”；可认定的情节：${known.map((one) => one.zh).join("、")}`,
  en: `${regulation.en} has no gravity “${gravity.en}”; available: ${known.map((one) => one.en).join(", ")}`,
});
export const measureNotForSubject = (name: Sentence, subject: Sentence): Sentence => ({
  zh: `${name.zh}不适用于${subject.zh}`,
  en: `${name.en} does not apply to this type of subject (${subject.en})`,
});
export const bodyNotCompetent = (name: Sentence, deciders: Sentence, own: Sentence): Sentence => ({
  zh: `${name.zh}应由${deciders.zh}决定，${own.zh}无权决定`,
  en: `${name.en} must be decided by ${deciders.en}; ${own.en} has no authority to decide`,
});
export const decisionBelongsAbove = (managed: Sentence, deciders: Sentence, own: Sentence): Sentence => ({
  zh: `${managed.zh}干部的问责由${deciders.zh}决定，${own.zh}只能向其提出建议`,
  en: `for an official ${managed.en}, ${deciders.en} decides; ${own.en} can only propose`,
});
/** `norms` are the versions in force on the day of decision of those to which it is referred. */
export const referredInstead = (
  gravity: Sentence,
  reasons: readonly { message: Sentence }[],
  norms: readonly { title: Sentence }[],
): Sentence => ({
  zh: `认定为“${gravity.zh}”的，不在此决定：${reasons.map((reason) => reason.message.zh).join("；")}${norms.length === 0 ? "" : `（决定之日有效的文本：${norms.map((norm) => `《${norm.title.zh}》`).join("、")}）`}`,
  en: `gravity “${gravity.en}” is not decided here: ${reasons.map((reason) => reason.message.en).join("; ")}${norms.length === 0 ? "" : ` (text in force on the decision date: ${norms.map((norm) => norm.title.en).join("; ")})`}`,
});
export const measureNotOpen = (gravity: Sentence, measure: Sentence): Sentence => ({
  zh: `认定为“${gravity.zh}”的，不能给予${measure.zh}`,
  en: `${measure.en} cannot be imposed for gravity “${gravity.en}”`,
});
export const measureOfTierDue = (measures: readonly { name: Sentence }[]): Sentence => ({
  zh: `应当给予下列之一：${measures.map((measure) => measure.name.zh).join("、")}`,
  en: `one of these must be imposed: ${measures.map((measure) => measure.name.en).join(", ")}`,
});
export const additionDue = (measure: Sentence, missing: Sentence): Sentence => ({
  zh: `给予${measure.zh}的，应当同时给予${missing.zh}`,
  en: `${missing.en} must be imposed together with ${measure.en}`,
});
export const measureAbsorbed = (measure: Sentence, needless: Sentence): Sentence => ({
  zh: `已经给予${measure.zh}的，不再给予${needless.zh}`,
  en: `where ${measure.en} is imposed, ${needless.en} is not imposed as well`,
});
export const measuresNotCombinable = (names: Sentence): Sentence => ({
  zh: `${names.zh}不能合并使用，只能选择其一`,
  en: `these cannot be combined, select only one: ${names.en}`,
});
export const reasonsMissing = (name: Sentence): Sentence => ({
  zh: `写明为${name.zh}的，须说明理由`,
  en: `reasons are required for ${name.en}`,
});
export const decisionBeforeValidity = (from: string): Sentence => ({
  zh: `决定日期早于施行之日 ${from}`,
  en: `the decision date is before ${from}, when the regulation came into force`,
});
export const conductBeforeValidity = (from: string, short: Sentence): Sentence => ({
  zh: `行为全部发生在施行之日 ${from} 以前，不能单独以${short.zh}为依据`,
  en: `the conduct took place entirely before ${from}, so ${short.en} cannot be the only basis`,
});
export const oneOfNames = (names: readonly Sentence[]): Sentence => ({
  zh: names.map((name) => name.zh).join("或者"),
  en: names.map((name) => name.en).join(" or "),
});

// working-days.ts
export const dayInvalid = (day: string): Sentence => ({ zh: `“${day}”不是日期`, en: `“${day}” is not a date` });
export const dayOfOtherYear = (day: string, year: number): Sentence => ({
  zh: `${day} 不在${year}年`,
  en: `${day} is not in ${year}`,
});
export const dayRepeated = (day: string): Sentence => ({ zh: `${day} 写了两次`, en: `${day} is listed twice` });
export const weekendOff = (day: string): Sentence => ({
  zh: `${day} 是周末，本来就休息，不必写入`,
  en: `${day} is a weekend, already a day off; do not list it`,
});
export const weekdayWorked = (day: string): Sentence => ({
  zh: `${day} 不是周末，本来就上班，不必写入`,
  en: `${day} is not a weekend, already a working day; do not list it`,
});

export const noSuchLevel = (level: string): Sentence => ({
  zh: `没有“${level}”这一职务层次`,
  en: `There is no post level “${level}”`,
});
export const noSuchManagementLevel = (level: string): Sentence => ({
  zh: `没有“${level}”这一管理权限`,
  en: `There is no management level “${level}”`,
});
