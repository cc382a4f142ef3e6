// 指定其他人: somebody of the register who is not among the candidates, or nobody at all, with the reason.
import { useMutation } from "@tanstack/react-query";
import { Button, Form, Input, Modal, Radio } from "antd";
import type { ClearanceLineView } from "../../contract/clearance.ts";
import { refusalsOf } from "#web/acts/act-form.tsx";
import { api, client, queries } from "#web/client.ts";
import { newKey } from "#web/idempotency-key.ts";
import { m } from "#web/paraglide/messages.js";
import { busy } from "#web/frame/busy.tsx";
import { Failure } from "#web/frame/failure.tsx";
import { PersonPicker } from "#web/fields/person-picker.tsx";
import { Refusals } from "#web/law/refusals.tsx";

type Values = { who: "person" | "nobody"; personId?: string | null; reason?: string };
type Props = { requestId: string; line: ClearanceLineView; onClose: () => void };

export function ChooseForm({ requestId, line, onClose }: Props) {
  const [form] = Form.useForm<Values>();
  const who = Form.useWatch("who", form);
  const choosing = useMutation({
    mutationFn: ({ personId = null, reason = "", ...values }: Values) =>
      client.clearance.choose({
        requestId,
        key: newKey(),
        choices: [{ line: line.line, personId: values.who === "nobody" ? null : personId, reason }],
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: api.clearance.key() });
      onClose();
    },
  });
  const refusals = refusalsOf(choosing.error);
  return (
    <Modal
      open
      title={m.choose_for({ line: line.line, name: line.name })}
      onCancel={onClose}
      footer={[
        <Button key="cancel" onClick={onClose}>
          {m.cancel()}
        </Button>,
        <Button key="send" type="primary" loading={busy(choosing.isPending)} onClick={form.submit}>
          {m.choose_send()}
        </Button>,
      ]}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={{ who: "person" }}
        onFinish={(one) => choosing.mutate(one)}
      >
        <Form.Item name="who" label={m.choose_who()}>
          <Radio.Group
            options={[
              { value: "person", label: m.choose_person() },
              { value: "nobody", label: m.choose_nobody() },
            ]}
          />
        </Form.Item>
        {who === "nobody" ? null : (
          <Form.Item name="personId" label={m.choose_person()} rules={[{ required: true }]}>
            <PersonPicker />
          </Form.Item>
        )}
        <Form.Item
          name="reason"
          label={m.reasons()}
          extra={who === "nobody" ? undefined : m.choose_reason_extra()}
          rules={[{ required: who === "nobody", whitespace: true }]}
        >
          <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
        </Form.Item>
      </Form>
      {refusals.length > 0 ? <Refusals refusals={refusals} /> : null}
      {choosing.error !== null && refusals.length === 0 ? <Failure error={choosing.error} /> : null}
    </Modal>
  );
}
