// 签发令牌: for which office and until when; another administrator confirms, and each of the two is shown one half.
import { useMutation } from "@tanstack/react-query";
import { Button, Form, Modal } from "antd";
import { useState } from "react";
import { refusalsOf } from "#web/acts/act-form.tsx";
import { api, client, queries } from "#web/client.ts";
import { newKey } from "#web/idempotency-key.ts";
import { m } from "#web/paraglide/messages.js";
import { busy } from "#web/frame/busy.tsx";
import { DayItem } from "#web/fields/day-item.tsx";
import { Failure } from "#web/frame/failure.tsx";
import { Refusals } from "#web/law/refusals.tsx";
import { ShortField } from "#web/fields/words-field.tsx";
import "#accounts/screens/accounts/shown-once.css";

type Values = { office: string; expiresOn: string; reason: string };

export function IssueToken({ onClose }: { onClose: () => void }) {
  const [key] = useState(newKey);
  const [form] = Form.useForm<Values>();
  const issuing = useMutation({
    mutationFn: (values: Values) => client.tokens.issue({ key, ...values }),
    onSuccess: () => queries.invalidateQueries({ queryKey: api.administration.key() }),
  });
  const refusals = refusalsOf(issuing.error);
  const { data } = issuing;
  return (
    <Modal
      open
      title={m.token_issue()}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={
        data === undefined
          ? [
              <Button key="cancel" onClick={onClose}>
                {m.cancel()}
              </Button>,
              <Button key="send" type="primary" loading={busy(issuing.isPending)} onClick={form.submit}>
                {m.token_issue()}
              </Button>,
            ]
          : [
              <Button key="noted" type="primary" onClick={onClose}>
                {m.one_time_password_noted()}
              </Button>,
            ]
      }
    >
      {data === undefined ? (
        <Form<Values> form={form} layout="vertical" onFinish={(values) => issuing.mutate(values)}>
          <ShortField name="office" label={m.token_office()} />
          <DayItem name="expiresOn" label={m.token_expires_on()} />
          <ShortField name="reason" label={m.administration_reason()} />
        </Form>
      ) : (
        <>
          <p>{m.administration_sent()}</p>
          <p>{m.half_first()}</p>
          <p className="one-time-password">
            <code>{data.half}</code>
          </p>
        </>
      )}
      {refusals.length > 0 ? <Refusals refusals={refusals} /> : null}
      {issuing.error !== null && refusals.length === 0 ? <Failure error={issuing.error} /> : null}
    </Modal>
  );
}
