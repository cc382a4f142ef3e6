// 补充线索: what is added to a returned lead, and whom it concerns besides.
import { Descriptions, Form } from "antd";
import { m } from "#web/paraglide/messages.js";
import { ConcernedList, concernedInput } from "#web/fields/concerned-fields.tsx";
import type { ConcernedValues } from "#web/fields/concerned-fields.tsx";
import { DayItem } from "#web/fields/day-item.tsx";
import { WordsField } from "#web/fields/words-field.tsx";
import { useMe } from "#web/session.ts";
import { ActForm } from "#web/acts/act-form.tsx";
import type { LeadFormProps } from "#web/acts/forms.tsx";

type Values = { on: string; supplement: string; concerned: ConcernedValues };

export function SupplementLead({ matter }: LeadFormProps) {
  const [form] = Form.useForm<Values>();
  const { today } = useMe();
  const returned = matter.returns.at(-1);
  return (
    <ActForm
      act="supplement-lead"
      matter={matter}
      form={form}
      initial={{ on: today, concerned: [] }}
      inputOf={({ on, supplement, concerned }) => ({ on, supplement, concerned: concernedInput(concerned) })}
    >
      {returned === undefined ? null : (
        <Descriptions
          className="form-facts"
          size="small"
          column={1}
          items={[
            { key: "reasons", label: m.lead_return_reasons(), children: returned.reasons },
            { key: "due", label: m.lead_return_due(), children: returned.dueOn },
          ]}
        />
      )}
      <WordsField name="supplement" label={m.lead_supplement()} extra={m.lead_summary_extra()} rows={4} />
      <DayItem name="on" label={m.lead_supplemented_on()} />
      <ConcernedList label={m.lead_also_concerned()} />
    </ActForm>
  );
}
