// 添加问责对象: a person, an organization or a leading body, from the register.
import { Form, Radio } from "antd";
import type { SubjectKind } from "../../subject.ts";
import { textOf } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import { OrganizationPicker } from "#web/fields/organization-picker.tsx";
import { PersonPicker } from "#web/fields/person-picker.tsx";
import { WordsField } from "#web/fields/words-field.tsx";
import { ActForm } from "#web/acts/act-form.tsx";
import type { CaseFormProps } from "#web/acts/forms.tsx";

type Values = { kind: SubjectKind; registryId: string; another?: string };

const kinds: readonly SubjectKind[] = ["person", "organization", "leading-body"];

export function AddSubject({ matter, law }: CaseFormProps) {
  const [form] = Form.useForm<Values>();
  const kind = Form.useWatch("kind", form);
  const names = law.regulation.vocabulary.names.subjects;
  return (
    <ActForm
      act="add-subject"
      matter={matter}
      form={form}
      initial={{}}
      inputOf={({ kind: chosen, registryId, another }) => ({
        kind: chosen,
        registryId,
        another: another === undefined || another.trim() === "" ? null : another,
      })}
    >
      <Form.Item name="kind" label={m.subject_kind()} rules={[{ required: true }]}>
        <Radio.Group
          options={kinds.map((one) => ({ value: one, label: textOf(names[one]) }))}
          onChange={() => form.resetFields(["registryId"])}
        />
      </Form.Item>
      {kind === "person" ? (
        <Form.Item name="registryId" label={m.person()} rules={[{ required: true }]}>
          <PersonPicker />
        </Form.Item>
      ) : null}
      {kind === "organization" || kind === "leading-body" ? (
        <Form.Item name="registryId" label={m.organization()} rules={[{ required: true }]}>
          <OrganizationPicker />
        </Form.Item>
      ) : null}
      <WordsField
        name="another"
        label={m.subject_another()}
        extra={m.subject_another_extra()}
        rows={1}
        required={false}
      />
    </ActForm>
  );
}
