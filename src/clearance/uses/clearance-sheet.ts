// The latest answers to a request for clearance as a spreadsheet, with who took it out, when, what for, and the serial that leads to the log.
import { nothingRecorded } from "#eligibility/uses/words.ts";
import type { ClearanceLineView } from "../contract/clearance.ts";
import type { Actor } from "#casework/actor.ts";
import { clearanceKinds } from "../rules.ts";
import type { ClearanceKind } from "../rules.ts";
import { whatToDo } from "#eligibility/rules/what-to-do.ts";
import { renderXlsx } from "#files/render/xlsx.ts";
import { citedWords } from "#law/text/cited-words.ts";
import type { Law } from "#law/compile/law.ts";
import { answersAfter, latestRounds } from "../rows/clearance-answers.ts";
import type { ClearanceRequest } from "../rows/clearance-requests.ts";
import { inRetriedTransaction } from "#database/database.ts";
import { notFound } from "#kernel/answer.ts";
import type { Found } from "#kernel/answer.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { readableRequest, lineViewsOf } from "./clearance.ts";
import { recordLine } from "#kernel/uses/record.ts";
import {
  columns,
  confirmedBy,
  countsJoined,
  exportText,
  fileNameOf,
  matchNames,
  namesakesBeside,
  noAnswer,
  noAnswerChosen,
  prefaceLabels,
  purposeWithText,
  roundText,
  sheetName,
  titleOf,
  unmatchedNames,
  yearText,
} from "./words.ts";
import { localTimeOf, nowOf } from "#kernel/time.ts";

/** Not found as `readableRequest`. */
export async function exportClearance(
  app: App,
  actor: Actor,
  requestId: string,
): Promise<Found<{ name: string; bytes: Uint8Array }>> {
  const found = await inRetriedTransaction(app.database, scopeOf(app, actor.accountId), async (trx) => {
    const request = await readableRequest(trx, actor, requestId);
    const round = request === null ? undefined : (await latestRounds(trx, [requestId])).get(requestId);
    const serial = await recordLine(app, trx, actor, {
      kind: round === undefined ? "refusal" : "export",
      what: "export-clearance",
      outcome: round === undefined ? "refused" : "done",
      body: { requestId, round: round?.round ?? 0, purpose: request?.purpose ?? "" },
    });
    if (request === null || round === undefined) return null;
    const asked = { requestId, round: round.round, kinds: [], after: 0, limit: request.names };
    const lines = await lineViewsOf(trx, requestId, await answersAfter(trx, asked));
    return { request, round, lines, serial: serial.slice(0, 16) };
  });
  if (found === null) return notFound;
  const { request, round, lines, serial } = found;
  const at = localTimeOf(nowOf(app));
  const bytes = await renderXlsx({
    name: sheetName,
    title: titleOf(app.jurisdictionName),
    preface: [
      { label: prefaceLabels.number, text: request.number },
      { label: prefaceLabels.requester, text: request.requester },
      { label: prefaceLabels.purpose, text: purposeWithText(purposeOf(app.law, request), request.purposeText) },
      request.date === null
        ? { label: prefaceLabels.year, text: yearText(request.year) }
        : { label: prefaceLabels.date, text: request.date },
      { label: prefaceLabels.round, text: roundText(round.round, localTimeOf(round.askedAt), round.askedName) },
      { label: prefaceLabels.total, text: totalsOf(app.law, round.summary) },
      { label: prefaceLabels.exportedBy, text: exportText(actor.name, at) },
      { label: prefaceLabels.serial, text: serial },
      { label: prefaceLabels.receipt, text: round.hash },
    ],
    columns,
    rows: lines.map((line) => rowOf(app.law, line)),
    watermark: `${actor.name} ${at} ${request.number} ${serial}`,
  });
  return { type: "done", answer: { name: fileNameOf(request.number, serial), bytes } };
}

/** The name of the purpose in Chinese. */
export function purposeOf(law: Law, { purpose }: Pick<ClearanceRequest, "purpose">): string {
  return law.vocabulary.purposes.find(({ id }) => id === purpose)?.name.zh ?? purpose;
}

function kindOf(law: Law, kind: ClearanceKind): string {
  const answers: Record<string, { zh: string } | undefined> = law.vocabulary.names.answers;
  return unmatchedNames[kind] ?? answers[kind]?.zh ?? kind;
}

function totalsOf(law: Law, summary: Readonly<Record<string, number>>): string {
  return countsJoined(clearanceKinds.map((kind) => `${kindOf(law, kind)}${summary[kind] ?? 0}`));
}

function rowOf(law: Law, line: ClearanceLineView): string[] {
  const { answer, registry, confirmation } = line;
  const [person] = registry;
  const head = [
    String(line.line),
    line.name,
    answer === null ? line.unit : (person?.organizationName ?? line.unit),
    answer === null ? line.idNumberMasked : (person?.idNumberMasked ?? ""),
    matchNames[line.match],
    kindOf(law, line.kind),
  ];
  if (answer === null) {
    const namesakes = registry.map((one) => [one.organizationName, one.post ?? "", one.idNumberMasked].join(" "));
    const said = line.choice === null ? noAnswer : noAnswerChosen(line.choice.byName, line.choice.reason);
    return [...head, "", "", "", namesakes.length === 0 ? said : namesakesBeside(said, namesakes)];
  }
  const confirmed =
    confirmation === null ? [] : [confirmedBy(confirmation.byName, confirmation.barred, confirmation.reason)];
  const said = [...answer.sentences, ...whatToDo(answer.reasons), ...answer.notes];
  const explained = [...confirmed, ...said.map(({ zh }) => zh)];
  return [
    ...head,
    answer.until ?? "",
    answer.citations.map(({ label }) => label.zh).join("\n"),
    answer.citations.map((cite) => citedWords(cite).zh).join("\n"),
    (answer.nothingRecorded ? [nothingRecorded, ...explained] : explained).join("\n"),
  ];
}
