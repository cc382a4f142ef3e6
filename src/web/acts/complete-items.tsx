// 办理执行事项: one's own office's open items, several at once, with what proves them.
import { Form } from "antd";
import type { Evidence } from "#casework/events.ts";
import { openItemsOf } from "#casework/execution.ts";
import { worksFor } from "#casework/offices.ts";
import { m } from "../paraglide/messages.js";
import { DayItem } from "../parts/day-item.tsx";
import { EvidenceField } from "../parts/evidence-field.tsx";
import { ShortField, WordsField } from "../parts/words-field.tsx";
import { actorOf, useMe } from "../session.tsx";
import { ActForm } from "./act-form.tsx";
import type { CaseFormProps } from "./forms.ts";
import { ItemsField, itemOfKey, useFirstItem } from "./item-field.tsx";

type Values = { items: string[]; on: string; documentNumber?: string; note: string; evidence: Evidence[] };

export function CompleteItems({ matter, law }: CaseFormProps) {
  const [form] = Form.useForm<Values>();
  const me = useMe();
  const mine = openItemsOf(law, matter).filter(
    (item) => item.act === "complete-items" && worksFor(actorOf(me), item.office),
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
