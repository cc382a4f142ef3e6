// Why somebody cannot do an act here at all.
import type { Sentence } from "#law/text/citation.ts";

const quoted = (names: readonly Sentence[]): Sentence => ({
  zh: names.map(({ zh }) => `“${zh}”`).join("、"),
  en: names.map(({ en }) => `“${en}”`).join(", "),
});

export const notYourDuty = (act: Sentence, roles: readonly Sentence[]): Sentence => ({
  zh: `“${act.zh}”由${roles.map(({ zh }) => zh).join("、")}办理`,
  en: `“${act.en}” must be done by: ${roles.map(({ en }) => en).join(", ")}`,
});
export const notYoursToSee: Sentence = {
  zh: "该事项不存在，或者不在您的办理范围内",
  en: "This matter does not exist, or you do not have access to it",
};
export const youDidBefore = (act: Sentence, before: readonly Sentence[]): Sentence => ({
  zh: `您已办理${quoted(before).zh}，“${act.zh}”须由他人办理`,
  en: `You did ${quoted(before).en}; “${act.en}” must be done by someone else`,
});
export const delegatorDidBefore = (act: Sentence, before: readonly Sentence[]): Sentence => ({
  zh: `委托您的人已办理${quoted(before).zh}，“${act.zh}”须由他人办理`,
  en: `The person who delegated this to you did ${quoted(before).en}; “${act.en}” must be done by someone else`,
});
export const notAtThisStage = (act: Sentence, stage: Sentence): Sentence => ({
  zh: `当前阶段为“${stage.zh}”，不能办理“${act.zh}”`,
  en: `“${act.en}” is not available at the stage “${stage.en}”`,
});
export const notYetRegistered: Sentence = { zh: "尚未登记", en: "not yet registered" };
export const notAssigned = (act: Sentence): Sentence => ({
  zh: `“${act.zh}”由本案调查组成员办理`,
  en: `“${act.en}” must be done by members of this case's inquiry group`,
});
