// On the desk of whoever deals with them: what sweeps have found and nobody has dealt with yet.
import { useQuery } from "@tanstack/react-query";
import { Alert } from "antd";
import { Link } from "react-router";
import { contract } from "#server/contract/contract.ts";
import { api } from "#web/client.ts";
import { m } from "#web/paraglide/messages.js";
import { countText } from "#web/tables/count.ts";
import { accessOf } from "#web/routes.tsx";
import { mayUse, useMe } from "#web/session.ts";

export function OpenConflicts() {
  const enabled = mayUse(useMe(), accessOf(contract.sweep.dispose));
  const { data } = useQuery(api.sweep.open.queryOptions({ enabled }));
  if (data === undefined || data.value === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={m.conflicts_desk({ count: countText(data) })}
      action={<Link to="/sweep">{m.conflicts_look()}</Link>}
    />
  );
}
