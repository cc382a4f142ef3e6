// A list of people, each with a reason: who was absent, who recused.
import { Button, Form, Input, Select } from "antd";
import { m } from "../paraglide/messages.js";
import "../fields/form-list.css";

type Props = {
  name: string;
  legend: string;
  add: string;
  /** Where given, only these can be chosen. */
  among?: readonly string[];
};

export function PeopleWithReasons({ name, legend, add, among }: Props) {
  return (
    <Form.List name={name}>
      {(fields, list) => (
        <fieldset className="form-list">
          <legend>{legend}</legend>
          {fields.map((field) => (
            <div className="form-list-row" key={field.key}>
              <Form.Item name={[field.name, "name"]} label={m.person_name()} rules={[{ required: true }]}>
                {among === undefined ? (
                  <Input maxLength={200} />
                ) : (
                  <Select options={among.map((one) => ({ value: one, label: one }))} />
                )}
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
                onClick={() => list.remove(field.name)}
              >
                {m.remove()}
              </Button>
            </div>
          ))}
          <Button onClick={() => list.add({})}>{add}</Button>
        </fieldset>
      )}
    </Form.List>
  );
}
