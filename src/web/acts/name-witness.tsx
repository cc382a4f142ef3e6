// 登记证人: who was heard, when, about what. From then on they handle nothing in this case.
import { Alert, Form } from "antd";
import { m } from "../paraglide/messages.js";
import { DayItem } from "../parts/day-item.tsx";
import { PersonPicker } from "../parts/person-picker.tsx";
import { WordsField } from "../parts/words-field.tsx";
import { useMe } from "../session.tsx";
import { ActForm } from "./act-form.tsx";
import type { ActInput } from "./act-form.tsx";
import type { CaseFormProps } from "./forms.ts";

export function NameWitness({ matter }: CaseFormProps) {
  const [form] = Form.useForm<ActInput<"name-witness">>();
  const { today } = useMe();
  return (
    <ActForm
      act="name-witness"
      matter={matter}
      form={form}
      initial={{ on: today }}
      inputOf={({ personId, on, about }) => ({ personId, on, about })}
    >
      <Alert type="info" title={m.witness_note()} />
      <Form.Item name="personId" label={m.witness()} rules={[{ required: true }]}>
        <PersonPicker />
      </Form.Item>
      <DayItem name="on" label={m.witness_on()} />
      <WordsField name="about" label={m.witness_about()} />
    </ActForm>
  );
}
