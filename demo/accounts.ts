// Demonstration accounts: one or more for each role, all with one well-known password. Never for real use.
import type { Role } from "#casework/roles.ts";

/** Known to everybody who reads this: 演示 means demonstration. */
export const demonstrationPassword = "Yanshi-2026";

export type DemoAccount = {
  id: string;
  account: string;
  /** The cadre whose account it is; null for the three administrators, who are no party to anything. */
  person: string | null;
  /** Shown where there is no person. */
  name: string | null;
  organization: string;
  roles: readonly [Role];
};

export const demoAccounts: readonly DemoAccount[] = [
  account("01", "jijian", "jwgw-4", "jwgw", "discipline-officer"),
  account("02", "jijian2", "jwgw-5", "jwgw", "discipline-officer"),
  account("03", "shenli", "jwgw-6", "jwgw", "reviewer"),
  account("04", "zuzhi", "gongzuobu-2", "gongzuobu", "personnel-officer"),
  account("12", "zuzhi2", "gongzuobu-8", "gongzuobu", "personnel-officer"),
  account("05", "shuji", "dgw-1", "dgw", "committee-secretary"),
  account("06", "bangongshi", "bangongshi-5", "bangongshi", "office-clerk"),
  account("07", "lianluo", "songxi-bsc-6", "songxi-bsc", "unit-liaison"),
  account("08", "lianluo2", "yingji-5", "yingji", "unit-liaison"),
  account("09", "xitong", null, "bangongshi", "system-administrator", "演示系统管理员"),
  account("10", "anquan", null, "bangongshi", "security-administrator", "演示安全管理员"),
  account("11", "shenji", null, "jwgw", "audit-administrator", "演示审计管理员"),
];

function account(
  order: string,
  name: string,
  person: string | null,
  organization: string,
  role: Role,
  shown: string | null = null,
): DemoAccount {
  return {
    id: `00000000-0000-4000-8000-0000000000${order}`,
    account: name,
    person,
    name: shown,
    organization,
    roles: [role],
  };
}

export function accountIdOf(name: string): string {
  const found = demoAccounts.find((one) => one.account === name);
  if (found === undefined) throw new RangeError(`no account ${name}`);
  return found.id;
}
