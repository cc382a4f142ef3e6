// Requests for clearance (征求廉政意见), latest first, with how many answers of each kind.
import type { Law } from "#law/compile/law.ts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { InferContractRouterOutputs } from "@orpc/contract";
import { Button, Form, Input, Table } from "antd";
import { Link } from "react-router";
import type { contract } from "#server/contract/contract.ts";
import { clearanceKinds } from "../../rules.ts";
import { api } from "#web/client.ts";
import { useLaw } from "#web/law.ts";
import { m } from "#web/paraglide/messages.js";
import { Failure } from "#web/frame/failure.tsx";
import { minuteOf } from "#web/frame/instant.ts";
import { KeyPager } from "#web/tables/key-pager.tsx";
import { LinkButton } from "#web/frame/link-button.tsx";
import { PageHeader } from "#web/frame/page-header.tsx";
import { purposeName } from "#web/law/purpose-name.ts";
import { useUrlState } from "#web/frame/url-state.ts";
import { kindName } from "./clearance-words.ts";

type Row = InferContractRouterOutputs<typeof contract>["clearance"]["list"]["rows"][number];

export function ClearanceList() {
  const law = useLaw();
  const url = useUrlState();
  const trail = url.many("page");
  const query = url.one("q");
  const { data, error, isFetching, refetch } = useQuery(
    api.clearance.list.queryOptions({
      input: { query, after: trail[trail.length - 1] ?? null, limit: 20 },
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <>
      <PageHeader
        title={m.menu_clearance()}
        beside={
          <LinkButton to="/clearance/new" primary>
            {m.clearance_enter()}
          </LinkButton>
        }
      >
        <p>{m.clearance_intro()}</p>
      </PageHeader>
      <Form<{ q: string }>
        key={query}
        layout="inline"
        className="filter"
        initialValues={{ q: query }}
        onFinish={({ q }) => url.set({ q: (q ?? "").trim() })}
      >
        <Form.Item name="q" label={m.filter_words()}>
          <Input allowClear maxLength={100} placeholder={m.clearance_filter()} />
        </Form.Item>
        <Button type="primary" htmlType="submit">
          {m.query()}
        </Button>
        <Button onClick={() => url.set({ q: "" })}>{m.reset()}</Button>
      </Form>
      {error === null ? null : <Failure error={error} retry={() => void refetch()} />}
      <RequestTable rows={data?.rows ?? []} loading={isFetching} law={law} />
      {data === undefined ? null : (
        <KeyPager trail={trail} next={data.next} count={data.count} onTrail={(page) => url.set({ page })} />
      )}
    </>
  );
}

function RequestTable({ rows, loading, law }: { rows: readonly Row[]; loading: boolean; law: Law }) {
  return (
    <Table<Row>
      size="small"
      rowKey="requestId"
      loading={loading}
      dataSource={rows}
      pagination={false}
      columns={[
        {
          title: m.number(),
          width: 170,
          render: (_value, one) => <Link to={`/clearance/${encodeURIComponent(one.requestId)}`}>{one.number}</Link>,
        },
        { title: m.clearance_requester(), dataIndex: "requester", width: 170 },
        {
          title: m.purpose(),
          render: (_value, one) => (
            <>
              {purposeName(law, one.purpose)} {one.date ?? m.year_text({ year: one.year ?? 0 })}
              <br />
              <span className="quiet">{one.purposeText}</span>
            </>
          ),
        },
        { title: m.clearance_names(), dataIndex: "names", width: 80 },
        {
          title: m.answer(),
          width: 320,
          render: (_value, one) =>
            clearanceKinds
              .filter((kind) => (one.summary[kind] ?? 0) > 0)
              .map((kind) => `${kindName(law, kind)} ${one.summary[kind] ?? 0}`)
              .join("；"),
        },
        {
          title: m.clearance_entered(),
          width: 190,
          render: (_value, one) => `${one.enteredName} ${minuteOf(one.enteredAt)}`,
        },
      ]}
    />
  );
}
