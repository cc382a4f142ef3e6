// 登记通报回执: of which circulation, by whom, when.
import { Form, Select } from "antd";
import { m } from "#web/paraglide/messages.js";
import { DayItem } from "#web/fields/day-item.tsx";
import { ShortField } from "#web/fields/words-field.tsx";
import { useMe } from "#web/session.ts";
import { ActForm } from "#web/acts/act-form.tsx";
import type { CaseFormProps } from "#web/acts/forms.tsx";

type Values = { missing: string; on: string; receipt: string };

export function RecordReceipt({ matter }: CaseFormProps) {
  const [form] = Form.useForm<Values>();
  const { today } = useMe();
  const missing = matter.circulations.flatMap(({ documentNumber, recipients, receipts }) =>
    recipients
      .filter((recipient) => !receipts.some((one) => one.recipient === recipient))
      .map((recipient) => ({ documentNumber, recipient })),
  );
  return (
    <ActForm
      act="record-receipt"
      matter={matter}
      form={form}
      initial={{ missing: missing.length === 1 ? "0" : undefined, on: today }}
      inputOf={({ missing: chosen, on, receipt }) => ({
        ...(missing[Number(chosen)] ?? { documentNumber: "", recipient: "" }),
        on,
        receipt,
      })}
    >
      <Form.Item
        name="missing"
        label={m.receipt_of()}
        rules={[{ required: true }]}
        extra={missing.length === 0 ? m.no_receipt_missing() : undefined}
      >
        <Select
          options={missing.map(({ documentNumber, recipient }, index) => ({
            value: String(index),
            label: `${recipient} ${documentNumber}`,
          }))}
        />
      </Form.Item>
      <DayItem name="on" label={m.receipt_on()} />
      <ShortField name="receipt" label={m.receipt_words()} />
    </ActForm>
  );
}
