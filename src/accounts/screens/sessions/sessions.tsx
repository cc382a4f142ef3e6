// 我的登录: where one is signed in, and ending what is not oneself.
import { useMutation, useQuery } from "@tanstack/react-query";
import { App, Button, Table } from "antd";
import type { InferContractRouterOutputs } from "@orpc/contract";
import type { contract } from "#server/contract/contract.ts";
import { api, client, queries } from "#web/client.ts";
import { Failure, reasonOf } from "#web/frame/failure.tsx";
import { minuteOf } from "#web/frame/instant.ts";
import { PageHeader } from "#web/frame/page-header.tsx";
import { newKey } from "#web/idempotency-key.ts";
import { m } from "#web/paraglide/messages.js";

type Row = InferContractRouterOutputs<typeof contract>["session"]["sessions"][number];

export function Sessions() {
  const { message } = App.useApp();
  const { data, error, isFetching, refetch } = useQuery(api.session.sessions.queryOptions());
  const ending = useMutation({
    mutationFn: (sessionId: string) => client.session.endSession({ key: newKey(), sessionId }),
    onSuccess: async () => {
      message.success(m.sessions_ended());
      await queries.invalidateQueries({ queryKey: api.session.sessions.key() });
    },
    onError: (failed) => void message.error(reasonOf(failed)),
  });
  return (
    <>
      <PageHeader title={m.sessions_title()} />
      <p className="quiet">{m.sessions_note()}</p>
      {error === null ? null : <Failure error={error} retry={() => void refetch()} />}
      <Table<Row>
        size="small"
        rowKey="sessionId"
        loading={isFetching}
        dataSource={data ?? []}
        pagination={false}
        columns={[
          { title: m.sessions_begun(), render: (_value, row) => minuteOf(row.begunAt) },
          { title: m.sessions_used(), render: (_value, row) => minuteOf(row.usedAt) },
          { title: m.sessions_address(), dataIndex: "address" },
          {
            title: m.change(),
            width: 140,
            render: (_value, row) =>
              row.current ? (
                m.sessions_current()
              ) : (
                <Button
                  size="small"
                  aria-label={m.action_on({ action: m.sessions_end(), name: minuteOf(row.begunAt) })}
                  onClick={() => ending.mutate(row.sessionId)}
                >
                  {m.sessions_end()}
                </Button>
              ),
          },
        ]}
      />
    </>
  );
}
