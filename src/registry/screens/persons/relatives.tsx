// 近亲属 of one person, in both directions: as this record names them, and as the records of others name this person; entered, corrected, ended.
import { useMutation } from "@tanstack/react-query";
import { Button, Form, Input, Select } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import type { PersonView } from "../../contract.ts";
import { relativeKinds } from "../../rules/relative-kind.ts";
import { relativeKindNames } from "../../rules/relative-names.ts";
import type { RelativeKind } from "../../rules/relative-names.ts";
import { contract } from "#server/contract/contract.ts";
import { refusalsOf } from "#web/acts/act-form.tsx";
import { client } from "#web/client.ts";
import { renewPersons } from "../renew-persons.ts";
import { DayItem } from "#web/fields/day-item.tsx";
import { PersonPicker } from "#web/fields/person-picker.tsx";
import { busy } from "#web/frame/busy.tsx";
import { Failure } from "#web/frame/failure.tsx";
import { Fold } from "#web/frame/fold.tsx";
import { minuteOf } from "#web/frame/instant.ts";
import { newKey } from "#web/idempotency-key.ts";
import { textOf } from "#web/language.ts";
import { Refusals } from "#web/law/refusals.tsx";
import { m } from "#web/paraglide/messages.js";
import { accessOf } from "#web/routes.tsx";
import { mayUse, useMe } from "#web/session.ts";

type Relative = PersonView["relatives"][number];
type Doing = { type: "put" | "end" | "void"; of: Relative | null } | null;

export function Relatives({ view: { person, relatives, namedBy, relativeChanges } }: { view: PersonView }) {
  const may = mayUse(useMe(), accessOf(contract.registry.putRelative)) && person.mergedInto === null;
  const [doing, setDoing] = useState<Doing>(null);
  if (relatives.length + namedBy.length + relativeChanges.length === 0 && !may) return null;
  const close = () => setDoing(null);
  return (
    <section id="relatives" aria-label={m.relatives()}>
      <h2>{m.relatives()}</h2>
      <p className="quiet">{m.relatives_note()}</p>
      <ul>
        {relatives.map((one) => (
          <li key={`${one.relation} ${one.name}`}>
            <RelativeName one={one} />{" "}
            {may ? <Actions name={one.name} choose={(type) => setDoing({ type, of: one })} /> : null}
          </li>
        ))}
        {namedBy.map((one) => (
          <li key={`${one.personId} ${one.relation}`}>
            <Link to={`/persons/${encodeURIComponent(one.personId)}`}>{one.name}</Link>{" "}
            <span className="quiet">{m.relative_named_by({ relation: one.relation })}</span>
          </li>
        ))}
      </ul>
      {may && doing === null ? (
        <Button onClick={() => setDoing({ type: "put", of: null })}>{m.relative_add()}</Button>
      ) : null}
      {doing?.type === "put" ? <PutForm personId={person.personId} was={doing.of} close={close} /> : null}
      {doing !== null && doing.type !== "put" && doing.of !== null ? (
        <EndForm personId={person.personId} one={doing.of} wrong={doing.type === "void"} close={close} />
      ) : null}
      <Changes changes={relativeChanges} />
    </section>
  );
}

function RelativeName({ one }: { one: Relative }) {
  return (
    <>
      {one.relation}{" "}
      {one.relativeId === null ? (
        one.name
      ) : (
        <Link to={`/persons/${encodeURIComponent(one.relativeId)}`}>{one.name}</Link>
      )}{" "}
      <span className="quiet">
        {[
          one.kind === null ? m.relative_kind_untold() : textOf(relativeKindNames[one.kind]),
          one.idNumberMasked ?? "",
          one.relativeId === null ? m.relative_unregistered() : "",
        ]
          .filter((part) => part !== "")
          .join(" · ")}
      </span>
    </>
  );
}

function Actions({ name, choose }: { name: string; choose: (type: "put" | "end" | "void") => void }) {
  const actions = [
    ["put", m.relative_correct()],
    ["end", m.relative_end()],
    ["void", m.relative_void()],
  ] as const;
  return (
    <span className="row-actions">
      {actions.map(([type, action]) => (
        <Button key={type} size="small" aria-label={m.action_on({ action, name })} onClick={() => choose(type)}>
          {action}
        </Button>
      ))}
    </span>
  );
}

type PutValues = {
  kind: RelativeKind;
  relation: string;
  name: string;
  idNumber?: string;
  relativeId?: string | null;
  reason: string;
};

