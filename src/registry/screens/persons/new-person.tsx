// Entering a cadre in the register.
import type { Law } from "#law/compile/law.ts";
import type { ManagementLevel } from "#law/pack/vocabulary.ts";
import { managementLevelsOf, managementName } from "#law/procedure/management.ts";
import { useMutation } from "@tanstack/react-query";
import { App, Button, Checkbox, Form, Input, Radio } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import { refusalsOf } from "#web/acts/act-form.tsx";
import { client } from "#web/client.ts";
import { renewPersons } from "../renew-persons.ts";
import { newKey } from "#web/idempotency-key.ts";
import { textOf } from "#web/language.ts";
import { useLaw } from "#web/law.ts";
import { m } from "#web/paraglide/messages.js";
import { DayItem } from "#web/fields/day-item.tsx";
import { Failure } from "#web/frame/failure.tsx";
import { LevelSelect } from "#web/fields/level-field.tsx";
import { OrganizationPicker } from "#web/fields/organization-picker.tsx";
import { PageHeader } from "#web/frame/page-header.tsx";
import { Refusals } from "#web/law/refusals.tsx";
import { busy } from "#web/frame/busy.tsx";

type Values = {
  name: string;
  sex: "male" | "female";
  idNumber: string;
  partyMember?: boolean;
  organizationId: string;
  post?: string;
  level?: string | null;
  leadingPost?: boolean;
  managedBy: ManagementLevel;
  from: string;
};

export function NewPerson() {
  const law = useLaw();
  const [key] = useState(newKey);
  const { message } = App.useApp();
  const navigate = useNavigate();
  const adding = useMutation({
    mutationFn: (values: Values) =>
      client.registry.addPerson({
        key,
        name: values.name,
        sex: values.sex,
        idNumber: values.idNumber,
        partyMember: values.partyMember ?? false,
        organizationId: values.organizationId,
        post: values.post === undefined || values.post.trim() === "" ? null : values.post,
        level: values.level ?? null,
        leadingPost: values.leadingPost ?? false,
        managedBy: values.managedBy,
        from: values.from,
      }),
    onSuccess: async (_answer, { name }) => {
      message.success(m.person_added({ name }));
      await renewPersons();
      await navigate(`/persons?q=${encodeURIComponent(name)}`);
    },
  });
  const refusals = refusalsOf(adding.error);
  return (
    <>
      <PageHeader title={m.person_add()} above={[{ name: m.menu_persons(), to: "/persons" }]} />
      <Form<Values>
        layout="vertical"
        className="act-form"
        scrollToFirstError
        onFinish={(values) => adding.mutate(values)}
      >
        <PersonFields law={law} />
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

function PersonFields({ law }: { law: Law }) {
  return (
    <>
      <div className="form-row">
        <Form.Item name="name" label={m.person_name()} rules={[{ required: true, whitespace: true }]}>
          <Input maxLength={50} />
        </Form.Item>
        <Form.Item name="idNumber" label={m.id_number()} rules={[{ required: true, whitespace: true }]}>
          <Input maxLength={18} />
        </Form.Item>
        <Form.Item name="sex" label={m.sex()} rules={[{ required: true }]}>
          <Radio.Group
            options={[
              { value: "male", label: m.sex_male() },
              { value: "female", label: m.sex_female() },
            ]}
          />
        </Form.Item>
      </div>
      <div className="form-row">
        <Form.Item name="organizationId" label={m.unit()} rules={[{ required: true }]}>
          <OrganizationPicker />
        </Form.Item>
        <Form.Item name="post" label={m.post()}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="level" label={m.level()}>
          <LevelSelect law={law} />
        </Form.Item>
        <DayItem name="from" label={m.post_from()} />
      </div>
      <div className="form-row">
        <Form.Item name="managedBy" label={m.managed_by()} rules={[{ required: true }]}>
          <Radio.Group
            options={managementLevelsOf(law.vocabulary).map((one) => ({
              value: one,
              label: textOf(managementName(law.vocabulary, one)),
            }))}
          />
        </Form.Item>
        <Form.Item name="leadingPost" valuePropName="checked" label={m.leading_post_label()}>
          <Checkbox>{m.leading_post()}</Checkbox>
        </Form.Item>
        <Form.Item name="partyMember" valuePropName="checked" label={m.party_member_label()}>
          <Checkbox>{m.party_member()}</Checkbox>
        </Form.Item>
      </div>
    </>
  );
}
