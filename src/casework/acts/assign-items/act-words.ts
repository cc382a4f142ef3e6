// The names of this act, and what it says when it refuses.
import type { Sentence } from "#law/text/citation.ts";

export const names: Sentence = { zh: "指派执行事项", en: "Assign items of execution" };
export const cannotBeAssigned = (name: string): Sentence => ({
  zh: `${name}不能承办所选事项：账号已停用、不属于承办机关，或者须回避本案`,
  en: `${name} cannot be given these items: the account is disabled, is not of the office, or is kept out of this case`,
});
export const chooseItems = "请选择指派的事项";
