// 已办: what the reader did, the latest first.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Table } from "antd";
import type { z } from "zod";
import type { contract } from "#server/contract/contract.ts";
import { actNames } from "#casework/acts.ts";
import { api } from "#web/client.ts";
import { textOf, withAside } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import { DeskTabs } from "#web/frame/desk-tabs.tsx";
import { Failure } from "#web/frame/failure.tsx";
import { minuteOf } from "#web/frame/instant.ts";
import { KeyPager } from "#web/tables/key-pager.tsx";
import { MatterLink } from "#web/matter/matter-link.tsx";
import { PageHeader } from "#web/frame/page-header.tsx";
import { StageTag } from "#web/matter/stage-tag.tsx";
import { useUrlState } from "#web/frame/url-state.ts";

type Row = z.output<NonNullable<(typeof contract.supervision.done)["~orpc"]["outputSchema"]>>["rows"][number];

export function Done() {
  const url = useUrlState();
  const trail = url.many("page");
  const { data, error, isFetching, refetch } = useQuery(
    api.supervision.done.queryOptions({
      input: { after: trail[trail.length - 1] ?? null, limit: 20 },
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <>
      <PageHeader title={m.tab_done()}>
        <DeskTabs />
      </PageHeader>
      {error === null ? null : <Failure error={error} retry={() => void refetch()} />}
      <Table<Row>
        size="small"
        rowKey={(row) => `${row.matterId} ${row.seq}`}
        loading={isFetching}
        dataSource={data?.rows ?? []}
        pagination={false}
        locale={{ emptyText: <p className="quiet">{m.done_none()}</p> }}
        columns={[
          { title: m.done_at(), width: 150, render: (_value, row) => minuteOf(row.at) },
          {
            title: m.done_act(),
            width: 220,
            render: (_value, row) =>
              row.behalfName === null
                ? textOf(actNames[row.act])
                : withAside(textOf(actNames[row.act]), m.on_behalf_of({ name: row.behalfName })),
          },
          {
            title: m.number(),
            width: 175,
            render: (_value, row) => <MatterLink kind={row.kind} matterId={row.matterId} number={row.number} />,
          },
          { title: m.matter_title(), dataIndex: "title" },
          { title: m.done_stage_now(), width: 150, render: (_value, row) => <StageTag stage={row.stage} /> },
        ]}
      />
      {data === undefined ? null : (
        <KeyPager trail={trail} next={data.next} count={data.count} onTrail={(page) => url.set({ page })} />
      )}
    </>
  );
}
