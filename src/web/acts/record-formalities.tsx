// 登记手续办结: for whom, when.
import { Form } from "antd";
import { m } from "../paraglide/messages.js";
import { DayItem } from "../parts/day-item.tsx";
import { SubjectField, useFirstSubject } from "../parts/subject-field.tsx";
import { useMe } from "../session.tsx";
import { ActForm } from "./act-form.tsx";
import type { ActInput } from "./act-form.tsx";
import type { CaseFormProps } from "./forms.ts";

export function RecordFormalities({ matter }: CaseFormProps) {
  const [form] = Form.useForm<ActInput<"record-formalities">>();
  const { today } = useMe();
  const waiting = matter.subjects.filter((file) => file.effect !== null && file.effect.formalitiesOn === null);
  return (
    <ActForm
      act="record-formalities"
      matter={matter}
      form={form}
      initial={{ subjectId: useFirstSubject(waiting), on: today }}
      inputOf={({ subjectId, on }) => ({ subjectId, on })}
    >
      <SubjectField files={waiting} />
      <DayItem name="on" label={m.formalities_done()} />
    </ActForm>
  );
}
