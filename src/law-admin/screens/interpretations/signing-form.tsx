// 会签: agreeing for the other body, or sending it back with reasons.
import { useMutation } from "@tanstack/react-query";
import { App, Button, Form, Radio } from "antd";
import { useState } from "react";
import { refusalsOfSigning } from "../../rules/interpreting.ts";
import type { Interpretation } from "../../rules/interpretation.ts";
import type { Law } from "#law/compile/law.ts";
import { refusalsOf } from "#web/acts/act-form.tsx";
import { client, queries } from "#web/client.ts";
import { newKey } from "#web/idempotency-key.ts";
import { m } from "#web/paraglide/messages.js";
import { busy } from "#web/frame/busy.tsx";
import { Failure } from "#web/frame/failure.tsx";
import { Refusals } from "#web/law/refusals.tsx";
import { WordsField } from "#web/fields/words-field.tsx";
import { actorOf, useMe } from "#web/session.ts";

type Values = { agreed: boolean; reasons: string };

export function SigningForm({ one, bodies, law }: { one: Interpretation; bodies: readonly string[]; law: Law }) {
  const me = useMe();
  const [form] = Form.useForm<Values>();
  const agreed = Form.useWatch("agreed", form);
  const [key] = useState(newKey);
  const { message } = App.useApp();
  // Of the bodies for which the account can act, one that did not enter it.
  const body = bodies.find((id) => id !== one.enteredFor) ?? bodies[0] ?? "";
  const signing = useMutation({
    mutationFn: (values: Values) =>
      client.interpretations.countersign({
        interpretationId: one.id,
        key,
        body,
        agreed: values.agreed,
        reasons: values.reasons ?? "",
      }),
    onSuccess: async (answer, values) => {
      message.success(
        values.agreed ? m.interpretation_signed(answer) : m.interpretation_sent_back_done({ number: one.number }),
      );
      await queries.invalidateQueries();
    },
  });
  const standing = refusalsOfSigning(
    one,
    { body, agreed: false, reasons: "-" },
    { law, actor: actorOf(me), today: me.today, agreed: [], open: [], first: [one.enteredBy] },
  );
  const refusals = refusalsOf(signing.error);
  return (
    <section aria-label={m.interpretation_sign()}>
      <h2>{m.interpretation_sign()}</h2>
      {standing.length > 0 ? (
        <Refusals refusals={standing} />
      ) : (
        <Form<Values>
          form={form}
          layout="vertical"
          className="narrow-form"
          onFinish={(values) => signing.mutate(values)}
        >
          <Form.Item name="agreed" label={m.interpretation_decision()} rules={[{ required: true }]}>
            <Radio.Group
              className="radio-rows"
              options={[
                { value: true, label: m.interpretation_agree() },
                { value: false, label: m.interpretation_send_back() },
              ]}
            />
          </Form.Item>
          {agreed === false ? <WordsField name="reasons" label={m.reasons()} /> : null}
          {refusals.length > 0 ? <Refusals refusals={refusals} /> : null}
          {signing.error !== null && refusals.length === 0 ? <Failure error={signing.error} /> : null}
          <div className="form-buttons">
            <Button type="primary" htmlType="submit" loading={busy(signing.isPending)}>
              {m.interpretation_sign()}
            </Button>
          </div>
        </Form>
      )}
    </section>
  );
}
