// Choosing leads from which a case may be asked for, by searching them.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useState } from "react";
import { leadStagesForOpening } from "#casework/stages.ts";
import { api } from "../client.ts";
import { listed } from "../language.ts";

export function LeadPicker({
  value = [],
  onChange,
  most,
  ...rest
}: {
  id?: string;
  value?: string[];
  onChange?: (leadIds: string[]) => void;
  most?: number;
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
      {...(most === undefined ? {} : { maxCount: most })}
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
