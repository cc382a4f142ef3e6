// 处置线索: one of the four ways, why, and until when.
import { Form, Radio } from "antd";
import type { LeadWay } from "../../events.ts";
import { stageOfWay } from "../../lead.ts";
import { stageNames } from "../../words/stage-names.ts";
import { textOf } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import { DayItem } from "#web/fields/day-item.tsx";
import { WordsField } from "#web/fields/words-field.tsx";
import { useMe } from "#web/session.ts";
import { ActForm } from "#web/acts/act-form.tsx";
import type { LeadFormProps } from "#web/acts/forms.tsx";

type Values = { way: LeadWay; reasons: string; on: string; dueOn: string | null };

const ways: readonly LeadWay[] = ["talk-inquiry", "preliminary-verification", "shelving", "settlement"];

export function DisposeLead({ matter }: LeadFormProps) {
  const [form] = Form.useForm<Values>();
  const { today } = useMe();
  const way = Form.useWatch("way", form);
  const needsDueDay = way === "talk-inquiry" || way === "preliminary-verification";
  return (
    <ActForm
      act="dispose-lead"
      matter={matter}
      form={form}
      initial={{ on: today }}
      inputOf={({ way: chosen, reasons, on, dueOn }) => ({ way: chosen, reasons, on, dueOn: dueOn ?? null })}
    >
      <Form.Item name="way" label={m.lead_way()} rules={[{ required: true }]}>
        <Radio.Group options={ways.map((one) => ({ value: one, label: textOf(stageNames[stageOfWay[one]]) }))} />
      </Form.Item>
      <WordsField name="reasons" label={m.reasons()} />
      <div className="form-row">
        <DayItem name="on" label={m.lead_disposed_on()} />
        <DayItem name="dueOn" label={m.due_on()} required={needsDueDay} />
      </div>
    </ActForm>
  );
}
