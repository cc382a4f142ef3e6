// 已办: what the reader did, the latest first.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Table } from "antd";
import type { z } from "zod";
import type { contract } from "#api/contract.ts";
import { actNames } from "#casework/act-names.ts";
import { api } from "../../client.ts";
import { textOf, withAside } from "../../language.ts";
import { m } from "../../paraglide/messages.js";
import { DeskTabs } from "../../parts/desk-tabs.tsx";
import { Failure } from "../../parts/failure.tsx";
import { minuteOf } from "../../parts/instant.ts";
import { KeyPager } from "../../parts/key-pager.tsx";
import { MatterLink } from "../../parts/matter-link.tsx";
import { PageHeader } from "../../parts/page-header.tsx";
import { StageTag } from "../../parts/stage-tag.tsx";
import { useUrlState } from "../../parts/url-state.ts";

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
