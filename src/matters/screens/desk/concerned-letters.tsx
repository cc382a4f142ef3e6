// On the desk: replies that stand although something has arisen since, for whoever asks or answers for clearance.
import { useQuery } from "@tanstack/react-query";
import { Alert } from "antd";
import { Link } from "react-router";
import { contract } from "#server/contract/contract.ts";
import { api } from "#web/client.ts";
import { m } from "#web/paraglide/messages.js";
import { countText } from "#web/tables/count.ts";
import { mayUse, useMe } from "#web/session.ts";

export function ConcernedLetters() {
  const may = mayUse(useMe(), contract.letters.list["~orpc"].meta.access);
  const { data } = useQuery(api.letters.list.queryOptions({ input: { concerned: true, limit: 1 }, enabled: may }));
  if (data === undefined || data.count.value === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={m.letters_concerned_desk({ count: countText(data.count) })}
      action={<Link to="/letters?concerned=1">{m.letters_concerned_look()}</Link>}
    />
  );
}
