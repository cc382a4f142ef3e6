// What a letter says, from the latest answers of its request; refused while a line is undecided.
import { bodyWith } from "#law/procedure/bodies.ts";
import type { RegistryEntry } from "#clearance/rules.ts";
import { categoryOf } from "../rules/letter-category.ts";
import type { LetterLine, ReplyLetter } from "../rules/reply-letter.ts";
import { whatToDo } from "#eligibility/rules/what-to-do.ts";
import type { ShownReason } from "#eligibility/rules/what-to-do.ts";
import { answersAfter, countChoicesAfter, confirmationsOf, latestRounds } from "#clearance/rows/clearance-answers.ts";
import type { AnsweredLine, ClearanceConfirmation, ClearanceRound } from "#clearance/rows/clearance-answers.ts";
import type { ClearanceRequest } from "#clearance/rows/clearance-requests.ts";
import type { Transaction } from "#database/database.ts";
import { refusedSaying } from "#kernel/answer.ts";
import type { Refused } from "#kernel/answer.ts";
import type { App } from "#kernel/app.ts";
import { keptAnswer } from "#clearance/uses/clearance-answer.ts";
import { purposeOf } from "#clearance/uses/clearance-sheet.ts";
import { choicesNotAsked, linesUnconfirmed, linesUnmatched } from "./words.ts";
import { localTimeOf } from "#kernel/time.ts";

/** `persons`: of whom the letter speaks, each with the digest of the answer. */
export type LetterContent = {
  type: "content";
  round: number;
  letter: ReplyLetter;
  persons: { line: number; personId: string; digest: string }[];
};

/** Lines named in a refusal. */
const maxLinesNamed = 10;

/** `validUntil` is an ISO day. */
export async function contentOf(
  app: App,
  trx: Transaction,
  request: ClearanceRequest,
  validUntil: string,
): Promise<LetterContent | Refused> {
  const { requestId } = request;
  const latest = (await latestRounds(trx, [requestId])).get(requestId);
  if (latest === undefined) throw new Error(`request ${requestId} was never asked`);
  const { round, summary } = latest;
  const unmatched = (summary["several"] ?? 0) + (summary["name-only"] ?? 0);
  if (unmatched > 0) return refusedSaying("lines-unmatched", linesUnmatched(unmatched), "requestId");
  if ((await countChoicesAfter(trx, requestId, round)) > 0)
    return refusedSaying("choices-unasked", choicesNotAsked, "requestId");
  const answers = await answersAfter(trx, { requestId, round, kinds: [], after: 0, limit: request.names });
  const { lines, unconfirmed, reasons } = linesOf(answers, await confirmationsOf(trx, requestId, null));
  if (unconfirmed.length > 0) {
    const message = linesUnconfirmed(unconfirmed.slice(0, maxLinesNamed), unconfirmed.length, whatToDo(reasons));
    return refusedSaying("lines-unconfirmed", message, "requestId");
  }
  return {
    type: "content",
    round,
    letter: letterOf(app, request, latest, validUntil, lines),
    persons: answers.flatMap(({ line, personId, digest }) => (personId === null ? [] : [{ line, personId, digest }])),
  };
}

/** The lines of the letter; `unconfirmed`: lines whose answer nobody has confirmed, with the reasons for which it must be. */
function linesOf(
  answers: readonly AnsweredLine[],
  confirmations: ReadonlyMap<number, ClearanceConfirmation>,
): { lines: LetterLine[]; unconfirmed: number[]; reasons: ShownReason[] } {
  const lines: LetterLine[] = [];
  const unconfirmed: number[] = [];
  const reasons: ShownReason[] = [];
  for (const { line, name, unit, toLevel, digest, ...kept } of answers) {
    const answer = keptAnswer(kept.answer);
    const [person] = answer === null ? [] : (JSON.parse(kept.registry) as RegistryEntry[]); // as askRound wrote it
    const confirmed = confirmations.get(line);
    const confirmation = confirmed?.digest === digest && answer?.answer === "needs-confirmation" ? confirmed : null;
    const category = categoryOf(answer, confirmation);
    if (category === null) {
      unconfirmed.push(line);
      reasons.push(...(answer?.reasons ?? []));
      continue;
    }
    const isQuoted = category === "not-suitable" || category === "consent-first";
    lines.push({
      line,
      name,
      unit: person?.organizationName ?? unit,
      toLevel,
      category,
      until: category === "not-suitable" ? (answer?.until ?? null) : null,
      clauses: isQuoted ? [...new Set((answer?.citations ?? []).map(({ label }) => label.zh))] : [],
      confirmedBy: confirmation?.byName ?? null,
    });
  }
  return { lines, unconfirmed, reasons };
}

function letterOf(
  app: App,
  request: ClearanceRequest,
  { askedAt }: ClearanceRound,
  validUntil: string,
  lines: LetterLine[],
): ReplyLetter {
  const { requester, requesterDocument, number, purposeText, date, year } = request;
  const organ = bodyWith(app.law, "inquiry").name.zh;
  return {
    organ: `${app.jurisdictionName}${organ}`,
    addressee: requester,
    requesterDocument,
    requestNumber: number,
    purpose: purposeOf(app.law, request),
    purposeText,
    forYearly: year !== null,
    date,
    year,
    askedOn: localTimeOf(askedAt).slice(0, 10),
    validUntil,
    lines,
  };
}
