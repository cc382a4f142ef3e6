// Entering a new version of the authority table: it begins with what holds now.
import { managementName } from "#law/procedure/management.ts";
import { useMutation } from "@tanstack/react-query";
import { App, Button, Form, InputNumber, Select } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import { authorityOn } from "#law/procedure/authority.ts";
import type { AuthorityRow, Quorum } from "#law/procedure/authority.ts";
import { parseDay } from "#law/reckon/days.ts";
import { refusalsOf } from "#web/acts/act-form.tsx";
import { api, client, queries } from "#web/client.ts";
import { newKey } from "#web/idempotency-key.ts";
import { textOf, withAside } from "#web/language.ts";
import { useLaw } from "#web/law.ts";
import { m } from "#web/paraglide/messages.js";
import { busy } from "#web/frame/busy.tsx";
import { DayItem } from "#web/fields/day-item.tsx";
import { Failure } from "#web/frame/failure.tsx";
import { PageHeader } from "#web/frame/page-header.tsx";
import { Refusals } from "#web/law/refusals.tsx";
import { ShortField } from "#web/fields/words-field.tsx";
import { useMe } from "#web/session.ts";
import { rowsOfPack } from "./authority-rows.ts";
import { classNames, columnNames, columns, shareNames } from "./authority-words.ts";
import "#web/fields/form-list.css";

type Values = { validFrom: string; documentNumber: string; rows: AuthorityRow[]; quorums: Quorum[] };

export function NewAuthority() {
  const law = useLaw();
  const { today } = useMe();
  const [key] = useState(newKey);
  const { message } = App.useApp();
  const navigate = useNavigate();
  const day = parseDay(today);
  const held = day === null ? null : authorityOn(law, day);
  const rows = held?.rows ?? rowsOfPack(law);
  const adding = useMutation({
    mutationFn: ({ validFrom, documentNumber, rows: cells, quorums }: Values) =>
      client.authority.enter({
        key,
        validFrom,
        documentNumber,
        rows: rows.map(({ managedBy, measures }, index) => ({ ...bodiesOf(cells[index]), managedBy, measures })),
        quorums,
      }),
    onSuccess: async () => {
      message.success(m.authority_saved());
      await queries.invalidateQueries({ queryKey: api.authority.key() });
      await navigate("/authority");
    },
  });
  const refusals = refusalsOf(adding.error);
  const options = law.vocabulary.bodies.map((body) => ({ value: body.id, label: textOf(body.name) }));
  return (
    <>
      <PageHeader title={m.authority_new()} above={[{ name: m.menu_authority(), to: "/authority" }]} />
      <Form<Values>
        layout="vertical"
        className="act-form"
        initialValues={{ rows, quorums: held?.quorums ?? [] }}
        onFinish={(values) => adding.mutate(values)}
      >
        <div className="form-row">
          <DayItem name="validFrom" label={m.authority_valid_from()} />
          <ShortField name="documentNumber" label={m.document_number()} />
        </div>
        {rows.map((row, index) => (
          <fieldset className="form-list" key={`${row.managedBy} ${row.measures}`}>
            <legend>
              {withAside(textOf(managementName(law.vocabulary, row.managedBy)), classNames[row.measures]())}
            </legend>
            <div className="form-row">
              {columns.map((column) => (
                <Form.Item
                  key={column}
                  name={["rows", index, column]}
                  label={columnNames[column]()}
                  rules={[{ required: column === "decides", type: "array", min: column === "decides" ? 1 : 0 }]}
                >
                  <Select mode="multiple" options={options} showSearch={{ optionFilterProp: "label" }} />
                </Form.Item>
              ))}
            </div>
          </fieldset>
        ))}
        <Quorums options={options} />
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

function Quorums({ options }: { options: { value: string; label: string }[] }) {
  return (
    <Form.List name="quorums">
      {(fields, { add, remove }) => (
        <fieldset className="form-list">
          <legend>{m.authority_quorums()}</legend>
          {fields.map((field) => (
            <div className="form-list-row" key={field.key}>
              <Form.Item name={[field.name, "body"]} label={m.authority_quorum_body()} rules={[{ required: true }]}>
                <Select options={options} />
              </Form.Item>
              <Form.Item name={[field.name, "members"]} label={m.authority_members()} rules={[{ required: true }]}>
                <InputNumber min={2} max={200} precision={0} />
              </Form.Item>
              <Form.Item name={[field.name, "share"]} label={m.authority_share()} rules={[{ required: true }]}>
                <Select
                  options={(["more-than-half", "two-thirds"] as const).map((one) => ({
                    value: one,
                    label: shareNames[one](),
                  }))}
                />
              </Form.Item>
              <Button className="row-remove" onClick={() => remove(field.name)}>
                {m.remove()}
              </Button>
            </div>
          ))}
          <Button onClick={() => add({ share: "more-than-half" })}>{m.authority_quorum_add()}</Button>
        </fieldset>
      )}
    </Form.List>
  );
}

function bodiesOf(row: AuthorityRow | undefined) {
  const { decides = [], proposes = [], approves = [], executes = [] } = row ?? {};
  return { decides, proposes, approves, executes };
}
