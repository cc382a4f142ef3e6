// 登记证人: who was heard, when, about what. From then on they handle nothing in this case.
import { Alert, Form } from "antd";
import { m } from "#web/paraglide/messages.js";
import { DayItem } from "#web/fields/day-item.tsx";
import { PersonPicker } from "#web/fields/person-picker.tsx";
import { WordsField } from "#web/fields/words-field.tsx";
import { useMe } from "#web/session.ts";
import { ActForm } from "#web/acts/act-form.tsx";
import type { RawInputOf } from "../../input.ts";
import type { CaseFormProps } from "#web/acts/forms.tsx";

export function NameWitness({ matter }: CaseFormProps) {
  const [form] = Form.useForm<RawInputOf<"name-witness">>();
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
