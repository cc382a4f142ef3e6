// The sentences of an answer: its reasons, how its days were counted, what would change it, what is worth knowing.
import type { Sentence } from "../text/citation.ts";

// arithmetic.ts
export const countedWithoutEnd = (from: string): Sentence => ({
  zh: `${from} 起，没有期限`,
  en: `from ${from}, without end`,
});
export const countedUntil = (until: string): Sentence => ({ zh: `，至 ${until}`, en: `, until ${until}` });
export const yearOnly = (name: Sentence, first: number, until: string): Sentence => ({
  zh: `${name.zh}当年即${first}年，至 ${until}`,
  en: `the calendar year of the ${name.en}, ${first}, until ${until}`,
});
export const yearAndOn = (name: Sentence, first: number, last: number, until: string): Sentence => ({
  zh: `${name.zh}当年即${first}年，连同其后至${last}年，至 ${until}`,
  en: `the calendar year of the ${name.en}, ${first}, and the following years to ${last}, until ${until}`,
});
export const countedFrom = (from: string): Sentence => ({ zh: `${from} 起`, en: `from ${from} ` });
export const countedFromProbation = (from: string): Sentence => ({
  zh: `察看期满之日 ${from} 起`,
  en: `from the end of probation, ${from}, `,
});
export const countedFromRestoration = (from: string): Sentence => ({
  zh: `恢复权利之日 ${from} 起`,
  en: `from the restoration of rights, ${from}, `,
});
export const countedAfterProbation = (from: string): Sentence => ({
  zh: `${from} 起，察看期满后再计`,
  en: `from ${from}, continuing after the end of probation for `,
});
export const countedAfterRestoration = (from: string, restored: string): Sentence => ({
  zh: `${from} 起，恢复权利之日 ${restored} 后再计`,
  en: `from ${from}, continuing after the restoration of rights on ${restored} for `,
});
export const remainsOfOlder = (days: number, until: string): Sentence => ({
  zh: `，原处分尚余 ${days} 日至 ${until}，其后再计`,
  en: `the remaining ${days} days of the original period, until ${until}, and then `,
});
export const yearsInWords = (years: number, count: string): string => `${years === 2 ? "两" : count}年`;
export const monthsInWords = (count: string): string => `${count}个月`;
export const anniversaryUnconfirmed = (day: string): Sentence => ({
  zh: `（周年日 ${day} 需核实）`,
  en: ` (the anniversary, ${day}, needs verification)`,
});
export const dayBeforeRestoration = (day: string): Sentence => ({
  zh: `（恢复权利的前一日，即 ${day}）`,
  en: ` (the day before the restoration of rights, ${day})`,
});
export const anniversaryIncluded: Sentence = { zh: "（含周年日）", en: " (the anniversary included)" };
export const lastDayOfMonth: Sentence = {
  zh: "（该月没有相应的日期，至该月最后一日）",
  en: " (that month has no such date, so to its last day)",
};

// counterfactual.ts
export const earliestDayOpen = (earliest: string): Sentence => ({
  zh: `最早自 ${earliest} 起没有限制（须征得的同意另计）`,
  en: `no restriction from ${earliest} at the earliest (consent, where required, is separate)`,
});
export const withoutRecord = (on: string, name: Sentence): Sentence => ({
  zh: `如 ${on} 生效的${name.zh}被撤销，即不再受限制`,
  en: `if the ${name.en} effective ${on} were revoked, no restriction would apply`,
});
export const consentLacking = (bodies: readonly { name: Sentence }[], day: string): Sentence => ({
  zh: `缺少${bodies.map((body) => body.name.zh).join("、")}的同意，须不早于 ${day} 并早于作出决定之日`,
  en: `the consent of the ${bodies.map((body) => body.name.en).join(", ")} is missing; it must be dated on or after ${day} and before the decision`,
});
export const matterToClose: Sentence = {
  zh: "有未办结事项，须待办结",
  en: "a matter is open and must be closed first",
};

// explain.ts
export const forYear = (year: number): Sentence => ({ zh: `${year}年度`, en: `for ${year}` });
export const answerWithoutEnd = ({ zh, en }: Sentence): Sentence => ({
  zh: `${zh}，没有期限`,
  en: `${en}, without end`,
});
export const answerUntil = ({ zh, en }: Sentence, day: string): Sentence => ({
  zh: `${zh}，至${day}`,
  en: `${en}, until ${day}`,
});
export const latestEndGoverns = ({ zh, en }: Sentence, day: string): Sentence => ({
  zh: `数项限制并存，以最后届满者为准（${zh}，自${day}起施行）`,
  en: `several restrictions apply at once and the latest end date governs (${en}, in force from ${day})`,
});
export const consentRecorded = (bodies: readonly { name: Sentence }[], source: Sentence): Sentence => ({
  zh: `已征得${bodies.map((body) => body.name.zh).join("、")}同意${source.zh}`,
  en: `consent of the ${bodies.map((body) => body.name.en).join(", ")} is recorded${source.en}`,
});
export const yearOfHonoursNote = (
  decided: string,
  effective: string,
  byDecision: boolean,
  governing: number,
): Sentence => ({
  zh: `决定于${decided}、生效于${effective}，当年按${byDecision ? "决定" : "生效"}之年${governing}年计（读法 yearOfHonours）`,
  en: `decided on ${decided}, effective ${effective}; the year counted is ${governing} (reading yearOfHonours)`,
});
export const effectiveLater = (name: Sentence, day: string): Sentence => ({
  zh: `${name.zh}自${day}起生效，晚于所问日期`,
  en: `${name.en} takes effect on ${day}, after the date checked`,
});
export const foundNotToApply = (summary: Sentence, { zh, en }: Sentence): Sentence => ({
  zh: `经解释机关认定不适用：${summary.zh}（${zh}）`,
  en: `decided by the interpreting bodies not to apply: ${summary.en} (${en})`,
});

