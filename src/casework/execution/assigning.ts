// Who may be given items of execution in a case: the act refuses by it, and its form offers nobody else.
import type { Bodies } from "#law/procedure/bodies.ts";
import type { RegistryAccount } from "../act.ts";
import type { Case } from "../case.ts";
import { mayRead } from "../duties.ts";
import { worksFor } from "../offices.ts";
import { outlineOf } from "../outline.ts";

/** Whether the account is enabled, of each of the offices that own the items, free to read the case, and not named in it by themselves or a relative. */
export function mayBeAssigned(law: Bodies, account: RegistryAccount, state: Case, offices: readonly string[]): boolean {
  return (
    !account.disabled &&
    !account.isInvolved &&
    offices.every((office) => worksFor(law, account, office)) &&
    mayRead(account, outlineOf(state))
  );
}
