// Examine an appeal (复查申诉): by other people than those who handled the case; upheld, to be changed, or to be revoked.
import { z } from "zod";
import type { Refusal } from "#law/refusal.ts";
import {
  caseAct,
  happened,
  isoDay,
  refusal,
  refuseBefore,
  refuseFuture,
  refused,
  shortText,
  longText,
} from "../../act.ts";
import type { Context } from "../../act.ts";
import type { Case } from "../../case.ts";
import { evidenceShape, refusalsOfFiles } from "../../finding/evidence.ts";
import { appealResult } from "../../events.ts";
import { names, noSuchAppeal, examinedAlready, nothingToChange, earlierHandler, appealReceipt } from "./act-words.ts";

export const examineAppeal = caseAct({
  id: "examine-appeal",
  names,
  basis: "other-people-re-examine",
  input: z.strictObject({
    /** The place of the appeal in the history. */
    appeal: z.int().positive(),
    on: isoDay,
    result: appealResult,
    findings: longText,
    documentNumber: shortText,
    evidence: z.array(evidenceShape).max(20).default([]),
  }),
  lookUps: ({ evidence: files }) => ({ files }),
  decide: (state, input, context) => {
    const refusals = [
      ...refuseFuture(context, { on: input.on }, "appeal"),
      ...refusalsOfFiles(input.evidence, context, "appeal"),
      ...refusalsOfInquirer(state, context),
    ];
    const file = state.subjects.find((one) => one.appeals.some(({ seq }) => seq === input.appeal));
    const appeal = file?.appeals.find(({ seq }) => seq === input.appeal);
    if (file === undefined || appeal === undefined)
      return refused(...refusals, refusal(context, "no-such-appeal", noSuchAppeal, "appeal", "appeal"));
    if (appeal.examined !== null)
      refusals.push(refusal(context, "examined-already", examinedAlready(appeal.examined.on), "appeal", "appeal"));
    if (input.result !== "upheld" && file.decided === null)
      refusals.push(refusal(context, "nothing-to-change", nothingToChange(file.subject.name), "appeal", "result"));
    const received = { on: appeal.on, name: appealReceipt };
    refusals.push(...refuseBefore(context, { on: input.on }, received, "appeal"));
    if (refusals.length > 0) return refused(...refusals);
    return happened({ type: "appeal-examined", subjectId: file.subject.id, ...input });
  },
});

/** The duties rule out whoever did an act of the inquiry; this, whoever was named to its group. */
function refusalsOfInquirer({ opening }: Case, context: Context): Refusal[] {
  if (opening === null || !("inquirers" in opening) || !opening.inquirers.includes(context.actor.accountId)) return [];
  return [refusal(context, "earlier-handler", earlierHandler, "other-people-re-examine")];
}
