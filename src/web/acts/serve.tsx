// 送达决定: on whom, when, how, and what proves it.
import { Form, Radio } from "antd";
import { m } from "../paraglide/messages.js";
import { DayItem } from "../parts/day-item.tsx";
import { SubjectField, useFirstSubject } from "../parts/subject-field.tsx";
import { ShortField } from "../parts/words-field.tsx";
import { useMe } from "../session.tsx";
import { ActForm } from "./act-form.tsx";
import type { ActInput } from "./act-form.tsx";
import type { CaseFormProps } from "./forms.ts";
import { serviceWays } from "./service-ways.ts";

export function Serve({ matter }: CaseFormProps) {
  const [form] = Form.useForm<ActInput<"serve">>();
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
