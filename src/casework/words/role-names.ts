// What each role of an account is called.
import type { Sentence } from "#law/text/citation.ts";

export const roleNames = {
  "discipline-officer": { zh: "纪检监察干部", en: "Discipline officer" },
  reviewer: { zh: "审理人员", en: "Reviewer" },
  "personnel-officer": { zh: "组织人事干部", en: "Personnel officer" },
  "committee-secretary": { zh: "党工委书记", en: "Working Committee secretary" },
  "office-clerk": { zh: "党政综合办公室工作人员", en: "General Office clerk" },
  "unit-liaison": { zh: "单位联络员", en: "Unit liaison" },
  "system-administrator": { zh: "系统管理员", en: "System administrator" },
  "security-administrator": { zh: "安全管理员", en: "Security administrator" },
  "audit-administrator": { zh: "审计管理员", en: "Audit administrator" },
} as const satisfies Record<string, Sentence>;
