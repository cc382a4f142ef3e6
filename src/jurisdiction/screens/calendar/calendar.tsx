// 工作日历: the years that are published, each with its source; a new version of a year, entered by one and confirmed by another.
import { ORPCError } from "@orpc/client";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { App, Button, Form, Input, InputNumber, Table } from "antd";
import { useState } from "react";
import { contract } from "#server/contract/contract.ts";
import { refusalsOf } from "#web/acts/act-form.tsx";
import { api, client, queries } from "#web/client.ts";
import { newKey } from "#web/idempotency-key.ts";
import { m } from "#web/paraglide/messages.js";
import { busy } from "#web/frame/busy.tsx";
import { Failure } from "#web/frame/failure.tsx";
import { PageHeader } from "#web/frame/page-header.tsx";
import { Refusals } from "#web/law/refusals.tsx";
import { accessOf } from "#web/routes.tsx";
import { mayUse, useMe } from "#web/session.ts";
import { Days } from "./days.tsx";
import { WaitingYears } from "./waiting-years.tsx";
import "./calendar.css";

type Values = { year: number; off: string; worked: string; source: string };

export function Calendar() {
  const me = useMe();
  const { data: years } = useSuspenseQuery(api.calendar.list.queryOptions());
  return (
    <>
      <PageHeader title={m.menu_calendar()} />
      <p>{m.calendar_hint()}</p>
      {mayUse(me, accessOf(contract.calendar.enter)) ? <NewVersion /> : null}
      {mayUse(me, accessOf(contract.calendar.entries)) ? <WaitingYears /> : null}
      <Table<(typeof years)[number]>
        size="small"
        rowKey={(row) => `${row.year} ${row.version}`}
        dataSource={years}
        pagination={false}
        columns={[
          { title: m.calendar_year(), dataIndex: "year", width: 80 },
          { title: m.calendar_version(), dataIndex: "version", width: 80 },
          { title: m.calendar_off(), dataIndex: "off", render: (_value, row) => <Days days={row.off} /> },
          { title: m.calendar_worked(), dataIndex: "worked", render: (_value, row) => <Days days={row.worked} /> },
          { title: m.calendar_source(), dataIndex: "source", width: 220 },
          {
            title: m.calendar_by(),
            dataIndex: "accountName",
            width: 110,
            render: (_value, row) => row.accountName ?? m.calendar_shipped(),
          },
        ]}
      />
    </>
  );
}

function NewVersion() {
  const [form] = Form.useForm<Values>();
  const [key, setKey] = useState(newKey);
  const { message } = App.useApp();
  const publishing = useMutation({
    mutationFn: ({ year, off, worked, source }: Values) =>
      client.calendar.enter({ key, year, off: daysIn(off), worked: daysIn(worked), source }),
    onSuccess: async (_entered, { year }) => {
      message.success(m.calendar_entered({ year }));
      setKey(newKey());
      form.resetFields();
      await queries.invalidateQueries({ queryKey: api.calendar.key() });
    },
  });
  const refusals = refusalsOf(publishing.error);
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      className="act-form form-above"
      aria-label={m.calendar_enter()}
      onFinish={(values) => publishing.mutate(values)}
    >
      <div className="form-row">
        <Form.Item name="year" label={m.calendar_year()} rules={[{ required: true }]}>
          <InputNumber min={2000} max={2100} precision={0} />
        </Form.Item>
        <Form.Item name="source" label={m.calendar_source()} rules={[{ required: true, whitespace: true }]}>
          <Input maxLength={200} />
        </Form.Item>
      </div>
      <Form.Item name="off" label={m.calendar_off()} extra={m.calendar_days_extra()} rules={[{ required: true }]}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={4000} />
      </Form.Item>
      <Form.Item name="worked" label={m.calendar_worked()} extra={m.calendar_days_extra()}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={4000} />
      </Form.Item>
      {refusals.length > 0 ? <Refusals refusals={refusals} /> : null}
      {publishing.error instanceof ORPCError && refusals.length === 0 ? <Failure error={publishing.error} /> : null}
      <Button type="primary" htmlType="submit" loading={busy(publishing.isPending)}>
        {m.calendar_enter()}
      </Button>
    </Form>
  );
}

/** Days as they were typed or pasted, whatever stands between them. */
function daysIn(text: string | undefined): string[] {
  return (text ?? "").split(/[\s、，,；;]+/u).filter((day) => day !== "");
}
