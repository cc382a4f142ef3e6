// Restrictions that end soon (即将期满): within a range of days, and what is needed afterwards before the person is used again.
import type { Law } from "#law/compile/law.ts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Button, Form, Table } from "antd";
import { Link } from "react-router";
import type { EndingRow } from "../../contract/restrictions.ts";
import { streams } from "#server/contract/streams.ts";
import { duties } from "#casework/duties.ts";
import { formatDay, parseDay } from "#law/reckon/days.ts";
import { api, streamPath } from "#web/client.ts";
import { textOf } from "#web/language.ts";
import { useLaw } from "#web/law.ts";
import { m } from "#web/paraglide/messages.js";
import { CitationBlock } from "#web/law/citation.tsx";
import { DayField } from "#web/fields/day-field.tsx";
import { Failure } from "#web/frame/failure.tsx";
import { KeyPager } from "#web/tables/key-pager.tsx";
import { PageHeader } from "#web/frame/page-header.tsx";
import { purposeName } from "#web/law/purpose-name.ts";
import { useUrlState } from "#web/frame/url-state.ts";
import { mayUse, useMe } from "#web/session.ts";

/** The range ends so many days after today, unless the URL says otherwise. */
const daysAhead = 90;

export function Ending() {
  const law = useLaw();
  const { today } = useMe();
  const url = useUrlState();
  const trail = url.many("page");
  const from = url.one("from") || today;
  const until = url.one("until") || formatDay((parseDay(today) ?? 0) + daysAhead);
  const { data, error, isFetching, refetch } = useQuery(
    api.restrictions.ending.queryOptions({
      input: { from, until, after: trail[trail.length - 1] ?? null, limit: 20 },
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <>
      <PageHeader
        title={m.menu_ending()}
        beside={
          <>
            <Button
              href={`${streamPath(streams.exportEnding.path)}?${new URLSearchParams({ from, until }).toString()}`}
              download
            >
              {m.export_xlsx()}
            </Button>
            <Button onClick={() => window.print()}>{m.print()}</Button>
          </>
        }
      >
        <p className="page-subtitle">{m.ending_intro()}</p>
      </PageHeader>
      <Form layout="inline" className="filter" component="div">
        <Form.Item label={m.ending_from()} htmlFor="ending-from">
          <DayField id="ending-from" value={from} onChange={(day) => url.set({ from: day ?? "" })} />
        </Form.Item>
        <Form.Item label={m.ending_until()} htmlFor="ending-until">
          <DayField id="ending-until" value={until} onChange={(day) => url.set({ until: day ?? "" })} />
        </Form.Item>
      </Form>
      {error === null ? null : <Failure error={error} retry={() => void refetch()} />}
      <EndingTable rows={data?.rows ?? []} loading={isFetching} law={law} />
      {data === undefined ? null : (
        <KeyPager trail={trail} next={data.next} count={data.count} onTrail={(page) => url.set({ page })} />
      )}
    </>
  );
}

type Listed = { rows: readonly EndingRow[]; loading: boolean; law: Law };

function EndingTable({ rows, loading, law }: Listed) {
  const mayAsk = mayUse(useMe(), duties["request-reuse"].roles);
  return (
    <Table<EndingRow>
      size="small"
      rowKey={(row) => `${row.person.personId} ${row.bars} ${row.from} ${row.until} ${row.caseNumber ?? ""}`}
      loading={loading}
      dataSource={rows}
      pagination={false}
      locale={{ emptyText: <p className="quiet">{m.ending_none()}</p> }}
      columns={[
        {
          title: m.person_name(),
          width: 130,
          render: (_value, { person }) => (
            <>
              <Link to={`/persons/${encodeURIComponent(person.personId)}`}>{person.name}</Link>
              <p className="quiet">{person.organizationName}</p>
            </>
          ),
        },
        {
          title: m.bars(),
          width: 170,
          render: (_value, { bars, cause }) => (
            <>
              <strong>{purposeName(law, bars)}</strong>
              <p className="quiet">{textOf(cause)}</p>
            </>
          ),
        },
        { title: m.last_barred_day(), width: 120, dataIndex: "until" },
        { title: m.grey_day(), width: 120, render: (_value, { grey }) => grey ?? m.none() },
        {
          title: m.ending_then(),
          render: (_value, row) => (
            <>
              <Afterwards row={row} />
              {mayAsk ? <ReuseLink row={row} /> : null}
            </>
          ),
        },
      ]}
    />
  );
}

/** To the request for reuse, where consent is what is still needed. */
function ReuseLink({ row: { matterId, afterwards, person, bars } }: { row: EndingRow }) {
  if (matterId === null || afterwards.on === null || afterwards.answer !== "needs-consent") return null;
  const asked = new URLSearchParams({ person: person.personId, purpose: bars });
  return (
    <Link to={`/cases/${encodeURIComponent(matterId)}/acts/request-reuse?${asked.toString()}`}>
      {m.ending_request_reuse()}
    </Link>
  );
}

function Afterwards({ row: { grey, afterwards } }: { row: EndingRow }) {
  const [cite] = afterwards.citations;
  const on = afterwards.on ?? m.year_text({ year: afterwards.year ?? 0 });
  const words = {
    barred: () => m.ending_then_barred({ on, until: afterwards.until ?? "" }),
    "needs-confirmation": () => m.ending_then_confirm({ on }),
    "needs-consent": () => m.ending_then_consent({ on }),
    pending: () => "",
    clear: () => m.ending_then_clear({ on }),
  };
  return (
    <>
      {/* While another restriction runs on, nothing is to be confirmed on that day. */}
      {grey === null || afterwards.answer === "barred" ? null : <p>{m.ending_grey({ on: grey })}</p>}
      <p>{words[afterwards.answer]()}</p>
      {cite === undefined ? null : <CitationBlock citation={cite} />}
    </>
  );
}
