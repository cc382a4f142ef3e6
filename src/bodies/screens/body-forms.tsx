// The fields of each act on a leading body.
import { Button, Form, Radio, Select } from "antd";
import type { ComponentType } from "react";
import { useSearchParams } from "react-router";
import type { z } from "zod";
import type { bodyInputs } from "../rules/body-acts.ts";
import type { BodyActId } from "../rules/body-names.ts";
import type { Law } from "#law/compile/law.ts";
import { bodyReform } from "#law/procedure/measures.ts";
import { named, textOf } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import { BodyField } from "#web/fields/body-field.tsx";
import { DayItem } from "#web/fields/day-item.tsx";
import { EvidenceField } from "#web/fields/evidence-field.tsx";
import { measureNames } from "#web/law/measure-names.ts";
import { SittingFields } from "#web/fields/sitting-fields.tsx";
import { ShortField, WordsField } from "#web/fields/words-field.tsx";
import { useMe } from "#web/session.ts";
import { BodyActForm } from "./body-act-form.tsx";
import { useBody } from "./use-body.ts";
import "#web/fields/form-list.css";

type Props = { act: BodyActId; law: Law };
type Input<Id extends BodyActId> = z.input<(typeof bodyInputs)[Id]>;

function FindBody({ act }: Props) {
  const { today } = useMe();
  const { body, counted } = useBody();
  const open = body.findings.several === null ? "several" : "no-normal-work";
  return (
    <BodyActForm<Input<"find-body">> act={act} initial={{ finding: open, on: today, evidence: [] }}>
      <Form.Item name="finding" label={m.finding()} rules={[{ required: true }]}>
        <Radio.Group
          className="radio-rows"
          options={[
            { value: "several", label: m.finding_several() },
            { value: "no-normal-work", label: m.finding_no_normal_work() },
          ]}
        />
      </Form.Item>
      <p className="quiet">{m.body_members({ count: counted.length })}</p>
      <Form.Item name="found" label={m.finding_result()} rules={[{ required: true }]}>
        <Radio.Group
          options={[
            { value: true, label: m.found_so() },
            { value: false, label: m.found_not_so() },
          ]}
        />
      </Form.Item>
      <DayItem name="on" label={m.finding_on()} />
      <WordsField name="reasons" label={m.reasons()} />
      <FilesField />
    </BodyActForm>
  );
}

function FilesField() {
  return (
    <Form.Item name="evidence" label={m.evidence_files()}>
      <EvidenceField />
    </Form.Item>
  );
}

function MeasureField({ law }: { law: Law }) {
  return (
    <Form.Item name="measure" label={m.measures()} rules={[{ required: true }]}>
      <Radio.Group options={bodyReform(law).measures.map(({ id, name }) => ({ value: id, label: textOf(name) }))} />
    </Form.Item>
  );
}

function ProposeReform({ act, law }: Props) {
  const { today } = useMe();
  return (
    <BodyActForm<Input<"propose-reform">> act={act} initial={{ on: today }}>
      <MeasureField law={law} />
      <div className="form-row">
        <BodyField law={law} label={m.proposal_body()} />
        <DayItem name="on" label={m.proposal_on()} />
      </div>
      <WordsField name="reasons" label={m.reasons()} />
    </BodyActForm>
  );
}

function DeliberateReform({ act, law }: Props) {
  const { today } = useMe();
  const [form] = Form.useForm<Input<"deliberate-reform">>();
  const present = Form.useWatch("attendance", form) ?? [];
  return (
    <BodyActForm<Input<"deliberate-reform">>
      act={act}
      form={form}
      initial={{ on: today, attendance: [], absent: [], recusals: [], evidence: [] }}
    >
      <SittingFields law={law} present={present} />
      <FilesField />
    </BodyActForm>
  );
}