// reasons.ts
export const barredPlainly: Sentence = { zh: "受到限制", en: "restricted" };
export const firstAnniversary: Sentence = {
  zh: "所问之日恰为首项影响期的期满对应日，是否已须征得同意，须由人核实",
  en: "the date checked is the anniversary of a first influence period; whether consent is already required needs verification",
};
export const anniversaryAskedAbout: Sentence = {
  zh: "所问之日恰为期满对应日",
  en: "the date checked is its anniversary",
};
export const consentOfLevelUnasked: Sentence = {
  zh: "同意限于一定职务层次，而未写明所问的职务层次",
  en: "the consent is limited to a certain post level, and no post level was given",
};
export const personNotRecorded: Sentence = {
  zh: "缺少本人情况资料",
  en: "information about the person is not recorded",
};
export const personOfClauseNotRecorded: Sentence = {
  zh: "该条款只适用于部分人员，而本人情况没有记录",
  en: "the clause applies only to some persons, and the relevant information about this person is not recorded",
};
export const historyIncomplete: Sentence = {
  zh: "尚未确认此日以前的问责、处理、处分情况已登记完整",
  en: "it has not been confirmed that all accountability, handling and sanctions before this date are recorded",
};
export const decidedAhead = (name: Sentence, on: string): Sentence => ({
  zh: `${name.zh}已经决定，自${on}起生效，在所问之日以后`,
  en: `the ${name.en} has been decided and takes effect on ${on}, after the date checked`,
});
export const restorationMissing = (due: string): Sentence => ({
  zh: `恢复党员权利应自${due}起，但没有记录，影响期无法确定`,
  en: `Party member's rights were due to be restored from ${due} but no restoration is recorded, so the influence period cannot be determined`,
});
export const periodNotSet: Sentence = {
  zh: "同日受到数个相同的处分，而未记录合并确定的处分期",
  en: "several identical sanctions were imposed on the same day, and the combined sanction period is not recorded",
};
export const countUnknown: Sentence = {
  zh: "限制取决于次数，而现有记录不能确定",
  en: "the restriction depends on a count that current records cannot establish",
};
export const matterOpen: Sentence = { zh: "有未办结事项，暂缓答复", en: "a matter is open, so the answer is pending" };
export const barInWords = (layer: Sentence, span: Sentence, bars: Sentence, source: Sentence): Sentence => ({
  zh: `${layer.zh}：${span.zh}不得${bars.zh}${source.zh}`,
  en: `${layer.en}: ${bars.en} barred ${span.en}${source.en}`,
});
export const barToConfirm = (
  layer: Sentence,
  span: Sentence,
  bars: Sentence,
  { zh, en }: Sentence,
  source: Sentence,
): Sentence => ({
  zh: `${layer.zh}：${span.zh}不得${bars.zh}，${zh}，须由人核实${source.zh}`,
  en: `${layer.en}: ${bars.en} barred ${span.en}; ${en}, needs verification${source.en}`,
});
export const spanWithoutEnd = (first: string): Sentence => ({
  zh: `自${first}起`,
  en: `from ${first}, without end`,
});
export const spanBetween = (first: string, last: string): Sentence => ({
  zh: `自${first}至${last}`,
  en: `from ${first} until ${last}`,
});
export const baselineNotRecorded: Sentence = {
  zh: "据以比较的职务层次没有记录",
  en: "the post level to compare against is not recorded",
};
export const levelsNotRecorded: Sentence = {
  zh: "未写明拟任层次，现任层次也没有记录",
  en: "no proposed post level was given, and the present level is not recorded",
};
export const levelNotAsked: Sentence = {
  zh: "未写明拟任职务层次，无法比较",
  en: "no proposed post level was given, so no comparison can be made",
};
export const noNormThen = (name: Sentence): Sentence => ({
  zh: `${name.zh}的决定日没有已知的有效规定，当时的限制须由人核实`,
  en: `no rule known to the system was in force when the ${name.en} was decided; the restrictions at that time need verification`,
});
export const normUndecided = (name: Sentence): Sentence => ({
  zh: `${name.zh}可能受未经核对的上位规定限制，解释机关尚未认定是否适用`,
  en: `the ${name.en} may lead to a restriction under a higher-level rule not yet checked against the official text; the interpreting bodies have not decided whether it applies`,
});
export const consentNeeded = (bodies: readonly { name: Sentence }[], day: string, source: Sentence): Sentence => ({
  zh: `作出决定前须征得${bodies.map((body) => body.name.zh).join("、")}同意，同意须不早于${day}${source.zh}`,
  en: `the consent of the ${bodies.map((body) => body.name.en).join(", ")}, dated on or after ${day}, is required before the decision${source.en}`,
});
