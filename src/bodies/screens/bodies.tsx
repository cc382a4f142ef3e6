// 领导班子: bodies of which several members were held accountable, where each stands, and the clause it rests on.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Button, Table } from "antd";
import { Link } from "react-router";
import type { z } from "zod";
import type { contract } from "#server/contract/contract.ts";
import { bodyStageNames } from "../rules/body-names.ts";
import { bodyClause } from "../rules/body-acts.ts";
import { api } from "#web/client.ts";
import { textOf } from "#web/language.ts";
import { useLaw } from "#web/law.ts";
import { m } from "#web/paraglide/messages.js";
import { CitationBlock } from "#web/law/citation.tsx";
import { Failure } from "#web/frame/failure.tsx";
import { PageHeader } from "#web/frame/page-header.tsx";
import { useUrlState } from "#web/frame/url-state.ts";
import "#web/matter/due-status.css";
import "#web/tables/key-pager.css";

type Row = z.output<NonNullable<(typeof contract.bodies.list)["~orpc"]["outputSchema"]>>["rows"][number];

export function Bodies() {
  const cite = bodyClause(useLaw());
  const url = useUrlState();
  const trail = url.many("page");
  const { data, error, isFetching, refetch } = useQuery(
    api.bodies.list.queryOptions({
      input: { after: trail[trail.length - 1] ?? null, limit: 50 },
      placeholderData: keepPreviousData,
    }),
  );
  const next = data?.next ?? null;
  return (
    <>
      <PageHeader title={m.menu_bodies()} />
      {cite === null ? null : <CitationBlock citation={cite} />}
      {error === null ? null : <Failure error={error} retry={() => void refetch()} />}
      <Table<Row>
        size="small"
        rowKey="organizationId"
        loading={isFetching}
        dataSource={data?.rows ?? []}
        pagination={false}
        locale={{ emptyText: <p className="quiet">{m.bodies_none()}</p> }}
        columns={[
          {
            title: m.body_of(),
            render: (_value, row) => <Link to={`/bodies/${encodeURIComponent(row.organizationId)}`}>{row.name}</Link>,
          },
          { title: m.body_counted(), width: 160, render: (_value, row) => m.body_count({ count: row.counted }) },
          { title: m.body_latest(), width: 140, dataIndex: "latest" },
          {
            title: m.stage(),
            width: 170,
            render: (_value, row) => (
              <span className={row.stage === "noticed" ? "due-status due-status-yellow" : "quiet"}>
                {textOf(bodyStageNames[row.stage])}
              </span>
            ),
          },
          {
            title: m.follow_ups(),
            width: 140,
            render: (_value, row) => (row.openFollowUps === 0 ? "" : m.figure_open({ count: row.openFollowUps })),
          },
        ]}
      />
      {trail.length === 0 && next === null ? null : (
        <nav className="key-pager" aria-label={m.pager_label()}>
          <Button disabled={trail.length === 0} onClick={() => url.set({ page: trail.slice(0, -1) })}>
            {m.pager_previous()}
          </Button>
          <Button disabled={next === null} onClick={() => url.set({ page: next === null ? trail : [...trail, next] })}>
            {m.pager_next()}
          </Button>
        </nav>
      )}
    </>
  );
}
