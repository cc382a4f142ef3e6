// 确认: the second person agrees that it was so, or sends it back with reasons.
import { useMutation } from "@tanstack/react-query";
import { App, Button, Form, Radio } from "antd";
import { useState } from "react";
import { refusalsOf } from "#web/acts/act-form.tsx";
import { client, queries } from "#web/client.ts";
import { newKey } from "#web/idempotency-key.ts";
import { m } from "#web/paraglide/messages.js";
import { busy } from "#web/frame/busy.tsx";
import { Failure } from "#web/frame/failure.tsx";
import { Refusals } from "#web/law/refusals.tsx";
import { WordsField } from "#web/fields/words-field.tsx";

type Values = { confirmed: boolean; reasons?: string };

export function ConfirmForm({ statementId }: { statementId: string }) {
  const [form] = Form.useForm<Values>();
  const confirmed = Form.useWatch("confirmed", form);
  const [key] = useState(newKey);
  const { message } = App.useApp();
  const confirming = useMutation({
    mutationFn: (values: Values) =>
      client.history.confirm({ key, statementId, confirmed: values.confirmed, reasons: values.reasons?.trim() ?? "" }),
    onSuccess: async (_answer, values) => {
      message.success(values.confirmed ? m.history_confirmed() : m.history_sent_back());
      await queries.invalidateQueries();
    },
  });
  const refusals = refusalsOf(confirming.error);
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      className="narrow-form"
      onFinish={(values) => confirming.mutate(values)}
    >
      <Form.Item name="confirmed" label={m.history_confirm()} rules={[{ required: true }]}>
        <Radio.Group
          className="radio-rows"
          options={[
            { value: true, label: m.history_confirm_yes() },
            { value: false, label: m.history_confirm_no() },
          ]}
        />
      </Form.Item>
      {confirmed === false ? <WordsField name="reasons" label={m.reasons()} /> : null}
      {refusals.length > 0 ? <Refusals refusals={refusals} /> : null}
      {confirming.error !== null && refusals.length === 0 ? <Failure error={confirming.error} /> : null}
      <div className="form-buttons">
        <Button type="primary" htmlType="submit" loading={busy(confirming.isPending)}>
          {m.history_confirm_submit()}
        </Button>
      </div>
    </Form>
  );
}
