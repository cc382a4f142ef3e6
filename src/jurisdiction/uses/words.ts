// What is refused of the authority table, and what the founding of a district writes.
import type { Sentence } from "#law/text/citation.ts";

// authority.ts
export const alreadyConfirmed = (confirmed: boolean, byName: string): Sentence => ({
  zh: `该版本已由${byName}${confirmed ? "确认" : "退回"}`,
  en: `This version has already been ${confirmed ? "confirmed" : "returned"} by ${byName}`,
});
export const reasonsMissing: Sentence = { zh: "退回的须写明理由", en: "State the reasons for returning it" };
export const noSuchDay: Sentence = {
  zh: "生效日期不存在，请按 2026-01-31 的格式填写",
  en: "This date does not exist; enter it as 2026-01-31",
};
export const beforeRegulation: Sentence = {
  zh: "生效日期早于本办法施行之日",
  en: "The effective date is before the regulation came into force",
};
export const noSuchBody = (id: string): Sentence => ({
  zh: `没有名为 ${id} 的机关`,
  en: `There is no body named ${id}`,
});
export const rowMissing = (managedBy: Sentence): Sentence => ({
  zh: `${managedBy.zh}的每一类方式须有且只有一行，并写明决定机关`,
  en: `${managedBy.en}: each class of measures must have exactly one row, with a deciding body`,
});
export const quorumTwice: Sentence = {
  zh: "同一机关的到会人数填写了两次",
  en: "A quorum has been entered twice for the same body",
};

// calendar.ts
export const yearDecided: Sentence = {
  zh: "该年度日历已确认或者退回",
  en: "This calendar has already been confirmed or returned",
};

// found.ts
export const firstAdministratorNames = {
  "system-administrator": "系统管理员",
  "security-administrator": "安全管理员",
  "audit-administrator": "审计管理员",
} as const;
export const firstStart = "首次启动";
