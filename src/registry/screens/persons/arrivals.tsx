// 调入与原单位档案: where somebody came from, and the two steps by which the earlier file counts as seen.
import { useMutation } from "@tanstack/react-query";
import { Alert, App, Button, Form } from "antd";
import { useState } from "react";
import { contract } from "#server/contract/contract.ts";
import type { PersonHistory } from "#law-admin/contract/history.ts";
import { refusalsOf } from "#web/acts/act-form.tsx";
import { client, queries } from "#web/client.ts";
import { newKey } from "#web/idempotency-key.ts";
import { m } from "#web/paraglide/messages.js";
import { busy } from "#web/frame/busy.tsx";
import { DayItem } from "#web/fields/day-item.tsx";
import { Failure } from "#web/frame/failure.tsx";
import { Fold } from "#web/frame/fold.tsx";
import { Refusals } from "#web/law/refusals.tsx";
import { ShortField } from "#web/fields/words-field.tsx";
import { accessOf } from "#web/routes.tsx";
import { mayUse, useMe } from "#web/session.ts";
import { StateForm } from "#law-admin/screens/history/state-form.tsx";
import { StatementView } from "#law-admin/screens/history/statement-view.tsx";

export function Arrivals({ personId, history }: { personId: string; history: PersonHistory }) {
  const may = mayUse(useMe(), accessOf(contract.history.recordArrival));
  const { arrivals, statements } = history;
  if (arrivals.length === 0 && !may) return null;
  return (
    <Fold id="history" title={m.arrivals()} open={arrivals.length > 0}>
      {arrivals.map((arrival) => {
        const own = statements.filter(({ of }) => of.type === "arrival" && of.arrivalId === arrival.id);
        const seen = own.find(({ confirmation }) => confirmation?.confirmed === true);
        const waits = own.some(({ confirmation }) => confirmation === null);
        return (
          <div key={arrival.id}>
            <p>
              {m.arrival_text({ on: arrival.on, from: arrival.fromUnit })}{" "}
              <span className="quiet">
                {m.history_by({ name: arrival.enteredName, at: arrival.enteredAt.slice(0, 10) })}
              </span>
            </p>
            {seen === undefined ? <Alert type="warning" showIcon title={m.arrival_unseen()} /> : null}
            {own.map((one) => (
              <StatementView key={one.id} statement={one} stands={one.id === seen?.id} />
            ))}
            {seen === undefined && !waits && may ? <StateForm arrivalId={arrival.id} /> : null}
          </div>
        );
      })}
      {may ? (
        <>
          <h3>{m.arrival_record()}</h3>
          <ArrivalForm personId={personId} />
        </>
      ) : null}
    </Fold>
  );
}

type Values = { on: string; fromUnit: string };

function ArrivalForm({ personId }: { personId: string }) {
  const [form] = Form.useForm<Values>();
  const [key, setKey] = useState(newKey);
  const { message } = App.useApp();
  const recording = useMutation({
    mutationFn: ({ on, fromUnit }: Values) =>
      client.history.recordArrival({ key, personId, on, fromUnit: fromUnit.trim() }),
    onSuccess: async () => {
      message.success(m.arrival_recorded());
      form.resetFields();
      setKey(newKey());
      await queries.invalidateQueries();
    },
  });
  const refusals = refusalsOf(recording.error);
  return (
    <Form<Values> form={form} layout="vertical" className="act-form" onFinish={(values) => recording.mutate(values)}>
      <div className="form-row">
        <DayItem name="on" label={m.arrival_on()} />
        <ShortField name="fromUnit" label={m.arrival_from()} />
      </div>
      {refusals.length > 0 ? <Refusals refusals={refusals} /> : null}
      {recording.error !== null && refusals.length === 0 ? <Failure error={recording.error} /> : null}
      <div className="form-buttons">
        <Button type="primary" htmlType="submit" loading={busy(recording.isPending)}>
          {m.arrival_record()}
        </Button>
        <span className="quiet">{m.arrival_record_extra()}</span>
      </div>
    </Form>
  );
}
