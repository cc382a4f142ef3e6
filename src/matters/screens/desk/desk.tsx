// 工作台: what waits for the reader, most urgent first, with the act to do next; and figures that lead to their lists.
import { useQuery } from "@tanstack/react-query";
import { Alert, Empty, Table } from "antd";
import { Link } from "react-router";
import type { z } from "zod";
import type { ledgerRow } from "../../contract/matters.ts";
import { actNames } from "#casework/acts.ts";
import type { ActId } from "#casework/acts.ts";
import { api } from "#web/client.ts";
import { listed, textOf } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import { BodyItems } from "#web/tables/body-items.tsx";
import { DeskTabs } from "#web/frame/desk-tabs.tsx";
import { Failure } from "#web/frame/failure.tsx";
import { DueStatusMark } from "#web/matter/due-status.tsx";
import { MatterLink, pathOfMatter } from "#web/matter/matter-link.tsx";
import { PageHeader } from "#web/frame/page-header.tsx";
import { StageTag } from "#web/matter/stage-tag.tsx";
import { Waiting } from "#web/frame/waiting.tsx";
import { ConcernedLetters } from "./concerned-letters.tsx";
import { OpenHistory } from "./open-history.tsx";
import { OpenNorms } from "./open-norms.tsx";
import { OpenConflicts } from "./open-conflicts.tsx";
import { WaitingReleases } from "./waiting-releases.tsx";
import { WaitingTexts } from "./waiting-texts.tsx";
import { ReporterRequests } from "./reporter-requests.tsx";
import { Figures } from "./figures.tsx";
import "./desk.css";

type Task = z.output<typeof ledgerRow> & { acts: string[] };

export function Desk() {
  const { data, error, refetch } = useQuery(api.matters.tasks.queryOptions());
  return (
    <>
      <PageHeader title={m.menu_desk()}>
        <DeskTabs />
      </PageHeader>
      {error === null ? null : <Failure error={error} retry={() => void refetch()} />}
      {data === undefined && error === null ? <Waiting /> : null}
      {data === undefined ? null : (
        <>
          <Figures figures={data.figures} />
          <OpenHistory />
          <OpenNorms />
          <WaitingTexts />
          <ConcernedLetters />
          <OpenConflicts />
          <ReporterRequests />
          <WaitingReleases />
          <h2>{m.my_tasks()}</h2>
          {data.more ? <Alert type="info" title={m.tasks_more({ count: data.tasks.length })} /> : null}
          <Table<Task>
            size="small"
            rowKey="matterId"
            dataSource={data.tasks}
            pagination={false}
            locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={m.no_tasks()} /> }}
            columns={[
              {
                title: m.due_status_column(),
                dataIndex: "dueOn",
                width: 130,
                render: (_value, row) => <DueStatusMark dueOn={row.dueOn} />,
              },
              { title: m.due_on(), dataIndex: "dueOn", width: 110, render: (_value, row) => row.dueOn ?? "" },
              {
                title: m.number(),
                dataIndex: "number",
                width: 175,
                render: (_value, row) => <MatterLink kind={row.kind} matterId={row.matterId} number={row.number} />,
              },
              { title: m.matter_title(), dataIndex: "title" },
              {
                title: m.concerned(),
                dataIndex: "concerned",
                width: 150,
                render: (_value, row) => listed(row.concerned),
              },
              {
                title: m.stage(),
                dataIndex: "stage",
                width: 130,
                render: (_value, row) => <StageTag stage={row.stage} />,
              },
              { title: m.next_act(), dataIndex: "acts", width: 150, render: (_value, row) => <NextActs task={row} /> },
            ]}
          />
          <BodyItems mine />
        </>
      )}
    </>
  );
}

function NextActs({ task }: { task: Task }) {
  return (
    <ul className="next-acts">
      {task.acts.filter(isAct).map((act) => (
        <li key={act}>
          <Link to={`${pathOfMatter(task.kind, task.matterId)}/acts/${act}`}>{textOf(actNames[act])}</Link>
        </li>
      ))}
    </ul>
  );
}

function isAct(act: string): act is ActId {
  return act in actNames;
}
