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
  en: `the year of the ${name.en} is ${first}, until ${until}`,
});
export const yearAndOn = (name: Sentence, first: number, last: number, until: string): Sentence => ({
  zh: `${name.zh}当年即${first}年，连同其后至${last}年，至 ${until}`,
  en: `the year of the ${name.en} is ${first}, and on to ${last}, until ${until}`,
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
  en: `from ${from}, and after the end of probation `,
});
export const countedAfterRestoration = (from: string, restored: string): Sentence => ({
  zh: `${from} 起，恢复权利之日 ${restored} 后再计`,
  en: `from ${from}, and after the restoration of rights on ${restored} `,
});
export const remainsOfOlder = (days: number, until: string): Sentence => ({
  zh: `，原处分尚余 ${days} 日至 ${until}，其后再计`,
  en: `the ${days} days that remain of the older period, until ${until}, and then `,
});
export const yearsInWords = (years: number, count: string): string => `${years === 2 ? "两" : count}年`;
export const monthsInWords = (count: string): string => `${count}个月`;
export const anniversaryUnconfirmed = (day: string): Sentence => ({
  zh: `（周年日 ${day} 需核实）`,
  en: ` (the anniversary, ${day}, needs confirmation)`,
});
export const dayBeforeRestoration = (day: string): Sentence => ({
  zh: `（恢复权利的前一日，即 ${day}）`,
  en: ` (the day before the restoration of rights, ${day})`,
});
export const anniversaryIncluded: Sentence = { zh: "（含周年日）", en: " (the anniversary included)" };
export const lastDayOfMonth: Sentence = {
  zh: "（该月没有相应的日期，至该月最后一日）",
  en: " (that month lacks the day, so until its last)",
};

// counterfactual.ts
export const earliestDayOpen = (earliest: string): Sentence => ({
  zh: `最早自 ${earliest} 起没有限制（须征得的同意另计）`,
  en: `nothing bars from ${earliest} on (a consent that is needed apart)`,
});
export const withoutRecord = (on: string, name: Sentence): Sentence => ({
  zh: `如 ${on} 生效的${name.zh}被撤销，即不再受限制`,
  en: `without the ${name.en} effective ${on} nothing would bar`,
});
export const consentLacking = (bodies: readonly { name: Sentence }[], day: string): Sentence => ({
  zh: `缺少${bodies.map((body) => body.name.zh).join("、")}的同意，须不早于 ${day} 并早于作出决定之日`,
  en: `the consent of the ${bodies.map((body) => body.name.en).join(", ")} is lacking, dated not before ${day} and before the decision`,
});
export const matterToClose: Sentence = {
  zh: "有未办结事项，须待办结",
  en: "a matter is open and has to be closed first",
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
  en: `several bars run together and the latest end governs (${en}, in force from ${day})`,
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
  en: `decided ${decided}, effective ${effective}; the year counted is ${governing} (reading yearOfHonours)`,
});
export const effectiveLater = (name: Sentence, day: string): Sentence => ({
  zh: `${name.zh}自${day}起生效，晚于所问日期`,
  en: `${name.en} takes effect on ${day}, after the day asked about`,
});
export const foundNotToApply = (summary: Sentence, { zh, en }: Sentence): Sentence => ({
  zh: `经解释机关认定不适用：${summary.zh}（${zh}）`,
  en: `found not to apply by the interpreting bodies: ${summary.en} (${en})`,
});

// reasons.ts
export const barredPlainly: Sentence = { zh: "受到限制", en: "barred" };
export const firstAnniversary: Sentence = {
  zh: "所问之日恰为首项影响期的期满对应日，是否已须征得同意，须由人核实",
  en: "the day asked about is the anniversary of a first period: whether consent is due already has to be confirmed",
};
export const anniversaryAskedAbout: Sentence = {
  zh: "所问之日恰为期满对应日",
  en: "the day asked about is its anniversary",
};
export const consentOfLevelUnasked: Sentence = {
  zh: "同意限于一定职务层次，而未写明所问的职务层次",
  en: "the consent is for a certain level and no level is asked about",
};
export const personNotRecorded: Sentence = { zh: "缺少本人情况资料", en: "what the person is, is not recorded" };
export const personOfClauseNotRecorded: Sentence = {
  zh: "该条款只适用于部分人员，而本人情况没有记录",
  en: "it is for some persons only, and what this person is, is not recorded",
};
export const historyIncomplete: Sentence = {
  zh: "尚未确认此日以前的问责、处理、处分情况已登记完整",
  en: "it has not been confirmed that everything up to this day is recorded",
};
export const decidedAhead = (name: Sentence, on: string): Sentence => ({
  zh: `${name.zh}已经决定，自${on}起生效，在所问之日以后`,
  en: `the ${name.en} is decided already and takes effect on ${on}, after the day asked about`,
});
export const restorationMissing = (due: string): Sentence => ({
  zh: `恢复党员权利应自${due}起，但没有记录，影响期无法确定`,
  en: `rights were due to be restored on ${due} and no restoration is recorded, so the period cannot be told`,
});
export const periodNotSet: Sentence = {
  zh: "同日受到数个相同的处分，而未记录合并确定的处分期",
  en: "several equal sanctions were given on one day, and the period set for all is not recorded",
};
export const countUnknown: Sentence = {
  zh: "限制取决于次数，而现有记录不能确定",
  en: "it depends on a count that the records cannot tell",
};
export const matterOpen: Sentence = { zh: "有未办结事项，暂缓答复", en: "a matter is open, so the answer waits" };
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
  en: `${layer.en}: ${bars.en} barred ${span.en}; ${en}, to be confirmed${source.en}`,
});
export const spanWithoutEnd = (first: string): Sentence => ({
  zh: `自${first}起`,
  en: `from ${first} on, without end`,
});
export const spanBetween = (first: string, last: string): Sentence => ({
  zh: `自${first}至${last}`,
  en: `from ${first} until ${last}`,
});
export const baselineNotRecorded: Sentence = {
  zh: "据以比较的职务层次没有记录",
  en: "the level it is measured against is not recorded",
};
export const levelsNotRecorded: Sentence = {
  zh: "未写明拟任层次，现任层次也没有记录",
  en: "neither the level asked about nor the present one is recorded",
};
export const levelNotAsked: Sentence = {
  zh: "未写明拟任职务层次，无法比较",
  en: "no level is asked about, so nothing can be compared",
};
export const noNormThen = (name: Sentence): Sentence => ({
  zh: `${name.zh}的决定日没有已知的有效规定，当时的限制须由人核实`,
  en: `no norm known here was in force when the ${name.en} was decided; what it barred has to be confirmed`,
});
export const normUndecided = (name: Sentence): Sentence => ({
  zh: `${name.zh}可能受未经核对的上位规定限制，解释机关尚未认定是否适用`,
  en: `an unverified upper norm may bar because of the ${name.en}; the interpreting bodies have not decided on it`,
});
export const consentNeeded = (bodies: readonly { name: Sentence }[], day: string, source: Sentence): Sentence => ({
  zh: `作出决定前须征得${bodies.map((body) => body.name.zh).join("、")}同意，同意须不早于${day}${source.zh}`,
  en: `the consent of the ${bodies.map((body) => body.name.en).join(", ")}, not dated before ${day}, is needed before the decision${source.en}`,
});
