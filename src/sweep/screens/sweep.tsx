// Restriction check (事后核查): registered entries that conflict with a restriction, and the sweeps that found them.
import { citationKey } from "#law/text/citation.ts";
import type { Law } from "#law/compile/law.ts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Button, Form, Select, Table } from "antd";
import { Link } from "react-router";
import { streams } from "#server/contract/streams.ts";
import type { ConflictView } from "../contract.ts";
import { conflictAnswers, conflictStates, entryKinds } from "../rules/sweep.ts";
import { api, streamPath } from "#web/client.ts";
import { useLaw } from "#web/law.ts";
import { m } from "#web/paraglide/messages.js";
import { CitationBlock } from "#web/law/citation.tsx";
import { Failure } from "#web/frame/failure.tsx";
import { KeyPager } from "#web/tables/key-pager.tsx";
import { PageHeader } from "#web/frame/page-header.tsx";
import { useUrlState } from "#web/frame/url-state.ts";
import type { UrlState } from "#web/frame/url-state.ts";
import { SweepRuns } from "./sweep-runs.tsx";
import { answerNames, entryName, kindNames, latestText, stateNames, whenText } from "./sweep-words.ts";
import "#web/matter/due-status.css";

export function Sweep() {
  const law = useLaw();
  const url = useUrlState();
  const trail = url.many("page");
  const filter = filterIn(url);
  const { data, error, isFetching, refetch } = useQuery(
    api.sweep.conflicts.queryOptions({
      input: { ...filter, after: trail[trail.length - 1] ?? null, limit: 20 },
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <>
      <PageHeader
        title={m.menu_sweep()}
        beside={
          <>
            <Button href={`${streamPath(streams.exportConflicts.path)}?${queryOf(filter)}`} download>
              {m.export_xlsx()}
            </Button>
            <Button onClick={() => window.print()}>{m.print()}</Button>
          </>
        }
      >
        <p className="page-subtitle">{m.sweep_intro()}</p>
      </PageHeader>
      <SweepRuns />
      <Filter filter={filter} onChange={url.set} />
      {error === null ? null : <Failure error={error} retry={() => void refetch()} />}
      <ConflictTable conflicts={data?.rows ?? []} loading={isFetching} law={law} />
      {data === undefined ? null : (
        <KeyPager trail={trail} next={data.next} count={data.count} onTrail={(page) => url.set({ page })} />
      )}
    </>
  );
}

type Conflicts = { conflicts: readonly ConflictView[]; loading: boolean; law: Law };

function ConflictTable({ conflicts, loading, law }: Conflicts) {
  return (
    <Table<ConflictView>
      size="small"
      rowKey="id"
      loading={loading}
      dataSource={conflicts}
      pagination={false}
      locale={{ emptyText: <p className="quiet">{m.conflicts_none()}</p> }}
      columns={[
        {
          title: m.person_name(),
          width: 130,
          render: (_value, one) => (
            <>
              <Link to={`/conflicts/${encodeURIComponent(one.id)}`}>{one.person.name}</Link>
              <p className="quiet">{one.person.organizationName}</p>
            </>
          ),
        },
        {
          title: m.conflict_entry(),
          width: 220,
          render: (_value, one) => (
            <>
              {entryName(law, one.entry)}
              <p className="quiet">{one.entry.office ?? ""}</p>
            </>
          ),
        },
        { title: m.conflict_when(), width: 110, render: (_value, one) => whenText(one) },
        {
          title: m.conflict_why(),
          render: (_value, one) => (
            <>
              <strong>{answerNames[one.answer]()}</strong>{" "}
              {one.until === null ? null : <span>{m.conflict_until({ until: one.until })}</span>}
              {one.recordedAfter ? (
                <p className="quiet">{m.conflict_retroactive({ on: one.answered.recordedOn ?? "" })}</p>
              ) : null}
              {one.answered.citations.slice(0, 1).map((citation) => (
                <CitationBlock key={citationKey(citation)} citation={citation} />
              ))}
            </>
          ),
        },
        {
          title: m.conflict_state(),
          width: 150,
          render: (_value, one) => (
            <>
              <span className={one.state === "open" ? "due-status due-status-red" : "quiet"}>
                {stateNames[one.state]()}
              </span>
              <p className="quiet">{latestText(one)}</p>
            </>
          ),
        },
      ]}
    />
  );
}

type ConflictFilter = ReturnType<typeof filterIn>;

/** From the URL: conflicts that are open, unless it says otherwise. */
function filterIn(url: UrlState) {
  const state = url.one("state");
  return {
    state: state === "all" ? null : (conflictStates.find((one) => one === state) ?? "open"),
    answer: conflictAnswers.find((one) => one === url.one("answer")) ?? null,
    entryKind: entryKinds.find((one) => one === url.one("kind")) ?? null,
    recordedAfter: url.one("after") === "1",
  };
}

function queryOf({ state, answer, entryKind, recordedAfter }: ConflictFilter): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ state, answer, entryKind, recordedAfter: recordedAfter ? "1" : null }))
    if (value !== null) query.set(name, value);
  return query.toString();
}

function Filter({ filter, onChange }: { filter: ConflictFilter; onChange: UrlState["set"] }) {
  const all = { value: "", label: m.filter_all() };
  return (
    <Form layout="inline" className="filter" component="div">
      <Form.Item label={m.conflict_state()} htmlFor="conflict-state">
        <Select
          id="conflict-state"
          value={filter.state ?? "all"}
          onChange={(state) => onChange({ state })}
          options={[
            ...conflictStates.map((one) => ({ value: one, label: stateNames[one]() })),
            { value: "all", label: m.filter_all() },
          ]}
        />
      </Form.Item>
      <Form.Item label={m.conflict_why()} htmlFor="conflict-answer">
        <Select
          id="conflict-answer"
          value={filter.answer ?? ""}
          onChange={(answer) => onChange({ answer })}
          options={[all, ...conflictAnswers.map((one) => ({ value: one, label: answerNames[one]() }))]}
        />
      </Form.Item>
      <Form.Item label={m.conflict_entry()} htmlFor="conflict-kind">
        <Select
          id="conflict-kind"
          value={filter.entryKind ?? ""}
          onChange={(kind) => onChange({ kind })}
          options={[all, ...entryKinds.map((one) => ({ value: one, label: kindNames[one]() }))]}
        />
      </Form.Item>
      <Form.Item label={m.conflict_recorded()} htmlFor="conflict-after">
        <Select
          id="conflict-after"
          value={filter.recordedAfter ? "1" : ""}
          onChange={(after) => onChange({ after })}
          options={[all, { value: "1", label: m.conflict_recorded_after() }]}
        />
      </Form.Item>
    </Form>
  );
}
