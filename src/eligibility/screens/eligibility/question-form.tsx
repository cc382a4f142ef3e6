// The question: for what, when or for which year, up to which level, and about whom. Purpose and date stand in the URL, names never.
import { Button, Form, Input, InputNumber, Radio } from "antd";
import type { ChangeEvent } from "react";
import { mostListed } from "#server/contract/streams.ts";
import type { Law } from "#law/compile/law.ts";
import { textOf } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import { DayItem } from "#web/fields/day-item.tsx";
import { LevelSelect } from "#web/fields/level-field.tsx";
import type { PersonRow } from "#web/fields/person-picker.tsx";
import { useUrlState } from "#web/frame/url-state.ts";
import { useMe } from "#web/session.ts";
import type { Question } from "./eligibility.tsx";
import type { ListAsked } from "./list-sheet.tsx";
import { parseNames } from "./pasted-names.ts";
import { busy } from "#web/frame/busy.tsx";

type Values = {
  purpose: Question["purpose"];
  date?: string;
  year?: number;
  toLevel?: string | null;
  about: "one" | "list" | "file";
  name?: string;
  unit?: string;
  idNumber?: string;
  list?: string;
  file?: File;
};
type Props = {
  law: Law;
  person: PersonRow | null;
  waiting: boolean;
  onAsk: (question: Question) => void;
  onFile: (asked: ListAsked) => void;
};

const mostNames = 2000;

export function QuestionForm({ law, person, waiting, onAsk, onFile }: Props) {
  const { today } = useMe();
  const url = useUrlState();
  const [form] = Form.useForm<Values>();
  const { purposes } = law.vocabulary;
  const purpose = Form.useWatch("purpose", form);
  const about = Form.useWatch("about", form);
  const onDate = purposes.find((one) => one.id === purpose)?.asked === "on-date";
  const forYear = purposes.find((one) => one.id === purpose)?.asked === "for-year";
  const ask = (values: Values) => {
    url.set({
      purpose: values.purpose,
      date: onDate ? (values.date ?? "") : "",
      year: forYear ? String(values.year ?? "") : "",
      about: values.about,
      level: onDate ? (values.toLevel ?? "") : "",
      // A new list is shown whole.
      show: "",
      why: "",
    });
    const question = {
      purpose: values.purpose,
      date: onDate ? (values.date ?? null) : null,
      year: forYear ? (values.year ?? null) : null,
    };
    const toLevel = onDate ? (values.toLevel ?? null) : null;
    if (values.about === "file" && values.file !== undefined) onFile({ ...question, toLevel, file: values.file });
    else onAsk({ ...question, names: namesOf(values, person).map((one) => ({ ...one, toLevel })) });
  };
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      className="act-form"
      scrollToFirstError
      initialValues={{
        purpose: purposes.find((one) => one.id === url.one("purpose"))?.id,
        date: url.one("date") === "" ? today : url.one("date"),
        year: url.one("year") === "" ? Number(today.slice(0, 4)) : Number(url.one("year")),
        toLevel: url.one("level") === "" ? null : url.one("level"),
        about: aboutIn(url.one("about")),
        name: person?.name,
        unit: person?.organizationName,
      }}
      onFinish={ask}
    >
      <Form.Item name="purpose" label={m.purpose()} rules={[{ required: true }]}>
        <Radio.Group options={purposes.map((one) => ({ value: one.id, label: textOf(one.name) }))} />
      </Form.Item>
      <div className="form-row">
        {onDate ? <DayItem name="date" label={m.question_date()} /> : null}
        {onDate ? (
          <Form.Item name="toLevel" label={m.to_level()} extra={m.to_level_extra()}>
            <LevelSelect law={law} />
          </Form.Item>
        ) : null}
        {forYear ? (
          <Form.Item name="year" label={m.question_year()} rules={[{ required: true }]}>
            <InputNumber min={1900} max={2100} precision={0} />
          </Form.Item>
        ) : null}
      </div>
      <Form.Item name="about" label={m.about_whom()}>
        <Radio.Group
          options={[
            { value: "one", label: m.about_one() },
            { value: "list", label: m.about_list() },
            { value: "file", label: m.about_file() },
          ]}
        />
      </Form.Item>
      {about === "list" ? (
        <Form.Item
          name="list"
          label={m.name_list()}
          extra={m.name_list_extra({ most: mostNames })}
          rules={[{ required: true, whitespace: true }, { validator: checkList }]}
        >
          <Input.TextArea autoSize={{ minRows: 5, maxRows: 16 }} placeholder={m.name_list_placeholder()} />
        </Form.Item>
      ) : null}
      {about === "file" ? (
        <Form.Item
          name="file"
          label={m.list_file()}
          extra={m.list_file_extra({ most: mostListed })}
          rules={[{ required: true }]}
          valuePropName="files"
          getValueFromEvent={(event: ChangeEvent<HTMLInputElement>) => event.target.files?.[0]}
        >
          <FileInput />
        </Form.Item>
      ) : null}
      {about === "one" ? (
        <div className="form-row">
          <Form.Item name="name" label={m.person_name()} rules={[{ required: true, whitespace: true }]}>
            <Input maxLength={50} />
          </Form.Item>
          <Form.Item name="unit" label={m.unit_optional()}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="idNumber" label={m.id_number_optional()}>
            <Input maxLength={18} />
          </Form.Item>
        </div>
      ) : null}
      <div className="form-buttons">
        <Button type="primary" htmlType="submit" loading={busy(waiting)}>
          {about === "file" ? m.list_ask() : m.ask()}
        </Button>
        <Button onClick={() => form.resetFields()}>{m.reset()}</Button>
      </div>
    </Form>
  );
}

function aboutIn(text: string): Values["about"] {
  return text === "list" || text === "file" ? text : "one";
}

/** The browser's own field; what was chosen cannot be put into it again. */
function FileInput({ id, onChange }: { id?: string; onChange?: (event: ChangeEvent<HTMLInputElement>) => void }) {
  return <input id={id} type="file" accept=".xlsx,.xls,.txt,.csv" onChange={onChange} />;
}

/** A person that the link named stays the one asked about while name and unit are left as they are. */
function namesOf(values: Values, person: PersonRow | null) {
  if (values.about === "list") return parseNames(values.list ?? "").map((one) => ({ ...one, personId: null }));
  const same = person !== null && values.name === person.name && values.unit === person.organizationName;
  return [
    {
      name: (values.name ?? "").trim(),
      unit: same ? "" : (values.unit ?? "").trim(),
      idNumber: (values.idNumber ?? "").trim(),
      personId: same ? person.personId : null,
    },
  ];
}

function checkList(_rule: unknown, text: unknown): Promise<void> {
  const names = typeof text === "string" ? parseNames(text) : [];
  if (names.length > mostNames)
    return Promise.reject(new Error(m.name_list_too_long({ count: names.length, most: mostNames })));
  const nameless = names.findIndex((one) => one.name === "");
  return nameless >= 0 ? Promise.reject(new Error(m.name_list_nameless({ row: nameless + 1 }))) : Promise.resolve();
}
