// 审批启动: approve with an inquiry group and a due day, or refuse with reasons.
import { useQuery } from "@tanstack/react-query";
import { Form, Radio, Select } from "antd";
import { api } from "../client.ts";
import { m } from "../paraglide/messages.js";
import { DayItem } from "../parts/day-item.tsx";
import { WordsField } from "../parts/words-field.tsx";
import { useMe } from "../session.tsx";
import { ActForm } from "./act-form.tsx";
import type { CaseFormProps } from "./forms.ts";
import { withAside } from "../language.ts";

type Values = { approved: boolean; on: string; inquirers: string[]; dueOn: string; reasons: string };

export function DecideOpening({ matter }: CaseFormProps) {
  const [form] = Form.useForm<Values>();
  const { today } = useMe();
  const approved = Form.useWatch("approved", form);
  const group = useQuery(api.matters.inquirers.queryOptions());
  return (
    <ActForm
      act="decide-opening"
      matter={matter}
      form={form}
      initial={{ on: today, inquirers: [] }}
      inputOf={(values) =>
        values.approved
          ? { approved: true, on: values.on, inquirers: values.inquirers, dueOn: values.dueOn }
          : { approved: false, on: values.on, reasons: values.reasons }
      }
    >
      <Form.Item name="approved" label={m.opening_decision()} rules={[{ required: true }]}>
        <Radio.Group
          options={[
            { value: true, label: m.opening_approve() },
            { value: false, label: m.opening_refuse() },
          ]}
        />
      </Form.Item>
      <DayItem name="on" label={m.opening_on()} />
      {approved === true ? (
        <div className="form-row">
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
              options={(group.data ?? []).map((one) => ({
                value: one.accountId,
                label: one.organizationName === null ? one.name : withAside(one.name, one.organizationName),
              }))}
            />
          </Form.Item>
          <DayItem name="dueOn" label={m.due_on()} />
        </div>
      ) : null}
      {approved === false ? <WordsField name="reasons" label={m.opening_refusal_reasons()} /> : null}
    </ActForm>
  );
}
