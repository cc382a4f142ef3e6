// 登记未送达: on whom, when, how it was tried and why it failed.
import { Form, Radio } from "antd";
import { m } from "../paraglide/messages.js";
import { DayItem } from "../parts/day-item.tsx";
import { SubjectField, useFirstSubject } from "../parts/subject-field.tsx";
import { WordsField } from "../parts/words-field.tsx";
import { useMe } from "../session.tsx";
import { ActForm } from "./act-form.tsx";
import type { ActInput } from "./act-form.tsx";
import type { CaseFormProps } from "./forms.ts";
import { serviceWays } from "./service-ways.ts";

export function RecordFailedService({ matter }: CaseFormProps) {
  const [form] = Form.useForm<ActInput<"record-failed-service">>();
  const { today } = useMe();
  const waiting = matter.subjects.filter((file) => file.decided !== null && file.served === null);
  return (
    <ActForm
      act="record-failed-service"
      matter={matter}
      form={form}
      initial={{ subjectId: useFirstSubject(waiting), on: today }}
      inputOf={({ subjectId, on, way, reasons }) => ({ subjectId, on, way, reasons })}
    >
      <SubjectField files={waiting} />
      <DayItem name="on" label={m.service_tried_on()} />
      <Form.Item name="way" label={m.service_way()} rules={[{ required: true }]}>
        <Radio.Group options={Object.entries(serviceWays).map(([value, name]) => ({ value, label: name() }))} />
      </Form.Item>
      <WordsField name="reasons" label={m.service_failed_reasons()} />
    </ActForm>
  );
}
