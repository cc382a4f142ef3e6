// Who acts: always an argument, never ambient.
import type { Role } from "./roles.ts";

/** personId ties the account to a cadre in the registry, so that nobody handles a case in which they are a party. */
export type Actor = {
  accountId: string;
  name: string;
  roles: readonly Role[];
  personId: string | null;
  organizationId: string | null;
};
