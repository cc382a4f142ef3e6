// Dealing with a conflict (处置): the way chosen, the document and the reasons.
import { useMutation } from "@tanstack/react-query";
import { Button, Form, Radio } from "antd";
import { useState } from "react";
import type { ConflictView } from "../contract.ts";
import { dispositionWays } from "../rules/sweep.ts";
import type { DispositionWay } from "../rules/sweep.ts";
import { waysInWriting } from "../rules/sweep-disposition.ts";
import type { Law } from "#law/compile/law.ts";
import { procedureOf } from "#law/procedure/procedures.ts";
import { refusalsOf } from "#web/acts/act-form.tsx";
import { api, client, queries } from "#web/client.ts";
import { newKey } from "#web/idempotency-key.ts";
import { m } from "#web/paraglide/messages.js";
import { busy } from "#web/frame/busy.tsx";
import { CitationBlock } from "#web/law/citation.tsx";
import { DayItem } from "#web/fields/day-item.tsx";
import { Failure } from "#web/frame/failure.tsx";
import { Refusals } from "#web/law/refusals.tsx";
import { ShortField, WordsField } from "#web/fields/words-field.tsx";
import { wayNames } from "./sweep-words.ts";
import { useMe } from "#web/session.ts";

type Values = { way: DispositionWay; on?: string | null; documentNumber?: string; reasons: string };

export function DispositionForm({ conflict, law }: { conflict: ConflictView; law: Law }) {
  const [key, setKey] = useState(newKey);
  const [form] = Form.useForm<Values>();
  const way = Form.useWatch("way", form);
  const isWritten = way !== undefined && waysInWriting.includes(way);
  const cite = procedureOf(law, "consent", useMe().today);
  const disposing = useMutation({
    mutationFn: ({ on, documentNumber, ...said }: Values) =>
      client.sweep.dispose({
        conflictId: conflict.id,
        key,
        version: conflict.version,
        ...said,
        on: isWritten ? (on ?? null) : null,
        documentNumber: isWritten ? (documentNumber ?? "") : "",
      }),
    onSuccess: async () => {
      form.resetFields();
      await queries.invalidateQueries({ queryKey: api.sweep.key() });
    },
    // What is changed after a refusal is another request.
    onSettled: () => setKey(newKey()),
  });
  const refusals = refusalsOf(disposing.error);
  return (
    <section aria-label={m.disposition()}>
      <h2>{conflict.state === "disposed" ? m.disposition_again() : m.disposition()}</h2>
      <p className="quiet">{m.disposition_note()}</p>
      <Form<Values>
        form={form}
        layout="vertical"
        className="act-form"
        scrollToFirstError
        onFinish={(values) => disposing.mutate(values)}
      >
        <Form.Item name="way" label={m.disposition_way()} rules={[{ required: true }]}>
          <Radio.Group
            options={dispositionWays
              // No consent lifts a bar; the server says so as well.
              .filter((one) => one !== "consented" || conflict.answer === "needs-consent")
              .map((one) => ({ value: one, label: wayNames[one]() }))}
          />
        </Form.Item>
        {way === "consented" && cite !== null ? <CitationBlock citation={cite} /> : null}
        {way === "consented" ? <p className="quiet">{m.disposition_consent_note()}</p> : null}
        {isWritten ? (
          <div className="form-row">
            <ShortField name="documentNumber" label={m.conflict_document()} />
            <DayItem name="on" label={way === "consented" ? m.disposition_consent_on() : m.disposition_on()} />
          </div>
        ) : null}
        <WordsField name="reasons" label={m.reasons()} />
        {refusals.length > 0 ? <Refusals refusals={refusals} /> : null}
        {disposing.error !== null && refusals.length === 0 ? <Failure error={disposing.error} /> : null}
        <div className="form-buttons">
          <Button type="primary" htmlType="submit" loading={busy(disposing.isPending)}>
            {m.disposition_send()}
          </Button>
        </div>
      </Form>
    </section>
  );
}
