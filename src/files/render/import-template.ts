// The template of an import: headings, drop-downs from a second sheet, and a third that says what belongs in each column.
import {
  templateSheets,
  choiceHint,
  noteHeadings,
  requiredMark,
  choicesNote,
  templateTitle,
  product,
} from "./words.ts";

type Column = { heading: string; width: number; required?: boolean; hint?: string; choices: readonly string[] };

/** Rows that have the drop-downs. */
const rows = 5000;

/** An .xlsx file: the sheet to be filled in, the choices behind its drop-downs, and notes on each column. */
export async function renderTemplate(title: string, columns: readonly Column[]): Promise<Uint8Array> {
  const { writeXlsx } = await import("hucre/xlsx");
  const chosen = columns.filter(({ choices }) => choices.length > 0);
  return writeXlsx({
    sheets: [formSheet(title, columns, chosen), choicesSheet(chosen), notesSheet(columns)],
    properties: { title: templateTitle(title), creator: product },
  });
}

function formSheet(title: string, columns: readonly Column[], chosen: readonly Column[]) {
  return {
    name: title,
    // Everything is text, so that no ID number loses its last digits.
    columns: columns.map(({ width }) => ({ width, numFmt: "@" })),
    rows: [columns.map(headingOf)],
    freezePane: { rows: 1 },
    cells: new Map(
      columns.map((column, index) => [`0,${index}`, { value: headingOf(column), style: { font: { bold: true } } }]),
    ),
    dataValidations: columns.flatMap((column, index) =>
      column.choices.length === 0 ? [] : [dropDownOf(column, index, chosen)],
    ),
  };
}

/** The drop-down of a column: its choices stand in a column of the second sheet. */
function dropDownOf({ heading, hint, choices }: Column, index: number, chosen: readonly Column[]) {
  const letter = letterOf(chosen.findIndex((one) => one.heading === heading));
  return {
    type: "list" as const,
    formula1: `${templateSheets.choices}!$${letter}$2:$${letter}$${choices.length + 1}`,
    range: `${letterOf(index)}2:${letterOf(index)}${rows}`,
    allowBlank: true,
    showInputMessage: true,
    // Former names of units are right too, so the list helps and does not forbid.
    errorStyle: "warning" as const,
    inputTitle: heading,
    inputMessage: hint ?? choiceHint,
  };
}

function choicesSheet(chosen: readonly Column[]) {
  const longest = Math.max(0, ...chosen.map(({ choices }) => choices.length));
  return {
    name: templateSheets.choices,
    rows: [
      chosen.map(({ heading }) => heading),
      ...Array.from({ length: longest }, (_, row) => chosen.map(({ choices }) => choices[row] ?? "")),
    ],
  };
}

function notesSheet(columns: readonly Column[]) {
  return {
    name: templateSheets.notes,
    columns: [{ width: 16 }, { width: 10 }, { width: 60 }],
    rows: [
      [...noteHeadings],
      ...columns.map(({ heading, required, hint, choices }) => [
        heading,
        required === true ? requiredMark : "",
        [hint ?? "", choices.length > 0 && choices.length < 20 ? choicesNote(choices) : ""]
          .filter((one) => one !== "")
          .join("；"),
      ]),
    ],
  };
}

function headingOf({ heading, required }: Column): string {
  return required === true ? `${heading}*` : heading;
}

/** A, B … Z, AA: columns from 0. */
function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter;
}
