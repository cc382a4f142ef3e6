// 评优评先名单核查: the list of a year before it is published, pasted or read from a file; answered line by line like any request for clearance.
import { Button, Form, InputNumber, Radio } from "antd";
import { Link } from "react-router";
import { refusalsOf } from "#web/acts/act-form.tsx";
import { textOf } from "#web/language.ts";
import { useLaw } from "#web/law.ts";
import { m } from "#web/paraglide/messages.js";
import { busy } from "#web/frame/busy.tsx";
import { Failure } from "#web/frame/failure.tsx";
import { InvalidInput } from "#web/fields/invalid-input.tsx";
import { PageHeader } from "#web/frame/page-header.tsx";
import { Refusals } from "#web/law/refusals.tsx";
import { ShortField } from "#web/fields/words-field.tsx";
import { useMe } from "#web/session.ts";
import { maxAsked } from "#clearance/contract/clearance.ts";
import { NamesField } from "#lists/screens/names-field.tsx";
import type { NamesValue } from "#lists/screens/names-field.tsx";
import { askedName } from "#lists/screens/use-name-list.ts";
import { useEnterRequest } from "#clearance/screens/clearance/use-enter-request.ts";

type Values = { purpose: string; year: number; title: string; names: NamesValue };

export function HonoursCheck() {
  const law = useLaw();
  const { today, organizationName } = useMe();
  const purposes = law.vocabulary.purposes.filter(({ asked }) => asked === "for-year");
  const entering = useEnterRequest();
  const refusals = refusalsOf(entering.error);
  return (
    <>
      <PageHeader title={m.menu_honours_check()} above={[{ name: m.menu_clearance(), to: "/clearance" }]}>
        <p className="page-subtitle">
          {m.honours_intro()} <Link to="/clearance">{m.honours_before()}</Link>
        </p>
      </PageHeader>
      <Form<Values>
        layout="vertical"
        className="act-form"
        scrollToFirstError
        // A list is put together in the year after the one that it is about.
        initialValues={{ purpose: purposes[0]?.id ?? "", year: Number(today.slice(0, 4)) - 1 }}
        onFinish={({ purpose, year, title, names }) =>
          entering.mutate({
            requester: organizationName ?? m.honours_requester(),
            purpose,
            purposeText: title,
            year,
            names: names.map(askedName),
          })
        }
      >
        <Form.Item name="purpose" label={m.purpose()} rules={[{ required: true }]}>
          <Radio.Group options={purposes.map(({ id, name }) => ({ value: id, label: textOf(name) }))} />
        </Form.Item>
        <div className="form-row">
          <Form.Item name="year" label={m.question_year()} rules={[{ required: true }]}>
            <InputNumber min={1900} max={2100} precision={0} />
          </Form.Item>
          <ShortField name="title" label={m.honours_title()} extra={m.honours_title_extra()} />
        </div>
        <NamesField most={maxAsked} />
        {refusals.length > 0 ? <Refusals refusals={refusals} /> : null}
        <InvalidInput error={entering.error} />
        {entering.error !== null && refusals.length === 0 ? <Failure error={entering.error} /> : null}
        <div className="form-buttons">
          <Button type="primary" htmlType="submit" loading={busy(entering.isPending)}>
            {m.honours_send()}
          </Button>
        </div>
      </Form>
    </>
  );
}
