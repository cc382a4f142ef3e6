// 记录集体研究: topic, who was there, who recused, the votes, the result and the minutes.
import { Button, Form, Input, InputNumber, Select } from "antd";
import { m } from "../paraglide/messages.js";
import { BodyField } from "../parts/body-field.tsx";
import { DayItem } from "../parts/day-item.tsx";
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
      initial={{ on: today, topic: matter.title, attendance: [], recusals: [] }}
      inputOf={({ body, on, topic, attendance, recusals, votesFor, votesAgainst, abstentions, result, minutes }) => ({
        body,
        on,
        topic,
        attendance,
        recusals,
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
      <Form.List name="recusals">
        {(fields, { add, remove }) => (
          <fieldset className="form-list">
            <legend>{m.recusals()}</legend>
            {fields.map((field) => (
              <div className="form-list-row" key={field.key}>
                <Form.Item name={[field.name, "name"]} label={m.person_name()} rules={[{ required: true }]}>
                  <Select options={present.map((name) => ({ value: name, label: name }))} />
                </Form.Item>
                <Form.Item
                  name={[field.name, "reason"]}
                  label={m.recusal_reason()}
                  rules={[{ required: true, whitespace: true }]}
                >
                  <Input maxLength={200} />
                </Form.Item>
                <Button
                  className="row-remove"
                  aria-label={m.recusal_remove({ number: field.name + 1 })}
                  onClick={() => remove(field.name)}
                >
                  {m.remove()}
                </Button>
              </div>
            ))}
            <Button onClick={() => add({})}>{m.recusal_add()}</Button>
          </fieldset>
        )}
      </Form.List>
      <div className="form-row">
        {votes.map(({ name, label }) => (
          <Form.Item key={name} name={name} label={label()} rules={[{ required: true }]}>
            <InputNumber min={0} max={200} precision={0} />
          </Form.Item>
        ))}
      </div>
      <WordsField name="result" label={m.deliberation_result()} />
      <WordsField name="minutes" label={m.deliberation_minutes()} rows={4} />
    </ActForm>
  );
}
