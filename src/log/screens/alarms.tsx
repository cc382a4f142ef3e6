// 告警: what went beyond the limits of the security policy, and what was found about it.
import { useMutation, useQuery } from "@tanstack/react-query";
import { Button, Form, Input, Modal, Table } from "antd";
import type { InferContractRouterOutputs } from "@orpc/contract";
import { useState } from "react";
import type { contract } from "#server/contract/contract.ts";
import { refusalsOf } from "#web/acts/act-form.tsx";
import { api, client, queries } from "#web/client.ts";
import { Failure } from "#web/frame/failure.tsx";
import { minuteOf } from "#web/frame/instant.ts";
import { newKey } from "#web/idempotency-key.ts";
import { Refusals } from "#web/law/refusals.tsx";
import { m } from "#web/paraglide/messages.js";

type Row = InferContractRouterOutputs<typeof contract>["log"]["alarms"][number];

const rules = {
  refusals: m.alarm_refusals,
  reads: m.alarm_reads,
  "sign-ins": m.alarm_sign_ins,
  "night-exports": m.alarm_night_exports,
} as const satisfies Record<Row["rule"], (of: { count: number }) => string>;

export function Alarms() {
  const { data, error, refetch } = useQuery(api.log.alarms.queryOptions());
  const [answering, setAnswering] = useState<Row | null>(null);
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  return (
    <section aria-labelledby="alarms">
      <h2 id="alarms">{m.alarms_title()}</h2>
      <p className="quiet">{m.alarms_note()}</p>
      <Table<Row>
        size="small"
        rowKey="alarmId"
        dataSource={data ?? []}
        locale={{ emptyText: m.alarms_none() }}
        pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          { title: m.log_at(), width: 140, render: (_value, row) => minuteOf(row.at) },
          { title: m.alarm_rule(), render: (_value, row) => rules[row.rule]({ count: row.count }) },
          {
            title: m.alarm_about(),
            width: 160,
            render: (_value, row) => (row.accountId === "" ? m.alarm_everybody() : row.accountName),
          },
          {
            title: m.alarm_found(),
            render: (_value, row) =>
              row.found === null ? (
                <Button
                  size="small"
                  aria-label={m.action_on({ action: m.alarm_answer(), name: minuteOf(row.at) })}
                  onClick={() => setAnswering(row)}
                >
                  {m.alarm_answer()}
                </Button>
              ) : (
                `${row.found}（${row.answeredByName ?? ""}）`
              ),
          },
        ]}
      />
      {answering === null ? null : <Answer alarm={answering} onClose={() => setAnswering(null)} />}
    </section>
  );
}

function Answer({ alarm, onClose }: { alarm: Row; onClose: () => void }) {
  const [key] = useState(newKey);
  const [form] = Form.useForm<{ found: string }>();
  const answering = useMutation({
    mutationFn: ({ found }: { found: string }) => client.log.answerAlarm({ key, alarmId: alarm.alarmId, found }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: api.log.key() });
      onClose();
    },
  });
  const refusals = refusalsOf(answering.error);
  return (
    <Modal
      open
      title={rules[alarm.rule]({ count: alarm.count })}
      okText={m.alarm_answer()}
      cancelText={m.cancel()}
      confirmLoading={answering.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" onFinish={(values: { found: string }) => answering.mutate(values)}>
        <Form.Item name="found" label={m.alarm_found()} rules={[{ required: true, whitespace: true }]}>
          <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
        </Form.Item>
      </Form>
      {refusals.length > 0 ? <Refusals refusals={refusals} /> : null}
      {answering.error !== null && refusals.length === 0 ? <Failure error={answering.error} /> : null}
    </Modal>
  );
}
