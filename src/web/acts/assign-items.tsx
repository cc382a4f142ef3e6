// 指派执行事项: open items to one person of an office.
import { useQuery } from "@tanstack/react-query";
import { Form, Select } from "antd";
import { openItemsOf } from "#casework/execution.ts";
import { api } from "../client.ts";
import { withAside } from "../language.ts";
import { m } from "../paraglide/messages.js";
import { ActForm } from "./act-form.tsx";
import type { CaseFormProps } from "./forms.ts";
import { ItemsField, itemOfKey, useFirstItem } from "./item-field.tsx";

type Values = { items: string[]; accountId: string };

export function AssignItems({ matter, law }: CaseFormProps) {
  const [form] = Form.useForm<Values>();
  const { data: people = [] } = useQuery(api.matters.colleagues.queryOptions());
  const open = openItemsOf(law, matter).filter(({ subjectId }) => subjectId !== null);
  const first = useFirstItem(open);
  return (
    <ActForm
      act="assign-items"
      matter={matter}
      form={form}
      initial={{ items: first === undefined ? [] : [first] }}
      inputOf={({ items, accountId }) => ({ items: items.map(itemOfKey), accountId })}
    >
      <ItemsField items={open} />
      <Form.Item name="accountId" label={m.item_assignee()} rules={[{ required: true }]}>
        <Select
          showSearch={{ optionFilterProp: "label" }}
          options={people.map(({ accountId, name, organizationName }) => ({
            value: accountId,
            label: organizationName === null ? name : withAside(name, organizationName),
          }))}
        />
      </Form.Item>
    </ActForm>
  );
}
