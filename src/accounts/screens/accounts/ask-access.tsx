// Asking for access to be given back, which another administrator confirms.
import { useMutation } from "@tanstack/react-query";
import { Form, Input, Modal, Radio } from "antd";
import { useState } from "react";
import type { Access } from "../../contract/asked.ts";
import { refusalsOf } from "#web/acts/act-form.tsx";
import { api, client, queries } from "#web/client.ts";
import { newKey } from "#web/idempotency-key.ts";
import { m } from "#web/paraglide/messages.js";
import { Failure } from "#web/frame/failure.tsx";
import { Refusals } from "#web/law/refusals.tsx";
import type { Account } from "./account-list.tsx";

type Values = { access: Access; reason: string };
type Props = { account: Account; onClose: () => void; onAsked: (asked: { half: string | null }) => void };

export function AskAccess({ account, onClose, onAsked }: Props) {
  const [key] = useState(newKey);
  const [form] = Form.useForm<Values>();
  const asking = useMutation({
    mutationFn: (values: Values) => client.accounts.restoreAccess({ key, accountId: account.accountId, ...values }),
    onSuccess: async (asked) => {
      await queries.invalidateQueries({ queryKey: api.administration.key() });
      onAsked(asked);
    },
  });
  const refusals = refusalsOf(asking.error);
  // Without codes nothing but being seen shows who somebody is.
  const choices = account.hasTotp
    ? [
        { value: "password", label: m.administration_access_password() },
        { value: "codes", label: m.administration_access_codes() },
        { value: "both", label: m.administration_access_both() },
      ]
    : [{ value: "both", label: m.administration_access_both() }];
  return (
    <Modal
      open
      title={m.action_on({ action: m.access_restore(), name: account.name })}
      okText={m.access_restore()}
      cancelText={m.cancel()}
      confirmLoading={asking.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={account.hasTotp ? {} : { access: "both" }}
        onFinish={(values) => asking.mutate(values)}
      >
        <Form.Item name="access" label={m.access_what()} rules={[{ required: true }]}>
          <Radio.Group className="radio-rows" options={choices} />
        </Form.Item>
        <Form.Item name="reason" label={m.administration_reason()} rules={[{ required: true, whitespace: true }]}>
          <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
        </Form.Item>
      </Form>
      {refusals.length > 0 ? <Refusals refusals={refusals} /> : null}
      {asking.error !== null && refusals.length === 0 ? <Failure error={asking.error} /> : null}
    </Modal>
  );
}
