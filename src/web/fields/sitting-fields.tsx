// How a collective deliberation sat: body, day, topic, who was there, who recused, the votes, the result and the minutes.
import { Form, InputNumber, Select } from "antd";
import type { Law } from "#law/compile/law.ts";
import { m } from "../paraglide/messages.js";
import { BodyField } from "./body-field.tsx";
import { DayItem } from "./day-item.tsx";
import { PeopleWithReasons } from "../tables/people-with-reasons.tsx";
import { ShortField, WordsField } from "./words-field.tsx";

const votes = [
  { name: "votesFor", label: m.votes_for },
  { name: "votesAgainst", label: m.votes_against },
  { name: "abstentions", label: m.abstentions },
] as const;

/** `present` are the names that stand in the field of who was there. */
export function SittingFields({ law, present }: { law: Law; present: readonly string[] }) {
  return (
    <>
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
    </>
  );
}
