// 登记申诉: whose, when, on what ground. It does not suspend execution.
import { Alert, Form } from "antd";
import { m } from "../paraglide/messages.js";
import { DayItem } from "../parts/day-item.tsx";
import { SubjectField, useFirstSubject } from "../parts/subject-field.tsx";
import { WordsField } from "../parts/words-field.tsx";
import { useMe } from "../session.tsx";
import { ActForm } from "./act-form.tsx";
import type { ActInput } from "./act-form.tsx";
import type { CaseFormProps } from "./forms.ts";

export function RecordAppeal({ matter }: CaseFormProps) {
  const [form] = Form.useForm<ActInput<"record-appeal">>();
  const { today } = useMe();
  return (
    <ActForm
      act="record-appeal"
      matter={matter}
      form={form}
      initial={{ subjectId: useFirstSubject(matter.subjects), on: today }}
      inputOf={({ subjectId, on, ground }) => ({ subjectId, on, ground })}
    >
      <Alert type="info" title={m.appeal_note()} />
      <SubjectField files={matter.subjects} />
      <DayItem name="on" label={m.appeal_on()} />
      <WordsField name="ground" label={m.appeal_ground()} />
    </ActForm>
  );
}
