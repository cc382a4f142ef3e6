// Entering an organization in the register.
import { managementLevelsOf, managementName } from "#law/procedure/management.ts";
import { useMutation } from "@tanstack/react-query";
import { App, Button, Form, Input, Radio } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import type { OrganizationRow } from "../../contract.ts";
import { refusalsOf } from "#web/acts/act-form.tsx";
import { client } from "#web/client.ts";
import { renewPersons } from "../renew-persons.ts";
import { newKey } from "#web/idempotency-key.ts";
import { textOf } from "#web/language.ts";
import { useLaw } from "#web/law.ts";
import { m } from "#web/paraglide/messages.js";
import { Failure } from "#web/frame/failure.tsx";
import { OrganizationPicker } from "#web/fields/organization-picker.tsx";
import { PageHeader } from "#web/frame/page-header.tsx";
import { Refusals } from "#web/law/refusals.tsx";
import { organizationKinds } from "./organization-kinds.ts";
import { busy } from "#web/frame/busy.tsx";

type Values = {
  name: string;
  parentId?: string | null;
  kind: OrganizationRow["kind"];
  managedBy: OrganizationRow["managedBy"];
};

export function NewOrganization() {
  const { vocabulary } = useLaw();
  const [key] = useState(newKey);
  const { message } = App.useApp();
  const navigate = useNavigate();
  const adding = useMutation({
    mutationFn: ({ name, parentId, kind, managedBy }: Values) =>
      client.registry.addOrganization({ key, name, parentId: parentId ?? null, kind, managedBy }),
    onSuccess: async (_answer, { name }) => {
      message.success(m.organization_added({ name }));
      await renewPersons();
      await navigate("/organizations");
    },
  });
  const refusals = refusalsOf(adding.error);
  return (
    <>
      <PageHeader title={m.organization_add()} above={[{ name: m.menu_organizations(), to: "/organizations" }]} />
      <Form<Values> layout="vertical" className="narrow-form" onFinish={(values) => adding.mutate(values)}>
        <Form.Item name="name" label={m.organization_name()} rules={[{ required: true, whitespace: true }]}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="parentId" label={m.organization_parent()}>
          <OrganizationPicker />
        </Form.Item>
        <Form.Item name="kind" label={m.organization_kind()} rules={[{ required: true }]}>
          <Radio.Group options={Object.entries(organizationKinds).map(([value, name]) => ({ value, label: name() }))} />
        </Form.Item>
        <Form.Item name="managedBy" label={m.managed_by()} rules={[{ required: true }]}>
          <Radio.Group
            options={managementLevelsOf(vocabulary).map((one) => ({
              value: one,
              label: textOf(managementName(vocabulary, one)),
            }))}
          />
        </Form.Item>
        {refusals.length > 0 ? <Refusals refusals={refusals} /> : null}
        {adding.error !== null && refusals.length === 0 ? <Failure error={adding.error} /> : null}
        <div className="form-buttons">
          <Button type="primary" htmlType="submit" loading={busy(adding.isPending)}>
            {m.save()}
          </Button>
          <Button onClick={() => void navigate(-1)}>{m.cancel()}</Button>
        </div>
      </Form>
    </>
  );
}
