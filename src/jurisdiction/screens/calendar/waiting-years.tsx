// Years that somebody entered and somebody else confirms; nothing stands here while none waits.
import { useMutation, useQuery } from "@tanstack/react-query";
import { App, Button, Table } from "antd";
import type { InferContractRouterOutputs } from "@orpc/contract";
import type { contract } from "#server/contract/contract.ts";
import { refusalsOf } from "#web/acts/act-form.tsx";
import { api, client, queries } from "#web/client.ts";
import { reasonOf } from "#web/frame/failure.tsx";
import { minuteOf } from "#web/frame/instant.ts";
import { newKey } from "#web/idempotency-key.ts";
import { textOf } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import { Days } from "./days.tsx";

type Row = InferContractRouterOutputs<typeof contract>["calendar"]["entries"][number];

export function WaitingYears() {
  const { message } = App.useApp();
  const { data } = useQuery(api.calendar.entries.queryOptions());
  const confirming = useMutation({
    mutationFn: ({ row, confirmed }: { row: Row; confirmed: boolean }) =>
      client.calendar.confirm({ key: newKey(), entryId: row.entryId, confirmed }),
    onSuccess: async ({ version, recounted }, { row: { year } }) => {
      message.success(version === null ? m.calendar_sent_back() : m.calendar_published({ year, version, recounted }));
      await queries.invalidateQueries();
    },
    onError: (error) => void message.error(refusalsOf(error).map((one) => textOf(one.message))[0] ?? reasonOf(error)),
  });
  if (data === undefined || data.length === 0) return null;
  return (
    <section aria-labelledby="calendar-waiting">
      <h2 id="calendar-waiting">{m.calendar_waiting()}</h2>
      <Table<Row>
        size="small"
        rowKey="entryId"
        dataSource={data}
        pagination={false}
        columns={[
          { title: m.calendar_year(), dataIndex: "year", width: 80 },
          { title: m.calendar_off(), render: (_value, row) => <Days days={row.off} /> },
          { title: m.calendar_worked(), render: (_value, row) => <Days days={row.worked} /> },
          { title: m.calendar_source(), dataIndex: "source", width: 200 },
          {
            title: m.calendar_by(),
            width: 170,
            render: (_value, row) => `${row.enteredByName} ${minuteOf(row.enteredAt)}`,
          },
          {
            title: m.change(),
            width: 190,
            render: (_value, row) =>
              row.mayConfirm ? (
                <Actions row={row} onDecide={(confirmed) => confirming.mutate({ row, confirmed })} />
              ) : null,
          },
        ]}
      />
    </section>
  );
}

function Actions({ row, onDecide }: { row: Row; onDecide: (confirmed: boolean) => void }) {
  return (
    <span className="row-actions">
      {([true, false] as const).map((confirmed) => {
        const action = confirmed ? m.calendar_confirm() : m.calendar_send_back();
        return (
          <Button
            key={String(confirmed)}
            size="small"
            aria-label={m.action_on({ action, name: String(row.year) })}
            onClick={() => onDecide(confirmed)}
          >
            {action}
          </Button>
        );
      })}
    </span>
  );
}
