// The row of an account without its password, as accounts and sessions both read it.
import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import { z } from "zod";
import { roles } from "#casework/roles.ts";

export const accountShape = z.object({
  id: z.string(),
  account: z.string(),
  name: z.string(),
  roles: z.array(z.enum(roles)),
  organizationId: z.string().nullable(),
  organizationName: z.string().nullable(),
  personId: z.string().nullable(),
  disabled: z.boolean(),
  mustChangePassword: z.boolean(),
  passwordSetAt: z.string().nullable(),
  hasTotp: z.boolean(),
});
export type AccountRow = z.output<typeof accountShape>;

/** What an account is at a moment besides its row: whose relative, and what is delegated to it. */
export const standingShape = z.object({
  relativeIds: z.array(z.string()),
  delegations: z.array(
    z.object({ delegationId: z.string(), role: z.enum(roles), fromAccount: z.string(), fromName: z.string() }),
  ),
});
export type Standing = z.output<typeof standingShape>;

/** Columns of accountShape, over account AS a LEFT JOIN organization AS o. */
export const accountColumns = sql`a.id, a.account, a.name, a.roles, a.organization_id AS "organizationId", o.name AS "organizationName",
  a.person_id AS "personId", a.disabled, a.must_change_password AS "mustChangePassword", a.password_set_at AS "passwordSetAt",
  EXISTS (SELECT FROM totp AS c WHERE c.jurisdiction_id = a.jurisdiction_id AND c.account_id = a.id AND c.confirmed) AS "hasTotp"`;

/** Columns of standingShape on an ISO day, over account AS a. A delegated role ends with the role or the account it comes from. */
export function standingColumns(today: string | null): RawBuilder<unknown> {
  return sql`ARRAY(
      SELECT CASE WHEN r.person_id = a.person_id THEN r.relative_id ELSE r.person_id END FROM person_relative AS r
      WHERE r.jurisdiction_id = a.jurisdiction_id AND (r.person_id = a.person_id AND r.relative_id IS NOT NULL OR r.relative_id = a.person_id)
      ORDER BY 1) AS "relativeIds",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('delegationId', d.id, 'role', d.role, 'fromAccount', d.from_account, 'fromName', g.name) ORDER BY d.id), '[]')
      FROM delegation AS d JOIN account AS g ON g.jurisdiction_id = d.jurisdiction_id AND g.id = d.from_account AND NOT g.disabled AND d.role = ANY(g.roles)
      WHERE d.jurisdiction_id = a.jurisdiction_id AND d.to_account = a.id AND d.approved AND d.ended_at IS NULL
        AND ${today}::date BETWEEN d.from_day AND d.until_day AND NOT d.role = ANY(a.roles)) AS delegations`;
}
