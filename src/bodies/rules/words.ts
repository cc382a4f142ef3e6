// What is refused of acts on a leading body.
import type { Sentence } from "#law/text/citation.ts";

// body-acts.ts
export const ownBody = (organization: string): Sentence => ({
  zh: `您在${organization}任职，须回避`,
  en: `You work in ${organization} and must recuse yourself`,
});
export const notCompetentToPropose: Sentence = {
  zh: "该机关不是权限表中的建议机关",
  en: "The authority table does not allow this body to propose",
};
export const finding: Sentence = { zh: "认定", en: "the finding" };
export const isMember: Sentence = { zh: "是该领导班子成员", en: "is a member of this leading body" };
export const notCompetent: Sentence = { zh: "该机关不是有权决定的机关", en: "This body is not competent to decide" };
export const departureWithoutReasons: Sentence = {
  zh: "决定与建议不一致，须说明理由",
  en: "The decision departs from the proposal; give the reasons",
};
export const notMember: Sentence = {
  zh: "所选人员不是该领导班子成员",
  en: "This person is not a member of the leading body",
};
export const noSuchAccount: Sentence = { zh: "没有这一承办人", en: "There is no such account" };
export const dueBeforeDecision = (dueOn: string, decidedOn: string): Sentence => ({
  zh: `办理期限 ${dueOn} 早于决定日期 ${decidedOn}`,
  en: `The due date ${dueOn} is before the decision of ${decidedOn}`,
});
export const findingsMissing: Sentence = {
  zh: "两项认定（多人被问责、不能正常开展工作）均作出后，方可结束提示",
  en: "The notice can be closed only after both findings have been made",
};
export const reformDue: Sentence = {
  zh: "已认定多人被问责且不能正常开展工作，应当及时改组或者调整",
  en: "It has been found that several members were held accountable and that the body cannot work normally: it must be reorganized or adjusted",
};
export const noOpenFollowUp: Sentence = { zh: "没有这一未办结的后续事项", en: "There is no such open follow-up" };
export const notYourFollowUp = (account: string | undefined): Sentence => ({
  zh: `该事项由${account ?? "其他承办人"}办理`,
  en: `This follow-up is assigned to ${account ?? "someone else"}`,
});
export const findingsNotMade = {
  several: {
    zh: "尚未认定多名成员被问责或处理",
    en: "It has not been found that several members were held accountable",
  },
  "no-normal-work": {
    zh: "尚未认定不能正常开展工作",
    en: "It has not been found that the body cannot work normally",
  },
} as const satisfies Record<string, Sentence>;
export const notForBodies = (measures: readonly Sentence[]): Sentence => ({
  zh: `对领导班子只能${measures.map((name) => name.zh).join("或者")}`,
  en: `Measures against a leading body can only be: ${measures.map((name) => name.en).join(", ")}`,
});

// ../uses/bodies.ts
export const actedOnMeanwhile: Sentence = {
  zh: "该领导班子已有新的办理记录",
  en: "Someone else has acted on this leading body in the meantime",
};
