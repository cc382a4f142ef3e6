// 登记申诉: whose, in which way, when, on what ground, and until when it could be made. It does not suspend execution.
import { Alert, Form, Select } from "antd";
import { appealTerms, appealWays } from "../../finding/appeal-ways.ts";
import { appealWayNames } from "../../finding/appeal-way-names.ts";
import type { AppealTerm } from "../../finding/appeal-ways.ts";
import { subjectFileOf } from "../../case.ts";
import type { AppealWay } from "../../events.ts";
import { textOf } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import { CitationLink } from "#web/law/citation.tsx";
import { DayItem } from "#web/fields/day-item.tsx";
import { EvidenceField } from "#web/fields/evidence-field.tsx";
import { SubjectField, useFirstSubject } from "#web/fields/subject-field.tsx";
import { ShortField, WordsField } from "#web/fields/words-field.tsx";
import { useMe } from "#web/session.ts";
import { ActForm } from "#web/acts/act-form.tsx";
import type { RawInputOf } from "../../input.ts";
import type { CaseFormProps } from "#web/acts/forms.tsx";

const ways = Object.keys(appealWays) as AppealWay[]; // the keys of the table are the ways

export function RecordAppeal({ matter, law }: CaseFormProps) {
  const [form] = Form.useForm<RawInputOf<"record-appeal">>();
  const { today } = useMe();
  const subjectId = Form.useWatch("subjectId", form);
  const way = Form.useWatch("way", form) ?? "accountability-appeal";
  const on: unknown = Form.useWatch("on", form);
  const file = subjectId === undefined ? null : subjectFileOf(matter, subjectId);
  const terms = file === null ? [] : appealTerms(law, file, way);
  const passed = typeof on === "string" ? terms.filter((term) => on > term.until) : [];
  return (
    <ActForm
      act="record-appeal"
      matter={matter}
      form={form}
      initial={{
        subjectId: useFirstSubject(matter.subjects),
        on: today,
        way: "accountability-appeal",
        evidence: [],
      }}
      inputOf={({ appellant, lateReasons, ...values }) => ({
        ...values,
        appellant: appellant?.trim() ? appellant : null,
        lateReasons: lateReasons?.trim() ? lateReasons : null,
      })}
    >
      <Alert type="info" title={m.appeal_note()} />
      <SubjectField files={matter.subjects} />
      <div className="form-row">
        <Form.Item name="way" label={m.appeal_way()} rules={[{ required: true }]}>
          <Select options={ways.map((one) => ({ value: one, label: textOf(appealWayNames[one]) }))} />
        </Form.Item>
        <DayItem name="on" label={m.appeal_on()} />
        <ShortField name="appellant" label={m.appeal_appellant()} extra={m.appeal_appellant_extra()} required={false} />
      </div>
      {terms.map((term) => (
        <Term key={term.deadline.rule} term={term} passed={passed.includes(term)} />
      ))}
      {passed.length > 0 ? (
        <WordsField
          name="lateReasons"
          label={m.appeal_late_reasons()}
          required={passed.some(({ deadline }) => deadline.binding)}
        />
      ) : null}
      <WordsField name="ground" label={m.appeal_ground()} />
      <Form.Item name="evidence" label={m.appeal_files()}>
        <EvidenceField />
      </Form.Item>
    </ActForm>
  );
}

function Term({ term: { until, deadline }, passed }: { term: AppealTerm; passed: boolean }) {
  return (
    <p className={passed ? undefined : "quiet"}>
      {passed ? m.appeal_until_passed({ until }) : m.appeal_until({ until })}
      {deadline.binding ? "" : m.appeal_unverified()} <CitationLink citation={deadline.cite} />
    </p>
  );
}
