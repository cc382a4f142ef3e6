// The answers of one question as a spreadsheet, with who asked what, when, and the serial that leads to the log.
import type { AnswerWithRestrictions } from "./shown-answer.ts";
import type { Candidate, EligibilityReply } from "../contract/eligibility.ts";
import { renderXlsx } from "#files/render/xlsx.ts";
import type { Table } from "#files/render/xlsx.ts";
import type { Actor } from "#casework/actor.ts";
import { citedWords } from "#law/text/cited-words.ts";
import { whatToDo } from "../rules/what-to-do.ts";
import type { Law } from "#law/compile/law.ts";
import { askEligibility } from "./eligibility.ts";
import type { Asked } from "./eligibility.ts";
import type { Answer, Unfit } from "#kernel/answer.ts";
import type { App } from "#kernel/app.ts";
import { localTimeOf } from "#kernel/time.ts";

/** What stands of each line. */
import {
  answerColumns,
  answersSheetName,
  answersTitle,
  nameOnly,
  nameOnlyNote,
  noSuchPerson,
  noSuchPersonNote,
  nothingRecorded,
  prefaceLabels,
  recused,
  recusedNote,
  severalPersons,
  severalPersonsNote,
  totalsText,
  unmatchedNames,
  yearText,
} from "./words.ts";

/** Asks, logs it as an export, and answers with the bytes of an .xlsx and the serial; refused as the question is. */
export async function exportEligibility(
  app: App,
  actor: Actor,
  asked: Asked,
): Promise<Answer<{ bytes: Uint8Array; serial: string }> | Unfit> {
  const answered = await askEligibility(app, actor, asked, "export");
  if (answered.type !== "done") return answered;
  const reply = answered.answer;
  return { type: "done", answer: { bytes: await renderXlsx(sheetOf(app, actor, reply)), serial: reply.serial } };
}

/** The answers as a table, with who asked what, when. */
function sheetOf(app: App, actor: Actor, reply: EligibilityReply): Table {
  return {
    name: answersSheetName,
    title: answersTitle(app.jurisdictionName),
    preface: [
      ...prefaceOf(app, actor, reply),
      { label: prefaceLabels.serial, text: reply.serial },
      { label: prefaceLabels.total, text: totals(app.law, reply.summary, reply.lines.length) },
    ],
    columns: answerColumns,
    watermark: `${actor.name} ${localTimeOf(reply.askedAt)} ${reply.serial}`,
    rows: reply.lines.map((line) => sheetRowOf(app.law, line)),
  };
}

/** The head of a sheet: what was asked, by whom and when. */
export function prefaceOf(
  app: App,
  actor: Actor,
  { purpose, date, year, askedAt }: Pick<EligibilityReply, "purpose" | "date" | "year" | "askedAt">,
): { label: string; text: string }[] {
  return [
    {
      label: prefaceLabels.purpose,
      text: app.law.vocabulary.purposes.find(({ id }) => id === purpose)?.name.zh ?? purpose,
    },
    date === null ? { label: prefaceLabels.year, text: yearText(year) } : { label: prefaceLabels.date, text: date },
    { label: prefaceLabels.askedBy, text: actor.name },
    { label: prefaceLabels.askedAt, text: localTimeOf(askedAt) },
  ];
}

/** A line, as far as a sheet shows it. */
export type SheetLine = { row: number; name: string; unit: string } & (
  | { match: "no-such-person" }
  | { match: "recused" }
  | {
      match: "several" | "name-only";
      candidates: readonly Pick<Candidate, "organizationName" | "post" | "idNumberMasked">[];
    }
  | ({ match: "one"; person: Pick<Candidate, "organizationName"> } & Omit<
      AnswerWithRestrictions,
      "restrictions" | "layers"
    >)
);

export function sheetRowOf(law: Law, line: SheetLine): string[] {
  const head = [String(line.row), line.name];
  if (line.match === "no-such-person") return [...head, line.unit, noSuchPerson, "", "", "", noSuchPersonNote];
  if (line.match === "recused") return [...head, line.unit, recused, "", "", "", recusedNote];
  if (line.match !== "one") {
    const found = line.candidates.map(({ organizationName, post, idNumberMasked }) =>
      [organizationName, post ?? "", idNumberMasked].join(" "),
    );
    const [answer, note] =
      line.match === "several" ? [severalPersons, severalPersonsNote(found)] : [nameOnly, nameOnlyNote(found)];
    return [...head, line.unit, answer, "", "", "", note];
  }
  const explained = [...line.sentences, ...whatToDo(line.reasons), ...line.notes].map(({ zh }) => zh);
  return [
    ...head,
    line.person.organizationName,
    law.vocabulary.names.answers[line.answer]?.zh ?? line.answer,
    line.until ?? "",
    line.citations.map((citation) => citation.label.zh).join("\n"),
    line.citations.map((cite) => citedWords(cite).zh).join("\n"),
    line.nothingRecorded ? [nothingRecorded, ...explained].join("\n") : explained.join("\n"),
  ];
}

export function totals(law: Law, summary: EligibilityReply["summary"], count: number): string {
  const answers: Record<string, { zh: string } | undefined> = law.vocabulary.names.answers;
  const parts = Object.entries(summary)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${unmatchedNames[kind] ?? answers[kind]?.zh ?? kind} ${count}`);
  return totalsText(count, parts);
}
