// 安全策略: what passwords, sessions and one-time codes must be like, and who changed it when.
import { useMutation, useQuery } from "@tanstack/react-query";
import type { InferContractRouterOutputs } from "@orpc/contract";
import { Alert, App, Button, Form, InputNumber, Select, Table } from "antd";
import { useState } from "react";
import { contract } from "#server/contract/contract.ts";
import { refusalsOf } from "#web/acts/act-form.tsx";
import { api, client, queries } from "#web/client.ts";
import { newKey } from "#web/idempotency-key.ts";
import { m } from "#web/paraglide/messages.js";
import { busy } from "#web/frame/busy.tsx";
import { Failure } from "#web/frame/failure.tsx";
import { minuteOf } from "#web/frame/instant.ts";
import { PageHeader } from "#web/frame/page-header.tsx";
import { Refusals } from "#web/law/refusals.tsx";
import { ShortField } from "#web/fields/words-field.tsx";
import { accessOf } from "#web/routes.tsx";
import { mayUse, useMe } from "#web/session.ts";
import { policyNames } from "./policy-names.ts";
import "./security-policy.css";

type View = InferContractRouterOutputs<typeof contract>["security"]["policy"];
type Policy = View["policy"];
type Values = Policy & { reason: string };

const numbers = [
  ["passwordLength", 8, 64],
  ["passwordClasses", 2, 4],
  ["passwordHistory", 0, 24],
  ["passwordDays", 0, 365],
  ["tries", 3, 5],
  ["windowMinutes", 15, 60],
  ["idleMinutes", 5, 30],
  ["longestHours", 1, 12],
  ["codesDays", 0, 90],
  ["alarmRefusals", 3, 1000],
  ["alarmReads", 20, 10_000],
  ["alarmSignIns", 5, 10_000],
  ["nightFrom", 0, 23],
  ["nightUntil", 0, 23],
] as const;

export function SecurityPolicy() {
  const { data, error, refetch } = useQuery(api.security.policy.queryOptions());
  return (
    <>
      <PageHeader title={m.menu_security()} />
      <p className="quiet">{m.policy_note()}</p>
      {error === null ? null : <Failure error={error} retry={() => void refetch()} />}
      {data === undefined ? null : (
        <>
          <PolicyForm key={data.version} view={data} />
          <Changes view={data} />
        </>
      )}
    </>
  );
}

function PolicyForm({ view }: { view: View }) {
  const me = useMe();
  const [key] = useState(newKey);
  const { message } = App.useApp();
  const changes = mayUse(me, accessOf(contract.security.setPolicy));
  const setting = useMutation({
    mutationFn: ({ reason, ...policy }: Values) =>
      client.security.setPolicy({ key, version: view.version, policy, reason }),
    onSuccess: async () => {
      message.success(m.policy_set());
      await queries.invalidateQueries({ queryKey: api.security.key() });
    },
  });
  const refusals = refusalsOf(setting.error);
  return (
    <Form<Values>
      layout="vertical"
      className="act-form form-above"
      initialValues={view.policy}
      disabled={!changes}
      onFinish={(values) => setting.mutate(values)}
    >
      <div className="form-pairs">
        {numbers.map(([name, min, max]) => (
          <Form.Item
            key={name}
            name={name}
            label={policyNames[name]()}
            extra={m.policy_between({ min, max })}
            rules={[{ required: true }]}
          >
            <InputNumber min={min} max={max} precision={0} />
          </Form.Item>
        ))}
      </div>
      <Form.Item name="codes" label={policyNames.codes()} rules={[{ required: true }]}>
        <Select
          options={[
            { value: "optional", label: m.policy_codes_optional() },
            { value: "administrators", label: m.policy_codes_administrators() },
            { value: "everybody", label: m.policy_codes_everybody() },
          ]}
        />
      </Form.Item>
      {changes ? (
        <>
          <ShortField name="reason" label={m.policy_reason()} />
          {refusals.length > 0 ? <Refusals refusals={refusals} /> : null}
          {setting.error !== null && refusals.length === 0 ? <Failure error={setting.error} /> : null}
          <Button type="primary" htmlType="submit" loading={busy(setting.isPending)}>
            {m.save()}
          </Button>
        </>
      ) : (
        <Alert type="info" title={m.policy_read_only()} />
      )}
    </Form>
  );
}

function Changes({ view }: { view: View }) {
  return (
    <section aria-labelledby="policy-changes">
      <h2 id="policy-changes">{m.policy_changes()}</h2>
      {view.changes.length === 0 ? (
        <p className="quiet">{m.policy_default()}</p>
      ) : (
        <Table<View["changes"][number]>
          size="small"
          rowKey="version"
          dataSource={view.changes}
          pagination={false}
          columns={[
            { title: m.policy_at(), width: 160, render: (_value, row) => minuteOf(row.at) },
            { title: m.policy_by(), dataIndex: "byName", width: 140 },
            { title: m.policy_reason(), dataIndex: "reason" },
          ]}
        />
      )}
    </section>
  );
}
