// On the desk of whoever answers them: leads with a request to open the reporter's identity.
import { useQuery } from "@tanstack/react-query";
import { Alert } from "antd";
import { contract } from "#server/contract/contract.ts";
import { api } from "#web/client.ts";
import { m } from "#web/paraglide/messages.js";
import { minuteOf } from "#web/frame/instant.ts";
import { MatterLink } from "#web/matter/matter-link.tsx";
import { accessOf } from "#web/routes.tsx";
import { mayUse, useMe } from "#web/session.ts";

export function ReporterRequests() {
  const enabled = mayUse(useMe(), accessOf(contract.reporters.waiting));
  const { data = [] } = useQuery(api.reporters.waiting.queryOptions({ enabled }));
  if (data.length === 0) return null;
  return (
    <Alert
      type="info"
      showIcon
      title={m.reporter_requests_waiting()}
      description={
        <ul>
          {data.map(({ matterId, number, at }) => (
            <li key={matterId}>
              <MatterLink kind="lead" matterId={matterId} number={number} /> {minuteOf(at)}
            </li>
          ))}
        </ul>
      }
    />
  );
}
