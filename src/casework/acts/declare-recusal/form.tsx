// 登记回避: one's own, or that of a colleague when the secretary orders it.
import { useQuery } from "@tanstack/react-query";
import { Alert, Form, Select } from "antd";
import { api } from "#web/client.ts";
import { withAside } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import { WordsField } from "#web/fields/words-field.tsx";
import { useMe } from "#web/session.ts";
import { ActForm } from "#web/acts/act-form.tsx";
import type { RawInputOf } from "../../input.ts";
import type { CaseFormProps } from "#web/acts/forms.tsx";
import { recusalGrounds } from "#web/acts/recusal-grounds.ts";

export function DeclareRecusal({ matter }: CaseFormProps) {
  const [form] = Form.useForm<RawInputOf<"declare-recusal">>();
  const me = useMe();
  const orders = me.roles.includes("committee-secretary");
  const colleagues = useQuery({ ...api.matters.colleagues.queryOptions(), enabled: orders });
  const chosen = Form.useWatch("accountId", form);
  const own = { value: me.accountId, label: m.recusal_myself({ name: me.name }) };
  const others = (colleagues.data ?? []).filter(({ accountId }) => accountId !== me.accountId);
  return (
    <ActForm
      act="declare-recusal"
      matter={matter}
      form={form}
      initial={{ accountId: me.accountId }}
      inputOf={({ accountId, ground, reasons }) => ({ accountId, ground, reasons })}
    >
      <Alert
        type="warning"
        showIcon
        title={chosen === undefined || chosen === me.accountId ? m.recusal_note_own() : m.recusal_note_other()}
      />
      <div className="form-row">
        <Form.Item name="accountId" label={m.recusal_who()} rules={[{ required: true }]}>
          <Select
            showSearch={{ optionFilterProp: "label" }}
            loading={colleagues.isFetching}
            disabled={!orders}
            options={[
              own,
              ...others.map((one) => ({
                value: one.accountId,
                label: one.organizationName === null ? one.name : withAside(one.name, one.organizationName),
              })),
            ]}
          />
        </Form.Item>
        <Form.Item name="ground" label={m.recusal_ground()} rules={[{ required: true }]}>
          <Select options={Object.entries(recusalGrounds).map(([value, label]) => ({ value, label: label() }))} />
        </Form.Item>
      </div>
      <WordsField name="reasons" label={m.reasons()} />
    </ActForm>
  );
}
