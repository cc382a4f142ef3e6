// 代为提出委托: for a holder who cannot ask, by one administrator; another decides, and the holder is told.
import { useMutation, useQuery } from "@tanstack/react-query";
import { Alert, Button, Form, Select } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import { delegable } from "../../rules/delegable.ts";
import { administrators } from "#casework/roles.ts";
import type { Role } from "#casework/roles.ts";
import { roleNames } from "#casework/words/role-names.ts";
import { refusalsOf } from "#web/acts/act-form.tsx";
import { api, client, queries } from "#web/client.ts";
import { DayItem } from "#web/fields/day-item.tsx";
import { ShortField } from "#web/fields/words-field.tsx";
import { busy } from "#web/frame/busy.tsx";
import { Failure } from "#web/frame/failure.tsx";
import { PageHeader } from "#web/frame/page-header.tsx";
import { newKey } from "#web/idempotency-key.ts";
import { textOf, withAside } from "#web/language.ts";
import { Refusals } from "#web/law/refusals.tsx";
import { m } from "#web/paraglide/messages.js";
import { useMe } from "#web/session.ts";

type Values = { fromAccount: string; toAccount: string; role: Role; from: string; until: string; reason: string };

export function ForHolder() {
  const [key] = useState(newKey);
  const me = useMe();
  const navigate = useNavigate();
  const [form] = Form.useForm<Values>();
  const asking = useMutation({
    mutationFn: (values: Values) => client.delegations.askForHolder({ key, ...values }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: api.delegations.key() });
      await navigate("/delegations");
    },
  });
  const refusals = refusalsOf(asking.error);
  return (
    <>
      <PageHeader title={m.delegation_for_holder()} above={[{ name: m.menu_delegations(), to: "/delegations" }]} />
      <Alert type="info" showIcon title={m.delegation_for_holder_note()} />
      <Form<Values>
        form={form}
        layout="vertical"
        className="narrow-form"
        initialValues={{ from: me.today }}
        onFinish={(values) => asking.mutate(values)}
      >
        <Parties holder={Form.useWatch("fromAccount", form)} />
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

/** Whose role, which, and to whom; `holder`: the account that is chosen. */
function Parties({ holder }: { holder: string | undefined }) {
  const accounts = useQuery(api.accounts.list.queryOptions());
  const offices = (accounts.data ?? []).filter(
    ({ disabled, roles }) => !disabled && roles.length > 0 && !roles.some((role) => administrators.includes(role)),
  );
  const own = offices.find(({ accountId }) => accountId === holder)?.roles ?? [];
  const optionsOf = (some: typeof offices) =>
    some.map((one) => ({
      value: one.accountId,
      label: one.organizationName === null ? one.name : withAside(one.name, one.organizationName),
    }));
  return (
    <>
      <Form.Item name="fromAccount" label={m.delegation_from()} rules={[{ required: true }]}>
        <Select
          showSearch={{ optionFilterProp: "label" }}
          loading={accounts.isFetching}
          options={optionsOf(offices.filter(({ roles }) => roles.some((role) => role in delegable)))}
        />
      </Form.Item>
      <Form.Item name="role" label={m.delegation_role()} rules={[{ required: true }]}>
        <Select
          options={own
            .filter((role) => role in delegable)
            .map((role) => ({ value: role, label: textOf(roleNames[role]) }))}
        />
      </Form.Item>
      <Form.Item name="toAccount" label={m.delegation_to()} rules={[{ required: true }]}>
        <Select
          showSearch={{ optionFilterProp: "label" }}
          loading={accounts.isFetching}
          options={optionsOf(offices.filter(({ accountId }) => accountId !== holder))}
        />
      </Form.Item>
    </>
  );
}
