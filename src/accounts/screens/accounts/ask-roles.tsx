// Asking for the roles of an account, which another administrator confirms.
import { useMutation } from "@tanstack/react-query";
import { Checkbox, Form, Input, Modal } from "antd";
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

type Values = { reason: string };
type Props = { account: Account; onClose: () => void; onAsked: (asked: { half: string | null }) => void };

export function AskRoles({ account, onClose, onAsked }: Props) {
  const [key] = useState(newKey);
  const [form] = Form.useForm<Values>();
  const [chosen, setChosen] = useState<Role[]>(account.roles);
  const asking = useMutation({
    mutationFn: ({ reason }: Values) =>
      client.accounts.setRoles({ key, accountId: account.accountId, roles: chosen, reason }),
    onSuccess: async (asked) => {
      await queries.invalidateQueries({ queryKey: api.administration.key() });
      onAsked(asked);
    },
  });
  const refusals = refusalsOf(asking.error);
  return (
    <Modal
      open
      title={m.action_on({ action: m.roles_set(), name: account.name })}
      okText={m.roles_set()}
      cancelText={m.cancel()}
      okButtonProps={{ disabled: !rolesAgree(chosen) }}
      confirmLoading={asking.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Checkbox.Group
        className="radio-rows"
        value={chosen}
        onChange={(values) => setChosen(roles.filter((role) => (values as string[]).includes(role)))}
        options={roles.map((role) => ({ value: role, label: textOf(roleNames[role]) }))}
      />
      {rolesAgree(chosen) ? null : <p role="alert">{m.roles_exclude()}</p>}
      <Form<Values> form={form} layout="vertical" onFinish={(values) => asking.mutate(values)}>
        <Form.Item name="reason" label={m.administration_reason()} rules={[{ required: true, whitespace: true }]}>
          <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
        </Form.Item>
      </Form>
      {refusals.length > 0 ? <Refusals refusals={refusals} /> : null}
      {asking.error !== null && refusals.length === 0 ? <Failure error={asking.error} /> : null}
    </Modal>
  );
}
