// The answers of one round: counts that filter, a line for every name, and what a person has to do about it.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Table } from "antd";
import { useState } from "react";
import type { ClearanceLineView } from "../../contract/clearance.ts";
import { clearanceKinds } from "../../rules.ts";
import type { ClearanceKind } from "../../rules.ts";
import type { Law } from "#law/compile/law.ts";
import { api } from "#web/client.ts";
import { m } from "#web/paraglide/messages.js";
import { Failure } from "#web/frame/failure.tsx";
import { KeyPager } from "#web/tables/key-pager.tsx";
import { useUrlState } from "#web/frame/url-state.ts";
import { kindName, matchNames } from "./clearance-words.ts";
import { ConfirmForm } from "./confirm-form.tsx";
import { LineAnswer } from "./line-answer.tsx";
import { LineBasis } from "./line-basis.tsx";
import { NameOnlyButton } from "./name-only-button.tsx";
import "#eligibility/screens/eligibility/summary.css";

type Props = {
  law: Law;
  requestId: string;
  round: { round: number; summary: Readonly<Record<string, number>> };
  /** Whether it is the latest round: only its lines can be chosen for and confirmed. */
  latest: boolean;
};

export function ClearanceLines({ law, requestId, round, latest }: Props) {
  const url = useUrlState();
  const [confirming, setConfirming] = useState<ClearanceLineView | null>(null);
  const trail = url.many("page");
  const shown = clearanceKinds.find((kind) => kind === url.one("show")) ?? null;
  const { data, error, isFetching, refetch } = useQuery(
    api.clearance.lines.queryOptions({
      input: {
        requestId,
        round: round.round,
        kinds: shown === null ? [] : [shown],
        after: trail[trail.length - 1] ?? null,
        limit: 50,
      },
      placeholderData: keepPreviousData,
    }),
  );
  const { summary } = round;
  const all = Object.values(summary).reduce((sum, one) => sum + one, 0);
  const count = shown === null ? all : (summary[shown] ?? 0);
  return (
    <>
      <Summary law={law} summary={summary} all={all} shown={shown} onShow={(kind) => url.set({ show: kind ?? "" })} />
      {latest && data !== undefined ? <NameOnlyButton requestId={requestId} lines={data.rows} /> : null}
      {error === null ? null : <Failure error={error} retry={() => void refetch()} />}
      <LinesTable
        law={law}
        requestId={requestId}
        lines={data?.rows ?? []}
        loading={isFetching}
        latest={latest}
        onConfirm={setConfirming}
      />
      {confirming === null ? null : (
        <ConfirmForm requestId={requestId} line={confirming} onClose={() => setConfirming(null)} />
      )}
      {data === undefined ? null : (
        <KeyPager
          trail={trail}
          next={data.next}
          count={{ value: count, more: false }}
          onTrail={(page) => url.set({ page })}
        />
      )}
    </>
  );
}

type SummaryProps = {
  law: Law;
  summary: Props["round"]["summary"];
  all: number;
  shown: ClearanceKind | null;
  onShow: (kind: ClearanceKind | null) => void;
};

/** How many lines have each kind of answer; each number filters the lines. */
function Summary({ law, summary, all, shown, onShow }: SummaryProps) {
  return (
    <fieldset className="summary">
      <legend className="visually-hidden">{m.summary_label()}</legend>
      <button type="button" aria-pressed={shown === null} onClick={() => onShow(null)}>
        {m.filter_all()} <strong>{all}</strong>
      </button>
      {clearanceKinds.map((kind) => (
        <button
          key={kind}
          type="button"
          aria-pressed={shown === kind}
          disabled={(summary[kind] ?? 0) === 0}
          onClick={() => onShow(shown === kind ? null : kind)}
        >
          {kindName(law, kind)} <strong>{summary[kind] ?? 0}</strong>
        </button>
      ))}
    </fieldset>
  );
}

type TableProps = Pick<Props, "law" | "requestId" | "latest"> & {
  lines: readonly ClearanceLineView[];
  loading: boolean;
  onConfirm: (line: ClearanceLineView) => void;
};

function LinesTable({ law, requestId, lines, loading, latest, onConfirm }: TableProps) {
  return (
    <Table<ClearanceLineView>
      size="small"
      rowKey="line"
      loading={loading}
      dataSource={lines}
      pagination={false}
      columns={[
        { title: m.row(), dataIndex: "line", width: 56 },
        {
          title: m.person_name(),
          width: 200,
          render: (_value, line) => <Whom line={line} />,
        },
        {
          title: m.answer(),
          width: 250,
          render: (_value, line) => (
            <LineAnswer law={law} requestId={requestId} line={line} open={latest} onConfirm={() => onConfirm(line)} />
          ),
        },
        {
          title: m.last_barred_day(),
          width: 110,
          render: (_value, { answer }) =>
            answer?.until === null || answer === null ? m.none() : <strong>{answer.until}</strong>,
        },
        {
          title: m.basis(),
          render: (_value, line) => <LineBasis law={law} line={line} open={latest} onConfirm={() => onConfirm(line)} />,
        },
      ]}
    />
  );
}

function Whom({ line }: { line: ClearanceLineView }) {
  const [person] = line.registry;
  const details =
    line.answer === null || person === undefined
      ? [line.unit, line.idNumberMasked]
      : [person.organizationName, person.post, person.idNumberMasked];
  return (
    <>
      <strong>{line.name}</strong>
      {line.answer !== null && person !== undefined && person.name !== line.name ? ` → ${person.name}` : null}
      <br />
      <span className="quiet">{details.filter((part) => part !== null && part !== "").join(" · ")}</span>
      <br />
      <span className="layer">{matchNames[line.match]()}</span>
      {line.toLevel === null ? null : <span className="quiet"> → {line.toLevel}</span>}
    </>
  );
}
