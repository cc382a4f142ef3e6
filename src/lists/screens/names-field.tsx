// The names of a list, pasted or read from a file: shown as they were understood before they are sent.
import { Button, Form, Input } from "antd";
import { m } from "#web/paraglide/messages.js";
import { ListGrid } from "./list-grid.tsx";
import { NamesFile } from "./names-file.tsx";
import type { GridRow } from "./row-state.ts";
import { useNameList } from "./use-name-list.ts";

type Props = { most: number };
/** The field `names` of the form around it: rows of the grid. */
export type NamesValue = readonly GridRow[];

export function NamesField({ most }: Props) {
  return (
    <Form.Item
      name="names"
      label={m.name_list()}
      htmlFor="name-list"
      extra={m.name_list_extra({ most })}
      required
      validateTrigger={[]}
      rules={[{ validator: (_rule, rows: NamesValue | undefined) => checkNames(rows ?? [], most) }]}
    >
      <NamesEditor />
    </Form.Item>
  );
}

/** Text and grid; antd hands in `value` and `onChange`. */
function NamesEditor({ value = [], onChange }: { value?: NamesValue; onChange?: (rows: NamesValue) => void }) {
  const list = useNameList(value, (rows) => onChange?.(rows));
  return (
    <>
      <NamesFile onRead={list.takeList} />
      {list.isEdited ? (
        <p>
          {m.list_edited()} <Button onClick={list.startAnew}>{m.list_start_anew()}</Button>
        </p>
      ) : (
        <Input.TextArea
          id="name-list"
          aria-label={m.name_list()}
          autoSize={{ minRows: 5, maxRows: 12 }}
          placeholder={m.name_list_placeholder()}
          value={list.text}
          onChange={({ target }) => list.takeText(target.value)}
          onBlur={list.compare}
        />
      )}
      {value.length === 0 && list.notRead.length === 0 ? null : (
        <>
          <output>{m.clearance_count({ count: value.length })}</output>
          <ListGrid rows={value} notRead={list.notRead} onEdit={list.edit} onRemove={list.remove} />
        </>
      )}
    </>
  );
}

function checkNames(rows: NamesValue, most: number): Promise<void> {
  if (rows.length === 0) return Promise.reject(new Error(m.name_list_empty()));
  if (rows.length > most) return Promise.reject(new Error(m.name_list_too_long({ count: rows.length, most })));
  const nameless = rows.find(({ name }) => name.trim() === "");
  return nameless === undefined
    ? Promise.resolve()
    : Promise.reject(new Error(m.name_list_nameless({ row: nameless.row })));
}
