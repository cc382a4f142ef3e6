// On the desks of both offices: the history that nobody has declared or confirmed, and earlier files not seen, without which answers stay open.
import { useQuery } from "@tanstack/react-query";
import { Alert } from "antd";
import { Link } from "react-router";
import { contract } from "#server/contract/contract.ts";
import { api } from "#web/client.ts";
import { m } from "#web/paraglide/messages.js";
import { countText } from "#web/tables/count.ts";
import { accessOf } from "#web/routes.tsx";
import { mayUse, useMe } from "#web/session.ts";

export function OpenHistory() {
  const enabled = mayUse(useMe(), accessOf(contract.history.open));
  const { data } = useQuery(api.history.open.queryOptions({ enabled }));
  if (data === undefined) return null;
  const open = [
    data.since === null ? m.history_desk_undeclared() : null,
    data.unconfirmed.value === 0 ? null : m.history_desk_unconfirmed({ count: countText(data.unconfirmed) }),
    data.unseen.value === 0 ? null : m.history_desk_unseen({ count: countText(data.unseen) }),
  ].filter((one) => one !== null);
  if (open.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={open.join("；")}
      action={<Link to="/history">{m.history_desk_look()}</Link>}
    />
  );
}
