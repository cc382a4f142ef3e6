// 调整调查组: who inquires from now on, who leads, and why.
import { Form } from "antd";
import { m } from "#web/paraglide/messages.js";
import { DayItem } from "#web/fields/day-item.tsx";
import { InquiryGroupFields } from "#web/fields/inquiry-group-fields.tsx";
import { WordsField } from "#web/fields/words-field.tsx";
import { useMe } from "#web/session.ts";
import { ActForm } from "#web/acts/act-form.tsx";
import type { RawInputOf } from "../../input.ts";
import type { CaseFormProps } from "#web/acts/forms.tsx";

export function ChangeInquiryGroup({ matter }: CaseFormProps) {
  const [form] = Form.useForm<RawInputOf<"change-inquiry-group">>();
  const { today } = useMe();
  return (
    <ActForm
      act="change-inquiry-group"
      matter={matter}
      form={form}
      initial={{ on: today, inquirers: [...(matter.group?.inquirers ?? [])], leader: matter.group?.leader }}
      inputOf={({ on, inquirers, leader, reasons }) => ({ on, inquirers, leader, reasons })}
    >
      <div className="form-row">
        <InquiryGroupFields />
        <DayItem name="on" label={m.group_changed_on()} />
      </div>
      <WordsField name="reasons" label={m.reasons()} />
    </ActForm>
  );
}
