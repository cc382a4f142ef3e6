// 处置线索: one of the four ways, why, and until when.
import { Form, Radio } from "antd";
import type { LeadWay } from "#casework/events.ts";
import { stageOfWay } from "#casework/lead.ts";
import { stageNames } from "#casework/stages.ts";
import { textOf } from "../language.ts";
import { m } from "../paraglide/messages.js";
import { DayItem } from "../parts/day-item.tsx";
import { WordsField } from "../parts/words-field.tsx";
import { useMe } from "../session.tsx";
import { ActForm } from "./act-form.tsx";
import type { LeadFormProps } from "./forms.ts";

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
