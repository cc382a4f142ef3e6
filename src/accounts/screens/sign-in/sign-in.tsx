// Signing in, and back to where one wanted to go.
import { ORPCError } from "@orpc/client";
import { useMutation } from "@tanstack/react-query";
import { Alert, Button, Form, Input } from "antd";
import { useNavigate, useSearchParams } from "react-router";
import { api, client, queries, showAs } from "#web/client.ts";
import { m } from "#web/paraglide/messages.js";
import { reasonOf } from "#web/frame/failure.tsx";
import { LanguageSwitch } from "#web/frame/language-switch.tsx";
import { busy } from "#web/frame/busy.tsx";
import "./sign-in.css";

type Values = { account: string; password: string; code?: string };

export function SignIn() {
  const navigate = useNavigate();
  const [parameters] = useSearchParams();
  const signing = useMutation({
    mutationFn: (values: Values) => {
      showAs(null);
      return client.session.signIn({ ...values, code: values.code ?? null });
    },
    onSuccess: async (me) => {
      queries.clear();
      queries.setQueryData(api.session.me.queryKey(), me);
      await navigate(localPath(parameters.get("next")), { replace: true });
    },
  });
  return (
    <main className="sign-in">
      <title>{m.app_title()}</title>
      <div className="sign-in-box">
        <h1>{m.app_title()}</h1>
        <Form<Values> layout="vertical" requiredMark={false} onFinish={(values) => signing.mutate(values)}>
          <Form.Item name="account" label={m.account()} rules={[{ required: true, whitespace: true }]}>
            <Input autoComplete="username" maxLength={64} />
          </Form.Item>
          <Form.Item name="password" label={m.password()} rules={[{ required: true }]}>
            <Input type="password" autoComplete="current-password" maxLength={200} />
          </Form.Item>
          {asksForCode(signing.error) ? (
            <Form.Item name="code" label={m.codes_code()} rules={[{ required: true }]}>
              <Input inputMode="numeric" autoComplete="one-time-code" maxLength={6} />
            </Form.Item>
          ) : null}
          {signing.error === null ? null : (
            <Alert type="error" showIcon role="alert" title={failureOf(signing.error)} />
          )}
          <Button type="primary" htmlType="submit" block loading={busy(signing.isPending)}>
            {m.sign_in()}
          </Button>
        </Form>
        <LanguageSwitch />
      </div>
    </main>
  );
}

function failureOf(error: unknown): string {
  if (!(error instanceof ORPCError)) return reasonOf(error);
  if (error.code === "CODE_NEEDED") return m.codes_needed();
  if (error.code === "WRONG_CODE") return m.codes_wrong();
  return error.code === "WRONG_CREDENTIALS" ? m.wrong_credentials() : reasonOf(error);
}

/** The password was right, and the account uses one-time codes. */
function asksForCode(error: unknown): boolean {
  return error instanceof ORPCError && (error.code === "CODE_NEEDED" || error.code === "WRONG_CODE");
}

/** Only a path of this site: never an address somebody put into the link. */
function localPath(next: string | null): string {
  return next !== null && /^\/(?![/\\])/.test(next) ? next : "/";
}
