// 办理执行事项: one's own office's open items, several at once, with what proves them.
import { Form } from "antd";
import type { Evidence } from "../../events.ts";
import { openItemsOf } from "../../execution/execution.ts";
import { worksFor } from "../../offices.ts";
import { m } from "#web/paraglide/messages.js";
import { DayItem } from "#web/fields/day-item.tsx";
import { EvidenceField } from "#web/fields/evidence-field.tsx";
import { ShortField, WordsField } from "#web/fields/words-field.tsx";
import { actorOf, useMe } from "#web/session.ts";
import { ActForm } from "#web/acts/act-form.tsx";
import type { CaseFormProps } from "#web/acts/forms.tsx";
import { ItemsField, itemOfKey, useFirstItem } from "#web/acts/item-field.tsx";

type Values = { items: string[]; on: string; documentNumber?: string; note: string; evidence: Evidence[] };

export function CompleteItems({ matter, law }: CaseFormProps) {
  const [form] = Form.useForm<Values>();
  const me = useMe();
  const mine = openItemsOf(law, matter).filter(
    (item) => item.act === "complete-items" && worksFor(law, actorOf(me), item.office),
  );
  const first = useFirstItem(mine);
  return (
    <ActForm
      act="complete-items"
      matter={matter}
      form={form}
      initial={{ items: first === undefined ? [] : [first], on: me.today, evidence: [] }}
      inputOf={({ items, on, documentNumber, note, evidence }) => ({
        items: items.map(itemOfKey),
        on,
        documentNumber: documentNumber?.trim() ? documentNumber : null,
        note,
        evidence,
      })}
    >
      <ItemsField items={mine} />
      <DayItem name="on" label={m.item_done_on()} />
      <ShortField name="documentNumber" label={m.item_document()} extra={m.item_proof_extra()} required={false} />
      <WordsField name="note" label={m.item_note()} />
      <Form.Item name="evidence" label={m.item_proof()}>
        <EvidenceField />
      </Form.Item>
    </ActForm>
  );
}
