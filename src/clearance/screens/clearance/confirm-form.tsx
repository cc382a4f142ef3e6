// 确认: a person says, with reasons, whether an answer that needs it bars.
import { useMutation } from "@tanstack/react-query";
import { Button, Form, Input, Modal, Radio } from "antd";
import { useState } from "react";
import type { ClearanceLineView } from "../../contract/clearance.ts";
import { refusalsOf } from "#web/acts/act-form.tsx";
import { api, client, queries } from "#web/client.ts";
import { newKey } from "#web/idempotency-key.ts";
import { textOf } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import { busy } from "#web/frame/busy.tsx";
import { Failure } from "#web/frame/failure.tsx";
import { Refusals } from "#web/law/refusals.tsx";

type Values = { barred: boolean; reason: string };
type Props = { requestId: string; line: ClearanceLineView; onClose: () => void };

export function ConfirmForm({ requestId, line, onClose }: Props) {
  const [key] = useState(newKey);
  const [form] = Form.useForm<Values>();
  const confirming = useMutation({
    mutationFn: (values: Values) =>
      client.clearance.confirm({ requestId, key, line: line.line, digest: line.digest, ...values }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: api.clearance.key() });
      onClose();
    },
  });
  const refusals = refusalsOf(confirming.error);
  const [headline] = line.answer?.sentences ?? [];
  return (
    <Modal
      open
      title={m.confirm_for({ line: line.line, name: line.name })}
      onCancel={onClose}
      footer={[
        <Button key="cancel" onClick={onClose}>
          {m.cancel()}
        </Button>,
        <Button key="send" type="primary" loading={busy(confirming.isPending)} onClick={form.submit}>
          {m.confirm_send()}
        </Button>,
      ]}
    >
      {headline === undefined ? null : <p>{textOf(headline)}</p>}
      <p className="quiet">{m.confirm_note()}</p>
      <Form<Values> form={form} layout="vertical" onFinish={(values) => confirming.mutate(values)}>
        <Form.Item name="barred" label={m.confirm_result()} rules={[{ required: true }]}>
          <Radio.Group
            options={[
              { value: true, label: m.confirmed_barred() },
              { value: false, label: m.confirmed_clear() },
            ]}
          />
        </Form.Item>
        <Form.Item name="reason" label={m.reasons()} rules={[{ required: true, whitespace: true }]}>
          <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
        </Form.Item>
      </Form>
      {refusals.length > 0 ? <Refusals refusals={refusals} /> : null}
      {confirming.error !== null && refusals.length === 0 ? <Failure error={confirming.error} /> : null}
    </Modal>
  );
}
