// On the desks of the interpreting bodies: norms on which they have not decided, without which answers stay open.
import { useQuery } from "@tanstack/react-query";
import { Alert } from "antd";
import { Link } from "react-router";
import { contract } from "#server/contract/contract.ts";
import { api } from "#web/client.ts";
import { m } from "#web/paraglide/messages.js";
import { accessOf } from "#web/routes.tsx";
import { mayUse, useMe } from "#web/session.ts";

export function OpenNorms() {
  const enabled = mayUse(useMe(), accessOf(contract.norms.open));
  const { data } = useQuery(api.norms.open.queryOptions({ enabled }));
  if (data === undefined || data.undecided === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={m.norms_desk({ count: data.undecided })}
      description={data.awaiting === 0 ? undefined : m.norms_desk_awaiting({ count: data.awaiting })}
      action={<Link to="/norms">{m.norms_desk_look()}</Link>}
    />
  );
}
