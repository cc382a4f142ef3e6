// 登记征求: who asks, what for, when, and about whom; answered as soon as it is sent.
import { Button, Form, InputNumber, Radio } from "antd";
import { useNavigate } from "react-router";
import type { Law } from "#law/compile/law.ts";
import { refusalsOf } from "#web/acts/act-form.tsx";
import { textOf } from "#web/language.ts";
import { useLaw } from "#web/law.ts";
import { m } from "#web/paraglide/messages.js";
import { busy } from "#web/frame/busy.tsx";
import { DayItem } from "#web/fields/day-item.tsx";
import { Failure } from "#web/frame/failure.tsx";
import { InvalidInput } from "#web/fields/invalid-input.tsx";
import { LevelSelect } from "#web/fields/level-field.tsx";
import { PageHeader } from "#web/frame/page-header.tsx";
import { Refusals } from "#web/law/refusals.tsx";
import { ShortField } from "#web/fields/words-field.tsx";
import { useUrlState } from "#web/frame/url-state.ts";
import { useMe } from "#web/session.ts";
import { NamesField } from "#lists/screens/names-field.tsx";
import type { NamesValue } from "#lists/screens/names-field.tsx";
import { askedName } from "#lists/screens/use-name-list.ts";
import { maxAsked } from "../../contract/clearance.ts";
import { useEnterRequest } from "./use-enter-request.ts";

type Values = {
  requester: string;
  contact?: string;
  requesterDocument?: string;
  purpose: string;
  purposeText: string;
  date?: string;
  year?: number;
  toLevel?: string | null;
  names: NamesValue;
};

export function NewClearance() {
  const law = useLaw();
  const { today, organizationName } = useMe();
  const navigate = useNavigate();
  const url = useUrlState();
  const [form] = Form.useForm<Values>();
  const purpose = Form.useWatch("purpose", form);
  const asked = law.vocabulary.purposes.find(({ id }) => id === purpose)?.asked;
  const entering = useEnterRequest();
  const refusals = refusalsOf(entering.error);
  return (
    <>
      <PageHeader title={m.clearance_enter()} above={[{ name: m.menu_clearance(), to: "/clearance" }]} />
      <Form<Values>
        form={form}
        layout="vertical"
        className="act-form"
        scrollToFirstError
        initialValues={{
          requester: organizationName ?? "",
          purpose: law.vocabulary.purposes.find(({ id }) => id === url.one("purpose"))?.id,
          date: url.one("date") === "" ? today : url.one("date"),
          year: Number(url.one("year") === "" ? today.slice(0, 4) : url.one("year")),
          toLevel: url.one("level") === "" ? null : url.one("level"),
        }}
        onFinish={(values) => entering.mutate(requestOf(law, values))}
      >
        <div className="form-row">
          <ShortField name="requester" label={m.clearance_requester()} />
          <ShortField name="contact" label={m.clearance_contact()} required={false} />
          <ShortField name="requesterDocument" label={m.clearance_document()} required={false} />
        </div>
        <Form.Item name="purpose" label={m.purpose()} rules={[{ required: true }]}>
          <Radio.Group options={law.vocabulary.purposes.map((one) => ({ value: one.id, label: textOf(one.name) }))} />
        </Form.Item>
        <ShortField name="purposeText" label={m.clearance_purpose_text()} extra={m.clearance_purpose_text_extra()} />
        <div className="form-row">
          {asked === "on-date" ? <DayItem name="date" label={m.question_date()} /> : null}
          {asked === "on-date" ? (
            <Form.Item name="toLevel" label={m.to_level()} extra={m.clearance_level_extra()}>
              <LevelSelect law={law} />
            </Form.Item>
          ) : null}
          {asked === "for-year" ? (
            <Form.Item name="year" label={m.question_year()} rules={[{ required: true }]}>
              <InputNumber min={1900} max={2100} precision={0} />
            </Form.Item>
          ) : null}
        </div>
        <NamesField most={maxAsked} />
        {refusals.length > 0 ? <Refusals refusals={refusals} /> : null}
        <InvalidInput error={entering.error} />
        {entering.error !== null && refusals.length === 0 ? <Failure error={entering.error} /> : null}
        <div className="form-buttons">
          <Button type="primary" htmlType="submit" loading={busy(entering.isPending)}>
            {m.clearance_send()}
          </Button>
          <Button onClick={() => void navigate(-1)}>{m.cancel()}</Button>
        </div>
      </Form>
    </>
  );
}

/** A level that stands in the list is that person's; the others have the level of the form. */
function requestOf(law: Law, { names, toLevel, purpose, date, year, ...values }: Values) {
  const forYear = law.vocabulary.purposes.find(({ id }) => id === purpose)?.asked === "for-year";
  return {
    ...values,
    contact: values.contact ?? "",
    requesterDocument: values.requesterDocument ?? "",
    purpose,
    date: forYear ? null : (date ?? null),
    year: forYear ? (year ?? null) : null,
    names: names.map((row) => ({
      ...askedName(row),
      toLevel: forYear ? null : (row.level ?? toLevel ?? null),
    })),
  };
}
