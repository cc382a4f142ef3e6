// 确认补录: what was entered stands on the case page beside its scan; here it is confirmed or sent back.
import { Alert, Form, Radio } from "antd";
import { m } from "#web/paraglide/messages.js";
import { DayItem } from "#web/fields/day-item.tsx";
import { EvidenceList } from "#web/matter/evidence-list.tsx";
import { WordsField } from "#web/fields/words-field.tsx";
import { useMe } from "#web/session.ts";
import { ActForm } from "#web/acts/act-form.tsx";
import type { CaseFormProps } from "#web/acts/forms.tsx";

type Values = { confirmed: boolean; on: string; said: string };

export function ConfirmPaperCase({ matter }: CaseFormProps) {
  const [form] = Form.useForm<Values>();
  const { today } = useMe();
  return (
    <ActForm
      act="confirm-paper-case"
      matter={matter}
      form={form}
      initial={{ on: today }}
      inputOf={({ confirmed, on, said }) =>
        confirmed ? { confirmed: true, on, remarks: said } : { confirmed: false, on, reasons: said }
      }
    >
      <Alert type="info" title={m.paper_confirm_note()} />
      {matter.paper === null ? null : <EvidenceList matterId={matter.id} evidence={matter.paper.evidence} />}
      <Form.Item name="confirmed" label={m.paper_confirmed()} rules={[{ required: true }]}>
        <Radio.Group
          options={[
            { value: true, label: m.paper_agrees() },
            { value: false, label: m.paper_send_back() },
          ]}
        />
      </Form.Item>
      <DayItem name="on" label={m.paper_checked_on()} />
      <WordsField name="said" label={m.paper_remarks()} />
    </ActForm>
  );
}
