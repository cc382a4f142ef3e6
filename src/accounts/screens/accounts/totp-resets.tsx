// Giving up somebody's one-time codes: one administrator asks, another approves; here are the requests that wait.
import { useMutation, useQuery } from "@tanstack/react-query";
import { App, Button, Form, Input, Modal, Table } from "antd";
import type { InferContractRouterOutputs } from "@orpc/contract";
import { useState } from "react";
import type { contract } from "#server/contract/contract.ts";
import { refusalsOf } from "#web/acts/act-form.tsx";
import { api, client, queries } from "#web/client.ts";
import { newKey } from "#web/idempotency-key.ts";
import { textOf } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import { Failure } from "#web/frame/failure.tsx";
import { minuteOf } from "#web/frame/instant.ts";
import { Refusals } from "#web/law/refusals.tsx";
import { useMe } from "#web/session.ts";
import type { Account } from "./account-list.tsx";

type Row = InferContractRouterOutputs<typeof contract>["security"]["totpResets"][number];

/** Nothing stands here while nothing waits. */
export function TotpResets() {
  const me = useMe();
  const { message } = App.useApp();
  const { data } = useQuery(api.security.totpResets.queryOptions());
  const deciding = useMutation({
    mutationFn: ({ resetId, approved }: { resetId: string; approved: boolean }) =>
      client.security.decideTotpReset({ key: newKey(), resetId, approved }),
    onSuccess: () => queries.invalidateQueries({ queryKey: api.key() }),
    onError: (error) => void message.error(refusalsOf(error).map((one) => textOf(one.message))[0] ?? m.failure_other()),
  });
  if (data === undefined || data.length === 0) return null;
  return (
    <section aria-labelledby="totp-resets">
      <h2 id="totp-resets">{m.codes_resets()}</h2>
      <Table<Row>
        size="small"
        rowKey="resetId"
        dataSource={data}
        pagination={false}
        columns={[
          { title: m.account(), dataIndex: "account", width: 160 },
          { title: m.person_name(), dataIndex: "name", width: 130 },
          { title: m.codes_reset_reason(), dataIndex: "reason" },
          { title: m.codes_reset_by(), dataIndex: "askedByName", width: 140 },
          { title: m.policy_at(), width: 160, render: (_value, row) => minuteOf(row.askedAt) },
          {
            title: m.change(),
            width: 170,
            render: (_value, row) =>
              row.askedBy === me.accountId ? null : (
                <span className="row-actions">
                  {([true, false] as const).map((approved) => (
                    <Button
                      key={String(approved)}
                      size="small"
                      aria-label={m.action_on({
                        action: approved ? m.delegation_approve() : m.delegation_refuse(),
                        name: row.name,
                      })}
                      onClick={() => deciding.mutate({ resetId: row.resetId, approved })}
                    >
                      {approved ? m.delegation_approve() : m.delegation_refuse()}
                    </Button>
                  ))}
                </span>
              ),
          },
        ]}
      />
    </section>
  );
}

export function AskTotpReset({ account }: { account: Account }) {
  const [open, setOpen] = useState(false);
  const [key, setKey] = useState(newKey);
  const [form] = Form.useForm<{ reason: string }>();
  const { message } = App.useApp();
  const asking = useMutation({
    mutationFn: ({ reason }: { reason: string }) =>
      client.security.askTotpReset({ key, accountId: account.accountId, reason }),
    onSuccess: async () => {
      setOpen(false);
      setKey(newKey());
      message.success(m.codes_reset_asked());
      await queries.invalidateQueries({ queryKey: api.security.key() });
    },
  });
  const refusals = refusalsOf(asking.error);
  return (
    <>
      <Button
        size="small"
        aria-label={m.action_on({ action: m.codes_reset(), name: account.name })}
        onClick={() => setOpen(true)}
      >
        {m.codes_reset()}
      </Button>
      {open ? (
        <Modal
          open
          title={m.action_on({ action: m.codes_reset(), name: account.name })}
          okText={m.codes_reset()}
          cancelText={m.cancel()}
          confirmLoading={asking.isPending}
          onOk={() => void form.validateFields().then((values) => asking.mutate(values))}
          onCancel={() => setOpen(false)}
        >
          <Form form={form} layout="vertical">
            <Form.Item name="reason" label={m.codes_reset_reason()} rules={[{ required: true, whitespace: true }]}>
              <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
            </Form.Item>
          </Form>
          {refusals.length > 0 ? <Refusals refusals={refusals} /> : null}
          {asking.error !== null && refusals.length === 0 ? <Failure error={asking.error} /> : null}
        </Modal>
      ) : null}
    </>
  );
}
