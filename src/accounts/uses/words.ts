// What is refused of accounts, delegations, one-time codes and passwords.
import type { Sentence } from "#law/text/citation.ts";

// accounts.ts
export const noSuchPerson: Sentence = { zh: "干部不存在", en: "There is no such person" };
export const personHasAccount: Sentence = {
  zh: "该干部已有账号，一人只能有一个在用的账号，同一条登记也只能有一个（含已停用的），否则本人经手的环节可由本人另一账号复核",
  en: "This person already has an account, possibly a disabled one on this record. One person may have only one account in use; with a second they could review their own work",
};
export const namesSomebody: Sentence = {
  zh: "该账号已对应登记人员，不能改为他人",
  en: "This account is linked to a person already and cannot be given to another",
};
export const accountTaken = (account: string): Sentence => ({
  zh: `账号“${account}”已存在`,
  en: `The account “${account}” already exists`,
});
export const ownRoles: Sentence = { zh: "不能变更自己的角色", en: "You cannot change your own roles" };
export const rolesExclude: Sentence = {
  zh: "系统管理员、安全管理员、审计管理员相互排斥，也不得兼任其他角色",
  en: "An administrator role excludes every other role",
};
export const accountNamesNobody: Sentence = {
  zh: "承办机关的账号须对应干部名册中的本人，否则无法判断回避和一人多号；请组织人事干部先登记这是谁的账号",
  en: "Office accounts must be linked to a person in the register, so that recusal and duplicate accounts can be checked; ask the personnel department to record first whose account this is",
};
export const rolesChangedMeanwhile: Sentence = {
  zh: "申请之后该账号的角色已有变化，请重新申请",
  en: "The roles of this account have changed since the request; please request again",
};
export const noSecondFactor: Sentence = {
  zh: "该账号没有动态口令，只重置密码不能确认是本人；请改为“密码和动态口令一并恢复”，由两名管理员当面核验本人",
  en: "This account has no one-time codes, so a new password alone would not prove who uses it; choose password and codes together, after two administrators have seen the person",
};
export const ownAccountDisabled: Sentence = { zh: "不能停用自己的账号", en: "You cannot disable your own account" };
export const ownPassword: Sentence = {
  zh: "自己的密码请用“修改密码”变更",
  en: "To change your own password, use “Change password” in the menu",
};
export const accountInUse: Sentence = {
  zh: "该账号已启用，一次性密码不再显示；需要时请安全管理员重置",
  en: "The account is already in use; its one-time password is not shown again. If necessary, ask the security administrator to reset it",
};

// administration.ts
export const requestDecided: Sentence = { zh: "该申请已处理", en: "This request has already been decided" };
export const partyToRequest: Sentence = {
  zh: "申请人、账号本人及其近亲属不能确认，须由另一名管理员办理",
  en: "Neither the requester, nor the account holder, nor a close relative of theirs may decide; another administrator must",
};

// delegations.ts
export const roleNotYours: Sentence = {
  zh: "只能委托本人的职责，受委托的职责不得再委托",
  en: "You can delegate only roles of your own, not roles delegated to you",
};
export const roleNotTheirs: Sentence = {
  zh: "该账号没有这一角色，或者这一角色不能委托",
  en: "This account does not hold the role, or the role cannot be delegated",
};
export const delegatedToSelf: Sentence = { zh: "不能委托给自己", en: "You cannot delegate to yourself" };
export const noSuchDay: Sentence = { zh: "日期不存在", en: "There is no such date" };
export const endsBeforeBeginning: Sentence = {
  zh: "截止日期早于开始日期",
  en: "The end date is before the start date",
};
export const alreadyOver: Sentence = { zh: "截止日期已过", en: "The end date has passed" };
export const noSuchAccount: Sentence = { zh: "没有这一账号", en: "There is no such account" };
export const receiverWithoutOffice: Sentence = {
  zh: "受委托人须为承办机关的工作人员",
  en: "The delegate must be staff of a responsible office",
};
export const receiverHoldsRole: Sentence = {
  zh: "对方已有这一职责，无需委托",
  en: "The delegate already has this role; no delegation is needed",
};
export const alreadyDelegated: Sentence = {
  zh: "同一职责在这段时间内已委托给此人",
  en: "This role is already delegated to this person for part of this period",
};
export const otherAccountInUse: Sentence = {
  zh: "该人员的另一账号正在使用，一人只能有一个在用的账号；请先停用另一账号",
  en: "This person has another account in use, and one person has one account; disable the other first",
};
export const delegationDecided: Sentence = {
  zh: "该委托已处理或者已过期",
  en: "This delegation has been decided or has expired",
};

// security.ts
export const policyChangedMeanwhile: Sentence = {
  zh: "安全策略已被他人修改",
  en: "The security policy has been changed by someone else in the meantime",
};

// session.ts
export const passwordCommon: Sentence = {
  zh: "这是常见密码，容易被猜到，请换一个",
  en: "This is a common password that is easily guessed; choose another",
};
export const sameAsOldPassword: Sentence = {
  zh: "新密码不能与原密码相同",
  en: "The new password must differ from the old one",
};
export const usedBefore = (passwords: number): Sentence => ({
  zh: `新密码不能与最近${passwords}次用过的密码相同`,
  en: `The new password must differ from the last ${passwords} passwords`,
});

// totp.ts
export const totpHeldAlready: Sentence = { zh: "您已启用动态口令", en: "You already use one-time codes" };
export const totpNotBegun: Sentence = { zh: "请先获取密钥", en: "Get a key first" };
export const wrongCode: Sentence = {
  zh: "动态口令不正确或者已经使用，请等下一个",
  en: "The code is incorrect or has already been used; wait for the next one",
};
export const noTotp: Sentence = { zh: "该账号未启用动态口令", en: "This account does not use one-time codes" };
export const totpIssuer = (jurisdiction: string): string => `问责 ${jurisdiction}`;
