// The frame of each form on a leading body: one key for one opened form, refusals, and conflicts with what was typed kept.
import { useMutation } from "@tanstack/react-query";
import { App, Button, Form } from "antd";
import type { FormInstance } from "antd";
import { useState } from "react";
import type { ReactNode } from "react";
import { useNavigate } from "react-router";
import { bodyActNames } from "../rules/body-names.ts";
import type { BodyActId } from "../rules/body-names.ts";
import { conflictOf, refusalsOf } from "#web/acts/act-form.tsx";
import { api, client, queries } from "#web/client.ts";
import { newKey } from "#web/idempotency-key.ts";
import { textOf } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import { busy } from "#web/frame/busy.tsx";
import { Conflict } from "#web/frame/conflict.tsx";
import { Failure } from "#web/frame/failure.tsx";
import { Refusals } from "#web/law/refusals.tsx";
import { useBody } from "./use-body.ts";

type Props<Values extends object> = {
  act: BodyActId;
  form?: FormInstance<Values>;
  initial: Partial<Values>;
  /** What the act takes, where the fields hold it otherwise. */
  inputOf?: (values: Values) => object;
  children: ReactNode;
};

export function BodyActForm<Values extends object>({ act, form, initial, inputOf, children }: Props<Values>) {
  const { view, body } = useBody();
  const [key] = useState(newKey);
  const { message } = App.useApp();
  const navigate = useNavigate();
  const page = `/bodies/${encodeURIComponent(view.organization.id)}`;
  const sending = useMutation({
    mutationFn: (values: Values) => {
      // The table pairs each act with its own input; the compiler cannot follow the pairing through the index.
      const send = endpoints[act] as (command: object) => Promise<unknown>;
      const input = inputOf?.(values) ?? values;
      return send({ organizationId: view.organization.id, version: body.version, key, input });
    },
    onSuccess: async () => {
      message.success(m.act_done({ act: textOf(bodyActNames[act]), number: view.organization.name }));
      await queries.invalidateQueries({ queryKey: api.bodies.key() });
      await navigate(page);
    },
  });
  const refusals = refusalsOf(sending.error);
  const conflict = conflictOf(sending.error);
  return (
    <Form<Values>
      {...(form === undefined ? {} : { form })}
      layout="vertical"
      className="act-form"
      initialValues={initial}
      scrollToFirstError
      onFinish={(values) => sending.mutate(values)}
    >
      {children}
      {refusals.length > 0 ? <Refusals refusals={refusals} /> : null}
      {conflict === null ? null : (
        <Conflict
          conflict={conflict}
          onReloaded={() => {
            void queries.invalidateQueries({ queryKey: api.bodies.key() });
            sending.reset();
          }}
        />
      )}
      {sending.error !== null && refusals.length === 0 && conflict === null ? <Failure error={sending.error} /> : null}
      <div className="form-buttons">
        <Button type="primary" htmlType="submit" loading={busy(sending.isPending)}>
          {textOf(bodyActNames[act])}
        </Button>
        <Button onClick={() => void navigate(page)}>{m.cancel()}</Button>
      </div>
    </Form>
  );
}

const endpoints = {
  "find-body": client.bodies.find,
  "propose-reform": client.bodies.propose,
  "deliberate-reform": client.bodies.deliberate,
  "decide-reform": client.bodies.decide,
  "decline-reform": client.bodies.decline,
  "complete-follow-up": client.bodies.complete,
} as const satisfies Record<BodyActId, unknown>;
