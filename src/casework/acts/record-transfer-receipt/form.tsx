// 登记移送回执: whether the other body took the lead, and its receipt.
import { Descriptions, Form, Radio } from "antd";
import { withAside } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import { DayItem } from "#web/fields/day-item.tsx";
import { WordsField } from "#web/fields/words-field.tsx";
import { useMe } from "#web/session.ts";
import { ActForm } from "#web/acts/act-form.tsx";
import type { RawInputOf } from "../../input.ts";
import type { LeadFormProps } from "#web/acts/forms.tsx";

export function RecordTransferReceipt({ matter }: LeadFormProps) {
  const [form] = Form.useForm<RawInputOf<"record-transfer-receipt">>();
  const { today } = useMe();
  const sent = matter.transfer;
  return (
    <ActForm
      act="record-transfer-receipt"
      matter={matter}
      form={form}
      initial={{ on: today }}
      inputOf={({ on, accepted, receipt }) => ({ on, accepted, receipt })}
    >
      {sent === null ? null : (
        <Descriptions
          className="form-facts"
          size="small"
          column={1}
          items={[
            { key: "body", label: m.transfer_body(), children: withAside(sent.body, sent.documentNumber) },
            { key: "on", label: m.transfer_on(), children: sent.on },
          ]}
        />
      )}
      <Form.Item name="accepted" label={m.transfer_accepted()} rules={[{ required: true }]}>
        <Radio.Group
          options={[
            { value: true, label: m.transfer_taken() },
            { value: false, label: m.transfer_sent_back() },
          ]}
        />
      </Form.Item>
      <DayItem name="on" label={m.transfer_receipt_on()} />
      <WordsField name="receipt" label={m.transfer_receipt()} extra={m.transfer_receipt_extra()} />
    </ActForm>
  );
}
