// 调整调查组: who inquires from now on, who leads, and why.
import { Form } from "antd";
import { m } from "../paraglide/messages.js";
import { DayItem } from "../parts/day-item.tsx";
import { InquiryGroupFields } from "../parts/inquiry-group-fields.tsx";
import { WordsField } from "../parts/words-field.tsx";
import { useMe } from "../session.tsx";
import { ActForm } from "./act-form.tsx";
import type { ActInput } from "./act-form.tsx";
import type { CaseFormProps } from "./forms.ts";

export function ChangeInquiryGroup({ matter }: CaseFormProps) {
  const [form] = Form.useForm<ActInput<"change-inquiry-group">>();
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
