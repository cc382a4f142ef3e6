// 记录集体研究: topic, who was there, who recused, the votes, the result and the minutes.
import { Form } from "antd";
import { m } from "#web/paraglide/messages.js";
import { EvidenceField } from "#web/fields/evidence-field.tsx";
import { SittingFields } from "#web/fields/sitting-fields.tsx";
import { useMe } from "#web/session.ts";
import { ActForm } from "#web/acts/act-form.tsx";
import type { RawInputOf } from "../../input.ts";
import type { CaseFormProps } from "#web/acts/forms.tsx";

export function RecordDeliberation({ matter, law }: CaseFormProps) {
  const [form] = Form.useForm<RawInputOf<"record-deliberation">>();
  const { today } = useMe();
  const present = Form.useWatch("attendance", form) ?? [];
  return (
    <ActForm
      act="record-deliberation"
      matter={matter}
      form={form}
      initial={{ on: today, topic: matter.title, attendance: [], absent: [], recusals: [], evidence: [] }}
      inputOf={({
        body,
        on,
        topic,
        attendance,
        absent,
        recusals,
        evidence,
        votesFor,
        votesAgainst,
        abstentions,
        result,
        minutes,
      }) => ({
        body,
        on,
        topic,
        attendance,
        absent,
        recusals,
        evidence,
        votesFor,
        votesAgainst,
        abstentions,
        result,
        minutes,
      })}
    >
      <SittingFields law={law} present={present} />
      <Form.Item name="evidence" label={m.minutes_files()}>
        <EvidenceField />
      </Form.Item>
    </ActForm>
  );
}
