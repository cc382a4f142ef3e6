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
  shortWords,
  words,
} from "../../act.ts";
import type { Context } from "../../act.ts";
import type { Case } from "../../case.ts";
import { evidenceShape, refusalsOfFiles } from "../../finding/evidence.ts";

export const examineAppeal = caseAct({
  id: "examine-appeal",
  names: { zh: "复查申诉", en: "Examine the appeal" },
  basis: "other-people-re-examine",
  input: z.strictObject({
    /** The place of the appeal in the history. */
    appeal: z.int().positive(),
    on: isoDay,
    result: z.enum(["upheld", "changed", "revoked"]),
    findings: words,
    documentNumber: shortWords,
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
      return refused(
        ...refusals,
        refusal(
          context,
          "no-such-appeal",
          { zh: "本案没有所选的申诉", en: "This case has no such appeal" },
          "appeal",
          "appeal",
        ),
      );
    if (appeal.examined !== null)
      refusals.push(
        refusal(
          context,
          "examined-already",
          { zh: `该申诉已于 ${appeal.examined.on} 复查`, en: `This appeal was examined on ${appeal.examined.on}` },
          "appeal",
          "appeal",
        ),
      );
    if (input.result !== "upheld" && file.decided === null)
      refusals.push(
        refusal(
          context,
          "nothing-to-change",
          {
            zh: `对${file.subject.name}没有可以变更或者撤销的决定`,
            en: `There is no decision on ${file.subject.name} that could be changed or revoked`,
          },
          "appeal",
          "result",
        ),
      );
    const received = { on: appeal.on, name: { zh: "收到申诉", en: "the receipt of the appeal" } };
    refusals.push(...refuseBefore(context, { on: input.on }, received, "appeal"));
    if (refusals.length > 0) return refused(...refusals);
    return happened({ type: "appeal-examined", subjectId: file.subject.id, ...input });
  },
});

/** The duties rule out whoever did an act of the inquiry; this, whoever was named to its group. */
function refusalsOfInquirer({ opening }: Case, context: Context): Refusal[] {
  if (opening === null || !("inquirers" in opening) || !opening.inquirers.includes(context.actor.accountId)) return [];
  return [
    refusal(
      context,
      "earlier-handler",
      {
        zh: "您是本案调查组成员，复查申诉须由原承办人员以外的人员办理",
        en: "You were one of the inquirers; an appeal is re-examined by other people",
      },
      "other-people-re-examine",
    ),
  ];
}
