// One case, or one person's record, as headings and tables for the archive: what people read beside the JSON.
import { citationLine } from "#letters/rules/citation-block.ts";
import {
  caseHeadings,
  caseLabels,
  fieldLabels,
  fileColumns,
  no,
  personHeading,
  personTitle,
  rowColumns,
  stepColumns,
  takenLabels,
  yes,
} from "./archive-words.ts";

/** A cell may have several lines. */
export type ArchiveBlock =
  | { type: "pairs"; heading: string; pairs: readonly (readonly [label: string, text: string])[] }
  | { type: "table"; heading: string; columns: readonly string[]; rows: readonly (readonly string[])[] };
export type ArchiveDocument = { title: string; blocks: readonly ArchiveBlock[] };

/** Who took it out, when, what for, and the serial under which the log knows of it. */
export type ExportNote = { by: string; at: string; purpose: string; serial: string };

export type ArchivedStep = { at: string; act: string; actor: string; body: Readonly<Record<string, unknown>> };
export type ArchivedFile = { name: string; size: number; sha256: string };
export type ArchivedCase = {
  jurisdiction: string;
  number: string;
  title: string;
  stage: string;
  steps: readonly ArchivedStep[];
  files: readonly ArchivedFile[];
  /** What stands for an id or a word of the data: names of persons and accounts, words of the vocabulary. */
  names: Readonly<Record<string, string>>;
};

export function caseRecord(one: ArchivedCase, taken: ExportNote): ArchiveDocument {
  return {
    title: `${one.jurisdiction} ${one.number} ${one.title}`,
    blocks: [
      {
        type: "pairs",
        heading: caseHeadings.summary,
        pairs: [
          [caseLabels.number, one.number],
          [caseLabels.title, one.title],
          [caseLabels.stage, one.stage],
        ],
      },
      {
        type: "table",
        heading: caseHeadings.steps,
        columns: stepColumns,
        rows: one.steps.map(({ at, act, actor, body }) => [at, act, actor, linesOf(body, one.names).join("\n")]),
      },
      {
        type: "table",
        heading: caseHeadings.files,
        columns: fileColumns,
        rows: one.files.map(({ name, size, sha256 }, index) => [String(index + 1), name, String(size), sha256]),
      },
      exportBlock(taken),
    ],
  };
}

/** A person's record: one table for each kind of entry, under its heading. */
export function personRecord(
  person: { jurisdiction: string; name: string; pairs: readonly (readonly [string, string])[] },
  tables: readonly { heading: string; rows: readonly Readonly<Record<string, unknown>>[] }[],
  taken: ExportNote,
): ArchiveDocument {
  return {
    title: personTitle(person.jurisdiction, person.name),
    blocks: [
      { type: "pairs", heading: personHeading, pairs: person.pairs },
      ...tables.map(({ heading, rows }): ArchiveBlock => ({
        type: "table",
        heading,
        columns: rowColumns,
        rows: rows.map((row, index) => [String(index + 1), linesOf(row, {}).join("\n")]),
      })),
      exportBlock(taken),
    ],
  };
}

function exportBlock({ by, at, purpose, serial }: ExportNote): ArchiveBlock {
  return {
    type: "pairs",
    heading: caseHeadings.taken,
    pairs: [
      [takenLabels.by, by],
      [takenLabels.at, at],
      [takenLabels.purpose, purpose],
      [takenLabels.serial, serial],
    ],
  };
}

/** One line a field, nested fields indented below; empty ones are left out. A field without a label bears its own name. */
function linesOf(body: Readonly<Record<string, unknown>>, names: Readonly<Record<string, string>>): string[] {
  return Object.entries(body).flatMap(([key, value]): string[] => {
    if (key === "type" || value === null || value === "" || (Array.isArray(value) && value.length === 0)) return [];
    const label = fieldLabels[key] ?? key;
    if (Array.isArray(value)) {
      if (value.every((one) => typeof one !== "object"))
        return [`${label}：${value.map((one) => wordOf(one, names)).join("、")}`];
      return value.flatMap((one, index) => [`${label} ${index + 1}`, ...indented(one, names)]);
    }
    const cited = citationLine(value);
    if (cited !== null) return [`${label}：${cited}`];
    if (typeof value === "object") return [label, ...indented(value, names)];
    return [`${label}：${wordOf(value, names)}`];
  });
}

function indented(value: unknown, names: Readonly<Record<string, string>>): string[] {
  if (!isRecord(value)) return [`　${wordOf(value, names)}`];
  return linesOf(value, names).map((line) => `　${line}`);
}

function wordOf(value: unknown, names: Readonly<Record<string, string>>): string {
  if (value === true) return yes;
  if (value === false) return no;
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return names[text] ?? text;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
