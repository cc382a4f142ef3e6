// Registering what became of an organization.
import { useMutation } from "@tanstack/react-query";
import { Button, Form, Input, Radio } from "antd";
import { useState } from "react";
import type { OrganizationView } from "../../contract.ts";
import { refusalsOf } from "#web/acts/act-form.tsx";
import { client } from "#web/client.ts";
import { renewPersons } from "../renew-persons.ts";
import { newKey } from "#web/idempotency-key.ts";
import { m } from "#web/paraglide/messages.js";
import { busy } from "#web/frame/busy.tsx";
import { DayItem } from "#web/fields/day-item.tsx";
import { Failure } from "#web/frame/failure.tsx";
import { OrganizationPicker } from "#web/fields/organization-picker.tsx";
import { Refusals } from "#web/law/refusals.tsx";
import { changeNames } from "./change-names.ts";

type Kind = OrganizationView["changes"][number]["kind"];
type Values = {
  kind: Kind;
  on: string;
  name?: string;
  parentId?: string | null;
  otherId?: string | null;
  documentNumber: string;
};
const kinds = ["renamed", "moved", "merged", "split", "abolished"] as const;

export function ChangeForm({ view: { organizationId, version } }: { view: OrganizationView }) {
  const [open, setOpen] = useState(false);
  const [key] = useState(newKey);
  const [form] = Form.useForm<Values>();
  const kind = Form.useWatch("kind", form);
  const sending = useMutation({
    mutationFn: ({ kind: chosen, on, name, parentId, otherId, documentNumber }: Values) =>
      client.registry.changeOrganization({
        key,
        organizationId,
        version,
        kind: chosen,
        on,
        name: chosen === "renamed" ? (name ?? null) : null,
        parentId: chosen === "moved" ? (parentId ?? null) : null,
        otherId: chosen === "merged" || chosen === "split" ? (otherId ?? null) : null,
        documentNumber,
      }),
    onSuccess: renewPersons,
  });
  const refusals = refusalsOf(sending.error);
  if (!open) return <Button onClick={() => setOpen(true)}>{m.organization_change()}</Button>;
  return (
    <Form<Values> form={form} layout="vertical" className="narrow-form" onFinish={(values) => sending.mutate(values)}>
      <Form.Item name="kind" label={m.organization_change()} rules={[{ required: true }]}>
        <Radio.Group options={kinds.map((value) => ({ value, label: changeNames[value]() }))} />
      </Form.Item>
      {kind === "renamed" ? (
        <Form.Item name="name" label={m.organization_new_name()} rules={[{ required: true, whitespace: true }]}>
          <Input maxLength={100} />
        </Form.Item>
      ) : null}
      {kind === "moved" ? (
        <Form.Item name="parentId" label={m.organization_above()}>
          <OrganizationPicker />
        </Form.Item>
      ) : null}
      {kind === "merged" || kind === "split" ? (
        <Form.Item
          name="otherId"
          label={kind === "merged" ? m.organization_merged_into() : m.organization_split_from()}
          rules={[{ required: true }]}
        >
          <OrganizationPicker />
        </Form.Item>
      ) : null}
      <DayItem name="on" label={m.organization_change_on()} />
      <Form.Item name="documentNumber" label={m.document_number()} rules={[{ required: true, whitespace: true }]}>
        <Input maxLength={100} />
      </Form.Item>
      {refusals.length > 0 ? <Refusals refusals={refusals} /> : null}
      {sending.error !== null && refusals.length === 0 ? <Failure error={sending.error} /> : null}
      <div className="form-buttons">
        <Button type="primary" htmlType="submit" loading={busy(sending.isPending)}>
          {m.save()}
        </Button>
        <Button onClick={() => setOpen(false)}>{m.cancel()}</Button>
      </div>
    </Form>
  );
}
