// The row of an account without its password, as accounts and sessions both read it.
import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import { z } from "zod";
import { heldDelegationShape, roleShape } from "../contract/session.ts";

export const accountShape = z.object({
  id: z.string(),
  account: z.string(),
  name: z.string(),
  roles: z.array(roleShape),
  organizationId: z.string().nullable(),
  organizationName: z.string().nullable(),
  personId: z.string().nullable(),
  disabled: z.boolean(),
  mustChangePassword: z.boolean(),
  passwordSetAt: z.string().nullable(),
  rolesSince: z.string().nullable(),
  hasTotp: z.boolean(),
});
export type AccountRow = z.output<typeof accountShape>;

/** What an account is at a moment besides its row: whose relative (other records of the same person among them), whose eyes, what is delegated to it. */
export const standingShape = z.object({
  relativeIds: z.array(z.string()),
  kinAccountIds: z.array(z.string()),
  delegations: z.array(heldDelegationShape),
});
export type Standing = z.output<typeof standingShape>;

/** Columns of accountShape, over account AS a LEFT JOIN organization AS o. */
export const accountColumns = sql`a.id, a.account, a.name, a.roles, a.organization_id AS "organizationId", o.name AS "organizationName",
  (SELECT coalesce(p.merged_into, p.id) FROM person AS p WHERE p.jurisdiction_id = a.jurisdiction_id AND p.id = a.person_id) AS "personId", a.disabled, a.must_change_password AS "mustChangePassword", a.password_set_at AS "passwordSetAt", a.roles_since AS "rolesSince",
  EXISTS (SELECT FROM totp AS c WHERE c.jurisdiction_id = a.jurisdiction_id AND c.account_id = a.id AND c.confirmed) AS "hasTotp"`;

/** Columns of standingShape on an ISO day, over account AS a. A delegated role ends with the role or the account it comes from. */
export function standingColumns(today: string | null): RawBuilder<unknown> {
  return sql`wenze_relatives(a.jurisdiction_id, a.id) AS "relativeIds",
    wenze_kin_accounts(a.jurisdiction_id, a.id) AS "kinAccountIds",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('delegationId', d.id, 'role', d.role, 'fromAccount', d.from_account, 'fromName', g.name,
        'fromPersonId', (SELECT coalesce(p.merged_into, p.id) FROM person AS p WHERE p.jurisdiction_id = g.jurisdiction_id AND p.id = g.person_id),
        'fromKinAccountIds', to_jsonb(wenze_kin_accounts(d.jurisdiction_id, d.from_account))) ORDER BY d.id), '[]')
      FROM delegation AS d JOIN account AS g ON g.jurisdiction_id = d.jurisdiction_id AND g.id = d.from_account AND NOT g.disabled AND d.role = ANY(g.roles)
      WHERE d.jurisdiction_id = a.jurisdiction_id AND d.to_account = a.id AND d.approved AND d.ended_at IS NULL
        AND ${today}::date BETWEEN d.from_day AND d.until_day AND NOT d.role = ANY(a.roles)) AS delegations`;
}
