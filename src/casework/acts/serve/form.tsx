// 送达决定: on whom, when, how, and what proves it.
import { Form, Radio } from "antd";
import { m } from "#web/paraglide/messages.js";
import { DayItem } from "#web/fields/day-item.tsx";
import { SubjectField, useFirstSubject } from "#web/fields/subject-field.tsx";
import { ShortField } from "#web/fields/words-field.tsx";
import { useMe } from "#web/session.ts";
import { ActForm } from "#web/acts/act-form.tsx";
import type { RawInputOf } from "../../input.ts";
import type { CaseFormProps } from "#web/acts/forms.tsx";
import { serviceWays } from "#web/acts/service-ways.ts";

export function Serve({ matter }: CaseFormProps) {
  const [form] = Form.useForm<RawInputOf<"serve">>();
  const { today } = useMe();
  const waiting = matter.subjects.filter((file) => file.served === null);
  return (
    <ActForm
      act="serve"
      matter={matter}
      form={form}
      initial={{ subjectId: useFirstSubject(waiting), on: today }}
      inputOf={({ subjectId, on, way, receipt }) => ({ subjectId, on, way, receipt })}
    >
      <SubjectField files={waiting} />
      <DayItem name="on" label={m.service_on()} />
      <Form.Item name="way" label={m.service_way()} rules={[{ required: true }]}>
        <Radio.Group options={Object.entries(serviceWays).map(([value, name]) => ({ value, label: name() }))} />
      </Form.Item>
      <ShortField name="receipt" label={m.service_receipt()} extra={m.service_receipt_extra()} />
    </ActForm>
  );
}
