// The inquiry group in a form: its members, and among them the leader.
import { useQuery } from "@tanstack/react-query";
import { Form, Select } from "antd";
import { api } from "../client.ts";
import { withAside } from "../language.ts";
import { m } from "../paraglide/messages.js";

export type GroupValues = { inquirers: string[]; leader: string };

export function InquiryGroupFields() {
  const form = Form.useFormInstance<GroupValues>();
  const group = useQuery(api.matters.inquirers.queryOptions());
  const members: unknown = Form.useWatch("inquirers", form);
  const options = (group.data ?? []).map((one) => ({
    value: one.accountId,
    label: one.organizationName === null ? one.name : withAside(one.name, one.organizationName),
  }));
  return (
    <>
      <Form.Item
        name="inquirers"
        label={m.inquirers()}
        extra={m.inquirers_extra()}
        rules={[{ required: true, type: "array" }]}
      >
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: "label" }}
          loading={group.isFetching}
          options={options}
        />
      </Form.Item>
      <Form.Item name="leader" label={m.inquiry_leader()} rules={[{ required: true }]}>
        <Select options={options.filter(({ value }) => Array.isArray(members) && members.includes(value))} />
      </Form.Item>
    </>
  );
}
