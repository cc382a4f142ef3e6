// 登记处分的后续情况: which sanction, what became of it, by which document.
import { Alert, Form, InputNumber, Radio } from "antd";
import type { Case } from "../../case.ts";
import type { SanctionChange } from "../../events.ts";
import type { Law } from "#law/compile/law.ts";
import { withAside } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import { DayItem } from "#web/fields/day-item.tsx";
import { sanctionName } from "#web/law/sanction-name.ts";
import { ShortField } from "#web/fields/words-field.tsx";
import { ActForm } from "#web/acts/act-form.tsx";
import type { CaseFormProps } from "#web/acts/forms.tsx";
import { sanctionChanges } from "#web/acts/sanction-changes.ts";

type Values = {
  sanction: number;
  kind: SanctionChange["kind"];
  on?: string;
  months?: number;
  authority: string;
  documentNumber: string;
};

export function RecordSanctionChange({ matter, law }: CaseFormProps) {
  const [form] = Form.useForm<Values>();
  const kind = Form.useWatch("kind", form);
  const recorded = sanctionsIn(matter, law);
  return (
    <ActForm
      act="record-sanction-change"
      matter={matter}
      form={form}
      initial={{ sanction: recorded[0]?.value }}
      inputOf={({ sanction, authority, documentNumber, ...values }) => ({
        subjectId: recorded.find(({ value }) => value === sanction)?.subjectId ?? "",
        sanction,
        change: changeOf(values),
        authority,
        documentNumber,
      })}
    >
      <Alert type="info" title={m.sanction_change_note()} />
      <Form.Item
        name="sanction"
        label={m.sanction_which()}
        rules={[{ required: true }]}
        extra={recorded.length === 0 ? m.sanction_none() : undefined}
      >
        <Radio.Group options={recorded.map(({ value, label }) => ({ value, label }))} />
      </Form.Item>
      <Form.Item name="kind" label={m.sanction_change()} rules={[{ required: true }]}>
        <Radio.Group
          options={(["restored", "extended", "period-set", "revoked"] as const).map((value) => ({
            value,
            label: sanctionChanges[value](),
          }))}
        />
      </Form.Item>
      {kind === "restored" ? <DayItem name="on" label={m.sanction_restored_on()} /> : null}
      {kind === "revoked" ? <DayItem name="on" label={m.sanction_revoked_on()} /> : null}
      {kind === "extended" || kind === "period-set" ? (
        <Form.Item
          name="months"
          label={kind === "extended" ? m.sanction_extended_months() : m.sanction_set_months()}
          rules={[{ required: true }]}
        >
          <InputNumber min={1} max={120} precision={0} />
        </Form.Item>
      ) : null}
      <div className="form-row">
        <ShortField name="authority" label={m.sanction_change_authority()} />
        <ShortField name="documentNumber" label={m.document_number()} />
      </div>
    </ActForm>
  );
}

function changeOf({ kind, on = "", months = 0 }: Pick<Values, "kind" | "on" | "months">): SanctionChange {
  return kind === "restored" || kind === "revoked" ? { kind, on } : { kind, months };
}

function sanctionsIn({ subjects }: Case, law: Law): { value: number; subjectId: string; label: string }[] {
  return subjects.flatMap(({ subject, sanctions }) =>
    sanctions.map(({ seq, sanction, effective, documentNumber }) => ({
      value: seq,
      subjectId: subject.id,
      label: withAside(`${subject.name} ${sanctionName(law, sanction)} ${effective}`, documentNumber),
    })),
  );
}
