// 评优评先名单核查: the list of a year before it is published, pasted or read from a file; answered line by line like any request for clearance.
import { useMutation } from "@tanstack/react-query";
import { Button, Form, Input, InputNumber, Radio } from "antd";
import { useState } from "react";
import { Link, useNavigate } from "react-router";
import { mostAsked } from "#api/clearance.ts";
import { refusalsOf } from "../../acts/act-form.tsx";
import { api, client, queries } from "../../client.ts";
import { newKey } from "../../idempotency-key.ts";
import { useLaw } from "../../law.ts";
import { m } from "../../paraglide/messages.js";
import { busy } from "../../parts/busy.tsx";
import { Failure } from "../../parts/failure.tsx";
import { InvalidInput } from "../../parts/invalid-input.tsx";
import { PageHeader } from "../../parts/page-header.tsx";
import { purposeName } from "../../parts/purpose-name.ts";
import { Refusals } from "../../parts/refusals.tsx";
import { ShortField } from "../../parts/words-field.tsx";
import { useMe } from "../../session.tsx";
import { NamesFile } from "../clearance/names-file.tsx";
import { parseNames } from "../eligibility/pasted-names.ts";

const purposes = ["annual-excellence", "honours"] as const;
type Values = { purpose: (typeof purposes)[number]; year: number; title: string; list: string };

export function HonoursCheck() {
  const law = useLaw();
  const { today, organizationName } = useMe();
  const [key, setKey] = useState(newKey);
  const navigate = useNavigate();
  const [form] = Form.useForm<Values>();
  const list = Form.useWatch("list", form);
  const entering = useMutation({
    mutationFn: ({ purpose, year, title, list: names }: Values) =>
      client.clearance.enter({
        key,
        requester: organizationName ?? m.honours_requester(),
        purpose,
        purposeText: title,
        year,
        names: parseNames(names).map(({ name, unit, idNumber }) => ({ name, unit, idNumber })),
      }),
    onSuccess: async ({ requestId }) => {
      await queries.invalidateQueries({ queryKey: api.clearance.key() });
      await navigate(`/clearance/${encodeURIComponent(requestId)}`);
    },
    // What is changed after a refusal is another request.
    onError: () => setKey(newKey()),
  });
  const refusals = refusalsOf(entering.error);
  return (
    <>
      <PageHeader title={m.menu_honours_check()} above={[{ name: m.menu_clearance(), to: "/clearance" }]}>
        <p className="page-subtitle">
          {m.honours_intro()} <Link to="/clearance">{m.honours_before()}</Link>
        </p>
      </PageHeader>
      <Form<Values>
        form={form}
        layout="vertical"
        className="act-form"
        scrollToFirstError
        // A list is put together in the year after the one that it is about.
        initialValues={{ purpose: "annual-excellence", year: Number(today.slice(0, 4)) - 1 }}
        onFinish={(values) => entering.mutate(values)}
      >
        <Form.Item name="purpose" label={m.purpose()} rules={[{ required: true }]}>
          <Radio.Group options={purposes.map((one) => ({ value: one, label: purposeName(law, one) }))} />
        </Form.Item>
        <div className="form-row">
          <Form.Item name="year" label={m.question_year()} rules={[{ required: true }]}>
            <InputNumber min={1900} max={2100} precision={0} />
          </Form.Item>
          <ShortField name="title" label={m.honours_title()} extra={m.honours_title_extra()} />
        </div>
        <NamesFile onLines={(lines) => form.setFieldsValue({ list: lines.join("\n") })} />
        <Form.Item
          name="list"
          label={m.name_list()}
          extra={m.name_list_extra({ most: mostAsked })}
          rules={[{ required: true, whitespace: true }]}
        >
          <Input.TextArea autoSize={{ minRows: 8, maxRows: 16 }} placeholder={m.name_list_placeholder()} />
        </Form.Item>
        {(list ?? "").trim() === "" ? null : <output>{m.clearance_count({ count: parseNames(list).length })}</output>}
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
