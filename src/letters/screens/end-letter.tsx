// Ending a letter: a draft is withdrawn, an issued one voided because it was wrong or revoked because something arose.
import { useMutation } from "@tanstack/react-query";
import { Button, Form, Input, Modal, Radio } from "antd";
import { useState } from "react";
import type { LetterView } from "../contract.ts";
import { refusalsOf } from "#web/acts/act-form.tsx";
import { api, client, queries } from "#web/client.ts";
import { newKey } from "#web/idempotency-key.ts";
import { m } from "#web/paraglide/messages.js";
import { busy } from "#web/frame/busy.tsx";
import { Failure } from "#web/frame/failure.tsx";
import { Refusals } from "#web/law/refusals.tsx";

type Values = { kind: "withdrawn" | "void" | "revoked"; reason: string };

export function EndLetter({ letter, onClose }: { letter: LetterView; onClose: () => void }) {
  const [key, setKey] = useState(newKey);
  const [form] = Form.useForm<Values>();
  const ending = useMutation({
    mutationFn: (values: Values) => client.letters.end({ letterId: letter.letterId, key, ...values }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: api.letters.key() });
      onClose();
    },
    onError: () => setKey(newKey()),
  });
  const refusals = refusalsOf(ending.error);
  const issued = letter.number !== null;
  return (
    <Modal
      open
      title={m.letter_end_title({ number: letter.number ?? m.letter_unnumbered() })}
      onCancel={onClose}
      footer={[
        <Button key="cancel" onClick={onClose}>
          {m.cancel()}
        </Button>,
        <Button key="send" type="primary" danger loading={busy(ending.isPending)} onClick={form.submit}>
          {m.letter_end_send()}
        </Button>,
      ]}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={{ kind: issued ? (letter.concerns.length > 0 ? "revoked" : undefined) : "withdrawn" }}
        onFinish={(values) => ending.mutate(values)}
      >
        <Form.Item name="kind" label={m.letter_end_kind()} rules={[{ required: true }]}>
          <Radio.Group
            className="radio-rows"
            options={
              issued
                ? [
                    { value: "revoked", label: m.letter_end_revoke() },
                    { value: "void", label: m.letter_end_void() },
                  ]
                : [{ value: "withdrawn", label: m.letter_end_withdraw() }]
            }
          />
        </Form.Item>
        <Form.Item
          name="reason"
          label={m.reasons()}
          extra={m.letter_end_reason_extra()}
          rules={[{ required: true, whitespace: true }]}
        >
          <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
        </Form.Item>
      </Form>
      {refusals.length > 0 ? <Refusals refusals={refusals} /> : null}
      {ending.error !== null && refusals.length === 0 ? <Failure error={ending.error} /> : null}
    </Modal>
  );
}
