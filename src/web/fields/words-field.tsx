// A longer text in a form, with what it must contain said beside it.
import { Form, Input } from "antd";

type Props = {
  name: string | (string | number)[];
  label: string;
  extra?: string | undefined;
  rows?: number;
  required?: boolean;
};

export function WordsField({ name, label, extra, rows = 3, required = true }: Props) {
  return (
    <Form.Item name={name} label={label} extra={extra} rules={[{ required, whitespace: true }]}>
      <Input.TextArea autoSize={{ minRows: rows, maxRows: 12 }} maxLength={4000} />
    </Form.Item>
  );
}

export function ShortField({ name, label, extra, required = true }: Props) {
  return (
    <Form.Item name={name} label={label} extra={extra} rules={[{ required, whitespace: true }]}>
      <Input maxLength={200} />
    </Form.Item>
  );
}
