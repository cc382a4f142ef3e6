// On the desk of whoever lets words out: matters with words that other offices do not read yet.
import { useQuery } from "@tanstack/react-query";
import { Alert } from "antd";
import { contract } from "#server/contract/contract.ts";
import { api } from "#web/client.ts";
import { minuteOf } from "#web/frame/instant.ts";
import { MatterLink } from "#web/matter/matter-link.tsx";
import { m } from "#web/paraglide/messages.js";
import { accessOf } from "#web/routes.tsx";
import { mayUse, useMe } from "#web/session.ts";

/** So many stand open; the others come up as these are done. */
const shown = 5;

export function WaitingReleases() {
  const enabled = mayUse(useMe(), accessOf(contract.releases.waiting));
  const { data = [] } = useQuery(api.releases.waiting.queryOptions({ enabled }));
  if (data.length === 0) return null;
  return (
    <Alert
      type="info"
      showIcon
      title={m.releases_waiting({ count: data.length })}
      description={
        <ul>
          {data.slice(0, shown).map(({ matterId, kind, number, texts, since }) => (
            <li key={matterId}>
              <MatterLink kind={kind} matterId={matterId} number={number} /> {m.release_waiting({ count: texts })}{" "}
              <span className="quiet">{minuteOf(since)}</span>
            </li>
          ))}
        </ul>
      }
    />
  );
}
