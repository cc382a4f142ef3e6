// 指派执行事项: open items to one person of an office.
import { useQuery } from "@tanstack/react-query";
import { Form, Select } from "antd";
import { useEffect } from "react";
import { openItemsOf } from "../../execution/execution.ts";
import { api } from "#web/client.ts";
import { withAside } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import { ActForm } from "#web/acts/act-form.tsx";
import type { CaseFormProps } from "#web/acts/forms.tsx";
import { ItemsField, itemOfKey, keyOfItem, useFirstItem } from "#web/acts/item-field.tsx";

type Values = { items: string[]; accountId: string };

export function AssignItems({ matter, law }: CaseFormProps) {
  const [form] = Form.useForm<Values>();
  const { data: people } = useQuery(api.matters.assignees.queryOptions({ input: { matterId: matter.id } }));
  const open = openItemsOf(law, matter).filter(({ subjectId }) => subjectId !== null);
  const first = useFirstItem(open);
  const asked = Form.useWatch("items", form) ?? [];
  const offices = new Set(open.filter((item) => asked.includes(keyOfItem(item))).map(({ office }) => office));
  const fit = people?.filter((one) => [...offices].every((office) => one.offices.includes(office)));
  const chosen = Form.useWatch("accountId", form);
  const isUnfit = fit !== undefined && chosen !== undefined && !fit.some(({ accountId }) => accountId === chosen);
  useEffect(() => {
    if (isUnfit) form.resetFields(["accountId"]);
  }, [form, isUnfit]);
  return (
    <ActForm
      act="assign-items"
      matter={matter}
      form={form}
      initial={{ items: first === undefined ? [] : [first] }}
      inputOf={({ items, accountId }) => ({ items: items.map(itemOfKey), accountId })}
    >
      <ItemsField items={open} />
      <Form.Item
        name="accountId"
        label={m.item_assignee()}
        extra={fit?.length === 0 ? m.item_assignee_nobody() : m.item_assignee_extra()}
        rules={[{ required: true }]}
      >
        <Select
          showSearch={{ optionFilterProp: "label" }}
          loading={people === undefined}
          options={(fit ?? []).map(({ accountId, name, organizationName }) => ({
            value: accountId,
            label: organizationName === null ? name : withAside(name, organizationName),
          }))}
        />
      </Form.Item>
    </ActForm>
  );
}
