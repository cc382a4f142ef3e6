// 动态口令: taking up one-time codes with an authenticator app, by picture or by typing the secret.
import { useMutation } from "@tanstack/react-query";
import { Alert, App, Button, Form, Input, QRCode } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import { refusalsOf } from "#web/acts/act-form.tsx";
import { api, client, queries } from "#web/client.ts";
import { newKey } from "#web/idempotency-key.ts";
import { m } from "#web/paraglide/messages.js";
import { busy } from "#web/frame/busy.tsx";
import { Failure } from "#web/frame/failure.tsx";
import { PageHeader } from "#web/frame/page-header.tsx";
import { Refusals } from "#web/law/refusals.tsx";
import { useMe } from "#web/session.ts";

export function Codes() {
  const me = useMe();
  const [key] = useState(newKey);
  const beginning = useMutation({ mutationFn: () => client.session.takeUpTotp({ key }) });
  const refusals = refusalsOf(beginning.error);
  return (
    <>
      <PageHeader title={m.codes_title()} />
      {me.hasTotp ? (
        <Alert type="success" showIcon title={m.codes_held()} />
      ) : (
        <div className="narrow-form">
          {me.mustTakeUpCodes ? <Alert type="info" showIcon title={m.codes_must()} /> : null}
          <p>{m.codes_note()}</p>
          {beginning.data === undefined ? (
            <Button type="primary" loading={busy(beginning.isPending)} onClick={() => beginning.mutate()}>
              {m.codes_begin()}
            </Button>
          ) : (
            <>
              <QRCode value={beginning.data.address} type="svg" size={200} />
              <p>
                {m.codes_secret()} <code>{beginning.data.secret.replaceAll(/(.{4})(?=.)/gu, "$1 ")}</code>
              </p>
              <Confirmation />
            </>
          )}
          {refusals.length > 0 ? <Refusals refusals={refusals} /> : null}
          {beginning.error !== null && refusals.length === 0 ? <Failure error={beginning.error} /> : null}
        </div>
      )}
    </>
  );
}

function Confirmation() {
  const [key] = useState(newKey);
  const navigate = useNavigate();
  const { message } = App.useApp();
  const confirming = useMutation({
    mutationFn: ({ code }: { code: string }) => client.session.confirmTotp({ key, code }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: api.session.key() });
      message.success(m.codes_confirmed());
      await navigate("/", { replace: true });
    },
  });
  const refusals = refusalsOf(confirming.error);
  return (
    <Form<{ code: string }> layout="vertical" onFinish={(values) => confirming.mutate(values)}>
      <Form.Item
        name="code"
        label={m.codes_code()}
        rules={[{ required: true, pattern: /^\d{6}$/u, message: m.codes_six() }]}
      >
        <Input inputMode="numeric" autoComplete="one-time-code" maxLength={6} />
      </Form.Item>
      {refusals.length > 0 ? <Refusals refusals={refusals} /> : null}
      {confirming.error !== null && refusals.length === 0 ? <Failure error={confirming.error} /> : null}
      <Button type="primary" htmlType="submit" loading={busy(confirming.isPending)}>
        {m.codes_confirm()}
      </Button>
    </Form>
  );
}
