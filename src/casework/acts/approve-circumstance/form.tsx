// 审批兜底情形: what was put forward and why, and what the Working Committee says to it.
import { Form, Radio } from "antd";
import { circumstancesOf } from "#law/procedure/circumstances.ts";
import { named } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import { CitationBlock } from "#web/law/citation.tsx";
import { DayItem } from "#web/fields/day-item.tsx";
import { circumstanceName } from "#web/law/circumstance-text.tsx";
import { ShortField, WordsField } from "#web/fields/words-field.tsx";
import { useMe } from "#web/session.ts";
import { ActForm } from "#web/acts/act-form.tsx";
import type { CaseFormProps } from "#web/acts/forms.tsx";

type Values = { which: string; approved: boolean; on: string; documentNumber: string; reasons: string };

export function ApproveCircumstance({ matter, law }: CaseFormProps) {
  const [form] = Form.useForm<Values>();
  const { today } = useMe();
  const waiting = matter.subjects.flatMap((file) =>
    file.circumstancesAwaiting.map((one) => ({
      ...one,
      key: `${file.subject.id} ${one.circumstance}`,
      name: file.subject.name,
    })),
  );
  const which = Form.useWatch("which", form);
  const chosen = waiting.find(({ key }) => key === which);
  const cite = circumstancesOf(law).find(({ id }) => id === chosen?.circumstance)?.cite;
  return (
    <ActForm
      act="approve-circumstance"
      matter={matter}
      form={form}
      initial={{ on: today, which: waiting.length === 1 ? waiting[0]?.key : undefined }}
      inputOf={({ which: key, approved, on, documentNumber, reasons }) => {
        const one = waiting.find((other) => other.key === key);
        return {
          subjectId: one?.subjectId ?? "",
          circumstance: one?.circumstance ?? "",
          approved,
          on,
          documentNumber,
          reasons,
        };
      }}
    >
      <Form.Item name="which" label={m.circumstance_to_approve()} rules={[{ required: true }]}>
        <Radio.Group
          className="radio-rows"
          options={waiting.map(({ key, name, circumstance }) => ({
            value: key,
            label: named(name, circumstanceName(law, circumstance)),
          }))}
        />
      </Form.Item>
      {chosen === undefined ? null : (
        <p className="long-text">{named(m.circumstance_reasons(), chosen.reasons ?? "")}</p>
      )}
      {cite === undefined ? null : <CitationBlock citation={cite} />}
      <Form.Item name="approved" label={m.circumstance_approval_decision()} rules={[{ required: true }]}>
        <Radio.Group
          options={[
            { value: true, label: m.circumstance_approve() },
            { value: false, label: m.circumstance_refuse() },
          ]}
        />
      </Form.Item>
      <div className="form-row">
        <DayItem name="on" label={m.circumstance_approval_on()} />
        <ShortField name="documentNumber" label={m.circumstance_approval_document()} />
      </div>
      <WordsField name="reasons" label={m.reasons()} />
    </ActForm>
  );
}
