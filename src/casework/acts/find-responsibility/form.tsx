// 区分领导责任: the tier of one subject, with reasons; the text that tells the tiers apart stands beside it.
import { Form, Radio } from "antd";
import { responsibilityTiersOf } from "#law/procedure/responsibility.ts";
import { textOf } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import { CitationBlock } from "#web/law/citation.tsx";
import { SubjectField, useFirstSubject } from "#web/fields/subject-field.tsx";
import { WordsField } from "#web/fields/words-field.tsx";
import { ActForm } from "#web/acts/act-form.tsx";
import type { RawInputOf } from "../../input.ts";
import type { CaseFormProps } from "#web/acts/forms.tsx";
import { useMe } from "#web/session.ts";

export function FindResponsibility({ matter, law }: CaseFormProps) {
  const [form] = Form.useForm<RawInputOf<"find-responsibility">>();
  const tiers = responsibilityTiersOf(law, useMe().today);
  return (
    <ActForm
      act="find-responsibility"
      matter={matter}
      form={form}
      initial={{ subjectId: useFirstSubject(matter.subjects) }}
      inputOf={({ subjectId, tier, reasons }) => ({ subjectId, tier, reasons })}
    >
      <SubjectField files={matter.subjects} />
      <Form.Item name="tier" label={m.responsibility_tier()} rules={[{ required: true }]}>
        <Radio.Group options={tiers.map(({ id, name }) => ({ value: id, label: textOf(name) }))} />
      </Form.Item>
      {tiers[0] === undefined ? null : <CitationBlock citation={tiers[0].cite} />}
      <WordsField name="reasons" label={m.responsibility_reasons()} />
    </ActForm>
  );
}