function PutForm({ personId, was, close }: { personId: string; was: Relative | null; close: () => void }) {
  const [key] = useState(newKey);
  const sending = useMutation({
    mutationFn: ({ idNumber = "", relativeId = null, ...values }: PutValues) =>
      client.registry.putRelative({
        key,
        personId,
        was: was === null ? null : { relation: was.relation, name: was.name },
        ...values,
        idNumber,
        relativeId,
      }),
    onSuccess: async () => {
      close();
      await renewPersons();
    },
  });
  const begun =
    was === null ? {} : { relation: was.relation, name: was.name, kind: was.kind, relativeId: was.relativeId };
  return (
    <Form<PutValues>
      layout="vertical"
      className="narrow-form"
      initialValues={begun}
      onFinish={(values) => sending.mutate(values)}
    >
      <Form.Item name="kind" label={m.relative_kind()} rules={[{ required: true }]}>
        <Select options={relativeKinds.map((kind) => ({ value: kind, label: textOf(relativeKindNames[kind]) }))} />
      </Form.Item>
      <Form.Item name="relation" label={m.relative_relation()} rules={[{ required: true, whitespace: true }]}>
        <Input maxLength={20} />
      </Form.Item>
      <Form.Item name="name" label={m.relative_name()} rules={[{ required: true, whitespace: true }]}>
        <Input maxLength={50} />
      </Form.Item>
      <Form.Item name="relativeId" label={m.relative_registered()} extra={m.relative_registered_extra()}>
        <PersonPicker />
      </Form.Item>
      <Form.Item name="idNumber" label={m.id_number()} extra={m.relative_id_number_extra()}>
        <Input maxLength={18} />
      </Form.Item>
      <Reason />
      <Outcome error={sending.error} pending={sending.isPending} name={m.save()} close={close} />
    </Form>
  );
}

type EndValues = { endedOn?: string; reason: string };

function EndForm(props: { personId: string; one: Relative; wrong: boolean; close: () => void }) {
  const { personId, one, wrong, close } = props;
  const [key] = useState(newKey);
  const sending = useMutation({
    mutationFn: ({ endedOn, reason }: EndValues) =>
      client.registry.endRelative({
        key,
        personId,
        relation: one.relation,
        name: one.name,
        endedOn: endedOn ?? null,
        reason,
      }),
    onSuccess: async () => {
      close();
      await renewPersons();
    },
  });
  return (
    <Form<EndValues> layout="vertical" className="narrow-form" onFinish={(values) => sending.mutate(values)}>
      <p>{m.relative_about({ relation: one.relation, name: one.name })}</p>
      {wrong ? (
        <p className="quiet">{m.relative_void_extra()}</p>
      ) : (
        <DayItem name="endedOn" label={m.relative_ended_on()} />
      )}
      <Reason />
      <Outcome
        error={sending.error}
        pending={sending.isPending}
        name={wrong ? m.relative_void() : m.relative_end()}
        close={close}
      />
    </Form>
  );
}

function Reason() {
  return (
    <Form.Item name="reason" label={m.reasons()} rules={[{ required: true, whitespace: true }]}>
      <Input.TextArea rows={2} maxLength={500} />
    </Form.Item>
  );
}

function Outcome(props: { error: Error | null; pending: boolean; name: string; close: () => void }) {
  const { error, pending, name, close } = props;
  const refusals = refusalsOf(error);
  return (
    <>
      {refusals.length > 0 ? <Refusals refusals={refusals} /> : null}
      {error !== null && refusals.length === 0 ? <Failure error={error} /> : null}
      <div className="form-buttons">
        <Button type="primary" htmlType="submit" loading={busy(pending)}>
          {name}
        </Button>
        <Button onClick={close}>{m.cancel()}</Button>
      </div>
    </>
  );
}

function Changes({ changes }: { changes: PersonView["relativeChanges"] }) {
  if (changes.length === 0) return null;
  const said = (one: Relative | null) => (one === null ? m.none() : `${one.relation} ${one.name}`);
  return (
    <Fold id="relative-changes" title={m.relative_changes()} open={false}>
      <ul>
        {changes.map((one, index) => (
          <li key={index}>
            {m.relative_change({ before: said(one.before), after: said(one.after), by: one.by, at: minuteOf(one.at) })}{" "}
            {one.endedOn === null ? "" : m.relative_ended({ on: one.endedOn })} {one.reason}
          </li>
        ))}
      </ul>
    </Fold>
  );
}
