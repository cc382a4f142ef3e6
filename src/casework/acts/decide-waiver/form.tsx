// 审批免办: what was asked and why, approved or refused with reasons.
import { Form, Radio } from "antd";
import { openItemsOf, waiverWaits } from "../../execution/execution.ts";
import { m } from "#web/paraglide/messages.js";
import { WordsField } from "#web/fields/words-field.tsx";
import { ActForm } from "#web/acts/act-form.tsx";
import type { CaseFormProps } from "#web/acts/forms.tsx";
import { ItemField, itemName, itemOfKey, keyOfItem, useFirstItem } from "#web/acts/item-field.tsx";

type Values = { item: string; approved: boolean; reasons: string };

export function DecideWaiver({ matter, law }: CaseFormProps) {
  const [form] = Form.useForm<Values>();
  const waiting = openItemsOf(law, matter).filter((item) => waiverWaits(item.file));
  const first = useFirstItem(waiting) ?? (waiting.length === 1 ? waiting.map(keyOfItem)[0] : undefined);
  return (
    <ActForm
      act="decide-waiver"
      matter={matter}
      form={form}
      initial={{ item: first }}
      inputOf={({ item, approved, reasons }) => ({ ...itemOfKey(item), approved, reasons })}
    >
      <ul>
        {waiting.map((item) => (
          <li key={keyOfItem(item)}>
            {itemName(item)}：{item.file.waiver?.requested.reasons}
          </li>
        ))}
      </ul>
      <ItemField items={waiting} />
      <Form.Item name="approved" label={m.waiver_decision()} rules={[{ required: true }]}>
        <Radio.Group
          options={[
            { value: true, label: m.waiver_approve() },
            { value: false, label: m.waiver_refuse() },
          ]}
        />
      </Form.Item>
      <WordsField name="reasons" label={m.reasons()} />
    </ActForm>
  );
}
