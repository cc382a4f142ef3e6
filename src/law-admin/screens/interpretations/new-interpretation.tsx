// 登记解释: what is asked, what is answered, which reading it changes; its effect is looked at before it can be entered.
import { useMutation } from "@tanstack/react-query";
import { App, Button, Form } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import type { InterpretationInput } from "../../rules/interpretation.ts";
import { refusalsOf } from "#web/acts/act-form.tsx";
import { api, client, queries } from "#web/client.ts";
import { newKey } from "#web/idempotency-key.ts";
import { useInForce, useLaw } from "#web/law.ts";
import { m } from "#web/paraglide/messages.js";
import { busy } from "#web/frame/busy.tsx";
import { Failure } from "#web/frame/failure.tsx";
import { PageHeader } from "#web/frame/page-header.tsx";
import { Refusals } from "#web/law/refusals.tsx";
import { useMe } from "#web/session.ts";
import { EffectTable } from "./effect-table.tsx";
import { EntryFields, entryOf } from "./entry-fields.tsx";
import type { EntryValues } from "./entry-fields.tsx";
import { useEffectPages } from "./use-effect-pages.ts";

export function NewInterpretation() {
  const law = useLaw();
  const { today } = useMe();
  const { actsFor } = useInForce();
  const [form] = Form.useForm<EntryValues>();
  const [key] = useState(newKey);
  const { message } = App.useApp();
  const navigate = useNavigate();
  const pages = useEffectPages();
  // Looked at again with every change of a field: what was shown must be what is entered.
  const values = Form.useWatch([], form);
  const entering = useMutation({
    mutationFn: (entry: InterpretationInput) => client.interpretations.enter({ key, ...entry }),
    onSuccess: async ({ interpretationId }, { number }) => {
      message.success(m.interpretation_entered({ number }));
      await queries.invalidateQueries({ queryKey: api.interpretations.key() });
      await navigate(`/interpretations/${encodeURIComponent(interpretationId)}`);
    },
  });
  const error = entering.error ?? pages.error;
  const refusals = refusalsOf(error);
  const shown = pages.shown !== null && "entry" in pages.shown.of ? pages.shown : null;
  const seen =
    shown !== null && "entry" in shown.of && JSON.stringify(shown.of.entry) === JSON.stringify(entryOf(values));
  return (
    <>
      <PageHeader title={m.interpretation_enter()} above={[{ name: m.menu_interpretations(), to: "/interpretations" }]}>
        <p>{m.interpretation_intro()}</p>
      </PageHeader>
      <Form<EntryValues>
        form={form}
        layout="vertical"
        className="act-form"
        initialValues={{ body: actsFor[0], on: today, validFrom: today, type: "reading", recompute: false }}
        onFinish={(complete) => {
          if (seen) entering.mutate(entryOf(complete));
          else pages.ask({ entry: entryOf(complete) });
        }}
      >
        <EntryFields law={law} form={form} bodies={actsFor} />
        {refusals.length > 0 ? <Refusals refusals={refusals} /> : null}
        {error !== null && refusals.length === 0 ? <Failure error={error} /> : null}
        {seen ? <EffectTable effect={shown.effect} law={law} more={pages.more} busy={pages.busy} /> : null}
        <div className="form-buttons">
          <Button type="primary" htmlType="submit" loading={busy(entering.isPending || pages.busy)}>
            {seen ? m.interpretation_enter() : m.interpretation_preview()}
          </Button>
          <Button onClick={() => void navigate(-1)}>{m.cancel()}</Button>
          {seen ? null : <span className="quiet">{m.interpretation_preview_first()}</span>}
        </div>
      </Form>
    </>
  );
}
