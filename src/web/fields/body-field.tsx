// Choosing one of the bodies that the regulation speaks of.
import { Form, Select } from "antd";
import type { Law } from "#law/compile/law.ts";
import { textOf } from "../language.ts";

export function BodyField({
  law,
  name = "body",
  label,
  extra,
}: {
  law: Law;
  name?: string;
  label: string;
  extra?: string;
}) {
  return (
    <Form.Item name={name} label={label} rules={[{ required: true }]} extra={extra}>
      <Select
        showSearch={{ optionFilterProp: "label" }}
        options={law.regulation.vocabulary.bodies.map((body) => ({ value: body.id, label: textOf(body.name) }))}
      />
    </Form.Item>
  );
}

export function bodyName(law: Law, id: string): string {
  const body = law.regulation.vocabulary.bodies.find((one) => one.id === id);
  return body === undefined ? id : textOf(body.name);
}