function DecideReform({ act, law }: Props) {
  const { today } = useMe();
  const { body, view, counted } = useBody();
  const [form] = Form.useForm<Input<"decide-reform">>();
  const measure = Form.useWatch("measure", form);
  const proposed = body.proposal?.measure;
  const members = new Map([
    ...Object.entries(view.members),
    ...counted.flatMap(({ personId, name }) => (personId === null ? [] : [[personId, name] as const])),
  ]);
  return (
    <BodyActForm<Input<"decide-reform">>
      act={act}
      form={form}
      initial={{
        ...(proposed === undefined ? {} : { measure: proposed }),
        ...(body.deliberation === null ? {} : { body: body.deliberation.body }),
        on: today,
        followUps: [],
        evidence: [],
      }}
      inputOf={({ departure, followUps, ...rest }) => ({
        ...rest,
        departure: rest.measure === proposed ? null : (departure ?? null),
        followUps: followUps ?? [],
      })}
    >
      {proposed === undefined ? null : <p>{named(m.body_proposed(), measureNames(law, [proposed]))}</p>}
      <MeasureField law={law} />
      {measure === undefined || measure === proposed ? null : (
        <WordsField name="departure" label={m.departure()} extra={m.departure_extra()} />
      )}
      <div className="form-row">
        <BodyField law={law} label={m.decision_body()} />
        <DayItem name="on" label={m.decision_on()} />
        <ShortField name="documentNumber" label={m.document_number()} />
      </div>
      <Form.List name="followUps">
        {(fields, list) => (
          <fieldset className="form-list">
            <legend>{m.follow_ups()}</legend>
            {fields.map((field) => (
              <div className="form-list-row" key={field.key}>
                <Form.Item name={[field.name, "personId"]} label={m.follow_up_member()} rules={[{ required: true }]}>
                  <Select
                    showSearch={{ optionFilterProp: "label" }}
                    options={[...members].map(([value, label]) => ({ value, label }))}
                  />
                </Form.Item>
                <ShortField name={[field.name, "what"]} label={m.follow_up_what()} />
                <Form.Item name={[field.name, "accountId"]} label={m.item_owner()} rules={[{ required: true }]}>
                  <Select
                    showSearch={{ optionFilterProp: "label" }}
                    options={view.owners.map(({ accountId, name }) => ({ value: accountId, label: name }))}
                  />
                </Form.Item>
                <DayItem name={[field.name, "dueOn"]} label={m.due_on()} />
                <Button
                  className="row-remove"
                  aria-label={m.follow_up_remove({ number: field.name + 1 })}
                  onClick={() => list.remove(field.name)}
                >
                  {m.remove()}
                </Button>
              </div>
            ))}
            <Button onClick={() => list.add({})}>{m.follow_up_add()}</Button>
          </fieldset>
        )}
      </Form.List>
    </BodyActForm>
  );
}

function DeclineReform({ act }: Props) {
  const { today } = useMe();
  return (
    <BodyActForm<Input<"decline-reform">> act={act} initial={{ on: today }}>
      <DayItem name="on" label={m.decision_on()} />
      <WordsField name="reasons" label={m.reasons()} />
    </BodyActForm>
  );
}

function CompleteFollowUp({ act }: Props) {
  const { today } = useMe();
  const { body } = useBody();
  const [parameters] = useSearchParams();
  const open = body.followUps.filter(({ done }) => done === null);
  const asked = open.find(({ id }) => id === parameters.get("followUp"));
  const first = asked ?? (open.length === 1 ? open[0] : undefined);
  return (
    <BodyActForm<Input<"complete-follow-up">>
      act={act}
      initial={{ on: today, evidence: [], ...(first === undefined ? {} : { followUp: first.id }) }}
    >
      <Form.Item name="followUp" label={m.follow_ups()} rules={[{ required: true }]}>
        <Radio.Group
          className="radio-rows"
          options={open.map(({ id, name, what }) => ({ value: id, label: named(name, what) }))}
        />
      </Form.Item>
      <DayItem name="on" label={m.follow_up_done_on()} />
      <WordsField name="note" label={m.follow_up_note()} />
      <FilesField />
    </BodyActForm>
  );
}

export const bodyForms: Readonly<Record<BodyActId, ComponentType<Props>>> = {
  "find-body": FindBody,
  "propose-reform": ProposeReform,
  "deliberate-reform": DeliberateReform,
  "decide-reform": DecideReform,
  "decline-reform": DeclineReform,
  "complete-follow-up": CompleteFollowUp,
};
