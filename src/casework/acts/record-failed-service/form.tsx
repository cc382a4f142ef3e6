// 登记未送达: on whom, when, how it was tried and why it failed.
import { Form, Radio } from "antd";
import { m } from "#web/paraglide/messages.js";
import { DayItem } from "#web/fields/day-item.tsx";
import { SubjectField, useFirstSubject } from "#web/fields/subject-field.tsx";
import { WordsField } from "#web/fields/words-field.tsx";
import { useMe } from "#web/session.ts";
import { ActForm } from "#web/acts/act-form.tsx";
import type { RawInputOf } from "../../input.ts";
import type { CaseFormProps } from "#web/acts/forms.tsx";
import { serviceWays } from "#web/acts/service-ways.ts";

export function RecordFailedService({ matter }: CaseFormProps) {
  const [form] = Form.useForm<RawInputOf<"record-failed-service">>();
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
