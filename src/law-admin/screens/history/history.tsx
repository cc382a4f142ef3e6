// 历史记录: since when everything is recorded, who said so and who confirmed it; and who came from elsewhere without their earlier file seen.
import { useQuery } from "@tanstack/react-query";
import { Alert, Table } from "antd";
import { Link } from "react-router";
import { contract } from "#server/contract/contract.ts";
import type { UnseenRow } from "../../contract/history.ts";
import { api } from "#web/client.ts";
import { m } from "#web/paraglide/messages.js";
import { Failure } from "#web/frame/failure.tsx";
import { KeyPager } from "#web/tables/key-pager.tsx";
import { PageHeader } from "#web/frame/page-header.tsx";
import { useUrlState } from "#web/frame/url-state.ts";
import { Waiting } from "#web/frame/waiting.tsx";
import { accessOf } from "#web/routes.tsx";
import { mayUse, useMe } from "#web/session.ts";
import { StateForm } from "./state-form.tsx";
import { StatementView } from "./statement-view.tsx";

export function History() {
  const me = useMe();
  const { data, error, refetch } = useQuery(api.history.district.queryOptions());
  const standing = data?.statements.find(
    ({ of, confirmation }) => confirmation?.confirmed === true && of.type === "district" && of.since === data.since,
  );
  return (
    <>
      <PageHeader title={m.menu_history()}>
        <p>{m.history_intro()}</p>
      </PageHeader>
      {error === null ? null : <Failure error={error} retry={() => void refetch()} />}
      {data === undefined && error === null ? <Waiting /> : null}
      {data === undefined ? null : (
        <>
          {data.since === null ? (
            <Alert type="warning" showIcon title={m.history_undeclared()} />
          ) : (
            <Alert type="success" showIcon title={m.history_declared({ since: data.since })} />
          )}
          {data.statements.length === 0 ? null : (
            <section aria-label={m.history_statements()}>
              <h2>{m.history_statements()}</h2>
              {data.statements.map((one) => (
                <StatementView key={one.id} statement={one} stands={one.id === standing?.id} />
              ))}
            </section>
          )}
          {mayUse(me, accessOf(contract.history.state)) ? (
            <section aria-label={m.history_state_title()}>
              <h2>{m.history_state_title()}</h2>
              <StateForm arrivalId={null} />
            </section>
          ) : null}
        </>
      )}
      {mayUse(me, accessOf(contract.history.unseen)) ? <Unseen /> : null}
    </>
  );
}

function Unseen() {
  const url = useUrlState();
  const trail = url.many("page");
  const { data, error, isFetching, refetch } = useQuery(
    api.history.unseen.queryOptions({ input: { after: trail[trail.length - 1] ?? null, limit: 20 } }),
  );
  return (
    <section aria-label={m.history_unseen()}>
      <h2>{m.history_unseen()}</h2>
      <p className="quiet">{m.history_unseen_intro()}</p>
      {error === null ? null : <Failure error={error} retry={() => void refetch()} />}
      <Table<UnseenRow>
        size="small"
        rowKey="id"
        loading={isFetching}
        dataSource={data?.rows ?? []}
        pagination={false}
        locale={{ emptyText: m.history_unseen_none() }}
        columns={[
          {
            title: m.person_name(),
            width: 160,
            render: (_value, { personId, name }) => (
              <Link to={`/persons/${encodeURIComponent(personId)}#history`}>{name}</Link>
            ),
          },
          { title: m.unit(), dataIndex: "organizationName" },
          { title: m.arrival_on(), dataIndex: "on", width: 130 },
          { title: m.arrival_from(), dataIndex: "fromUnit" },
        ]}
      />
      {data === undefined ? null : (
        <KeyPager trail={trail} next={data.next} count={data.count} onTrail={(page) => url.set({ page })} />
      )}
    </section>
  );
}
