// Why a finding, a deliberation or a choice of measures is refused, by the file that says it.
import type { Sentence } from "#law/text/citation.ts";
import type { PastDecision } from "../act.ts";

// aggravation.ts
export const aggravated: Sentence = {
  zh: "不得因申诉加重处理：变更后的限制或者方式重于原决定",
  en: "an appeal must not lead to harsher handling: the changed restrictions or measures are heavier than in the original decision",
};

// competence.ts
export const exemptionWithoutGround: Sentence = {
  zh: "免予问责须写明法定理由",
  en: "an exemption must state one of the grounds set out in the regulation",
};
export const notCompetentToExempt: Sentence = {
  zh: "免予问责也须由有权决定问责的机关作出",
  en: "only a body with authority to decide on accountability can grant an exemption",
};
export const noSuchFactor = (factor: string): Sentence => ({
  zh: `没有“${factor}”这一从轻、从重情形`,
  en: `there is no mitigating or aggravating factor “${factor}”`,
});
export const noMeasure: Sentence = {
  zh: "问责须选择至少一种方式；不给予任何处理的，须以规定的理由免予问责",
  en: "select at least one measure; if none is imposed, the subject must be exempted on a ground set out in the regulation",
};
export const notReduced = (reduced: string, from: string): Sentence => ({
  zh: `降职后的层次“${reduced}”不低于原层次“${from}”`,
  en: `the level after demotion “${reduced}” is not below the original level “${from}”`,
});
export const originalLevelMissing = (measure: Sentence): Sentence => ({
  zh: `“${measure.zh}”须写明原职务层次`,
  en: `“${measure.en}” requires the original post level`,
});
export const reducedLevelMissing = (measure: Sentence): Sentence => ({
  zh: `“${measure.zh}”须写明降职后的层次`,
  en: `“${measure.en}” requires the post level after demotion`,
});
export const applicationMissing = (measure: Sentence): Sentence => ({
  zh: `“${measure.zh}”须由本人提出申请，请填写申请日期`,
  en: `“${measure.en}” requires the person's own application; enter the application date`,
});
export const appliedAfterDecision = (appliedOn: string, decidedOn: string): Sentence => ({
  zh: `本人申请日期 ${appliedOn} 晚于决定日期 ${decidedOn}`,
  en: `the application date ${appliedOn} is after the decision date ${decidedOn}`,
});

// deliberation.ts
export const notDeliberatedThere: Sentence = {
  zh: "作出决定的机关须是集体研究的机关",
  en: "The deciding body must be the body that deliberated",
};
export const beforeDeliberation = (deliberatedOn: string): Sentence => ({
  zh: `决定日期早于集体研究日期 ${deliberatedOn}`,
  en: `The decision date is before the deliberation date ${deliberatedOn}`,
});
export const noMajority: Sentence = {
  zh: "集体研究未获半数以上同意，不能据以作出决定",
  en: "The deliberation did not reach a majority in favour, so no decision can be based on it",
};

// escalated.ts
export const noSuchEscalation = (rule: string): Sentence => ({
  zh: `此前的记录没有使“${rule}”一款适用`,
  en: `no earlier record makes clause “${rule}” relevant`,
});
type Earlier = readonly Pick<PastDecision, "number" | "on">[];
/** `number` is null where it may not be told. */
const earlierMatters = (earlier: Earlier): Sentence => ({
  zh: `此前：${earlier.map(({ number, on }) => (number === null ? `${on}的决定` : `${number}（${on}）`)).join("、")}`,
  en: `earlier: ${earlier.map(({ number, on }) => (number === null ? `a decision of ${on}` : `${number} of ${on}`)).join(", ")}`,
});
export const escalationNotAnswered = (clause: Sentence, earlier: Earlier): Sentence => ({
  zh: `${clause.zh}（${earlierMatters(earlier).zh}）。请写明是否适用该款及理由`,
  en: `${clause.en} (${earlierMatters(earlier).en}). State whether the clause applies, and why`,
});
export const escalationDeparts = (clause: Sentence, earlier: Earlier): Sentence => ({
  zh: `${clause.zh}（${earlierMatters(earlier).zh}）。该款为“应当”，不能不适用`,
  en: `${clause.en} (${earlierMatters(earlier).en}). The clause says “shall” and must be applied`,
});

