// The units and persons a lead concerns, as a list in a form; who is found in the register is chosen from it.
import { Button, Form, Input } from "antd";
import type { Concerned } from "#casework/events.ts";
import { m } from "../paraglide/messages.js";
import { PersonPicker } from "./person-picker.tsx";
import "./form-list.css";

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
    </div>
  );
}
