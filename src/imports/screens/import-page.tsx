// One import: what it would change, then running it with progress, then what became of each row.
import { keepPreviousData, useMutation, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Alert, Button, Popconfirm, Progress, Segmented, Table } from "antd";
import { useEffect } from "react";
import { useParams } from "react-router";
import type { ImportRowView, ImportView } from "../contract.ts";
import { streams } from "#server/contract/streams.ts";
import { api, client, queries } from "#web/client.ts";
import { newKey } from "#web/idempotency-key.ts";
import { m } from "#web/paraglide/messages.js";
import { ArchiveButton } from "#web/matter/archive-button.tsx";
import { busy } from "#web/frame/busy.tsx";
import { Failure } from "#web/frame/failure.tsx";
import { PageHeader } from "#web/frame/page-header.tsx";
import { useUrlState } from "#web/frame/url-state.ts";
import { kindName, outcomeNames, stateNames } from "./import-words.ts";
import "#web/tables/key-pager.css";
import "./import-page.css";

const outcomes = ["error", "change", "new", "same"] as const;

export function ImportPage() {
  const { importId = "" } = useParams();
  const { data: view } = useSuspenseQuery(
    api.imports.get.queryOptions({
      input: { importId },
      refetchInterval: ({ state }) => (isAtWork(state.data) ? 1000 : false),
    }),
  );
  const open = view.rowsNew + view.rowsChanged;
  const isOver = view.state === "done" || view.state === "cancelled";
  const step = useMutation({
    mutationFn: (what: "run" | "cancel") => client.imports[what]({ importId, key: newKey() }),
    onSettled: () => queries.invalidateQueries({ queryKey: api.imports.key() }),
  });
  return (
    <>
      <PageHeader
        title={m.import_title({ kind: kindName(view.kind), file: view.fileName })}
        above={[
          { name: m.menu_persons(), to: "/persons" },
          { name: m.menu_imports(), to: "/imports" },
        ]}
        beside={<ArchiveButton path={streams.importFile.path} parameters={{ importId }} name={m.import_original()} />}
      />
      <p>
        <strong>{stateNames[view.state]()}</strong>{" "}
        {m.import_counts_line({
          added: view.rowsNew,
          changed: view.rowsChanged,
          same: view.rowsSame,
          wrong: view.rowsWrong,
        })}
      </p>
      {view.trouble === null ? null : <Alert type="error" role="alert" title={view.trouble} />}
      {view.state === "running" || (isOver && open > 0) ? (
        <Progress
          percent={open === 0 ? 100 : Math.floor((view.rowsDone / open) * 100)}
          format={() => m.import_progress({ done: view.rowsDone, all: open })}
          aria-label={m.import_state_running()}
        />
      ) : null}
      {view.state === "reading" ? <output>{m.import_rows_read({ count: view.rowsRead })}</output> : null}
      <div className="form-buttons">
        {view.state === "previewed" && open > 0 ? (
          <Button type="primary" loading={busy(step.isPending)} onClick={() => step.mutate("run")}>
            {m.import_run({ count: open })}
          </Button>
        ) : null}
        {isAtWork(view) || view.state === "previewed" ? (
          <Popconfirm title={m.import_cancel_ask()} onConfirm={() => step.mutate("cancel")}>
            <Button>{m.import_cancel()}</Button>
          </Popconfirm>
        ) : null}
        {view.rowsWrong > 0 && view.state !== "reading" ? (
          <ArchiveButton
            path={streams.importErrors.path}
            parameters={{ importId }}
            name={m.import_errors({ count: view.rowsWrong })}
          />
        ) : null}
      </div>
      {step.error === null ? null : <Failure error={step.error} />}
      {view.state === "previewed" && open === 0 ? <p className="quiet">{m.import_nothing_to_do()}</p> : null}
      {view.state === "unreadable" ? null : <Rows view={view} />}
    </>
  );
}

function isAtWork(view: ImportView | undefined): boolean {
  return view?.state === "reading" || view?.state === "running";
}

function countOf(view: ImportView, outcome: (typeof outcomes)[number]): number {
  return { error: view.rowsWrong, change: view.rowsChanged, new: view.rowsNew, same: view.rowsSame }[outcome];
}

function Rows({ view }: { view: ImportView }) {
  const url = useUrlState();
  const trail = url.many("page");
  const chosen = outcomes.find((one) => one === url.one("outcome")) ?? outcomes.find((one) => countOf(view, one) > 0);
  const outcome = chosen ?? "new";
  const { data, error, isFetching, refetch } = useQuery(
    api.imports.rows.queryOptions({
      input: { importId: view.id, outcome, after: trail[trail.length - 1] ?? null, limit: 20 },
      placeholderData: keepPreviousData,
    }),
  );
  // What was asked while the file was being read, or written, is no longer so.
  useEffect(() => void refetch(), [refetch, view.state, view.rowsRead, view.rowsDone]);
  return (
    <section aria-label={m.import_rows()}>
      <h2>{m.import_rows()}</h2>
      <Segmented
        value={outcome}
        onChange={(one) => url.set({ outcome: one, page: [] })}
        options={outcomes.map((one) => ({ value: one, label: `${outcomeNames[one]()} ${countOf(view, one)}` }))}
      />
      {error === null ? null : <Failure error={error} />}
      <Table<ImportRowView>
        size="small"
        rowKey={({ sheet, row }) => `${sheet} ${row}`}
        loading={isFetching}
        dataSource={data?.rows ?? []}
        pagination={false}
        columns={[
          {
            title: m.import_row(),
            key: "row",
            width: 110,
            render: (_value, { sheet, row }) => (sheet === 1 ? row : m.import_row_of_sheet({ sheet, row })),
          },
          { title: m.person_name(), dataIndex: "name", width: 120 },
          {
            title: outcome === "error" ? m.import_what_to_do() : m.import_changes(),
            key: "detail",
            render: (_value, row) => <Detail row={row} />,
          },
          {
            title: m.import_state(),
            key: "done",
            width: 110,
            render: (_value, row) => (row.done && row.outcome !== "error" ? m.import_row_done() : ""),
          },
        ]}
      />
      <nav className="key-pager" aria-label={m.pager_label()}>
        <Button disabled={trail.length === 0} onClick={() => url.set({ page: trail.slice(0, -1) })}>
          {m.pager_previous()}
        </Button>
        <Button
          disabled={data === undefined || data.next === null}
          onClick={() => {
            if (data !== undefined && data.next !== null) url.set({ page: [...trail, data.next] });
          }}
        >
          {m.pager_next()}
        </Button>
      </nav>
    </section>
  );
}

function Detail({ row: { detail } }: { row: ImportRowView }) {
  return (
    <ul className="import-detail">
      {detail.problems.map(({ column, message }) => (
        <li key={`${column} ${message}`}>
          {column === "" ? null : <strong>{column} </strong>}
          {message}
        </li>
      ))}
      {detail.changes.map(({ column, before, after }) => (
        <li key={`${column} ${after}`}>
          <strong>{column}</strong> {before === "" ? after : m.import_change({ before, after })}
        </li>
      ))}
    </ul>
  );
}
