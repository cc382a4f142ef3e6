// What is wrong with an input about accounts, or with who signs in.

export const textMissing = "请填写";
export const reasonTooLong = "不超过500字";

// accounts.ts
export const accountUnfit = "账号须为3至32位小写字母、数字、点或横线，以字母开头";

// delegations.ts
export const choiceMissing = "请选择";

// session.ts
export const signInFaults = {
  wrongCredentials: "账号或密码不正确",
  codeNeeded: "请输入动态口令",
  wrongCode: "动态口令不正确或者已经使用，请等下一个",
} as const;
export const passwordFaults = { weak: "新密码不合安全策略", wrongCredentials: "原密码不正确" } as const;
