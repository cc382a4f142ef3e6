// 登记: the first person states what was entered, by which paper; of the district with the day since when it is complete, of an arrival without.
import { useMutation } from "@tanstack/react-query";
import { App, Button, Form } from "antd";
import { useState } from "react";
import type { StatementSubject } from "../../rules/history.ts";
import { refusalsOf } from "#web/acts/act-form.tsx";
import { client, queries } from "#web/client.ts";
import { newKey } from "#web/idempotency-key.ts";
import { m } from "#web/paraglide/messages.js";
import { busy } from "#web/frame/busy.tsx";
import { DayItem } from "#web/fields/day-item.tsx";
import { Failure } from "#web/frame/failure.tsx";
import { Refusals } from "#web/law/refusals.tsx";
import { ShortField, WordsField } from "#web/fields/words-field.tsx";

type Values = { since?: string; entered: string; basis: string };

/** `arrivalId` is null for the district's own history. */
export function StateForm({ arrivalId }: { arrivalId: string | null }) {
  const [form] = Form.useForm<Values>();
  const [key, setKey] = useState(newKey);
  const { message } = App.useApp();
  const stating = useMutation({
    mutationFn: ({ since = "", entered, basis }: Values) => {
      const of: StatementSubject = arrivalId === null ? { type: "district", since } : { type: "arrival", arrivalId };
      return client.history.state({ key, of, entered: entered.trim(), basis: basis.trim() });
    },
    onSuccess: async () => {
      message.success(m.history_stated());
      form.resetFields();
      setKey(newKey());
      await queries.invalidateQueries();
    },
  });
  const refusals = refusalsOf(stating.error);
  return (
    <Form<Values> form={form} layout="vertical" className="act-form" onFinish={(values) => stating.mutate(values)}>
      {arrivalId === null ? (
        <>
          <DayItem name="since" label={m.history_since()} extra={m.history_since_extra()} />
          <WordsField name="entered" label={m.history_entered()} extra={m.history_entered_extra()} />
          <ShortField name="basis" label={m.history_basis()} extra={m.history_basis_extra()} />
        </>
      ) : (
        <>
          <WordsField name="entered" label={m.file_found()} extra={m.file_found_extra()} rows={2} />
          <ShortField name="basis" label={m.file_source()} extra={m.file_source_extra()} />
        </>
      )}
      {refusals.length > 0 ? <Refusals refusals={refusals} /> : null}
      {stating.error !== null && refusals.length === 0 ? <Failure error={stating.error} /> : null}
      <div className="form-buttons">
        <Button type="primary" htmlType="submit" loading={busy(stating.isPending)}>
          {arrivalId === null ? m.history_state() : m.file_state()}
        </Button>
        <span className="quiet">{m.history_state_extra()}</span>
      </div>
    </Form>
  );
}
