// 线索台账.
import { contract } from "#server/contract/contract.ts";
import { m } from "#web/paraglide/messages.js";
import { Ledger } from "#web/tables/ledger.tsx";
import { LinkButton } from "#web/frame/link-button.tsx";
import { PageHeader } from "#web/frame/page-header.tsx";
import { accessOf } from "#web/routes.tsx";
import { mayUse, useMe } from "#web/session.ts";

export function LeadLedger() {
  const me = useMe();
  return (
    <>
      <PageHeader
        title={m.menu_leads()}
        beside={
          mayUse(me, accessOf(contract.acts["register-lead"])) ? (
            <LinkButton to="/leads/new" primary>
              {m.lead_register()}
            </LinkButton>
          ) : null
        }
      />
      <Ledger kind="lead" />
    </>
  );
}
