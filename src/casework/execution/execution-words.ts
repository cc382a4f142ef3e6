// Why an item of execution cannot be done, assigned or waived.
import type { Sentence } from "#law/text/citation.ts";

/** An item inside a sentence; `subject` is null for what concerns the case as a whole. */
export const itemOf = (item: Sentence, subject: string | null): Sentence => ({
  zh: `“${item.zh}”${subject === null ? "" : `（${subject}）`}`,
  en: `“${item.en}”${subject === null ? "" : ` (${subject})`}`,
});

export const noSuchItem: Sentence = {
  zh: "所选事项不在本案的执行清单中，或者尚未到办理时",
  en: "The selected item is not on this case's implementation list, or it is too early to handle it",
};
export const doneAlready = (item: Sentence, on: string): Sentence => ({
  zh: `${item.zh}已于 ${on} 办理`,
  en: `${item.en} was completed on ${on}`,
});
export const waived = (item: Sentence): Sentence => ({ zh: `${item.zh}已批准免办`, en: `${item.en} has been waived` });
export const anotherAct = (item: Sentence, act: Sentence): Sentence => ({
  zh: `${item.zh}请通过“${act.zh}”办理`,
  en: `${item.en}: use “${act.en}”`,
});
export const anotherOffice = (item: Sentence, roles: readonly Sentence[]): Sentence => ({
  zh: `${item.zh}由${roles.map(({ zh }) => zh).join("、")}办理`,
  en: `${item.en} must be done by: ${roles.map(({ en }) => en).join(", ")}`,
});
