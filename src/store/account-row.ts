// The row of an account without its password, as accounts and sessions both read it.
import { sql } from "kysely";
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
});
export type AccountRow = z.output<typeof accountShape>;

/** Columns of accountShape, over account AS a LEFT JOIN organization AS o. */
export const accountColumns = sql`a.id, a.account, a.name, a.roles, a.organization_id AS "organizationId", o.name AS "organizationName",
  a.person_id AS "personId", a.disabled, a.must_change_password AS "mustChangePassword"`;
