// 批量导入: beginning one, and those that there were.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Table } from "antd";
import { Link } from "react-router";
import type { ImportView } from "../contract.ts";
import { api } from "#web/client.ts";
import { m } from "#web/paraglide/messages.js";
import { Failure } from "#web/frame/failure.tsx";
import { minuteOf } from "#web/frame/instant.ts";
import { KeyPager } from "#web/tables/key-pager.tsx";
import { PageHeader } from "#web/frame/page-header.tsx";
import { useUrlState } from "#web/frame/url-state.ts";
import { BeginImport } from "./begin-import.tsx";
import { kindName, stateNames } from "./import-words.ts";

export function ImportList() {
  const url = useUrlState();
  const trail = url.many("page");
  const { data, error, isFetching, refetch } = useQuery(
    api.imports.list.queryOptions({
      input: { after: trail[trail.length - 1] ?? null, limit: 20 },
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <>
      <PageHeader title={m.menu_imports()} above={[{ name: m.menu_persons(), to: "/persons" }]} />
      <BeginImport />
      <section aria-label={m.imports_before()}>
        <h2>{m.imports_before()}</h2>
        {error === null ? null : <Failure error={error} retry={() => void refetch()} />}
        <Table<ImportView>
          size="small"
          rowKey="id"
          loading={isFetching}
          dataSource={data?.rows ?? []}
          pagination={false}
          columns={[
            {
              title: m.import_at(),
              dataIndex: "startedAt",
              width: 170,
              render: (_value, row) => minuteOf(row.startedAt),
            },
            { title: m.import_kind(), dataIndex: "kind", width: 130, render: (_value, row) => kindName(row.kind) },
            {
              title: m.import_file(),
              dataIndex: "fileName",
              render: (_value, row) => <Link to={`/imports/${encodeURIComponent(row.id)}`}>{row.fileName}</Link>,
            },
            {
              title: m.import_state(),
              dataIndex: "state",
              width: 130,
              render: (_value, row) => stateNames[row.state](),
            },
            {
              title: m.import_counts(),
              key: "counts",
              width: 260,
              render: (_value, row) =>
                m.import_counts_line({
                  added: row.rowsNew,
                  changed: row.rowsChanged,
                  same: row.rowsSame,
                  wrong: row.rowsWrong,
                }),
            },
            { title: m.import_by(), dataIndex: "startedName", width: 110 },
          ]}
        />
        {data === undefined ? null : (
          <KeyPager trail={trail} next={data.next} count={data.count} onTrail={(page) => url.set({ page })} />
        )}
      </section>
    </>
  );
}