// evidence.ts
export const noSuchFile = (name: string): Sentence => ({
  zh: `证据材料“${name}”尚未上传或者不完整，请重新上传`,
  en: `The evidence file “${name}” has not been fully uploaded; please upload it again`,
});

// inquiry-group.ts
export const groupTooSmall: Sentence = {
  zh: "调查组不得少于二人",
  en: "The inquiry group must have at least two members",
};
export const approverInquires: Sentence = {
  zh: "审批人不参加调查组",
  en: "The approver cannot be a member of the inquiry group",
};
export const noSuchMember: Sentence = {
  zh: "调查组成员中有不存在的账号",
  en: "The inquiry group names an account that does not exist",
};
export const cannotInquire = (name: string): Sentence => ({
  zh: `${name}不能参加本案调查组：账号已停用、职责不含案件调查，或者须回避本案`,
  en: `${name} cannot be a member of the inquiry group: the account is disabled, has no inquiry role, or is recused from this case`,
});
export const leaderOutside: Sentence = {
  zh: "组长须从调查组成员中确定",
  en: "The leader must be a member of the inquiry group",
};

// precondition.ts
export const notContinuing = (precondition: Sentence): Sentence => ({
  zh: `“${precondition.zh}”须以持续状态的事实认定`,
  en: `“${precondition.en}” must be established from a fact marked as continuing`,
});
export const recordMissing = (kinds: readonly Sentence[]): Sentence => ({
  zh: `须写明此前的记录是哪一种（${kinds.map(({ zh }) => zh).join("、")}）、日期和文号`,
  en: `State the type of the earlier record (${kinds.map(({ en }) => en).join(", ")}), its date and document number`,
});
export const nothingAfterRecord = (recordOn: string): Sentence => ({
  zh: `所选事实都在该记录（${recordOn}）之前结束，不能说明此后仍无改观`,
  en: `All selected facts ended before that record (${recordOn}), so they cannot show that there was no improvement afterwards`,
});

// sitting.ts
export const presentAndAbsent = (names: readonly string[]): Sentence => ({
  zh: `${names.join("、")}同时列为到会和缺席，请核对`,
  en: `${names.join(", ")} listed as both present and absent; please check`,
});
export const recusedNotPresent = (names: readonly string[]): Sentence => ({
  zh: `${names.join("、")}列为回避，但不在到会人员中；未到会的请列为缺席`,
  en: `${names.join(", ")} listed as recused but not as present; list anyone who did not attend as absent`,
});
export const notCollective: Sentence = {
  zh: "集体研究的到会人数不得少于二人",
  en: "At least two members must be present for a collective deliberation",
};
export const beforeProposal = (proposedOn: string): Sentence => ({
  zh: `研究日期早于建议日期 ${proposedOn}`,
  en: `The deliberation date is before the proposal date ${proposedOn}`,
});
export const partySits = (name: string, why: Sentence): Sentence => ({
  zh: `${name}${why.zh}，须回避`,
  en: `${name} ${why.en} and must be recused`,
});
export const votesDoNotAddUp = (voters: number): Sentence => ({
  zh: `同意、反对、弃权合计须等于未回避的到会人数 ${voters}`,
  en: `Votes for, against and abstentions must add up to the ${voters} members present and not recused`,
});
export const notQuorate = (
  { members, needed, number }: { members: number; needed: number; number: string },
  voters: number,
): Sentence => ({
  zh: `未达法定到会人数：应到 ${members} 人，至少须有 ${needed} 人到会且未回避，现为 ${voters} 人（权限表 ${number}）`,
  en: `No quorum: of ${members} members, at least ${needed} must be present and not recused; there are ${voters} (authority table ${number})`,
});
