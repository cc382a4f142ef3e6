// Other records of the same person: those merged into this one, and the way to merge another or to undo it.
import { useMutation } from "@tanstack/react-query";
import { Button, Form, Input } from "antd";
import { useState } from "react";
import type { PersonView } from "../../contract.ts";
import { contract } from "#server/contract/contract.ts";
import { refusalsOf } from "#web/acts/act-form.tsx";
import { client } from "#web/client.ts";
import { renewPersons } from "../renew-persons.ts";
import { newKey } from "#web/idempotency-key.ts";
import { m } from "#web/paraglide/messages.js";
import { busy } from "#web/frame/busy.tsx";
import { Failure } from "#web/frame/failure.tsx";
import { minuteOf } from "#web/frame/instant.ts";
import { PersonPicker } from "#web/fields/person-picker.tsx";
import { Refusals } from "#web/law/refusals.tsx";
import { accessOf } from "#web/routes.tsx";
import { mayUse, useMe } from "#web/session.ts";

export function Merges({ view: { person, merges } }: { view: PersonView }) {
  const may = mayUse(useMe(), accessOf(contract.registry.mergePersons)) && person.mergedInto === null;
  const [open, setOpen] = useState<string | null>(null);
  if (merges.length === 0 && !may) return null;
  return (
    <section aria-label={m.merges()}>
      <h2>{m.merges()}</h2>
      {merges.length === 0 ? <p className="quiet">{m.merges_none()}</p> : null}
      <ul>
        {merges.map((one) => (
          <li key={one.mergeId}>
            {m.merge_line({
              name: one.name,
              number: one.idNumberMasked,
              by: one.by,
              at: minuteOf(one.at),
              reasons: one.reasons,
            })}{" "}
            {one.undone === null ? null : m.merge_undone_line({ ...one.undone, at: minuteOf(one.undone.at) })}
            {may && one.undone === null ? (
              <Button size="small" onClick={() => setOpen(one.mergeId)}>
                {m.merge_undo()}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {may && open === null ? <Button onClick={() => setOpen("new")}>{m.merge_begin()}</Button> : null}
      {open === null ? null : (
        <MergeForm
          key={open}
          survivorId={person.personId}
          mergeId={open === "new" ? null : open}
          close={() => setOpen(null)}
        />
      )}
    </section>
  );
}

type Values = { mergedId?: string; reasons: string };

/** Undoing one merge, or merging another record where there is none. */
function MergeForm({ survivorId, mergeId, close }: { survivorId: string; mergeId: string | null; close: () => void }) {
  const [key] = useState(newKey);
  const sending = useMutation({
    mutationFn: ({ mergedId = "", reasons }: Values) =>
      mergeId === null
        ? client.registry.mergePersons({ key, survivorId, mergedId, reasons })
        : client.registry.undoMerge({ key, mergeId, reasons }),
    onSuccess: async () => {
      close();
      await renewPersons();
    },
  });
  const refusals = refusalsOf(sending.error);
  return (
    <Form<Values> layout="vertical" className="narrow-form" onFinish={(values) => sending.mutate(values)}>
      {mergeId === null ? (
        <Form.Item name="mergedId" label={m.merge_other()} extra={m.merge_what_follows()} rules={[{ required: true }]}>
          <PersonPicker />
        </Form.Item>
      ) : null}
      <Form.Item name="reasons" label={m.reasons()} rules={[{ required: true, whitespace: true }]}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
      {refusals.length > 0 ? <Refusals refusals={refusals} /> : null}
      {sending.error !== null && refusals.length === 0 ? <Failure error={sending.error} /> : null}
      <div className="form-buttons">
        <Button type="primary" htmlType="submit" loading={busy(sending.isPending)}>
          {mergeId === null ? m.merge_begin() : m.merge_undo()}
        </Button>
        <Button onClick={close}>{m.cancel()}</Button>
      </div>
    </Form>
  );
}
