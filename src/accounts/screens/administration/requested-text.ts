// What a request of an administrator asks for, in one line.
import type { InferContractRouterOutputs } from "@orpc/contract";
import { roleNames } from "#casework/words/role-names.ts";
import type { Role } from "#casework/roles.ts";
import type { contract } from "#server/contract/contract.ts";
import { listed, textOf } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import { policyNames } from "../security/policy-names.ts";

export type Request = InferContractRouterOutputs<typeof contract>["administration"]["requests"][number];

const accessTexts = {
  password: m.administration_access_password,
  codes: m.administration_access_codes,
  both: m.administration_access_both,
} as const;

export function requestedText({ requested }: Request): string {
  switch (requested.kind) {
    case "set-roles":
      return m.administration_roles({ before: rolesText(requested.before), after: rolesText(requested.after) });
    case "restore-access":
      return accessTexts[requested.access]();
    case "set-security-policy":
      return m.administration_policy({ changes: changesText(requested) });
    case "issue-token":
      return m.administration_token({ office: requested.office, until: requested.expiresOn });
  }
}

function rolesText(roles: readonly Role[]): string {
  return roles.length === 0 ? m.no_roles() : listed(roles.map((role) => textOf(roleNames[role])));
}

function changesText({ before, after }: Extract<Request["requested"], { kind: "set-security-policy" }>): string {
  const changed = Object.entries(policyNames).flatMap(([name, label]) => {
    const one = name as keyof typeof policyNames; // the keys of policyNames
    return before[one] === after[one] ? [] : [`${label()} ${before[one]} → ${after[one]}`];
  });
  return listed(changed);
}
