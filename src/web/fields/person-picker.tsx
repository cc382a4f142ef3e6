// Choosing a cadre of the register by name, unit or post.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useState } from "react";
import type { z } from "zod";
import type { personRow } from "#registry/contract.ts";
import { api } from "../client.ts";
import { m } from "../paraglide/messages.js";

export type PersonRow = z.output<typeof personRow>;
type Props = {
  id?: string;
  value?: string | null;
  onChange?: (personId: string | null) => void;
  onPerson?: (person: PersonRow | null) => void;
  "aria-label"?: string;
};

export function PersonPicker({ value, onChange, onPerson, ...rest }: Props) {
  const [typed, setTyped] = useState("");
  const found = useQuery(
    api.registry.persons.queryOptions({ input: { query: typed, limit: 20 }, placeholderData: keepPreviousData }),
  );
  // While a search is under way there is nothing to choose: what was found for other words must not be taken by a key.
  const rows = found.isPlaceholderData ? [] : (found.data?.rows ?? []);
  return (
    <Select
      {...rest}
      allowClear
      defaultActiveFirstOption={false}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder={m.person_picker_placeholder()}
      loading={found.isFetching}
      notFoundContent={found.isFetching ? m.waiting() : m.person_picker_none()}
      value={value ?? null}
      options={rows.map((person) => ({ value: person.personId, label: nameOf(person) }))}
      onChange={(personId: string | null | undefined) => {
        onChange?.(personId ?? null);
        onPerson?.(rows.find((person) => person.personId === personId) ?? null);
      }}
    />
  );
}

function nameOf({ name, organizationName, post, idNumberMasked }: PersonRow): string {
  return [name, organizationName, post, idNumberMasked].filter((part) => part !== null && part !== "").join(" · ");
}
