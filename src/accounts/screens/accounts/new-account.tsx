// A new account: the system administrator makes it; the personnel department says whose it is, and two administrators give roles.
import { useMutation } from "@tanstack/react-query";
import { Button, Form, Input } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import { refusalsOf } from "#web/acts/act-form.tsx";
import { api, client, queries } from "#web/client.ts";
import { newKey } from "#web/idempotency-key.ts";
import { m } from "#web/paraglide/messages.js";
import { Failure } from "#web/frame/failure.tsx";
import { PageHeader } from "#web/frame/page-header.tsx";
import { Refusals } from "#web/law/refusals.tsx";
import { OneTimePassword } from "./one-time-password.tsx";
import { busy } from "#web/frame/busy.tsx";

type Values = { account: string; name: string };

export function NewAccount() {
  const [key] = useState(newKey);
  const navigate = useNavigate();
  const adding = useMutation({
    mutationFn: (values: Values) => client.accounts.add({ key, ...values }),
    onSuccess: () => queries.invalidateQueries({ queryKey: api.accounts.key() }),
  });
  const refusals = refusalsOf(adding.error);
  return (
    <>
      <PageHeader title={m.account_add()} above={[{ name: m.menu_accounts(), to: "/accounts" }]} />
      <Form<Values> layout="vertical" className="narrow-form" onFinish={(values) => adding.mutate(values)}>
        <Form.Item
          name="account"
          label={m.account()}
          extra={m.account_rule()}
          rules={[{ required: true }, { pattern: /^[a-z][a-z0-9.-]{2,31}$/u, message: m.account_rule() }]}
        >
          <Input maxLength={32} autoComplete="off" />
        </Form.Item>
        <Form.Item name="name" label={m.person_name()} rules={[{ required: true, whitespace: true }]}>
          <Input maxLength={50} />
        </Form.Item>
        {refusals.length > 0 ? <Refusals refusals={refusals} /> : null}
        {adding.error !== null && refusals.length === 0 ? <Failure error={adding.error} /> : null}
        <div className="form-buttons">
          <Button type="primary" htmlType="submit" loading={busy(adding.isPending)}>
            {m.account_add()}
          </Button>
          <Button onClick={() => void navigate(-1)}>{m.cancel()}</Button>
        </div>
      </Form>
      {adding.data === undefined ? null : (
        <OneTimePassword
          account={adding.variables.account}
          password={adding.data.oneTimePassword}
          onClose={() => void navigate("/accounts")}
        />
      )}
    </>
  );
}
