// 登记手续办结: for whom, when.
import { Form } from "antd";
import { m } from "#web/paraglide/messages.js";
import { DayItem } from "#web/fields/day-item.tsx";
import { SubjectField, useFirstSubject } from "#web/fields/subject-field.tsx";
import { useMe } from "#web/session.ts";
import { ActForm } from "#web/acts/act-form.tsx";
import type { RawInputOf } from "../../input.ts";
import type { CaseFormProps } from "#web/acts/forms.tsx";

export function RecordFormalities({ matter }: CaseFormProps) {
  const [form] = Form.useForm<RawInputOf<"record-formalities">>();
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
