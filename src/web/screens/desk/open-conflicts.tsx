// On the desk of whoever deals with them: what sweeps have found and nobody has dealt with yet.
import { useQuery } from "@tanstack/react-query";
import { Alert } from "antd";
import { Link } from "react-router";
import { contract } from "#api/contract.ts";
import { api } from "../../client.ts";
import { m } from "../../paraglide/messages.js";
import { countText } from "../../parts/count.ts";
import { accessOf } from "../../routes.tsx";
import { mayUse, useMe } from "../../session.tsx";

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
