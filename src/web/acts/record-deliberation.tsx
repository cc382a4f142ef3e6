// 记录集体研究: topic, who was there, who recused, the votes, the result and the minutes.
import { Form, InputNumber, Select } from "antd";
import { m } from "../paraglide/messages.js";
import { BodyField } from "../parts/body-field.tsx";
import { DayItem } from "../parts/day-item.tsx";
import { EvidenceField } from "../parts/evidence-field.tsx";
import { PeopleWithReasons } from "../parts/people-with-reasons.tsx";
import { ShortField, WordsField } from "../parts/words-field.tsx";
import { useMe } from "../session.tsx";
import { ActForm } from "./act-form.tsx";
import type { ActInput } from "./act-form.tsx";
import type { CaseFormProps } from "./forms.ts";

const votes = [
  { name: "votesFor", label: m.votes_for },
  { name: "votesAgainst", label: m.votes_against },
  { name: "abstentions", label: m.abstentions },
] as const;

export function RecordDeliberation({ matter, law }: CaseFormProps) {
  const [form] = Form.useForm<ActInput<"record-deliberation">>();
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
      <div className="form-row">
        <BodyField law={law} label={m.deliberation_body()} />
        <DayItem name="on" label={m.deliberation_on()} />
      </div>
      <ShortField name="topic" label={m.deliberation_topic()} />
      <Form.Item
        name="attendance"
        label={m.attendance()}
        extra={m.attendance_extra()}
        rules={[{ required: true, type: "array" }]}
      >
        <Select mode="tags" open={false} suffix={null} tokenSeparators={[",", "，", "、", " ", "\n"]} />
      </Form.Item>
      <PeopleWithReasons name="absent" legend={m.absent()} add={m.absent_add()} />
      <PeopleWithReasons name="recusals" legend={m.recusals()} add={m.recusal_add()} among={present} />
      <div className="form-row">
        {votes.map(({ name, label }) => (
          <Form.Item key={name} name={name} label={label()} rules={[{ required: true }]}>
            <InputNumber min={0} max={200} precision={0} />
          </Form.Item>
        ))}
      </div>
      <WordsField name="result" label={m.deliberation_result()} />
      <WordsField name="minutes" label={m.deliberation_minutes()} rows={4} />
      <Form.Item name="evidence" label={m.minutes_files()}>
        <EvidenceField />
      </Form.Item>
    </ActForm>
  );
}
