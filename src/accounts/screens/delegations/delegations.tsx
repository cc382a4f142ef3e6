// 委托: roles held for somebody else between two days; asked for, approved by a third, ended by either side.
import { useMutation, useQuery } from "@tanstack/react-query";
import type { InferContractRouterOutputs } from "@orpc/contract";
import { App, Button, Form, Input, Modal, Table } from "antd";
import { useState } from "react";
import { contract } from "#server/contract/contract.ts";
import { roleNames } from "#casework/words/role-names.ts";
import { refusalsOf } from "#web/acts/act-form.tsx";
import { api, client, queries } from "#web/client.ts";
import { newKey } from "#web/idempotency-key.ts";
import { textOf, withAside } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import { Failure } from "#web/frame/failure.tsx";
import { LinkButton } from "#web/frame/link-button.tsx";
import { PageHeader } from "#web/frame/page-header.tsx";
import { Refusals } from "#web/law/refusals.tsx";
import { accessOf } from "#web/routes.tsx";
import { mayUse, useMe } from "#web/session.ts";
import { officeRoles } from "#kernel/contract/meta.ts";

type Row = InferContractRouterOutputs<typeof contract>["delegations"]["list"][number];

const states = {
  asked: m.delegation_asked,
  refused: m.delegation_refused,
  "to-come": m.delegation_to_come,
  running: m.delegation_running,
  over: m.delegation_over,
  ended: m.delegation_ended,
} as const satisfies Record<Row["state"], () => string>;

export function Delegations() {
  const me = useMe();
  const { data, error, isFetching, refetch } = useQuery(api.delegations.list.queryOptions());
  return (
    <>
      <PageHeader
        title={m.menu_delegations()}
        beside={
          mayUse(me, officeRoles) ? (
            <LinkButton to="/delegations/new" primary>
              {m.delegation_ask()}
            </LinkButton>
          ) : mayUse(me, accessOf(contract.delegations.askForHolder)) ? (
            <LinkButton to="/delegations/for-holder" primary>
              {m.delegation_for_holder()}
            </LinkButton>
          ) : null
        }
      />
      <p className="quiet">{m.delegation_note()}</p>
      {error === null ? null : <Failure error={error} retry={() => void refetch()} />}
      <Table<Row>
        size="small"
        rowKey="delegationId"
        loading={isFetching}
        dataSource={data ?? []}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          { title: m.delegation_from(), dataIndex: "fromName", width: 110 },
          { title: m.delegation_to(), dataIndex: "toName", width: 110 },
          { title: m.roles(), width: 180, render: (_value, row) => textOf(roleNames[row.role]) },
          { title: m.delegation_days(), width: 200, render: (_value, row) => `${row.from} ~ ${row.until}` },
          {
            title: m.reasons(),
            dataIndex: "reason",
            render: (_value, row) =>
              row.askedByName === null
                ? row.reason
                : withAside(row.reason, m.delegation_asked_by({ name: row.askedByName })),
          },
          {
            title: m.delegation_state(),
            width: 170,
            render: (_value, row) =>
              row.decidedByName === null ? states[row.state]() : `${states[row.state]()}（${row.decidedByName}）`,
          },
          { title: m.change(), width: 170, render: (_value, row) => <Actions row={row} /> },
        ]}
      />
    </>
  );
}

function Actions({ row }: { row: Row }) {
  const [deciding, setDeciding] = useState(false);
  const { message } = App.useApp();
  const ending = useMutation({
    mutationFn: () => client.delegations.end({ key: newKey(), delegationId: row.delegationId }),
    onSuccess: () => queries.invalidateQueries({ queryKey: api.delegations.key() }),
    onError: () => void message.error(m.failure_other()),
  });
  const about = m.delegation_about({ from: row.fromName, to: row.toName });
  return (
    <span className="row-actions">
      {row.mayDecide ? (
        <Button
          size="small"
          type="primary"
          aria-label={m.action_on({ action: m.delegation_decide(), name: about })}
          onClick={() => setDeciding(true)}
        >
          {m.delegation_decide()}
        </Button>
      ) : null}
      {row.mayEnd ? (
        <Button
          size="small"
          aria-label={m.action_on({ action: m.delegation_end(), name: about })}
          onClick={() => ending.mutate()}
        >
          {m.delegation_end()}
        </Button>
      ) : null}
      {deciding ? <Decision row={row} onClose={() => setDeciding(false)} /> : null}
    </span>
  );
}

function Decision({ row, onClose }: { row: Row; onClose: () => void }) {
  const [key] = useState(newKey);
  const [form] = Form.useForm<{ reason: string }>();
  const deciding = useMutation({
    mutationFn: ({ approved, reason }: { approved: boolean; reason: string }) =>
      client.delegations.decide({ key, delegationId: row.delegationId, approved, reason }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: api.delegations.key() });
      onClose();
    },
  });
  const send = async (approved: boolean) => {
    const { reason } = await form.validateFields();
    deciding.mutate({ approved, reason });
  };
  const refusals = refusalsOf(deciding.error);
  return (
    <Modal
      open
      title={m.delegation_about({ from: row.fromName, to: row.toName })}
      onCancel={onClose}
      footer={[
        <Button key="refuse" onClick={() => void send(false)}>
          {m.delegation_refuse()}
        </Button>,
        <Button key="approve" type="primary" loading={deciding.isPending} onClick={() => void send(true)}>
          {m.delegation_approve()}
        </Button>,
      ]}
    >
      <p>{`${textOf(roleNames[row.role])}，${row.from} ~ ${row.until}`}</p>
      <Form form={form} layout="vertical">
        <Form.Item name="reason" label={m.reasons()} rules={[{ required: true, whitespace: true }]}>
          <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
        </Form.Item>
      </Form>
      {refusals.length > 0 ? <Refusals refusals={refusals} /> : null}
      {deciding.error !== null && refusals.length === 0 ? <Failure error={deciding.error} /> : null}
    </Modal>
  );
}
