// 审计日志: who did, was refused, signed in or read what; and whether the chains are whole.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Button, Form, Input, Select, Table } from "antd";
import type { TableProps } from "antd";
import type { z } from "zod";
import type { contract } from "#server/contract/contract.ts";
import { streams } from "#server/contract/streams.ts";
import { api } from "#web/client.ts";
import { m } from "#web/paraglide/messages.js";
import { DayItem } from "#web/fields/day-item.tsx";
import { Failure } from "#web/frame/failure.tsx";
import { minuteOf } from "#web/frame/instant.ts";
import { KeyPager } from "#web/tables/key-pager.tsx";
import { ArchiveButton } from "#web/matter/archive-button.tsx";
import { PageHeader } from "#web/frame/page-header.tsx";
import { useUrlState } from "#web/frame/url-state.ts";
import { Alarms } from "./alarms.tsx";
import { Checkpoints } from "./checkpoints.tsx";
import { deedName, logKinds, outcomeName } from "./log-words.ts";
import { Verification } from "./verification.tsx";

type Row = z.output<NonNullable<(typeof contract.log.list)["~orpc"]["outputSchema"]>>["rows"][number];
type Values = { kind?: string | null; actor?: string; from?: string | null; to?: string | null };

export function Log() {
  const url = useUrlState();
  const trail = url.many("page");
  const orNull = (name: string) => (url.one(name) === "" ? null : url.one(name));
  const filter = { kind: orNull("kind"), actor: url.one("actor"), from: orNull("from"), to: orNull("to") };
  const { data, error, isFetching, refetch } = useQuery(
    api.log.list.queryOptions({
      input: { ...filter, after: trail[trail.length - 1] ?? null, limit: 50 },
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <>
      <PageHeader title={m.menu_log()} beside={<ArchiveButton path={streams.exportLog.path} name={m.log_export()} />} />
      <Alarms />
      <Verification />
      <Checkpoints />
      <LogFilter filter={filter} onFilter={url.set} />
      {error === null ? null : <Failure error={error} retry={() => void refetch()} />}
      <Table<Row>
        size="small"
        rowKey={(row) => `${row.chain} ${row.seq}`}
        loading={isFetching}
        dataSource={data?.rows ?? []}
        pagination={false}
        columns={columns()}
      />
      {data === undefined ? null : (
        <KeyPager trail={trail} next={data.next} count={data.count} onTrail={(page) => url.set({ page })} />
      )}
    </>
  );
}

/** The kind of chain and the beginning of its id; the whole is in the title. */
function shortChain(chain: string): string {
  return chain.length > 24 ? `${chain.slice(0, 24)}…` : chain;
}

type Filter = { kind: string | null; actor: string; from: string | null; to: string | null };

function LogFilter({ filter, onFilter }: { filter: Filter; onFilter: (filter: Record<keyof Filter, string>) => void }) {
  return (
    <Form<Values>
      key={Object.values(filter).join()}
      layout="inline"
      className="filter"
      initialValues={filter}
      onFinish={({ kind, actor, from, to }) =>
        onFilter({ kind: kind ?? "", actor: (actor ?? "").trim(), from: from ?? "", to: to ?? "" })
      }
    >
      <Form.Item name="kind" label={m.log_kind()}>
        <Select
          allowClear
          placeholder={m.filter_all()}
          options={Object.entries(logKinds).map(([value, name]) => ({ value, label: name() }))}
        />
      </Form.Item>
      <Form.Item name="actor" label={m.log_actor()}>
        <Input allowClear maxLength={64} />
      </Form.Item>
      <DayItem name="from" label={m.log_from()} required={false} />
      <DayItem name="to" label={m.log_to()} required={false} />
      <Button type="primary" htmlType="submit">
        {m.query()}
      </Button>
      <Button onClick={() => onFilter({ kind: "", actor: "", from: "", to: "" })}>{m.reset()}</Button>
    </Form>
  );
}

function columns(): NonNullable<TableProps<Row>["columns"]> {
  return [
    { title: m.log_at(), dataIndex: "at", width: 140, render: (_value, row) => minuteOf(row.at) },
    {
      title: m.log_kind(),
      dataIndex: "kind",
      width: 120,
      render: (_value, row) => (logKinds[row.kind] ?? (() => row.kind))(),
    },
    { title: m.log_actor(), dataIndex: "actorName", width: 110 },
    { title: m.log_what(), dataIndex: "what", render: (_value, row) => deedName(row.what) },
    {
      title: m.log_outcome(),
      dataIndex: "outcome",
      width: 90,
      render: (_value, row) => outcomeName(row.outcome),
    },
    {
      title: m.log_chain(),
      dataIndex: "chain",
      width: 220,
      render: (_value, row) => (
        <code title={row.chain}>
          {shortChain(row.chain)} #{row.seq}
        </code>
      ),
    },
    {
      title: m.log_hash(),
      dataIndex: "hash",
      width: 120,
      render: (_value, row) => <code title={row.hash}>{row.hash.slice(0, 12)}…</code>,
    },
  ];
}
