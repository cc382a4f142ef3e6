// 事实见面: which facts, by whom of the inquiry group, and what the subject says to them.
import { useQuery } from "@tanstack/react-query";
import { Checkbox, Form } from "antd";
import { factsNotPut, subjectFileOf } from "../../case.ts";
import { api } from "#web/client.ts";
import { m } from "#web/paraglide/messages.js";
import { Choices } from "#web/fields/choices.tsx";
import { DayItem } from "#web/fields/day-item.tsx";
import { SubjectField, useFirstSubject } from "#web/fields/subject-field.tsx";
import { ShortField, WordsField } from "#web/fields/words-field.tsx";
import { useMe } from "#web/session.ts";
import { ActForm } from "#web/acts/act-form.tsx";
import type { RawInputOf } from "../../input.ts";
import { factLabel } from "../establish-circumstance/form.tsx";
import type { CaseFormProps } from "#web/acts/forms.tsx";

export function PutFacts({ matter }: CaseFormProps) {
  const [form] = Form.useForm<RawInputOf<"put-facts">>();
  const { today } = useMe();
  const { data: view } = useQuery(api.matters.get.queryOptions({ input: { matterId: matter.id } }));
  const first = useFirstSubject(matter.subjects);
  const chosen = Form.useWatch("subjectId", form) ?? first;
  const file = chosen === undefined ? null : subjectFileOf(matter, chosen);
  const facts = matter.facts.filter((fact) => chosen !== undefined && fact.subjectIds.includes(chosen));
  const unput = (of: typeof file) => (of === null ? [] : factsNotPut(matter, of).map((fact) => fact.factId));
  return (
    <ActForm
      act="put-facts"
      matter={matter}
      form={form}
      initial={{ subjectId: first, on: today, inquirers: [], factIds: unput(file), signed: false }}
      inputOf={({ subjectId, factIds, on, place, inquirers, opinion, signed }) => ({
        subjectId,
        factIds,
        on,
        place,
        inquirers,
        opinion,
        signed,
      })}
    >
      <SubjectField files={matter.subjects} />
      <Form.Item name="factIds" label={m.facts_put_ids()} rules={[{ required: true, type: "array" }]}>
        <Choices rows options={facts.map((fact) => ({ value: fact.factId, label: factLabel(fact) }))} />
      </Form.Item>
      <div className="form-row">
        <DayItem name="on" label={m.facts_put_on()} />
        <ShortField name="place" label={m.facts_put_place()} />
      </div>
      <Form.Item
        name="inquirers"
        label={m.facts_put_by()}
        extra={m.facts_put_by_extra()}
        rules={[{ required: true, type: "array" }]}
      >
        <Choices
          options={(matter.group?.inquirers ?? []).map((id) => ({ value: id, label: view?.accounts[id] ?? id }))}
        />
      </Form.Item>
      <WordsField name="opinion" label={m.facts_put_opinion()} />
      <Form.Item name="signed" valuePropName="checked" label={m.statement_signed_label()}>
        <Checkbox>{m.facts_put_signed()}</Checkbox>
      </Form.Item>
    </ActForm>
  );
}
