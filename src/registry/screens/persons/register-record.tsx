// Entering one appointment, grade or honour of a cadre: the columns are those of the import of that kind.
import { useMutation } from "@tanstack/react-query";
import { App, Button, Form, Input, Select } from "antd";
import { useState } from "react";
import type { ReactElement } from "react";
import { columnsOf, importKindNames } from "#imports/rules/import-column-names.ts";
import type { ImportColumn } from "#imports/rules/import-column-names.ts";
import type { Law } from "#law/compile/law.ts";
import { refusalsOf } from "#web/acts/act-form.tsx";
import { client } from "#web/client.ts";
import { renewPersons } from "../renew-persons.ts";
import { newKey } from "#web/idempotency-key.ts";
import { textOf } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import { busy } from "#web/frame/busy.tsx";
import { Failure } from "#web/frame/failure.tsx";
import { OrganizationPicker } from "#web/fields/organization-picker.tsx";
import { Refusals } from "#web/law/refusals.tsx";
import { columnName } from "./personnel-words.ts";
import { noWord, yesWord } from "#imports/rules/words.ts";
import "./register-record.css";

const kinds = ["appointments", "grades", "honours"] as const;
type Kind = (typeof kinds)[number];

export function RegisterRecord({ personId, law }: { personId: string; law: Law }) {
  const [kind, setKind] = useState<Kind | null>(null);
  return (
    <section aria-label={m.record_register()}>
      <h2>{m.record_register()}</h2>
      {kinds.map((one) => (
        <Button
          key={one}
          className="record-kind"
          type={kind === one ? "primary" : "default"}
          onClick={() => setKind(kind === one ? null : one)}
        >
          {textOf(importKindNames[one])}
        </Button>
      ))}
      {kind === null ? null : (
        <RecordForm key={kind} kind={kind} personId={personId} law={law} close={() => setKind(null)} />
      )}
    </section>
  );
}

function RecordForm({ kind, personId, law, close }: { kind: Kind; personId: string; law: Law; close: () => void }) {
  const [key] = useState(newKey);
  const { message } = App.useApp();
  const columns = columnsOf(kind).filter(
    ({ id }) => id !== "name" && id !== "idNumber" && (id !== "unit" || kind === "appointments"),
  );
  const sending = useMutation({
    mutationFn: (values: Record<string, string | undefined>) =>
      client.registry.registerRecord({
        key,
        personId,
        kind,
        cells: Object.fromEntries(
          Object.entries(values).flatMap(([id, value]) =>
            value === undefined || value === null ? [] : [[id, value.trim()]],
          ),
        ),
      }),
    onSuccess: async ({ changed }) => {
      message.success(changed ? m.record_registered() : m.record_known());
      close();
      await renewPersons();
    },
  });
  const refusals = refusalsOf(sending.error);
  return (
    <Form
      layout="vertical"
      className="act-form"
      onFinish={(values: Record<string, string | undefined>) => sending.mutate(values)}
    >
      <div className="form-row">
        {columns.map((column) => (
          <Form.Item
            key={column.id}
            name={column.id}
            label={columnName(column)}
            rules={[{ required: column.required === true, whitespace: true }]}
            extra={column.hint === undefined ? null : textOf({ zh: column.hint, en: "" })}
          >
            {fieldOf(column, law)}
          </Form.Item>
        ))}
      </div>
      {refusals.length > 0 ? <Refusals refusals={refusals} /> : null}
      {sending.error !== null && refusals.length === 0 ? <Failure error={sending.error} /> : null}
      <div className="form-buttons">
        <Button type="primary" htmlType="submit" loading={busy(sending.isPending)}>
          {m.save()}
        </Button>
        <Button onClick={close}>{m.cancel()}</Button>
      </div>
    </Form>
  );
}

/** The words stand in the cell as they would in a sheet. */
function fieldOf({ choice }: ImportColumn, law: Law): ReactElement {
  const { levels, personnel, names } = law.vocabulary;
  const select = (words: readonly { name: { zh: string; en: string } }[]) => (
    <Select allowClear options={words.map(({ name }) => ({ value: name.zh, label: textOf(name) }))} />
  );
  if (choice === undefined) return <Input maxLength={200} />;
  switch (choice) {
    case "organizations":
      return <OrganizationPicker byName />;
    case "levels":
      return select(levels);
    case "ranks":
      return select(personnel.ranks);
    case "appointments":
      return select(personnel.appointments);
    case "grades":
      return select(personnel.grades);
    case "honourLevels":
      return select(personnel.honourLevels);
    case "yes-no":
      return (
        <Select
          allowClear
          options={[
            { value: yesWord, label: m.yes() },
            { value: noWord, label: m.no() },
          ]}
        />
      );
    case "managers":
      return select(Object.values(names.managedBy).map((name) => ({ name })));
    case "sexes":
    case "politicalStatuses":
      return <Input maxLength={200} />;
  }
}
