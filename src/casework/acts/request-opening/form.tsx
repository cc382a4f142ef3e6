// 提请启动问责调查: on which leads or by which superior's order, and why.
import { Checkbox, Form } from "antd";
import { useSearchParams } from "react-router";
import type { SuperiorOrder } from "../../events.ts";
import { m } from "#web/paraglide/messages.js";
import { DayItem } from "#web/fields/day-item.tsx";
import { LeadPicker } from "#web/fields/lead-picker.tsx";
import { ShortField, WordsField } from "#web/fields/words-field.tsx";
import { ActForm } from "#web/acts/act-form.tsx";

type Values = { title: string; reasons: string; leadIds: string[]; ordered?: boolean; order?: SuperiorOrder };

export function RequestOpening() {
  const [form] = Form.useForm<Values>();
  const [parameters] = useSearchParams();
  const ordered = Form.useWatch("ordered", form) === true;
  return (
    <ActForm
      act="request-opening"
      matter={null}
      form={form}
      initial={{ leadIds: parameters.getAll("lead") }}
      inputOf={({ title, reasons, leadIds, order }) => ({ title, reasons, leadIds, order: order ?? null })}
    >
      <ShortField name="title" label={m.case_title()} extra={m.case_title_extra()} />
      <WordsField name="reasons" label={m.opening_reasons()} rows={4} />
      <Form.Item name="leadIds" label={m.opening_leads()} extra={m.opening_leads_extra()}>
        <LeadPicker />
      </Form.Item>
      <Form.Item name="ordered" valuePropName="checked" label={m.opening_order()}>
        <Checkbox>{m.opening_order_is()}</Checkbox>
      </Form.Item>
      {ordered ? (
        <div className="form-row">
          <ShortField name={["order", "body"]} label={m.opening_order_body()} />
          <ShortField name={["order", "documentNumber"]} label={m.document_number()} />
          <DayItem name={["order", "on"]} label={m.opening_order_on()} />
        </div>
      ) : null}
    </ActForm>
  );
}
