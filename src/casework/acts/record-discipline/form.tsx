// 登记党纪政务处分: what another body gave, from when, by which document.
import { Form, Radio, Select } from "antd";
import { textOf } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import { DayItem } from "#web/fields/day-item.tsx";
import { LevelSelect } from "#web/fields/level-field.tsx";
import { SubjectField, useFirstSubject } from "#web/fields/subject-field.tsx";
import { ShortField } from "#web/fields/words-field.tsx";
import { ActForm } from "#web/acts/act-form.tsx";
import type { RawInputOf } from "../../input.ts";
import type { CaseFormProps } from "#web/acts/forms.tsx";

export function RecordDiscipline({ matter, law }: CaseFormProps) {
  const [form] = Form.useForm<RawInputOf<"record-discipline">>();
  const persons = matter.subjects.filter((file) => file.subject.kind === "person");
  const { sanctions } = law.regulation.vocabulary;
  const chosen = Form.useWatch("sanction", form);
  const lengths = sanctions.find((one) => one.id === chosen)?.months ?? [];
  return (
    <ActForm
      act="record-discipline"
      matter={matter}
      form={form}
      initial={{ subjectId: useFirstSubject(persons) }}
      inputOf={({ subjectId, sanction, decided, effective, months, level, authority, documentNumber }) => ({
        subjectId,
        sanction,
        decided: decided ?? null,
        effective,
        months: months ?? null,
        level: level ?? null,
        authority,
        documentNumber,
      })}
    >
      <SubjectField files={persons} />
      <div className="form-row">
        <Form.Item name="sanction" label={m.sanction()} rules={[{ required: true }]}>
          <Select
            showSearch={{ optionFilterProp: "label" }}
            onChange={() => form.resetFields(["months"])}
            options={sanctions.map((one) => ({ value: one.id, label: textOf(one.name) }))}
          />
        </Form.Item>
        <DayItem name="decided" label={m.sanction_decided()} required={false} />
        <DayItem name="effective" label={m.sanction_effective()} />
      </div>
      {lengths.length > 0 ? (
        <Form.Item name="months" label={m.sanction_months()} rules={[{ required: true }]}>
          <Radio.Group options={lengths.map((months) => ({ value: months, label: m.months({ months }) }))} />
        </Form.Item>
      ) : null}
      <Form.Item name="level" label={m.level_on_effective()} extra={m.level_on_effective_extra()}>
        <LevelSelect law={law} />
      </Form.Item>
      <div className="form-row">
        <ShortField name="authority" label={m.sanction_authority()} />
        <ShortField name="documentNumber" label={m.document_number()} />
      </div>
    </ActForm>
  );
}
