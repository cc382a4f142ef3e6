// 案件台账.
import { contract } from "#api/contract.ts";
import { actNames } from "#casework/act-names.ts";
import { textOf } from "../../language.ts";
import { m } from "../../paraglide/messages.js";
import { Ledger } from "../../parts/ledger.tsx";
import { LinkButton } from "../../parts/link-button.tsx";
import { PageHeader } from "../../parts/page-header.tsx";
import { accessOf } from "../../routes.tsx";
import { mayUse, useMe } from "../../session.tsx";

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
