// Choosing items of execution: those that are open, each with its subject and its day.
import { Form, Radio } from "antd";
import { useSearchParams } from "react-router";
import type { ExecutionItem } from "#casework/execution/execution.ts";
import { textOf } from "../language.ts";
import { m } from "../paraglide/messages.js";
import { Choices } from "../fields/choices.tsx";
import "./item-field.css";

/** Subject and item in one value of a form. */
export function keyOfItem({ subjectId, item }: { subjectId: string | null; item: string }): string {
  return `${subjectId ?? ""} ${item}`;
}

export function itemOfKey(key: string): { subjectId: string; item: string } {
  const at = key.lastIndexOf(" ");
  return { subjectId: key.slice(0, at), item: key.slice(at + 1) };
}

export function itemName({ subjectName, name }: Pick<ExecutionItem, "subjectName" | "name">): string {
  return subjectName === null ? textOf(name) : m.item_of_subject({ subject: subjectName, item: textOf(name) });
}

/** The item named in the URL, where it is among these. */
export function useFirstItem(items: readonly ExecutionItem[]): string | undefined {
  const [parameters] = useSearchParams();
  const named = parameters.get("item");
  return items.map(keyOfItem).find((key) => key === named);
}

export function ItemsField({ items }: { items: readonly ExecutionItem[] }) {
  return (
    <Form.Item
      name="items"
      label={m.items()}
      rules={[{ required: true, type: "array", min: 1 }]}
      extra={items.length === 0 ? m.no_open_items() : undefined}
    >
      <Choices options={items.map((item) => ({ value: keyOfItem(item), label: itemName(item) }))} rows />
    </Form.Item>
  );
}

export function ItemField({ items }: { items: readonly ExecutionItem[] }) {
  return (
    <Form.Item
      name="item"
      label={m.item()}
      rules={[{ required: true }]}
      extra={items.length === 0 ? m.no_open_items() : undefined}
    >
      <Radio.Group
        className="item-choices"
        options={items.map((item) => ({ value: keyOfItem(item), label: itemName(item) }))}
      />
    </Form.Item>
  );
}
