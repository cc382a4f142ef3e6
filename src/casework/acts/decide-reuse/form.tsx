// 决定重新任用: which request, approved or not; the consents on record stand beside it.
import { Form, Radio } from "antd";
import { procedureOf } from "#law/procedure/procedures.ts";
import { listed, withAside } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import { CitationBlock } from "#web/law/citation.tsx";
import { DayItem } from "#web/fields/day-item.tsx";
import { PublishedBefore } from "#web/matter/published-before.tsx";
import { purposeName } from "#web/law/purpose-name.ts";
import { ShortField, WordsField } from "#web/fields/words-field.tsx";
import { useMe } from "#web/session.ts";
import { ActForm } from "#web/acts/act-form.tsx";
import type { RawInputOf } from "../../input.ts";
import type { CaseFormProps } from "#web/acts/forms.tsx";

export function DecideReuse({ matter, law }: CaseFormProps) {
  const [form] = Form.useForm<RawInputOf<"decide-reuse">>();
  const { today } = useMe();
  const cite = procedureOf(law, "consent", today);
  const approved = Form.useWatch("approved", form);
  const open = matter.subjects.flatMap((file) =>
    file.reuses.filter((one) => one.decided === null).map((reuse) => ({ file, reuse })),
  );
  return (
    <ActForm
      act="decide-reuse"
      matter={matter}
      form={form}
      initial={{ reuse: open[0]?.reuse.seq, on: today }}
      inputOf={({ reasons, ...values }) => ({ ...values, reasons: reasons?.trim() ? reasons : null })}
    >
      {cite === null ? null : <CitationBlock citation={cite} />}
      <Form.Item
        name="reuse"
        label={m.reuse_which()}
        rules={[{ required: true }]}
        extra={open.length === 0 ? m.no_subject_fits() : undefined}
      >
        <Radio.Group
          options={open.map(({ file, reuse }) => ({
            value: reuse.seq,
            label: withAside(
              `${file.subject.name} ${reuse.organizationName} ${reuse.post}`,
              `${purposeName(law, reuse.purpose)} · ${reuse.level} · ${reuse.on}`,
            ),
          }))}
        />
      </Form.Item>
      {open.map(({ file, reuse }) => (
        <p key={reuse.seq} className="quiet">
          {file.consents.length === 0
            ? m.reuse_no_consent({ name: file.subject.name })
            : m.reuse_consents({
                name: file.subject.name,
                consents: listed(file.consents.map((one) => withAside(one.on, one.documentNumber))),
              })}
        </p>
      ))}
      {open.map(({ file, reuse }) => (
        <PublishedBefore key={reuse.seq} matter={matter} file={file} law={law} />
      ))}
      <Form.Item name="approved" label={m.reuse_decision()} rules={[{ required: true }]}>
        <Radio.Group
          options={[
            { value: true, label: m.reuse_approved() },
            { value: false, label: m.reuse_refused() },
          ]}
        />
      </Form.Item>
      <div className="form-row">
        <DayItem name="on" label={m.reuse_decided_on()} extra={m.consent_on_extra()} />
        <ShortField name="documentNumber" label={m.document_number()} />
      </div>
      <WordsField name="reasons" label={m.reasons()} required={approved === false} />
    </ActForm>
  );
}
