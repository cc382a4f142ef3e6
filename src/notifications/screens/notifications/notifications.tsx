// 消息: first what of one's own is overdue or due within three working days, then what one is told, the latest first.
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { Button, Radio } from "antd";
import { Link } from "react-router";
import type { z } from "zod";
import type { contract } from "#server/contract/contract.ts";
import { api, client, queries } from "#web/client.ts";
import { useLaw } from "#web/law.ts";
import { m } from "#web/paraglide/messages.js";
import { BodyItems } from "#web/tables/body-items.tsx";
import { busy } from "#web/frame/busy.tsx";
import { Failure } from "#web/frame/failure.tsx";
import { minuteOf } from "#web/frame/instant.ts";
import { KeyPager } from "#web/tables/key-pager.tsx";
import { pathOfMatter } from "#web/matter/matter-link.tsx";
import { OpenItemTable } from "#web/tables/open-item-table.tsx";
import { PageHeader } from "#web/frame/page-header.tsx";
import { useUrlState } from "#web/frame/url-state.ts";
import { notificationText } from "./notification-text.ts";
import "./notifications.css";

type Row = z.output<NonNullable<(typeof contract.notifications.list)["~orpc"]["outputSchema"]>>["rows"][number];

/** More than this is a list of its own. */
const dueShown = 5;

export function Notifications() {
  const law = useLaw();
  const url = useUrlState();
  const trail = url.many("page");
  const unread = url.one("all") === "";
  const due = useQuery(api.notifications.due.queryOptions());
  const { data, error, refetch } = useQuery(
    api.notifications.list.queryOptions({
      input: { unread, after: trail[trail.length - 1] ?? null, limit: 20 },
      placeholderData: keepPreviousData,
    }),
  );
  const marking = useMutation({
    mutationFn: (ids: string[] | null) => client.notifications.read({ ids }),
    onSuccess: () => queries.invalidateQueries({ queryKey: api.notifications.key() }),
  });
  return (
    <>
      <PageHeader
        title={m.menu_notifications()}
        beside={
          <Button
            disabled={data === undefined || data.rows.every((row) => row.read)}
            loading={busy(marking.isPending)}
            onClick={() => marking.mutate(null)}
          >
            {m.notifications_read_all()}
          </Button>
        }
      />
      {due.data === undefined || due.data.count.value === 0 ? null : (
        <section>
          <h2>{m.notifications_due()}</h2>
          <OpenItemTable rows={due.data.rows.slice(0, dueShown)} law={law} empty={m.supervision_none()} />
          {due.data.rows.length <= dueShown ? null : (
            <p>
              <Link to="/supervision?mine=1">{m.notifications_due_all()}</Link>
            </p>
          )}
        </section>
      )}
      <BodyItems mine due="pressing" />
      <h2>{m.notifications_told()}</h2>
      <Radio.Group
        className="filter"
        aria-label={m.notifications_told()}
        value={unread ? "" : "1"}
        onChange={(event) => url.set({ all: String(event.target.value), page: [] })}
        options={[
          { value: "", label: m.notifications_unread() },
          { value: "1", label: m.notifications_all() },
        ]}
      />
      {error === null ? null : <Failure error={error} retry={() => void refetch()} />}
      {marking.error === null ? null : <Failure error={marking.error} />}
      {data?.rows.length === 0 ? <p className="quiet">{m.notifications_none()}</p> : null}
      <ul className="notifications">
        {(data?.rows ?? []).map((row) => (
          <Message key={row.id} row={row} onRead={() => marking.mutate([row.id])} />
        ))}
      </ul>
      {data === undefined ? null : (
        <KeyPager trail={trail} next={data.next} count={data.count} onTrail={(page) => url.set({ page })} />
      )}
    </>
  );
}

function Message({ row, onRead }: { row: Row; onRead: () => void }) {
  const { kind, actorName, at, read } = row;
  const to = addressOf(row);
  return (
    <li className={read ? "notification-read" : undefined}>
      <time dateTime={at}>{minuteOf(at)}</time>
      <span className="notification-text">
        {read ? null : <strong className="notification-new">{m.notification_new()}</strong>}
        {notificationText[kind]({ actor: actorName })}{" "}
        {to === null ? (
          row.number
        ) : (
          // Opening it is reading it.
          <Link to={to} onClick={read ? undefined : onRead}>
            {row.organizationName} {row.number} {row.title}
          </Link>
        )}
      </span>
      {read ? null : (
        <Button size="small" onClick={onRead}>
          {m.notification_mark()}
        </Button>
      )}
    </li>
  );
}

function addressOf({ matterId, matterKind, organizationId }: Row): string | null {
  if (organizationId !== null) return `/bodies/${encodeURIComponent(organizationId)}`;
  return matterId === null || matterKind === null ? null : pathOfMatter(matterKind, matterId);
}
