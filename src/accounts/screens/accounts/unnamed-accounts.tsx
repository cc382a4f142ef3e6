// 登记账号本人: the personnel department says whose an account is, once and for all.
import { useQuery } from "@tanstack/react-query";
import { Table } from "antd";
import type { InferContractRouterOutputs } from "@orpc/contract";
import type { contract } from "#server/contract/contract.ts";
import { api } from "#web/client.ts";
import { m } from "#web/paraglide/messages.js";
import { Failure } from "#web/frame/failure.tsx";
import { PageHeader } from "#web/frame/page-header.tsx";
import { NamePerson } from "./name-person.tsx";

type Row = InferContractRouterOutputs<typeof contract>["accounts"]["unnamed"][number];

export function UnnamedAccounts() {
  const { data, error, isFetching, refetch } = useQuery(api.accounts.unnamed.queryOptions());
  return (
    <>
      <PageHeader title={m.accounts_unnamed()} />
      <p className="quiet">{m.accounts_unnamed_note()}</p>
      {error === null ? null : <Failure error={error} retry={() => void refetch()} />}
      <Table<Row>
        size="small"
        rowKey="accountId"
        loading={isFetching}
        dataSource={data ?? []}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          { title: m.account(), dataIndex: "account", width: 200 },
          { title: m.person_name(), dataIndex: "name" },
          {
            title: m.change(),
            width: 140,
            render: (_value, row) => <NamePerson account={row} />,
          },
        ]}
      />
    </>
  );
}
