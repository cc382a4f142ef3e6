// What the security administrator may change of an account: its roles, whether it is disabled, its password.
import { useMutation } from "@tanstack/react-query";
import { App, Button, Checkbox, Modal } from "antd";
import { useState } from "react";
import { roles, rolesAgree } from "#casework/roles.ts";
import { roleNames } from "#casework/words/role-names.ts";
import type { Role } from "#casework/roles.ts";
import { refusalsOf } from "#web/acts/act-form.tsx";
import { api, client, queries } from "#web/client.ts";
import { newKey } from "#web/idempotency-key.ts";
import { textOf } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import { Failure } from "#web/frame/failure.tsx";
import { Refusals } from "#web/law/refusals.tsx";
import type { Account } from "./account-list.tsx";
import { OneTimePassword } from "./one-time-password.tsx";
import { busy } from "#web/frame/busy.tsx";

export function AccountActions({ account }: { account: Account }) {
  const { accountId } = account;
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const done = async () => {
    await queries.invalidateQueries({ queryKey: api.accounts.key() });
  };
  const failed = (error: Error) => {
    message.error(
      refusalsOf(error)
        .map((one) => textOf(one.message))
        .join("；") || m.failure_other(),
    );
  };
  const disabling = useMutation({
    mutationFn: (disabled: boolean) => client.accounts.setDisabled({ key: newKey(), accountId, disabled }),
    onSuccess: done,
    onError: failed,
  });
  const resetting = useMutation({
    mutationFn: () => client.accounts.resetPassword({ key: newKey(), accountId }),
    onError: failed,
  });
  const named = (action: string) => m.action_on({ action, name: account.name });
  return (
    <>
      <span className="row-actions">
        <Button size="small" aria-label={named(m.roles_set())} onClick={() => setOpen(true)}>
          {m.roles_set()}
        </Button>
        <Button
          size="small"
          aria-label={named(account.disabled ? m.account_enable() : m.account_disable())}
          loading={busy(disabling.isPending)}
          onClick={() => disabling.mutate(!account.disabled)}
        >
          {account.disabled ? m.account_enable() : m.account_disable()}
        </Button>
        <Button
          size="small"
          aria-label={named(m.password_reset())}
          loading={busy(resetting.isPending)}
          onClick={() => resetting.mutate()}
        >
          {m.password_reset()}
        </Button>
      </span>
      {open ? <RolesDialog account={account} onClose={() => setOpen(false)} onDone={done} /> : null}
      {resetting.data === undefined ? null : (
        <OneTimePassword
          account={account.account}
          password={resetting.data.oneTimePassword}
          onClose={() => resetting.reset()}
        />
      )}
    </>
  );
}

function RolesDialog({
  account,
  onClose,
  onDone,
}: {
  account: Account;
  onClose: () => void;
  onDone: () => Promise<void>;
}) {
  const [key] = useState(newKey);
  const [chosen, setChosen] = useState<Role[]>(account.roles);
  const setting = useMutation({
    mutationFn: () => client.accounts.setRoles({ key, accountId: account.accountId, roles: chosen }),
    onSuccess: async () => {
      await onDone();
      onClose();
    },
  });
  const refusals = refusalsOf(setting.error);
  return (
    <Modal
      open
      title={m.action_on({ action: m.roles_set(), name: account.name })}
      okText={m.save()}
      cancelText={m.cancel()}
      okButtonProps={{ disabled: !rolesAgree(chosen) }}
      confirmLoading={setting.isPending}
      onOk={() => setting.mutate()}
      onCancel={onClose}
    >
      <Checkbox.Group
        className="radio-rows"
        value={chosen}
        onChange={(values) => setChosen(roles.filter((role) => (values as string[]).includes(role)))}
        options={roles.map((role) => ({ value: role, label: textOf(roleNames[role]) }))}
      />
      {rolesAgree(chosen) ? null : <p role="alert">{m.roles_exclude()}</p>}
      {refusals.length > 0 ? <Refusals refusals={refusals} /> : null}
      {setting.error !== null && refusals.length === 0 ? <Failure error={setting.error} /> : null}
    </Modal>
  );
}
