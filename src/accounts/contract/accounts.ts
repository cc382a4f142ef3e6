// Accounts: the system administrator makes them, the security administrator gives roles; neither does the other's part.
import { z } from "zod";
import { endpoint } from "#kernel/contract/meta.ts";
import { roleShape } from "./session.ts";
import { accountUnfit } from "./words.ts";

const accountView = z.object({
  accountId: z.string(),
  account: z.string(),
  name: z.string(),
  roles: z.array(roleShape),
  organizationName: z.string().nullable(),
  disabled: z.boolean(),
  /** An account of an office that names no person takes no step that four eyes ask for. */
  namesPerson: z.boolean(),
  /** Whether signing in asks for a one-time code as well. */
  hasTotp: z.boolean(),
});

export type AccountView = z.output<typeof accountView>;

export const accounts = {
  list: endpoint
    .route({ method: "GET", path: "/accounts" })
    .meta({ access: ["system-administrator", "security-administrator"], logged: "nothing" })
    .output(z.array(accountView)),
  add: endpoint
    .route({ method: "POST", path: "/accounts" })
    .meta({ access: ["system-administrator"], logged: "administration" })
    .input(
      z.strictObject({
        key: z.uuid(),
        account: z
          .string()
          .trim()
          .regex(/^[a-z][a-z0-9.-]{2,31}$/u, accountUnfit),
        name: z.string().trim().min(1).max(50),
        organizationId: z.string().max(64).nullable(),
        personId: z.string().max(64).nullable(),
      }),
    )
    /** The one-time password is answered once and stored only as its hash. */
    .output(z.object({ accountId: z.string(), oneTimePassword: z.string() })),
  /** The person behind an account that names nobody so far. */
  namePerson: endpoint
    .route({ method: "POST", path: "/accounts/{accountId}/person" })
    .meta({ access: ["system-administrator"], logged: "administration" })
    .input(z.strictObject({ key: z.uuid(), accountId: z.string().min(1).max(64), personId: z.string().min(1).max(64) }))
    .output(z.object({ ok: z.literal(true) })),
  setRoles: endpoint
    .route({ method: "POST", path: "/accounts/{accountId}/roles" })
    .meta({ access: ["security-administrator"], logged: "administration" })
    .input(z.strictObject({ key: z.uuid(), accountId: z.string().min(1).max(64), roles: z.array(roleShape).max(9) }))
    .output(z.object({ ok: z.literal(true) })),
  setDisabled: endpoint
    .route({ method: "POST", path: "/accounts/{accountId}/disabled" })
    .meta({ access: ["security-administrator"], logged: "administration" })
    .input(z.strictObject({ key: z.uuid(), accountId: z.string().min(1).max(64), disabled: z.boolean() }))
    .output(z.object({ ok: z.literal(true) })),
  resetPassword: endpoint
    .route({ method: "POST", path: "/accounts/{accountId}/password" })
    .meta({ access: ["security-administrator"], logged: "administration" })
    .input(z.strictObject({ key: z.uuid(), accountId: z.string().min(1).max(64) }))
    .output(z.object({ oneTimePassword: z.string() })),
};
