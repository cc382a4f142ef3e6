// 登记通报: when, within which scope, by which document.
import { Form, Radio, Select } from "antd";
import { m } from "../paraglide/messages.js";
import { DayItem } from "../parts/day-item.tsx";
import { ShortField } from "../parts/words-field.tsx";
import { useMe } from "../session.tsx";
import { ActForm } from "./act-form.tsx";
import type { ActInput } from "./act-form.tsx";
import type { CaseFormProps } from "./forms.ts";
import { circulationScopes } from "./circulation-scopes.ts";

export function RecordCirculation({ matter }: CaseFormProps) {
  const [form] = Form.useForm<ActInput<"record-circulation">>();
  const { today } = useMe();
  return (
    <ActForm
      act="record-circulation"
      matter={matter}
      form={form}
      initial={{ on: today }}
      inputOf={({ on, scope, documentNumber, recipients }) => ({
        on,
        scope,
        documentNumber,
        recipients: recipients ?? [],
      })}
    >
      <DayItem name="on" label={m.circulation_on()} />
      <Form.Item name="scope" label={m.circulation_scope()} rules={[{ required: true }]}>
        <Radio.Group options={Object.entries(circulationScopes).map(([value, name]) => ({ value, label: name() }))} />
      </Form.Item>
      <ShortField name="documentNumber" label={m.circulation_document()} />
      <Form.Item name="recipients" label={m.circulation_recipients()} extra={m.circulation_recipients_extra()}>
        <Select mode="tags" open={false} tokenSeparators={["、", "，", ","]} suffixIcon={null} />
      </Form.Item>
    </ActForm>
  );
}
