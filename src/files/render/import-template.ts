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

export async function renderTemplate(title: string, columns: readonly Column[]): Promise<Uint8Array> {
  const { writeXlsx } = await import("hucre/xlsx");
  const chosen = columns.filter(({ choices }) => choices.length > 0);
  const longest = Math.max(0, ...chosen.map(({ choices }) => choices.length));
  return writeXlsx({
    sheets: [
      {
        name: title,
        // Everything is text, so that no ID number loses its last digits.
        columns: columns.map(({ width }) => ({ width, numFmt: "@" })),
        rows: [columns.map(({ heading, required }) => (required === true ? `${heading}*` : heading))],
        freezePane: { rows: 1 },
        cells: new Map(
          columns.map(({ heading, required }, index) => [
            `0,${index}`,
            { value: required === true ? `${heading}*` : heading, style: { font: { bold: true } } },
          ]),
        ),
        dataValidations: columns.flatMap(({ choices, heading, hint }, index) =>
          choices.length === 0
            ? []
            : [
                {
                  type: "list" as const,
                  formula1: `${templateSheets.choices}!$${letterOf(chosen.findIndex((one) => one.heading === heading))}$2:$${letterOf(
                    chosen.findIndex((one) => one.heading === heading),
                  )}$${choices.length + 1}`,
                  range: `${letterOf(index)}2:${letterOf(index)}${rows}`,
                  allowBlank: true,
                  showInputMessage: true,
                  // Former names of units are right too, so the list helps and does not forbid.
                  errorStyle: "warning" as const,
                  inputTitle: heading,
                  inputMessage: hint ?? choiceHint,
                },
              ],
        ),
      },
      {
        name: templateSheets.choices,
        rows: [
          chosen.map(({ heading }) => heading),
          ...Array.from({ length: longest }, (_, row) => chosen.map(({ choices }) => choices[row] ?? "")),
        ],
      },
      {
        name: templateSheets.notes,
        columns: [{ width: 16 }, { width: 10 }, { width: 60 }],
        rows: [
          noteHeadings,
          ...columns.map(({ heading, required, hint, choices }) => [
            heading,
            required === true ? requiredMark : "",
            [hint ?? "", choices.length > 0 && choices.length < 20 ? choicesNote(choices) : ""]
              .filter((one) => one !== "")
              .join("；"),
          ]),
        ],
      },
    ],
    properties: { title: templateTitle(title), creator: product },
  });
}

/** A, B … Z, AA: columns from 0. */
function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter;
}
