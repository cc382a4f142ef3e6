// 线索台账.
import { contract } from "#api/contract.ts";
import { m } from "../../paraglide/messages.js";
import { Ledger } from "../../parts/ledger.tsx";
import { LinkButton } from "../../parts/link-button.tsx";
import { PageHeader } from "../../parts/page-header.tsx";
import { accessOf } from "../../routes.tsx";
import { mayUse, useMe } from "../../session.tsx";

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
