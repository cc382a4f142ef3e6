// Naming the person behind an account that names nobody: until then its steps count for no four eyes.
import { useMutation } from "@tanstack/react-query";
import { Button, Modal, Tag } from "antd";
import { useState } from "react";
import { contract } from "#server/contract/contract.ts";
import { refusalsOf } from "#web/acts/act-form.tsx";
import { api, client, queries } from "#web/client.ts";
import { PersonPicker } from "#web/fields/person-picker.tsx";
import { Failure } from "#web/frame/failure.tsx";
import { newKey } from "#web/idempotency-key.ts";
import { Refusals } from "#web/law/refusals.tsx";
import { m } from "#web/paraglide/messages.js";
import { accessOf } from "#web/routes.tsx";
import { mayUse, useMe } from "#web/session.ts";
import type { Account } from "./account-list.tsx";

type Named = Pick<Account, "accountId" | "account" | "name">;

export function NamePerson({ account }: { account: Named }) {
  const [open, setOpen] = useState(false);
  const may = mayUse(useMe(), accessOf(contract.accounts.namePerson));
  return (
    <>
      <Tag color="warning">{m.account_names_nobody()}</Tag>
      {may ? (
        <Button
          size="small"
          aria-label={m.action_on({ action: m.account_name_person(), name: account.name })}
          onClick={() => setOpen(true)}
        >
          {m.account_name_person()}
        </Button>
      ) : null}
      {open ? <PersonDialog account={account} close={() => setOpen(false)} /> : null}
    </>
  );
}

function PersonDialog({ account, close }: { account: Named; close: () => void }) {
  const [key] = useState(newKey);
  const [personId, setPersonId] = useState<string | null>(null);
  const naming = useMutation({
    mutationFn: (chosen: string) => client.accounts.namePerson({ key, accountId: account.accountId, personId: chosen }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: api.accounts.key() });
      close();
    },
  });
  const refusals = refusalsOf(naming.error);
  return (
    <Modal
      open
      title={m.action_on({ action: m.account_name_person(), name: account.name })}
      okText={m.save()}
      cancelText={m.cancel()}
      okButtonProps={{ disabled: personId === null }}
      confirmLoading={naming.isPending}
      onOk={() => {
        if (personId !== null) naming.mutate(personId);
      }}
      onCancel={close}
    >
      <p>{m.account_name_person_extra()}</p>
      <PersonPicker aria-label={m.account_person()} value={personId} onChange={setPersonId} />
      {refusals.length > 0 ? <Refusals refusals={refusals} /> : null}
      {naming.error !== null && refusals.length === 0 ? <Failure error={naming.error} /> : null}
    </Modal>
  );
}
