// Choosing an organization of the zone by name.
import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { api } from "../client.ts";
import { m } from "../paraglide/messages.js";

type Props = {
  id?: string;
  value?: string | null;
  onChange?: (organizationId: string | null) => void;
  "aria-label"?: string;
  /** Its name is the value, as it would stand in a sheet, instead of its id. */
  byName?: boolean;
};

export function OrganizationPicker({ value, onChange, byName = false, ...rest }: Props) {
  const found = useQuery(api.registry.organizations.queryOptions({ staleTime: 60_000 }));
  return (
    <Select
      {...rest}
      allowClear
      showSearch={{ optionFilterProp: "label" }}
      placeholder={m.organization_picker_placeholder()}
      loading={found.isFetching}
      value={value ?? null}
      options={(found.data ?? [])
        .filter(({ organizationId, validUntil }) => validUntil === null || organizationId === value)
        .map(({ organizationId, name }) => ({ value: byName ? name : organizationId, label: name }))}
      onChange={(organizationId: string | null | undefined) => onChange?.(organizationId ?? null)}
    />
  );
}
