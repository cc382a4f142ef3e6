// A list as it was understood, row by row, before anything is asked: who is clear, doubled, unclear, not read. Every cell can be corrected, every row taken out.
import { Button, Input, Segmented, Table } from "antd";
import type { TableColumnsType } from "antd";
import { useMemo, useState } from "react";
import { rowWords } from "#imports/rules/import-row.ts";
import { LevelSelect } from "#web/fields/level-field.tsx";
import { useLaw } from "#web/law.ts";
import { m } from "#web/paraglide/messages.js";
import type { ListedName } from "../rules/listed-names.ts";
import type { NotReadRow } from "../rules/sheet-blocks.ts";
import { stateText, stateOfRow } from "./row-state.ts";
import type { GridRow, RowState } from "./row-state.ts";
import "./list-grid.css";

type Props = {
  rows: readonly GridRow[];
  notRead: readonly NotReadRow[];
  onEdit: (id: number, change: Partial<Pick<ListedName, "name" | "unit" | "idNumber" | "level">>) => void;
  onRemove: (id: number) => void;
};

const states: readonly RowState[] = ["clear", "doubled", "unclear"];

export function ListGrid({ rows, notRead, onEdit, onRemove }: Props) {
  const [shown, setShown] = useState<RowState | "all">("all");
  const stated = useMemo(() => rows.map((row, index) => ({ row, ...stateOfRow(rows, index) })), [rows]);
  const counts = (state: RowState) => stated.filter((one) => one.state === state).length;
  const columns = useColumns(onEdit, onRemove);
  return (
    <section className="list-grid" aria-label={m.list_grid()}>
      <Segmented<RowState | "all">
        value={shown}
        onChange={setShown}
        options={[
          { value: "all", label: m.list_all({ count: rows.length }) },
          ...states.map((state) => ({ value: state, label: stateText[state]({ count: counts(state) }) })),
        ]}
      />
      <Table<(typeof stated)[number]>
        size="small"
        virtual
        scroll={{ x: 1010, y: 360 }}
        rowKey={({ row }) => row.id}
        dataSource={shown === "all" ? stated : stated.filter(({ state }) => state === shown)}
        columns={columns}
        pagination={false}
      />
      <NotRead rows={notRead} />
    </section>
  );
}

type Stated = { row: GridRow; state: RowState; why: string };

function useColumns(onEdit: Props["onEdit"], onRemove: Props["onRemove"]): TableColumnsType<Stated> {
  const law = useLaw();
  return useMemo(() => {
    const cell =
      (field: "name" | "unit" | "idNumber", label: string, most: number) =>
      (_value: unknown, { row }: Stated) => (
        <Input
          key={`${row.id} ${row[field]}`}
          size="small"
          variant="borderless"
          aria-label={m.list_cell({ column: label, row: rowWords(row.row) })}
          defaultValue={row[field]}
          maxLength={most}
          onBlur={({ target }) => (target.value === row[field] ? undefined : onEdit(row.id, { [field]: target.value }))}
          onPressEnter={(event) => {
            event.preventDefault();
            event.currentTarget.blur();
          }}
        />
      );
    return [
      { title: m.list_row(), width: 60, render: (_value, { row }) => rowWords(row.row) },
      { title: m.person_name(), width: 120, render: cell("name", m.person_name(), 50) },
      { title: m.unit(), width: 220, render: cell("unit", m.unit(), 100) },
      { title: m.id_number(), width: 185, render: cell("idNumber", m.id_number(), 40) },
      {
        title: m.to_level(),
        width: 145,
        render: (_value, { row }) => (
          <LevelSelect
            law={law}
            aria-label={m.list_cell({ column: m.to_level(), row: rowWords(row.row) })}
            value={row.level}
            onChange={(level) => onEdit(row.id, { level })}
          />
        ),
      },
      {
        title: m.list_state(),
        width: 220,
        render: (_value, { state, why }) => <span className={`list-state list-state-${state}`}>{why}</span>,
      },
      {
        title: m.list_remove(),
        width: 60,
        render: (_value, { row }) => (
          <Button
            type="link"
            size="small"
            aria-label={m.list_remove_row({ row: rowWords(row.row) })}
            onClick={() => onRemove(row.id)}
          >
            {m.list_remove()}
          </Button>
        ),
      },
    ];
  }, [law, onEdit, onRemove]);
}

/** Whatever stands in the list and was taken for nobody, so that nobody is lost in silence. */
function NotRead({ rows }: { rows: readonly NotReadRow[] }) {
  if (rows.length === 0) return null;
  return (
    <details className="list-not-read" open={rows.length <= 5}>
      <summary>{m.list_not_read({ count: rows.length })}</summary>
      <ul>
        {rows.map(({ row, text, why }, index) => (
          <li key={`${row} ${index}`}>{m.list_not_read_row({ row: rowWords(row), text, why: reasonText[why]() })}</li>
        ))}
      </ul>
    </details>
  );
}

const reasonText: Record<NotReadRow["why"], () => string> = {
  title: m.list_why_title,
  total: m.list_why_total,
  note: m.list_why_note,
  "above-headings": m.list_why_above,
  "no-name": m.list_why_no_name,
  "not-a-name": m.list_why_not_a_name,
  "hidden-sheet": m.list_why_hidden_sheet,
};
