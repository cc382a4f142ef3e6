// 申请免办: one open item, and why it need not be done.
import { Form } from "antd";
import { openItemsOf, waiverWaits } from "../../execution/execution.ts";
import { m } from "#web/paraglide/messages.js";
import { WordsField } from "#web/fields/words-field.tsx";
import { ActForm } from "#web/acts/act-form.tsx";
import type { CaseFormProps } from "#web/acts/forms.tsx";
import { ItemField, itemOfKey, useFirstItem } from "#web/acts/item-field.tsx";

type Values = { item: string; reasons: string };

export function RequestWaiver({ matter, law }: CaseFormProps) {
  const [form] = Form.useForm<Values>();
  const open = openItemsOf(law, matter).filter((item) => item.subjectId !== null && !waiverWaits(item.file));
  return (
    <ActForm
      act="request-waiver"
      matter={matter}
      form={form}
      initial={{ item: useFirstItem(open) }}
      inputOf={({ item, reasons }) => ({ ...itemOfKey(item), reasons })}
    >
      <ItemField items={open} />
      <WordsField name="reasons" label={m.waiver_reasons()} />
    </ActForm>
  );
}
