// The names of a list, pasted or read from a file, with how many they are.
import { Form, Input } from "antd";
import { maxAsked } from "../../contract/clearance.ts";
import { m } from "#web/paraglide/messages.js";
import { parseNames } from "#eligibility/screens/eligibility/pasted-list.ts";
import { NamesFile } from "./names-file.tsx";

/** The field `list` of the form around it. */
export function NamesField() {
  const form = Form.useFormInstance<{ list?: string }>();
  const list = Form.useWatch("list", form) ?? "";
  return (
    <>
      <NamesFile onLines={(lines) => form.setFieldsValue({ list: lines.join("\n") })} />
      <Form.Item
        name="list"
        label={m.name_list()}
        extra={m.name_list_extra({ most: maxAsked })}
        rules={[{ required: true, whitespace: true }, { validator: checkList }]}
      >
        <Input.TextArea autoSize={{ minRows: 8, maxRows: 16 }} placeholder={m.name_list_placeholder()} />
      </Form.Item>
      {list.trim() === "" ? null : <output>{m.clearance_count({ count: parseNames(list).length })}</output>}
    </>
  );
}

function checkList(_rule: unknown, text: unknown): Promise<void> {
  const names = typeof text === "string" ? parseNames(text) : [];
  if (names.length > maxAsked)
    return Promise.reject(new Error(m.name_list_too_long({ count: names.length, most: maxAsked })));
  const nameless = names.findIndex((one) => one.name === "");
  return nameless >= 0 ? Promise.reject(new Error(m.name_list_nameless({ row: nameless + 1 }))) : Promise.resolve();
}
