// 登记通报: when, within which scope, by which document.
import { Checkbox, Form, Radio, Select } from "antd";
import { publicationsOfCase } from "../../finding/published.ts";
import { textOf } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import { CitationBlock } from "#web/law/citation.tsx";
import { DayItem } from "#web/fields/day-item.tsx";
import { ShortField } from "#web/fields/words-field.tsx";
import { useMe } from "#web/session.ts";
import { ActForm } from "#web/acts/act-form.tsx";
import type { RawInputOf } from "../../input.ts";
import type { CaseFormProps } from "#web/acts/forms.tsx";
import { circulationScopes } from "#web/acts/circulation-scopes.ts";

export function RecordCirculation({ matter, law }: CaseFormProps) {
  const [form] = Form.useForm<RawInputOf<"record-circulation">>();
  const { today } = useMe();
  const publications = publicationsOfCase(law, matter);
  return (
    <ActForm
      act="record-circulation"
      matter={matter}
      form={form}
      initial={{ on: today }}
      inputOf={({ on, scope, scopes, documentNumber, recipients }) => ({
        on,
        scope,
        scopes: scopes ?? [],
        documentNumber,
        recipients: recipients ?? [],
      })}
    >
      <DayItem name="on" label={m.circulation_on()} />
      <Form.Item name="scope" label={m.circulation_scope()} rules={[{ required: true }]}>
        <Radio.Group options={Object.entries(circulationScopes).map(([value, name]) => ({ value, label: name() }))} />
      </Form.Item>
      {publications.length === 0 ? null : (
        <Form.Item name="scopes" label={m.text_scopes()} extra={m.text_scopes_extra()}>
          <Checkbox.Group
            options={publications
              .flatMap((one) => one.scopes)
              .map(({ id, name }) => ({ value: id, label: textOf(name) }))}
          />
        </Form.Item>
      )}
      {publications.map(({ cite }) => (
        <CitationBlock key={`${cite.pack} ${cite.at}`} citation={cite} />
      ))}
      <ShortField name="documentNumber" label={m.circulation_document()} />
      <Form.Item name="recipients" label={m.circulation_recipients()} extra={m.circulation_recipients_extra()}>
        <Select mode="tags" open={false} tokenSeparators={["、", "，", ","]} suffixIcon={null} />
      </Form.Item>
    </ActForm>
  );
}
