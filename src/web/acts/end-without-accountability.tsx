// 不予或者免予问责: on one of the grounds of the text, or because nothing was established.
import { Form, Radio } from "antd";
import { nothingEstablished } from "#casework/commands/end-without-accountability.ts";
import { exemptionGroundsOf } from "#law/procedures.ts";
import { textOf } from "../language.ts";
import { m } from "../paraglide/messages.js";
import { CitationBlock } from "../parts/citation.tsx";
import { DayItem } from "../parts/day-item.tsx";
import { WordsField } from "../parts/words-field.tsx";
import { useMe } from "../session.tsx";
import { ActForm } from "./act-form.tsx";
import type { ActInput } from "./act-form.tsx";
import type { CaseFormProps } from "./forms.ts";

export function EndWithoutAccountability({ matter, law }: CaseFormProps) {
  const [form] = Form.useForm<ActInput<"end-without-accountability">>();
  const { today } = useMe();
  const grounds = exemptionGroundsOf(law, today);
  const chosen = Form.useWatch("ground", form);
  const cited = grounds.find((ground) => ground.id === chosen);
  return (
    <ActForm
      act="end-without-accountability"
      matter={matter}
      form={form}
      initial={{ on: today }}
      inputOf={({ on, ground, reasons }) => ({ on, ground, reasons })}
    >
      <DayItem name="on" label={m.ending_on()} />
      <Form.Item name="ground" label={m.ending_ground()} rules={[{ required: true }]}>
        <Radio.Group
          className="radio-rows"
          options={[
            { value: nothingEstablished, label: m.ending_nothing_established() },
            ...grounds.map((ground) => ({ value: ground.id, label: textOf(ground.name) })),
          ]}
        />
      </Form.Item>
      {cited === undefined ? null : <CitationBlock citation={cited.cite} />}
      <WordsField name="reasons" label={m.reasons()} />
    </ActForm>
  );
}
