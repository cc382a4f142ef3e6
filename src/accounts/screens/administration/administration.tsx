// 双人办理: what one administrator asked for and another confirms; what two did together stays to be seen.
import { useMutation, useQuery } from "@tanstack/react-query";
import { App, Button, Table } from "antd";
import { refusalsOf } from "#web/acts/act-form.tsx";
import { api, client, queries } from "#web/client.ts";
import { minuteOf } from "#web/frame/instant.ts";
import { newKey } from "#web/idempotency-key.ts";
import { textOf } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import { Failure, reasonOf } from "#web/frame/failure.tsx";
import { PageHeader } from "#web/frame/page-header.tsx";
import { Half } from "./half.tsx";
import { requestedText } from "./requested-text.ts";
import type { Request } from "./requested-text.ts";

export function Administration() {
  const { message } = App.useApp();
  const { data, error, isFetching, refetch } = useQuery(api.administration.requests.queryOptions());
  const deciding = useMutation({
    mutationFn: ({ requestId, approved }: { requestId: string; approved: boolean }) =>
      client.administration.decide({ key: newKey(), requestId, approved }),
    onSuccess: () => queries.invalidateQueries({ queryKey: api.administration.key() }),
    onError: (failed) =>
      void message.error(refusalsOf(failed).map((one) => textOf(one.message))[0] ?? reasonOf(failed)),
  });
  const half = deciding.data?.half ?? null;
  return (
    <>
      <PageHeader title={m.menu_administration()} />
      <p className="quiet">{m.administration_note()}</p>
      {error === null ? null : <Failure error={error} retry={() => void refetch()} />}
      <Table<Request>
        size="small"
        rowKey="requestId"
        loading={isFetching}
        dataSource={data ?? []}
        locale={{ emptyText: m.administration_none() }}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          { title: m.administration_what(), render: (_value, row) => requestedText(row) },
          { title: m.account(), width: 160, render: (_value, row) => withName(row) },
          { title: m.administration_reason(), dataIndex: "reason" },
          {
            title: m.administration_asked_by(),
            width: 190,
            render: (_value, row) => `${row.askedByName} ${minuteOf(row.askedAt)}`,
          },
          {
            title: m.administration_state(),
            width: 200,
            render: (_value, row) =>
              row.mayDecide ? (
                <Decide row={row} onDecide={(approved) => deciding.mutate({ requestId: row.requestId, approved })} />
              ) : (
                stateText(row)
              ),
          },
        ]}
      />
      {half === null ? null : <Half half={half} first={false} onClose={() => deciding.reset()} />}
    </>
  );
}

function Decide({ row, onDecide }: { row: Request; onDecide: (approved: boolean) => void }) {
  return (
    <span className="row-actions">
      {([true, false] as const).map((approved) => {
        const action = approved ? m.administration_approve() : m.administration_refuse();
        return (
          <Button
            key={String(approved)}
            size="small"
            aria-label={m.action_on({ action, name: requestedText(row) })}
            onClick={() => onDecide(approved)}
          >
            {action}
          </Button>
        );
      })}
    </span>
  );
}

function withName({ account, name }: Request): string {
  return account === null || name === null ? "" : `${account} ${name}`;
}

function stateText({ approved, decidedByName, decidedAt }: Request): string {
  if (approved === null || decidedByName === null || decidedAt === null) return m.administration_waits();
  const by = { name: decidedByName, at: minuteOf(decidedAt) };
  return approved ? m.administration_approved(by) : m.administration_refused(by);
}
