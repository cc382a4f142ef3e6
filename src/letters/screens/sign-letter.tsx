// Countersigning (会签): agrees for an inner office, or sends the letter back with reasons.
import { useMutation } from "@tanstack/react-query";
import { Button, Form, Input, Radio } from "antd";
import { useState } from "react";
import type { SigningOffice } from "../rules/reply-letters.ts";
import { refusalsOf } from "#web/acts/act-form.tsx";
import { api, client, queries } from "#web/client.ts";
import { newKey } from "#web/idempotency-key.ts";
import { m } from "#web/paraglide/messages.js";
import { busy } from "#web/frame/busy.tsx";
import { Failure } from "#web/frame/failure.tsx";
import { Refusals } from "#web/law/refusals.tsx";
import { officeNames } from "./letter-words.ts";

type Values = { agreed: boolean; reasons?: string };

export function SignLetter({ letterId, office }: { letterId: string; office: SigningOffice }) {
  const [key, setKey] = useState(newKey);
  const [form] = Form.useForm<Values>();
  const agreed = Form.useWatch("agreed", form);
  const signing = useMutation({
    mutationFn: ({ reasons = "", ...values }: Values) =>
      client.letters.sign({ letterId, key, office, reasons, ...values }),
    onSuccess: () => queries.invalidateQueries({ queryKey: api.letters.key() }),
    onError: () => setKey(newKey()),
  });
  const refusals = refusalsOf(signing.error);
  return (
    <Form<Values> form={form} layout="vertical" className="narrow-form" onFinish={(values) => signing.mutate(values)}>
      <Form.Item
        name="agreed"
        label={m.letter_sign_for({ office: officeNames[office]() })}
        rules={[{ required: true }]}
      >
        <Radio.Group
          options={[
            { value: true, label: m.letter_agree() },
            { value: false, label: m.letter_send_back() },
          ]}
        />
      </Form.Item>
      {agreed === false ? (
        <Form.Item name="reasons" label={m.reasons()} rules={[{ required: true, whitespace: true }]}>
          <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
        </Form.Item>
      ) : null}
      {refusals.length > 0 ? <Refusals refusals={refusals} /> : null}
      {signing.error !== null && refusals.length === 0 ? <Failure error={signing.error} /> : null}
      <div className="form-buttons">
        <Button type="primary" htmlType="submit" loading={busy(signing.isPending)}>
          {m.letter_sign()}
        </Button>
      </div>
    </Form>
  );
}
