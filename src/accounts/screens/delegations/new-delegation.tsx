// 提出委托: which of one's own roles, to whom, from when to when, why.
import { useMutation, useQuery } from "@tanstack/react-query";
import { Button, Form, Select } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import { delegable } from "../../rules/delegable.ts";
import { roleNames } from "#casework/words/role-names.ts";
import type { Role } from "#casework/roles.ts";
import { refusalsOf } from "#web/acts/act-form.tsx";
import { api, client, queries } from "#web/client.ts";
import { newKey } from "#web/idempotency-key.ts";
import { textOf, withAside } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import { busy } from "#web/frame/busy.tsx";
import { DayItem } from "#web/fields/day-item.tsx";
import { Failure } from "#web/frame/failure.tsx";
import { PageHeader } from "#web/frame/page-header.tsx";
import { Refusals } from "#web/law/refusals.tsx";
import { ShortField } from "#web/fields/words-field.tsx";
import { useMe } from "#web/session.ts";

type Values = { toAccount: string; role: Role; from: string; until: string; reason: string };

export function NewDelegation() {
  const [key] = useState(newKey);
  const me = useMe();
  const navigate = useNavigate();
  const colleagues = useQuery(api.matters.colleagues.queryOptions());
  const asking = useMutation({
    mutationFn: (values: Values) => client.delegations.ask({ key, ...values }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: api.delegations.key() });
      await navigate("/delegations");
    },
  });
  const lent = new Set(me.delegations.map(({ role }) => role));
  const own = me.roles.filter((role) => role in delegable && !lent.has(role));
  const refusals = refusalsOf(asking.error);
  return (
    <>
      <PageHeader title={m.delegation_ask()} above={[{ name: m.menu_delegations(), to: "/delegations" }]} />
      <Form<Values>
        layout="vertical"
        className="narrow-form"
        initialValues={{ from: me.today, ...(own.length === 1 ? { role: own[0] } : {}) }}
        onFinish={(values) => asking.mutate(values)}
      >
        <Form.Item name="role" label={m.delegation_role()} rules={[{ required: true }]}>
          <Select options={own.map((role) => ({ value: role, label: textOf(roleNames[role]) }))} />
        </Form.Item>
        <Form.Item name="toAccount" label={m.delegation_to()} rules={[{ required: true }]}>
          <Select
            showSearch={{ optionFilterProp: "label" }}
            loading={colleagues.isFetching}
            options={(colleagues.data ?? [])
              .filter(({ accountId }) => accountId !== me.accountId)
              .map((one) => ({
                value: one.accountId,
                label: one.organizationName === null ? one.name : withAside(one.name, one.organizationName),
              }))}
          />
        </Form.Item>
        <DayItem name="from" label={m.delegation_first_day()} />
        <DayItem name="until" label={m.delegation_last_day()} extra={m.delegation_last_day_extra()} />
        <ShortField name="reason" label={m.reasons()} />
        {refusals.length > 0 ? <Refusals refusals={refusals} /> : null}
        {asking.error !== null && refusals.length === 0 ? <Failure error={asking.error} /> : null}
        <div className="form-buttons">
          <Button type="primary" htmlType="submit" loading={busy(asking.isPending)}>
            {m.delegation_ask()}
          </Button>
          <Button onClick={() => void navigate(-1)}>{m.cancel()}</Button>
        </div>
      </Form>
    </>
  );
}
