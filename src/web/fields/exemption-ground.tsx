// The ground on which accountability is waived: chosen from those that the text has today.
import { Form, Select } from "antd";
import type { Law } from "#law/compile/law.ts";
import { exemptionGroundsOf } from "#law/procedure/procedures.ts";
import { textOf } from "../language.ts";
import { m } from "../paraglide/messages.js";
import { useMe } from "../session.ts";

/** `at` is where the outcome stands in the form. */
export function ExemptionGround({ law, at }: { law: Law; at: (string | number)[] }) {
  const grounds = exemptionGroundsOf(law, useMe().today);
  return (
    <Form.Item name={[...at, "ground"]} label={m.ending_ground()} rules={[{ required: true }]}>
      <Select options={grounds.map((ground) => ({ value: ground.id, label: textOf(ground.name) }))} />
    </Form.Item>
  );
}
