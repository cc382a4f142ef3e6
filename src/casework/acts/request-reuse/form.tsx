// 提请重新任用: of whom, for which post and level, why.
import { Form, Radio } from "antd";
import { subjectFileOf } from "../../case.ts";
import { purposesOfConsent } from "../../execution/reuse-purposes.ts";
import { procedureOf } from "#law/procedure/procedures.ts";
import { m } from "#web/paraglide/messages.js";
import { CitationBlock } from "#web/law/citation.tsx";
import { DayItem } from "#web/fields/day-item.tsx";
import { LevelSelect } from "#web/fields/level-field.tsx";
import { purposeName } from "#web/law/purpose-name.ts";
import { PublishedBefore } from "#web/matter/published-before.tsx";
import { SubjectField, useFirstSubject } from "#web/fields/subject-field.tsx";
import { useUrlState } from "#web/frame/url-state.ts";
import { ShortField, WordsField } from "#web/fields/words-field.tsx";
import { useMe } from "#web/session.ts";
import { ActForm } from "#web/acts/act-form.tsx";
import type { RawInputOf } from "../../input.ts";
import type { CaseFormProps } from "#web/acts/forms.tsx";

export function RequestReuse({ matter, law }: CaseFormProps) {
  const [form] = Form.useForm<RawInputOf<"request-reuse">>();
  const { today } = useMe();
  const cite = procedureOf(law, "consent", today);
  const purposes = purposesOfConsent(law);
  const persons = matter.subjects.filter(
    (file) => file.subject.kind === "person" && !file.reuses.some((one) => one.decided === null),
  );
  const first = useFirstSubject(persons);
  const subjectId = Form.useWatch("subjectId", form);
  const chosen = subjectId === undefined ? null : subjectFileOf(matter, subjectId);
  // The list of restrictions that end leads here with whom and what for.
  const url = useUrlState();
  const named = persons.find(({ subject }) => subject.registryId === url.one("person"));
  const purpose = purposes.find((one) => one === url.one("purpose"));
  return (
    <ActForm
      act="request-reuse"
      matter={matter}
      form={form}
      initial={{ subjectId: named?.subject.id ?? first, on: today, ...(purpose === undefined ? {} : { purpose }) }}
      inputOf={(values) => values}
    >
      {cite === null ? null : <CitationBlock citation={cite} />}
      <SubjectField files={persons} />
      {chosen === null ? null : <PublishedBefore matter={matter} file={chosen} law={law} />}
      <Form.Item name="purpose" label={m.reuse_purpose()} rules={[{ required: true }]}>
        <Radio.Group options={purposes.map((one) => ({ value: one, label: purposeName(law, one) }))} />
      </Form.Item>
      <div className="form-row">
        <ShortField name="organizationName" label={m.unit()} />
        <ShortField name="post" label={m.reuse_post()} />
        <Form.Item name="level" label={m.level()} rules={[{ required: true }]}>
          <LevelSelect law={law} />
        </Form.Item>
      </div>
      <DayItem name="on" label={m.reuse_requested_on()} />
      <WordsField name="reasons" label={m.reasons()} />
    </ActForm>
  );
}
