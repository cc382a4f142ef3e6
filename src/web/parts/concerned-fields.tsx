// The units and persons a lead concerns, as a list in a form; who is found in the register is chosen from it.
import { useQuery } from "@tanstack/react-query";
import { Alert, Button, Form, Input } from "antd";
import type { Concerned } from "#casework/events.ts";
import { api } from "../client.ts";
import { m } from "../paraglide/messages.js";
import { MatterLink } from "./matter-link.tsx";
import { PersonPicker } from "./person-picker.tsx";
import { StageTag } from "./stage-tag.tsx";

export type ConcernedValues = (Partial<Concerned> | undefined)[];
type Values = { concerned: ConcernedValues };

export function ConcernedList({ label }: { label: string }) {
  return (
    <Form.List name="concerned">
      {(fields, { add, remove }) => (
        <fieldset className="form-list">
          <legend>{label}</legend>
          {fields.map((field) => (
            <ConcernedFields key={field.key} index={field.name} onRemove={() => remove(field.name)} />
          ))}
          <Button onClick={() => add({})}>{m.lead_add_concerned()}</Button>
        </fieldset>
      )}
    </Form.List>
  );
}

/** What an act takes, from what the fields hold. */
export function concernedInput(concerned: ConcernedValues | undefined): Concerned[] {
  return (concerned ?? []).map((one) => ({
    name: one?.name ?? "",
    unit: one?.unit ?? "",
    personId: one?.personId ?? null,
  }));
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
