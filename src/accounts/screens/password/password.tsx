// Changing one's own password; whoever has a one-time password sees nothing else before that.
import { ORPCError } from "@orpc/client";
import { useMutation } from "@tanstack/react-query";
import { Alert, App, Button, Form, Input } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import type { Sentence } from "#law/text/citation.ts";
import { api, client, queries } from "#web/client.ts";
import { newKey } from "#web/idempotency-key.ts";
import { textOf } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import { reasonOf } from "#web/frame/failure.tsx";
import { PageHeader } from "#web/frame/page-header.tsx";
import { useMe } from "#web/session.ts";
import { busy } from "#web/frame/busy.tsx";

type Values = { current: string; next: string; again: string };

export function Password() {
  const me = useMe();
  const [key] = useState(newKey);
  const navigate = useNavigate();
  const { message } = App.useApp();
  const changing = useMutation({
    mutationFn: ({ current, next }: Values) => client.session.changePassword({ key, current, next }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: api.session.key() });
      message.success(m.password_changed());
      await navigate("/", { replace: true });
    },
  });
  return (
    <>
      <PageHeader title={m.change_password()} />
      <Form<Values> layout="vertical" className="narrow-form" onFinish={(values) => changing.mutate(values)}>
        {me.mustChangePassword ? <Alert type="info" showIcon title={m.password_must_change()} /> : null}
        <input type="text" hidden readOnly autoComplete="username" value={me.account} />
        <Form.Item name="current" label={m.password_current()} rules={[{ required: true }]}>
          <Input type="password" autoComplete="current-password" />
        </Form.Item>
        <Form.Item name="next" label={m.password_next()} extra={m.password_rule()} rules={[{ required: true }]}>
          <Input type="password" autoComplete="new-password" />
        </Form.Item>
        <Form.Item
          name="again"
          label={m.password_again()}
          dependencies={["next"]}
          rules={[
            { required: true },
            ({ getFieldValue }) => ({
              validator: (_rule, again) =>
                again === getFieldValue("next") ? Promise.resolve() : Promise.reject(new Error(m.password_differs())),
            }),
          ]}
        >
          <Input type="password" autoComplete="new-password" />
        </Form.Item>
        {changing.error === null ? null : (
          <Alert type="error" showIcon role="alert" title={failureOf(changing.error)} />
        )}
        <Button type="primary" htmlType="submit" loading={busy(changing.isPending)}>
          {m.change_password()}
        </Button>
      </Form>
    </>
  );
}

function failureOf(error: unknown): string {
  if (error instanceof ORPCError && error.code === "WEAK_PASSWORD")
    return textOf((error.data as { fault: Sentence }).fault); // the contract gives WEAK_PASSWORD this shape
  if (error instanceof ORPCError && error.code === "WRONG_CREDENTIALS") return m.password_wrong();
  return reasonOf(error);
}
