// A list while it is put together: from text or file to rows, compared with the registry, corrected.
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { client } from "#web/client.ts";
import { useLaw } from "#web/law.ts";
import { maxListed } from "../contract.ts";
import { idNumberOf } from "../rules/cell-id-number.ts";
import { nameOf } from "../rules/cell-name.ts";
import { nameListOf } from "../rules/listed-names.ts";
import type { ListedName, ListNote, NameList } from "../rules/listed-names.ts";
import { readSheet, rowsOfText } from "../rules/sheet-blocks.ts";
import type { NotReadRow } from "../rules/sheet-blocks.ts";
import type { GridRow } from "./row-state.ts";

const numberNotes: ReadonlySet<string> = new Set<ListNote>(["number-spoilt", "number-masked", "number-invalid"]);

/** What is asked of a row: a number that is none is not compared, which the row says. */
export function askedName({ name, unit, idNumber, notes }: GridRow) {
  return { name, unit, idNumber: notes.some((note) => numberNotes.has(note)) ? "" : idNumber };
}

type Change = Partial<Pick<ListedName, "name" | "unit" | "idNumber" | "level">>;

export function useNameList(rows: readonly GridRow[], onChange: (rows: readonly GridRow[]) => void) {
  const law = useLaw();
  const [text, setText] = useState("");
  const [notRead, setNotRead] = useState<NotReadRow[]>([]);
  // From then on the grid says what the list is, no longer the text.
  const [isEdited, setEdited] = useState(false);
  const comparing = useMutation({
    mutationFn: async (asked: readonly GridRow[]) => {
      const names = asked.map(askedName);
      return { asked, answer: await client.lists.check({ names }) };
    },
    onSuccess: ({ asked, answer }) => {
      const found = new Map(asked.map((row, index) => [row, answer.rows[index]]));
      // What was changed meanwhile is another row and is compared again.
      onChange(
        rows.map((row) => {
          const one = found.get(row);
          if (one === undefined) return row;
          return {
            ...row,
            match: { match: one.match, personId: one.person?.personId ?? null, candidates: one.candidates },
          };
        }),
      );
    },
  });
  const compare = (all: readonly GridRow[] = rows) => {
    const open = all.filter(({ match, name }) => match === null && name.trim() !== "").slice(0, maxListed);
    if (open.length > 0) comparing.mutate(open);
  };
  const take = ({ people, notRead: named }: NameList): GridRow[] => {
    const taken = people.map((one, id) => ({ ...one, id, match: null }));
    setNotRead(named);
    onChange(taken);
    return taken;
  };
  return {
    text,
    notRead,
    isEdited,
    compare: () => compare(),
    takeText: (typed: string) => {
      setText(typed);
      take(nameListOf(law.vocabulary.levels, readSheet(rowsOfText(typed))));
    },
    takeList: (list: NameList) => {
      setEdited(true);
      compare(take(list));
    },
    edit: (id: number, change: Change) => {
      setEdited(true);
      const next = rows.map((row) => (row.id === id ? changed(row, change) : row));
      onChange(next);
      compare(next);
    },
    remove: (id: number) => {
      setEdited(true);
      onChange(rows.filter((row) => row.id !== id));
    },
    startAnew: () => {
      setEdited(false);
      setText("");
      setNotRead([]);
      onChange([]);
    },
  };
}

function changed(row: GridRow, { name, idNumber, ...change }: Change): GridRow {
  const notes = row.notes.filter((note) =>
    numberNotes.has(note) ? idNumber === undefined : note !== "level-unknown" || change.level === undefined,
  );
  const number = idNumber === undefined ? null : idNumberOf(idNumber);
  return {
    ...row,
    ...change,
    ...(name === undefined ? {} : { name: nameOf(name) }),
    ...(number === null ? {} : { idNumber: number.type === "number" ? number.number : (idNumber ?? "").trim() }),
    notes: number !== null && number.type !== "number" && number.type !== "none" ? [...notes, "number-invalid"] : notes,
    match: null,
  };
}
