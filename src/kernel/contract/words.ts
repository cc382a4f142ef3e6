// What each endpoint may answer instead of its answer.

// meta.ts
export const signInFirst = "请先登录";
export const roleForbidden = "您的角色不能使用此功能";
export const matterNotFound = "没有这一事项，或者不在您的办理范围内";
export const matterHasNewActs = "该事项已有新的办理记录";
export const refused = "不予办理";
export const callsTooMany = "操作过于频繁，请稍后再试";

// existing-day.ts
export const dayUnfit = "请填写存在的日期，格式 2026-01-31";
