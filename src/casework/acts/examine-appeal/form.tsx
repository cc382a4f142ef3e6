// 复查申诉: which appeal, what it came to, on what findings.
import { Alert, Form, Radio } from "antd";
import { appealWayNames } from "../../finding/appeal-way-names.ts";
import { textOf } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import { DayItem } from "#web/fields/day-item.tsx";
import { EvidenceField } from "#web/fields/evidence-field.tsx";
import { ShortField, WordsField } from "#web/fields/words-field.tsx";
import { useMe } from "#web/session.ts";
import { ActForm } from "#web/acts/act-form.tsx";
import type { RawInputOf } from "../../input.ts";
import { appealResults } from "#web/acts/appeal-results.ts";
import type { CaseFormProps } from "#web/acts/forms.tsx";

export function ExamineAppeal({ matter }: CaseFormProps) {
  const [form] = Form.useForm<RawInputOf<"examine-appeal">>();
  const { today } = useMe();
  const open = matter.subjects.flatMap(({ subject, appeals }) =>
    appeals
      .filter((one) => one.examined === null)
      .map((one) => ({
        value: one.seq,
        label: m.appeal_line({ name: subject.name, on: one.on, way: textOf(appealWayNames[one.way]) }),
      })),
  );
  return (
    <ActForm
      act="examine-appeal"
      matter={matter}
      form={form}
      initial={{ appeal: open[0]?.value, on: today, evidence: [] }}
      inputOf={(values) => values}
    >
      <Alert type="info" title={m.appeal_other_people()} />
      <Form.Item
        name="appeal"
        label={m.appeal_which()}
        rules={[{ required: true }]}
        extra={open.length === 0 ? m.no_subject_fits() : undefined}
      >
        <Radio.Group options={open} />
      </Form.Item>
      <Form.Item name="result" label={m.appeal_result()} rules={[{ required: true }]}>
        <Radio.Group
          options={(["upheld", "changed", "revoked"] as const).map((one) => ({
            value: one,
            label: appealResults[one](),
          }))}
        />
      </Form.Item>
      <WordsField name="findings" label={m.appeal_findings()} />
      <div className="form-row">
        <DayItem name="on" label={m.appeal_examined_on()} />
        <ShortField name="documentNumber" label={m.document_number()} />
      </div>
      <Form.Item name="evidence" label={m.evidence_files()}>
        <EvidenceField />
      </Form.Item>
    </ActForm>
  );
}
