// 登记线索: where it came from, when, what it says and whom it concerns; never who reported it.
import { useQuery } from "@tanstack/react-query";
import { Alert, Button, Form, Input, Select } from "antd";
import type { Concerned, LeadSource } from "#casework/events.ts";
import { api } from "../client.ts";
import { m } from "../paraglide/messages.js";
import { DayItem } from "../parts/day-item.tsx";
import { MatterLink } from "../parts/matter-link.tsx";
import { PersonPicker } from "../parts/person-picker.tsx";
import { StageTag } from "../parts/stage-tag.tsx";
import { WordsField } from "../parts/words-field.tsx";
import { useMe } from "../session.tsx";
import { ActForm } from "./act-form.tsx";
import { leadSources } from "./lead-sources.ts";

type Values = {
  source: LeadSource;
  receivedOn: string;
  summary: string;
  concerned: (Partial<Concerned> | undefined)[];
};

export function RegisterLead() {
  const [form] = Form.useForm<Values>();
  const { today } = useMe();
  return (
    <ActForm
      act="register-lead"
      matter={null}
      form={form}
      initial={{ receivedOn: today, concerned: [{}] }}
      inputOf={({ source, receivedOn, summary, concerned }) => ({
        source,
        receivedOn,
        summary,
        concerned: concerned.map((one) => ({
          name: one?.name ?? "",
          unit: one?.unit ?? "",
          personId: one?.personId ?? null,
        })),
      })}
    >
      <div className="form-row">
        <Form.Item name="source" label={m.lead_source()} rules={[{ required: true }]}>
          <Select
            showSearch={{ optionFilterProp: "label" }}
            options={Object.entries(leadSources).map(([value, name]) => ({ value, label: name() }))}
          />
        </Form.Item>
        <DayItem name="receivedOn" label={m.lead_received_on()} />
      </div>
      <WordsField name="summary" label={m.lead_summary()} extra={m.lead_summary_extra()} rows={4} />
      <Form.List name="concerned">
        {(fields, { add, remove }) => (
          <fieldset className="form-list">
            <legend>{m.lead_concerned()}</legend>
            {fields.map((field) => (
              <ConcernedFields key={field.key} index={field.name} onRemove={() => remove(field.name)} />
            ))}
            <Button onClick={() => add({})}>{m.lead_add_concerned()}</Button>
          </fieldset>
        )}
      </Form.List>
    </ActForm>
  );
}

function ConcernedFields({ index, onRemove }: { index: number; onRemove: () => void }) {
  const form = Form.useFormInstance<Values>();
  const name: unknown = Form.useWatch(["concerned", index, "name"], form);
  return (
    <div className="form-list-row">
      <Form.Item name={[index, "personId"]} label={m.lead_from_register()}>
        <PersonPicker
          onPerson={(person) => {
            if (person === null) return;
            form.setFieldValue(["concerned", index, "name"], person.name);
            form.setFieldValue(["concerned", index, "unit"], person.organizationName);
          }}
        />
      </Form.Item>
      <Form.Item name={[index, "name"]} label={m.person_name()} rules={[{ required: true, whitespace: true }]}>
        <Input maxLength={200} onChange={() => form.setFieldValue(["concerned", index, "personId"], null)} />
      </Form.Item>
      <Form.Item name={[index, "unit"]} label={m.unit()} rules={[{ required: true, whitespace: true }]}>
        <Input maxLength={200} />
      </Form.Item>
      <Button className="row-remove" aria-label={m.lead_remove_concerned({ number: index + 1 })} onClick={onRemove}>
        {m.remove()}
      </Button>
      <EarlierLeads name={typeof name === "string" ? name.trim() : ""} />
    </div>
  );
}

/** Leads already registered on the same name: one matter is not registered twice unknowingly. */
function EarlierLeads({ name }: { name: string }) {
  const found = useQuery(
    api.matters.leads.queryOptions({ input: { query: name, limit: 5 }, enabled: name.length >= 2 }),
  );
  const rows = (found.data?.rows ?? []).filter((row) => row.concerned.includes(name));
  if (rows.length === 0) return null;
  return (
    <Alert
      type="warning"
      className="row-note"
      title={m.lead_earlier({ name })}
      description={
        <ul>
          {rows.map((row) => (
            <li key={row.matterId}>
              <MatterLink kind="lead" matterId={row.matterId} number={row.number} /> {row.title}{" "}
              <StageTag stage={row.stage} />
            </li>
          ))}
        </ul>
      }
    />
  );
}
