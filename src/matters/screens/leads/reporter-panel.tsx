// What the lead page shows of a sealed reporter: that there is one, who asked to open it, and the identity to whoever was granted it.
import { useMutation, useQuery } from "@tanstack/react-query";
import { Alert, Button, Descriptions, Form, Input, InputNumber } from "antd";
import { useState } from "react";
import { contract } from "#server/contract/contract.ts";
import { api, client, queries } from "#web/client.ts";
import { newKey } from "#web/idempotency-key.ts";
import { m } from "#web/paraglide/messages.js";
import { busy } from "#web/frame/busy.tsx";
import { Failure } from "#web/frame/failure.tsx";
import { minuteOf } from "#web/frame/instant.ts";
import { accessOf } from "#web/routes.tsx";
import { mayUse, useMe } from "#web/session.ts";

export function ReporterPanel({ matterId }: { matterId: string }) {
  const me = useMe();
  const { data: state } = useQuery(api.reporters.state.queryOptions({ input: { matterId } }));
  if (state === undefined || state.sealedAt === null) return null;
  return (
    <section aria-label={m.reporter()}>
      <h2>{m.reporter()}</h2>
      <p className="quiet">{m.reporter_sealed({ at: minuteOf(state.sealedAt) })}</p>
      <ul className="bare-list">
        {state.requests.map((one) => (
          <li key={one.id}>
            <p>
              {m.reporter_asked({
                name: one.requestedByName,
                at: minuteOf(one.at),
                hours: one.hours,
                reasons: one.reasons,
              })}
            </p>
            <p>{answerText(one)}</p>
            {one.approved === null && state.mayAnswer ? <Answer matterId={matterId} requestId={one.id} /> : null}
          </li>
        ))}
      </ul>
      {state.mayOpen === null ? null : <Opened matterId={matterId} requestId={state.mayOpen} />}
      {state.mayOpen === null && mayUse(me, accessOf(contract.reporters.ask)) ? <Ask matterId={matterId} /> : null}
    </section>
  );
}

type Request = {
  approved: boolean | null;
  answeredByName: string | null;
  answerReasons: string | null;
  until: string | null;
};

function answerText({ approved, answeredByName, answerReasons, until }: Request): string {
  if (approved === null) return m.reporter_unanswered();
  const name = answeredByName ?? "";
  return approved
    ? m.reporter_approved({ name, until: minuteOf(until ?? "") })
    : m.reporter_refused({ name, reasons: answerReasons ?? "" });
}

const anew = () => queries.invalidateQueries({ queryKey: api.reporters.key() });

function Ask({ matterId }: { matterId: string }) {
  const [key, setKey] = useState(newKey);
  const asking = useMutation({
    mutationFn: (values: { reasons: string; hours: number }) => client.reporters.ask({ matterId, key, ...values }),
    onSuccess: async () => {
      setKey(newKey());
      await anew();
    },
  });
  return (
    <details>
      <summary>{m.reporter_ask()}</summary>
      <Form<{ reasons: string; hours: number }>
        layout="vertical"
        initialValues={{ hours: 24 }}
        onFinish={(values) => asking.mutate(values)}
      >
        <Form.Item name="reasons" label={m.reporter_reasons()} rules={[{ required: true, whitespace: true }]}>
          <Input.TextArea maxLength={4000} />
        </Form.Item>
        <Form.Item name="hours" label={m.reporter_hours()} rules={[{ required: true }]}>
          <InputNumber min={1} max={72} />
        </Form.Item>
        {asking.error === null ? null : <Failure error={asking.error} />}
        <Button htmlType="submit" loading={busy(asking.isPending)}>
          {m.reporter_ask()}
        </Button>
      </Form>
    </details>
  );
}

function Answer({ matterId, requestId }: { matterId: string; requestId: string }) {
  const [form] = Form.useForm<{ reasons: string }>();
  const [key] = useState(newKey);
  const answering = useMutation({
    mutationFn: async (approved: boolean) => {
      const { reasons } = await form.validateFields();
      return client.reporters.answer({ matterId, requestId, key, approved, reasons });
    },
    onSuccess: anew,
  });
  return (
    <Form form={form} layout="vertical">
      <Form.Item name="reasons" label={m.reporter_answer_reasons()} rules={[{ required: true, whitespace: true }]}>
        <Input maxLength={200} />
      </Form.Item>
      {answering.error instanceof Error ? <Failure error={answering.error} /> : null}
      <Button type="primary" loading={busy(answering.isPending)} onClick={() => answering.mutate(true)}>
        {m.reporter_approve()}
      </Button>{" "}
      <Button onClick={() => answering.mutate(false)}>{m.reporter_refuse()}</Button>
    </Form>
  );
}

/** Asked for only when the button is pressed, kept nowhere, and gone with the page. */
function Opened({ matterId, requestId }: { matterId: string; requestId: string }) {
  const opening = useMutation({
    mutationFn: () => client.reporters.open({ matterId, requestId }),
    gcTime: 0,
  });
  if (opening.data === undefined)
    return (
      <>
        {opening.error === null ? null : <Failure error={opening.error} />}
        <Button type="primary" loading={busy(opening.isPending)} onClick={() => opening.mutate()}>
          {m.reporter_open()}
        </Button>
      </>
    );
  const { reporter, until } = opening.data;
  return (
    <>
      <Alert type="warning" title={m.reporter_until({ until: minuteOf(until) })} />
      <Descriptions
        bordered
        size="small"
        column={1}
        items={[
          { key: "name", label: m.reporter_name(), children: reporter.name },
          { key: "contact", label: m.reporter_contact(), children: reporter.contact },
          ...(reporter.original === null
            ? []
            : [{ key: "original", label: m.reporter_original(), children: reporter.original }]),
        ]}
      />
    </>
  );
}
