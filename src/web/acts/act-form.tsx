// The frame of every act's form: one key for one opened form, refusals at their fields, conflicts with what was typed kept.
import { ORPCError } from "@orpc/client";
import { useMutation } from "@tanstack/react-query";
import { App, Button, Form } from "antd";
import type { FormInstance } from "antd";
import { useState } from "react";
import type { ReactNode } from "react";
import { useNavigate } from "react-router";
import type { z } from "zod";
import type { refusalShape } from "#kernel/contract/meta.ts";
import { actNames, acts } from "#casework/acts.ts";
import type { ActId } from "#casework/acts.ts";
import type { RawInputOf } from "#casework/input.ts";
import type { Refusal } from "#law/refusal.ts";
import { renewPersons } from "#registry/screens/renew-persons.ts";
import { api, client, queries } from "../client.ts";
import { newKey } from "../idempotency-key.ts";
import { textOf } from "../language.ts";
import { m } from "../paraglide/messages.js";
import { Conflict } from "../frame/conflict.tsx";
import type { ConflictData } from "../frame/conflict.tsx";
import { Failure } from "../frame/failure.tsx";
import { Refusals } from "../law/refusals.tsx";
import { pathOfMatter } from "../matter/matter-link.tsx";
import { busy } from "../frame/busy.tsx";

type Command = { matterId: string | null; version: number | null; key: string; input: unknown };
type Receipt = { matterId: string; number: string; version: number; stage: string };

type Props<Id extends ActId, Values extends object> = {
  act: Id;
  /** Null for the acts that begin a matter. */
  matter: { id: string; version: number } | null;
  form: FormInstance<Values>;
  initial: { [Name in keyof Values]?: Values[Name] | undefined };
  /** From what the fields hold to what the act takes. */
  inputOf: (values: Values) => RawInputOf<Id>;
  /** Words on the button; the act's own name otherwise. */
  submit?: string;
  /** Sends what the fields hold in another way than by the act's own endpoint; null where it need not. */
  sendBy?: (values: Values, command: { key: string; input: RawInputOf<Id> }) => Promise<Receipt> | null;
  children: ReactNode;
};

export function ActForm<Id extends ActId, Values extends object>({
  act,
  matter,
  form,
  initial,
  inputOf,
  submit,
  sendBy,
  children,
}: Props<Id, Values>) {
  const [key] = useState(newKey);
  const { message } = App.useApp();
  const navigate = useNavigate();
  const sending = useMutation({
    mutationFn: (values: Values) =>
      sendBy?.(values, { key, input: inputOf(values) }) ??
      send(act, { matterId: matter?.id ?? null, version: matter?.version ?? null, key, input: inputOf(values) }),
    onSuccess: async (receipt) => {
      message.success(m.act_done({ act: textOf(actNames[act]), number: receipt.number }));
      await queries.invalidateQueries({ queryKey: api.matters.key() });
      await renewPersons();
      await navigate(pathOfMatter(acts[act].matter, receipt.matterId));
    },
    onError: (error) => {
      form.setFields(fieldErrors(form, refusalsOf(error)));
    },
  });
  const refusals = refusalsOf(sending.error);
  const conflict = conflictOf(sending.error);
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      className="act-form"
      initialValues={initial}
      scrollToFirstError
      onFinish={(values) => sending.mutate(values)}
    >
      {children}
      {refusals.length > 0 ? <Refusals refusals={refusals} /> : null}
      {conflict === null ? null : <Conflict conflict={conflict} onReloaded={() => sending.reset()} />}
      {sending.error !== null && refusals.length === 0 && conflict === null ? <Failure error={sending.error} /> : null}
      <div className="form-buttons">
        <Button type="primary" htmlType="submit" loading={busy(sending.isPending)}>
          {submit ?? textOf(actNames[act])}
        </Button>
        <Button onClick={() => void navigate(-1)}>{m.cancel()}</Button>
      </div>
    </Form>
  );
}

function send(act: ActId, command: Command): Promise<Receipt> {
  // The table pairs each act with its own input, and `inputOf` made that input; the compiler cannot follow the pairing through the index.
  const endpoint = client.acts[act] as (command: Command) => Promise<Receipt>;
  return endpoint(command);
}

/** The reasons in a REFUSED answer; empty for every other error. */
export function refusalsOf(error: unknown): Refusal[] {
  if (!(error instanceof ORPCError) || error.code !== "REFUSED") return [];
  const data = error.data as { refusals: z.output<typeof refusalShape>[] }; // the contract gives REFUSED this shape
  return data.refusals.map(({ field, ...rest }) => (field === undefined ? rest : { ...rest, field }));
}

/** What a CONFLICT answer says; null for every other error. */
export function conflictOf(error: unknown): ConflictData | null {
  if (!(error instanceof ORPCError) || error.code !== "CONFLICT") return null;
  return error.data as ConflictData; // the contract gives CONFLICT this shape
}

/** Each refusal at the field it names, where the form has that field. */
function fieldErrors<Values>(form: FormInstance<Values>, refusals: readonly Refusal[]) {
  const known = new Map(form.getFieldsError().map(({ name }) => [name.join("."), name]));
  const errors = new Map<string, string[]>();
  for (const { field, message } of refusals) {
    if (field !== undefined && known.has(field)) errors.set(field, [...(errors.get(field) ?? []), textOf(message)]);
  }
  return [...errors].flatMap(([field, texts]) => {
    const name = known.get(field);
    return name === undefined ? [] : [{ name, errors: texts }];
  }) as Parameters<FormInstance<Values>["setFields"]>[0]; // the names are the form's own
}
