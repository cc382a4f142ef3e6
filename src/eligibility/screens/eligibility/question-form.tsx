// The question: for what, when or for which year, up to which level, and about whom. Purpose and date stand in the URL, names never.
import { Button, Form, Input, InputNumber, Radio } from "antd";
import type { ChangeEvent } from "react";
import { maxNames } from "../../contract/eligibility.ts";
import { maxRows } from "#server/contract/streams.ts";
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
import { NamesField } from "#lists/screens/names-field.tsx";
import type { NamesValue } from "#lists/screens/names-field.tsx";
import { askedName } from "#lists/screens/use-name-list.ts";
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
  names?: NamesValue;
  file?: File;
};
type Props = {
  law: Law;
  person: PersonRow | null;
  waiting: boolean;
  onAsk: (question: Question) => void;
  onFile: (asked: ListAsked) => void;
};

export function QuestionForm({ law, person, waiting, onAsk, onFile }: Props) {
  const { today } = useMe();
  const url = useUrlState();
  const [form] = Form.useForm<Values>();
  const { purposes } = law.vocabulary;
  const purpose = Form.useWatch("purpose", form);
  const about = Form.useWatch("about", form);
  const askedBy = purposes.find((one) => one.id === purpose)?.asked;
  const isOnDate = askedBy === "on-date";
  const isForYear = askedBy === "for-year";
  const ask = (values: Values) => {
    const date = isOnDate ? (values.date ?? null) : null;
    const year = isForYear ? (values.year ?? null) : null;
    const toLevel = isOnDate ? (values.toLevel ?? null) : null;
    const { purpose: asked, about: whom, file } = values;
    // A new list is shown whole.
    const shown = { show: "", why: "" };
    url.set({
      purpose: asked,
      date: date ?? "",
      year: year === null ? "" : String(year),
      about: whom,
      level: toLevel ?? "",
      ...shown,
    });
    const question = { purpose: asked, date, year };
    if (whom === "file" && file !== undefined) onFile({ ...question, toLevel, file });
    else onAsk({ ...question, names: namesOf(values, person, toLevel) });
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
        <TimeFields law={law} isOnDate={isOnDate} isForYear={isForYear} />
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
      <AboutFields about={about} />
      <div className="form-buttons">
        <Button type="primary" htmlType="submit" loading={busy(waiting)}>
          {about === "file" ? m.list_ask() : m.ask()}
        </Button>
        <Button onClick={() => form.resetFields()}>{m.reset()}</Button>
      </div>
    </Form>
  );
}

/** Day and level, or year, as the purpose is asked. */
function TimeFields({ law, isOnDate, isForYear }: { law: Law; isOnDate: boolean; isForYear: boolean }) {
  return (
    <>
      {isOnDate ? <DayItem name="date" label={m.question_date()} /> : null}
      {isOnDate ? (
        <Form.Item name="toLevel" label={m.to_level()} extra={m.to_level_extra()}>
          <LevelSelect law={law} />
        </Form.Item>
      ) : null}
      {isForYear ? (
        <Form.Item name="year" label={m.question_year()} rules={[{ required: true }]}>
          <InputNumber min={1900} max={2100} precision={0} />
        </Form.Item>
      ) : null}
    </>
  );
}

/** Name, unit and ID number of one person; a pasted list; or a file. */
function AboutFields({ about }: { about: Values["about"] | undefined }) {
  return (
    <>
      {about === "list" ? <NamesField most={maxNames} /> : null}
      {about === "file" ? (
        <Form.Item
          name="file"
          label={m.list_file()}
          extra={m.list_file_extra({ most: maxRows })}
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
            <Input maxLength={40} />
          </Form.Item>
        </div>
      ) : null}
    </>
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
function namesOf(values: Values, person: PersonRow | null, toLevel: string | null) {
  if (values.about === "list")
    return (values.names ?? []).map((row) => ({
      ...askedName(row),
      personId: null,
      toLevel: toLevel === null ? null : (row.level ?? toLevel),
    }));
  const same = person !== null && values.name === person.name && values.unit === person.organizationName;
  return [
    {
      name: (values.name ?? "").trim(),
      unit: same ? "" : (values.unit ?? "").trim(),
      idNumber: (values.idNumber ?? "").trim(),
      personId: same ? person.personId : null,
      toLevel,
    },
  ];
}
