// 登记工作安排: the post or tasks given after resignation, removal or demotion, with rank and treatment.
import { Form } from "antd";
import { m } from "#web/paraglide/messages.js";
import { DayItem } from "#web/fields/day-item.tsx";
import { SubjectField, useFirstSubject } from "#web/fields/subject-field.tsx";
import { ShortField } from "#web/fields/words-field.tsx";
import { useMe } from "#web/session.ts";
import { ActForm } from "#web/acts/act-form.tsx";
import type { RawInputOf } from "../../input.ts";
import type { CaseFormProps } from "#web/acts/forms.tsx";

export function RecordArrangement({ matter }: CaseFormProps) {
  const [form] = Form.useForm<RawInputOf<"record-arrangement">>();
  const { today } = useMe();
  const persons = matter.subjects.filter((file) => file.subject.kind === "person" && file.effect !== null);
  return (
    <ActForm
      act="record-arrangement"
      matter={matter}
      form={form}
      initial={{ subjectId: useFirstSubject(persons), on: today }}
      inputOf={({ subjectId, on, post, rank }) => ({ subjectId, on, post, rank })}
    >
      <SubjectField files={persons} />
      <DayItem name="on" label={m.arrangement_on()} />
      <ShortField name="post" label={m.arrangement_post()} />
      <ShortField name="rank" label={m.arrangement_rank()} />
    </ActForm>
  );
}
