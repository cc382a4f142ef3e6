// The names of this act, and what it says when it refuses.
import type { Sentence } from "#law/text/citation.ts";

export const names: Sentence = { zh: "指派执行事项", en: "Assign implementation items" };
export const cannotBeAssigned = (name: string): Sentence => ({
  zh: `${name}不能承办所选事项：账号已停用、不属于承办机关，或者须回避本案`,
  en: `${name} cannot handle the selected items: the account is disabled, does not belong to the responsible office, or is recused from this case`,
});
export const chooseItems = "请选择指派的事项";
