// On the desks of the interpreting bodies: official texts of upper norms that wait to be checked.
import { useQuery } from "@tanstack/react-query";
import { Alert } from "antd";
import { Link } from "react-router";
import { contract } from "#api/contract.ts";
import { api } from "../../client.ts";
import { m } from "../../paraglide/messages.js";
import { accessOf } from "../../routes.tsx";
import { mayUse, useMe } from "../../session.tsx";

export function WaitingTexts() {
  const enabled = mayUse(useMe(), accessOf(contract.officialTexts.check));
  const { data } = useQuery(api.officialTexts.list.queryOptions({ enabled }));
  const waiting = (data?.rows ?? []).filter(({ check }) => check === null);
  if (waiting.length === 0) return null;
  return (
    <Alert
      type="info"
      showIcon
      title={m.official_texts_desk_waiting({ count: waiting.length })}
      action={<Link to="/official-texts">{m.official_texts_desk_look()}</Link>}
    />
  );
}
