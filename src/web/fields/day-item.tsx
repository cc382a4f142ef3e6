// A day in a form, with its label.
import { Form } from "antd";
import { DayField } from "./day-field.tsx";

type Props = { name: string | (string | number)[]; label: string; extra?: string | undefined; required?: boolean };

export function DayItem({ name, label, extra, required = true }: Props) {
  return (
    <Form.Item name={name} label={label} extra={extra} rules={[{ required }]}>
      <DayField />
    </Form.Item>
  );
}
