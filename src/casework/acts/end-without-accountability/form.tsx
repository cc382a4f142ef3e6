// 不予或者免予问责: on one of the grounds of the text, or because nothing was established.
import { Form, Radio } from "antd";
import { nothingEstablished } from "./act.ts";
import { exemptionGroundsOf } from "#law/procedure/procedures.ts";
import { textOf } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import { CitationBlock } from "#web/law/citation.tsx";
import { DayItem } from "#web/fields/day-item.tsx";
import { WordsField } from "#web/fields/words-field.tsx";
import { useMe } from "#web/session.ts";
import { ActForm } from "#web/acts/act-form.tsx";
import type { RawInputOf } from "../../input.ts";
import type { CaseFormProps } from "#web/acts/forms.tsx";

export function EndWithoutAccountability({ matter, law }: CaseFormProps) {
  const [form] = Form.useForm<RawInputOf<"end-without-accountability">>();
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
