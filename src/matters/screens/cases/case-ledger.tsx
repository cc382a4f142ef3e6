// 案件台账.
import { contract } from "#server/contract/contract.ts";
import { actNames } from "#casework/acts.ts";
import { textOf } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import { Ledger } from "#web/tables/ledger.tsx";
import { LinkButton } from "#web/frame/link-button.tsx";
import { PageHeader } from "#web/frame/page-header.tsx";
import { accessOf } from "#web/routes.tsx";
import { mayUse, useMe } from "#web/session.ts";

export function CaseLedger() {
  const me = useMe();
  return (
    <>
      <PageHeader
        title={m.menu_cases()}
        beside={
          <>
            {mayUse(me, accessOf(contract.acts["enter-paper-case"])) ? (
              <LinkButton to="/cases/paper">{textOf(actNames["enter-paper-case"])}</LinkButton>
            ) : null}{" "}
            {mayUse(me, accessOf(contract.acts["request-opening"])) ? (
              <LinkButton to="/cases/new" primary>
                {textOf(actNames["request-opening"])}
              </LinkButton>
            ) : null}
          </>
        }
      />
      <Ledger kind="case" />
    </>
  );
}
