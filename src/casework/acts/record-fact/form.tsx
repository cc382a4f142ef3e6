// 记录事实与证据: what happened, when, whom it concerns, which results the files prove, and the files.
import { Checkbox, Form } from "antd";
import { m } from "#web/paraglide/messages.js";
import { Choices } from "#web/fields/choices.tsx";
import { DayItem } from "#web/fields/day-item.tsx";
import { EvidenceField } from "#web/fields/evidence-field.tsx";
import type { FieldFile } from "#web/fields/evidence-field.tsx";
import { resultOptions } from "#web/law/result-name.ts";
import { subjectName } from "#web/fields/subject-field.tsx";
import { WordsField } from "#web/fields/words-field.tsx";
import { ActForm } from "#web/acts/act-form.tsx";
import type { CaseFormProps } from "#web/acts/forms.tsx";

type Values = {
  subjectIds: string[];
  text: string;
  from: string;
  to: string;
  continuing: boolean;
  results: string[];
  evidence: FieldFile[];
};

export function RecordFact({ matter, law }: CaseFormProps) {
  const [form] = Form.useForm<Values>();
  const only = matter.subjects.length === 1 ? matter.subjects.map((file) => file.subject.id) : [];
  return (
    <ActForm
      act="record-fact"
      matter={matter}
      form={form}
      initial={{ subjectIds: only, continuing: false, results: [], evidence: [] }}
      inputOf={({ subjectIds, text, from, to, continuing, results, evidence }) => ({
        subjectIds,
        text,
        from,
        to,
        continuing,
        results,
        evidence: evidence.map(({ kind, ...file }) => ({ ...file, kind: kind ?? "" })),
      })}
    >
      <Form.Item name="subjectIds" label={m.fact_subjects()} rules={[{ required: true, type: "array" }]}>
        <Choices
          rows
          options={matter.subjects.map(({ subject }) => ({ value: subject.id, label: subjectName(subject) }))}
        />
      </Form.Item>
      <WordsField name="text" label={m.fact_text()} extra={m.fact_text_extra()} rows={4} />
      <div className="form-row">
        <DayItem name="from" label={m.fact_from()} />
        <DayItem name="to" label={m.fact_to()} />
        <Form.Item name="continuing" valuePropName="checked" label={m.fact_continuing_label()}>
          <Checkbox>{m.fact_continuing()}</Checkbox>
        </Form.Item>
      </div>
      <Form.Item
        name="evidence"
        label={m.evidence_files()}
        rules={[{ required: true, type: "array", min: 1, message: m.evidence_required() }]}
      >
        <EvidenceField law={law} />
      </Form.Item>
      <Form.Item name="results" label={m.fact_results()} extra={m.fact_results_extra()}>
        <Choices options={resultOptions(law)} />
      </Form.Item>
    </ActForm>
  );
}
