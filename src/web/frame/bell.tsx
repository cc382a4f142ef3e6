// The bell: how many messages are unread and how much of one's own is pressing. Asked again every minute.
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { contract } from "#server/contract/contract.ts";
import { api } from "../client.ts";
import { m } from "../paraglide/messages.js";
import { accessOf } from "../routes.tsx";
import { mayUse, useMe } from "../session.ts";
import { countText } from "../tables/count.ts";
import "./bell.css";

const everyMinute = 60_000;

export function Bell() {
  const enabled = mayUse(useMe(), accessOf(contract.notifications.bell));
  const { data } = useQuery(api.notifications.bell.queryOptions({ enabled, refetchInterval: everyMinute }));
  if (!enabled) return null;
  return (
    <Link to="/notifications">
      {m.menu_notifications()}
      {data === undefined || data.unread.value === 0 ? null : (
        <span className="bell-count">{m.bell_unread({ count: countText(data.unread) })}</span>
      )}
      {data === undefined || data.due.value === 0 ? null : (
        <span className="bell-count bell-due">{m.bell_due({ count: countText(data.due) })}</span>
      )}
    </Link>
  );
}
