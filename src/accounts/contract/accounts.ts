// Accounts: the system administrator makes them, the security administrator gives roles with a second administrator, the personnel
// department says whose they are.
import { z } from "zod";
import { endpoint } from "#kernel/contract/meta.ts";
import { accessShape, asked } from "./asked.ts";
import { roleShape } from "./session.ts";
import { accountUnfit, reasonTooLong, textMissing } from "./words.ts";

const accountId = z.string().min(1).max(64);
const reason = z.string().trim().min(1, textMissing).max(500, reasonTooLong);

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

const unnamedAccount = accountView.pick({ accountId: true, account: true, name: true });
export type UnnamedAccount = z.output<typeof unnamedAccount>;

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
      }),
    )
    /** The one-time password is answered once and stored only as its hash. */
    .output(z.object({ accountId: z.string(), oneTimePassword: z.string() })),
  /** Asks for the roles; another administrator decides. Of an account that had none the answer has the first half of its one-time word. */
  setRoles: endpoint
    .route({ method: "POST", path: "/accounts/{accountId}/roles" })
    .meta({ access: ["security-administrator"], logged: "administration" })
    .input(z.strictObject({ key: z.uuid(), accountId, roles: z.array(roleShape).max(9), reason }))
    .output(asked),
  setDisabled: endpoint
    .route({ method: "POST", path: "/accounts/{accountId}/disabled" })
    .meta({ access: ["security-administrator"], logged: "administration" })
    .input(z.strictObject({ key: z.uuid(), accountId, disabled: z.boolean() }))
    .output(z.object({ ok: z.literal(true) })),
  /** Asks for access to be given back: password forgotten, device lost, or both; another administrator decides. */
  restoreAccess: endpoint
    .route({ method: "POST", path: "/accounts/{accountId}/access" })
    .meta({ access: ["system-administrator", "security-administrator"], logged: "administration" })
    .input(z.strictObject({ key: z.uuid(), accountId, access: accessShape, reason }))
    .output(asked),
  /** Accounts that name nobody in the registry yet. */
  unnamed: endpoint
    .route({ method: "GET", path: "/accounts/unnamed" })
    .meta({ access: ["personnel-officer"], logged: "nothing" })
    .output(z.array(unnamedAccount)),
  /** The person behind an account that names nobody so far, said once and for all. */
  namePerson: endpoint
    .route({ method: "POST", path: "/accounts/{accountId}/person" })
    .meta({ access: ["personnel-officer"], logged: "administration" })
    .input(z.strictObject({ key: z.uuid(), accountId, personId: z.string().min(1).max(64) }))
    .output(z.object({ ok: z.literal(true) })),
};
