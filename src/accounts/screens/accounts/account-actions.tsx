// What is asked for an account (its roles, its access given back), which another administrator confirms; and disabling it.
import { useMutation } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useState } from "react";
import { contract } from "#server/contract/contract.ts";
import { refusalsOf } from "#web/acts/act-form.tsx";
import { api, client, queries } from "#web/client.ts";
import { newKey } from "#web/idempotency-key.ts";
import { textOf } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import { busy } from "#web/frame/busy.tsx";
import { accessOf } from "#web/routes.tsx";
import { mayUse, useMe } from "#web/session.ts";
import { Half } from "../administration/half.tsx";
import { AskAccess } from "./ask-access.tsx";
import { AskRoles } from "./ask-roles.tsx";
import type { Account } from "./account-list.tsx";

export function AccountActions({ account }: { account: Account }) {
  const { message } = App.useApp();
  const mayAskRoles = mayUse(useMe(), accessOf(contract.accounts.setRoles));
  const [open, setOpen] = useState<"roles" | "access" | null>(null);
  const [half, setHalf] = useState<string | null>(null);
  const named = (action: string) => m.action_on({ action, name: account.name });
  const close = () => setOpen(null);
  const asked = (given: { half: string | null }) => {
    message.success(m.administration_sent());
    setHalf(given.half);
    close();
  };
  return (
    <>
      <span className="row-actions">
        {mayAskRoles ? (
          <Button size="small" aria-label={named(m.roles_set())} onClick={() => setOpen("roles")}>
            {m.roles_set()}
          </Button>
        ) : null}
        {mayAskRoles ? <Disable account={account} /> : null}
        <Button size="small" aria-label={named(m.access_restore())} onClick={() => setOpen("access")}>
          {m.access_restore()}
        </Button>
      </span>
      {open === "roles" ? <AskRoles account={account} onClose={close} onAsked={asked} /> : null}
      {open === "access" ? <AskAccess account={account} onClose={close} onAsked={asked} /> : null}
      {half === null ? null : <Half half={half} first onClose={() => setHalf(null)} />}
    </>
  );
}

function Disable({ account }: { account: Account }) {
  const { message } = App.useApp();
  const disabling = useMutation({
    mutationFn: (disabled: boolean) =>
      client.accounts.setDisabled({ key: newKey(), accountId: account.accountId, disabled }),
    onSuccess: () => queries.invalidateQueries({ queryKey: api.accounts.key() }),
    onError: (error) =>
      void message.error(
        refusalsOf(error)
          .map((one) => textOf(one.message))
          .join("；") || m.failure_other(),
      ),
  });
  const action = account.disabled ? m.account_enable() : m.account_disable();
  return (
    <Button
      size="small"
      aria-label={m.action_on({ action, name: account.name })}
      loading={busy(disabling.isPending)}
      onClick={() => disabling.mutate(!account.disabled)}
    >
      {action}
    </Button>
  );
}
