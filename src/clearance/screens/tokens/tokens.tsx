// 接口令牌: with which personnel systems of other offices ask for clearance; issued to one office, shown once, revoked at once.
import { useMutation, useQuery } from "@tanstack/react-query";
import type { InferContractRouterOutputs } from "@orpc/contract";
import { Button, Form, Input, Modal, Table } from "antd";
import { useState } from "react";
import type { contract } from "#server/contract/contract.ts";
import { refusalsOf } from "#web/acts/act-form.tsx";
import { api, client, queries } from "#web/client.ts";
import { newKey } from "#web/idempotency-key.ts";
import { withAside } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import { busy } from "#web/frame/busy.tsx";
import { Failure } from "#web/frame/failure.tsx";
import { minuteOf } from "#web/frame/instant.ts";
import { PageHeader } from "#web/frame/page-header.tsx";
import { Refusals } from "#web/law/refusals.tsx";
import { useMe } from "#web/session.ts";
import { IssueToken } from "./issue-token.tsx";

type Row = InferContractRouterOutputs<typeof contract>["tokens"]["list"][number];

export function Tokens() {
  const { today } = useMe();
  const [issuing, setIssuing] = useState(false);
  const [ending, setEnding] = useState<Row | null>(null);
  const { data, error, isFetching, refetch } = useQuery(api.tokens.list.queryOptions());
  return (
    <>
      <PageHeader
        title={m.menu_tokens()}
        beside={
          <Button type="primary" onClick={() => setIssuing(true)}>
            {m.token_issue()}
          </Button>
        }
      >
        <p>{m.tokens_intro()}</p>
      </PageHeader>
      {error === null ? null : <Failure error={error} retry={() => void refetch()} />}
      <Table<Row>
        size="small"
        rowKey="tokenId"
        loading={isFetching}
        dataSource={data ?? []}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          { title: m.token_office(), dataIndex: "office" },
          { title: m.token_expires_on(), dataIndex: "expiresOn", width: 130 },
          {
            title: m.token_issued(),
            width: 240,
            render: (_value, row) => withAside(row.issuedName, minuteOf(row.issuedAt)),
          },
          {
            title: m.letter_state(),
            width: 330,
            render: (_value, row) =>
              row.endedAt === null
                ? row.expiresOn < today
                  ? m.token_over()
                  : m.token_holds()
                : m.token_ended({ name: row.endedName ?? "", at: minuteOf(row.endedAt), reason: row.endReason ?? "" }),
          },
          {
            title: m.change(),
            width: 100,
            render: (_value, row) =>
              row.endedAt === null ? (
                <Button
                  size="small"
                  aria-label={m.action_on({ action: m.token_revoke(), name: row.office })}
                  onClick={() => setEnding(row)}
                >
                  {m.token_revoke()}
                </Button>
              ) : null,
          },
        ]}
      />
      {issuing ? <IssueToken onClose={() => setIssuing(false)} /> : null}
      {ending === null ? null : <RevokeToken token={ending} onClose={() => setEnding(null)} />}
    </>
  );
}

function RevokeToken({ token, onClose }: { token: Row; onClose: () => void }) {
  const [key] = useState(newKey);
  const [form] = Form.useForm<{ reason: string }>();
  const revoking = useMutation({
    mutationFn: ({ reason }: { reason: string }) => client.tokens.revoke({ key, tokenId: token.tokenId, reason }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: api.tokens.key() });
      onClose();
    },
  });
  const refusals = refusalsOf(revoking.error);
  return (
    <Modal
      open
      title={m.action_on({ action: m.token_revoke(), name: token.office })}
      onCancel={onClose}
      footer={[
        <Button key="cancel" onClick={onClose}>
          {m.cancel()}
        </Button>,
        <Button key="send" type="primary" danger loading={busy(revoking.isPending)} onClick={form.submit}>
          {m.token_revoke()}
        </Button>,
      ]}
    >
      <Form<{ reason: string }> form={form} layout="vertical" onFinish={(values) => revoking.mutate(values)}>
        <Form.Item name="reason" label={m.reasons()} rules={[{ required: true, whitespace: true }]}>
          <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
        </Form.Item>
      </Form>
      {refusals.length > 0 ? <Refusals refusals={refusals} /> : null}
      {revoking.error !== null && refusals.length === 0 ? <Failure error={revoking.error} /> : null}
    </Modal>
  );
}
