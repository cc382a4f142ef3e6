// 核对文本: that it is the official text, or sending it back with reasons; by another person than the one who loaded it.
import { useMutation } from "@tanstack/react-query";
import { App, Button, Form, Radio } from "antd";
import { useState } from "react";
import type { OfficialTextView } from "../../contract/official-texts.ts";
import { refusalsOfCheck } from "../../rules/official-text.ts";
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

type Values = { agreed: boolean; reasons?: string };

export function CheckForm({ one, bodies, law }: { one: OfficialTextView; bodies: readonly string[]; law: Law }) {
  const actor = actorOf(useMe());
  const [form] = Form.useForm<Values>();
  const agreed = Form.useWatch("agreed", form);
  const [key] = useState(newKey);
  const { message } = App.useApp();
  const body = bodies.find((id) => id !== one.loadedFor) ?? bodies[0] ?? "";
  const checking = useMutation({
    mutationFn: (values: Values) =>
      client.officialTexts.check({
        officialTextId: one.id,
        key,
        body,
        agreed: values.agreed,
        reasons: values.reasons ?? "",
      }),
    onSuccess: async (answer, values) => {
      message.success(values.agreed ? m.official_text_checked(answer) : m.official_text_sent_back());
      await queries.invalidateQueries();
    },
  });
  const standing = refusalsOfCheck(
    { ...one, loadedPerson: null },
    { body, agreed: false, reasons: "-" },
    { law, actor, first: [one.loadedBy] },
  );
  const refusals = refusalsOf(checking.error);
  return (
    <section aria-label={m.official_text_check()}>
      <h2>{m.official_text_check()}</h2>
      {standing.length > 0 ? (
        <Refusals refusals={standing} />
      ) : (
        <Form<Values>
          form={form}
          layout="vertical"
          className="narrow-form"
          onFinish={(values) => checking.mutate(values)}
        >
          <Form.Item name="agreed" label={m.interpretation_decision()} rules={[{ required: true }]}>
            <Radio.Group
              className="radio-rows"
              options={[
                { value: true, label: m.official_text_agree() },
                { value: false, label: m.official_text_send_back() },
              ]}
            />
          </Form.Item>
          {agreed === false ? <WordsField name="reasons" label={m.reasons()} /> : null}
          {refusals.length > 0 ? <Refusals refusals={refusals} /> : null}
          {checking.error !== null && refusals.length === 0 ? <Failure error={checking.error} /> : null}
          <div className="form-buttons">
            <Button type="primary" htmlType="submit" loading={busy(checking.isPending)}>
              {m.official_text_check()}
            </Button>
          </div>
        </Form>
      )}
    </section>
  );
}
