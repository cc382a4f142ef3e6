// Why somebody cannot do an act here at all.
import type { FourEyesFault } from "../four-eyes.ts";
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
/** Who must not do an act after others, and why: by whose hands those were done. */
export const someoneElse: Record<FourEyesFault, (act: Sentence, before: readonly Sentence[]) => Sentence> = {
  own: (act, before) => ({
    zh: `您已办理${quoted(before).zh}，“${act.zh}”须由他人办理`,
    en: `You did ${quoted(before).en}; “${act.en}” must be done by someone else`,
  }),
  kin: (act, before) => ({
    zh: `${quoted(before).zh}由您本人的另一账号、您的近亲属或者未对应人员的账号办理，“${act.zh}”须由他人办理`,
    en: `${quoted(before).en} was done by another account of yours, a close relative, or an account that names no person; “${act.en}” must be done by someone else`,
  }),
  delegator: (act, before) => ({
    zh: `委托您的人或者其近亲属已办理${quoted(before).zh}，“${act.zh}”须由他人办理`,
    en: `The person who delegated this to you, or a close relative of theirs, did ${quoted(before).en}; “${act.en}” must be done by someone else`,
  }),
  nameless: (act, before) => ({
    zh: `您的账号没有对应登记人员，无法确认与办理${quoted(before).zh}的不是同一人，不能办理“${act.zh}”；请系统管理员为账号补登人员`,
    en: `Your account names no person, so nobody can tell that you are not who did ${quoted(before).en}; “${act.en}” is not yours to do until the system administrator enters your person`,
  }),
};
/** The same of two steps outside matters. */
export const firstStepWasYours: Record<FourEyesFault, Sentence> = {
  own: { zh: "前一步由您办理，这一步须由他人办理", en: "You took the first step; someone else must take this one" },
  kin: {
    zh: "前一步由您本人的另一账号、您的近亲属或者未对应人员的账号办理，这一步须由他人办理",
    en: "The first step was taken by another account of yours, a close relative, or an account that names no person; someone else must take this one",
  },
  delegator: {
    zh: "前一步由委托您的人或者其近亲属办理，这一步须由他人办理",
    en: "The first step was taken by the person who delegated this role to you, or a close relative of theirs; someone else must take this one",
  },
  nameless: {
    zh: "您的账号没有对应登记人员，无法确认与前一步的办理人不是同一人，不能办理；请系统管理员为账号补登人员",
    en: "Your account names no person, so nobody can tell that you are not who took the first step; the system administrator must enter your person first",
  },
};
export const notAtThisStage = (act: Sentence, stage: Sentence): Sentence => ({
  zh: `当前阶段为“${stage.zh}”，不能办理“${act.zh}”`,
  en: `“${act.en}” is not available at the stage “${stage.en}”`,
});
export const notYetRegistered: Sentence = { zh: "尚未登记", en: "not yet registered" };
export const notAssigned = (act: Sentence): Sentence => ({
  zh: `“${act.zh}”由本案调查组成员办理`,
  en: `“${act.en}” must be done by members of this case's inquiry group`,
});
