// 提请启动问责调查: on which leads, and why.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Form, Select } from "antd";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { leadStagesForOpening } from "#casework/stages.ts";
import { api } from "../client.ts";
import { m } from "../paraglide/messages.js";
import { ShortField, WordsField } from "../parts/words-field.tsx";
import { ActForm } from "./act-form.tsx";
import { listed } from "../language.ts";

type Values = { title: string; reasons: string; leadIds: string[] };

export function RequestOpening() {
  const [form] = Form.useForm<Values>();
  const [parameters] = useSearchParams();
  return (
    <ActForm
      act="request-opening"
      matter={null}
      form={form}
      initial={{ leadIds: parameters.getAll("lead") }}
      inputOf={({ title, reasons, leadIds }) => ({ title, reasons, leadIds })}
    >
      <ShortField name="title" label={m.case_title()} extra={m.case_title_extra()} />
      <WordsField name="reasons" label={m.opening_reasons()} rows={4} />
      <Form.Item name="leadIds" label={m.opening_leads()} extra={m.opening_leads_extra()}>
        <LeadPicker />
      </Form.Item>
    </ActForm>
  );
}

function LeadPicker({
  value = [],
  onChange,
  ...rest
}: {
  id?: string;
  value?: string[];
  onChange?: (leadIds: string[]) => void;
}) {
  const [typed, setTyped] = useState("");
  const found = useQuery(
    api.matters.leads.queryOptions({
      input: { query: typed, stages: [...leadStagesForOpening], limit: 50 },
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <Select
      {...rest}
      mode="multiple"
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={found.isFetching}
      value={value}
      onChange={(leadIds) => onChange?.(leadIds)}
      options={(found.data?.rows ?? []).map((row) => ({
        value: row.matterId,
        label: `${row.number} ${listed(row.concerned)} ${row.title}`,
      }))}
    />
  );
}
