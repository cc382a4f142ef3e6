// What is refused of persons, organizations and merges.
import type { Sentence } from "#law/text/citation.ts";

// organization-changes.ts
export const changedMeanwhile: Sentence = {
  zh: "该单位已有新的变更，请刷新后重新填写",
  en: "This organization has been changed in the meantime; reload the page and fill in the form again",
};
export const alreadyEnded = (on: string): Sentence => ({
  zh: `该单位已于 ${on} 不再保留，不能再变更`,
  en: `This organization ceased to exist on ${on} and can no longer be changed`,
});
export const noSuchDay: Sentence = {
  zh: "日期不存在，请按 2026-01-31 的格式填写",
  en: "This date does not exist; enter it as 2026-01-31",
};
export const dayInFuture = (on: string): Sentence => ({ zh: `日期 ${on} 晚于今天`, en: `${on} is after today` });
export const beforeLastChange = (earliest: string): Sentence => ({
  zh: `日期须晚于上一次变更的 ${earliest}`,
  en: `The date must be after the last change, ${earliest}`,
});
export const sameName: Sentence = {
  zh: "请填写与原名称不同的新名称",
  en: "Enter a name that differs from the present one",
};
export const nameTaken = (name: string): Sentence => ({
  zh: `已有单位叫“${name}”`,
  en: `An organization named “${name}” already exists`,
});
export const otherOrganizationMissing: Sentence = {
  zh: "请选择另一个单位",
  en: "Select another organization",
};
export const sameParent: Sentence = {
  zh: "请选择与原来不同的上级单位",
  en: "Select a parent organization different from the present one",
};
export const noSuchParent: Sentence = { zh: "上级单位不存在", en: "There is no such parent organization" };
export const belowItself: Sentence = {
  zh: "不能隶属于自己的下级单位",
  en: "An organization cannot be placed under one of its own subordinate units",
};

// person-merges.ts
export const sameRecord: Sentence = {
  zh: "两条记录是同一条，不需要合并",
  en: "These are the same record; there is nothing to merge",
};
export const alreadyMerged = (name: string): Sentence => ({
  zh: `“${name}”的这条记录已并入另一条，请选择并入后的记录`,
  en: `This record of ${name} has been merged into another; select the merged record`,
});
export const bothHaveAccounts: Sentence = {
  zh: "两条记录各有一个账号，请先由系统管理员停用其中一个，并核对是否为同一人",
  en: "Both records have an account. First ask the system administrator to disable one, and check that they are the same person",
};

// registry.ts
export const noSuchOrganization: Sentence = { zh: "单位不存在", en: "There is no such organization" };
export const personTaken: Sentence = {
  zh: "名册中已有该身份证号的干部",
  en: "An official with this ID number is already in the register",
};
export const idNumberWrong = (fault: Sentence): Sentence => ({
  zh: `身份证号${fault.zh}`,
  en: `The ID number is wrong. ${fault.en}`,
});
export const postDayUnfit: Sentence = {
  zh: "任职日期不存在，或者早于1900年，请按 2026-01-31 的格式填写",
  en: "The appointment date does not exist or is before 1900; enter it as 2026-01-31",
};
export const postDayInFuture = (from: string): Sentence => ({
  zh: `任职日期 ${from} 晚于今天`,
  en: `The appointment date ${from} is after today`,
});

// relatives.ts
export const relativeIsSame: Sentence = {
  zh: "近亲属须为登记的另一人，请重新选择",
  en: "The relative must be another registered person; select again",
};
export const relativeKnown: Sentence = {
  zh: "已登记有同一关系、同一姓名的近亲属，请在原条目上更正",
  en: "A relative of this relation and name is registered already; correct that entry instead",
};
