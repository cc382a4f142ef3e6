// The words of the authority table: classes of measures, shares of a quorum.
import type { AuthorityRow, Quorum } from "#law/procedure/authority.ts";
import { m } from "#web/paraglide/messages.js";

export const classNames = {
  light: m.authority_light,
  organizational: m.authority_organizational,
  body: m.authority_body,
} as const satisfies Record<AuthorityRow["measures"], () => string>;

export const shareNames = {
  "more-than-half": m.authority_half,
  "two-thirds": m.authority_two_thirds,
} as const satisfies Record<Quorum["share"], () => string>;

export const columnNames = {
  decides: m.authority_decides,
  proposes: m.authority_proposes,
  approves: m.authority_approves,
  executes: m.authority_executes,
} as const;

export const columns = ["decides", "proposes", "approves", "executes"] as const;
