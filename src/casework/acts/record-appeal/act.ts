// Record that an appeal was received (登记申诉): by whom, in which way, in time or why it is taken late. Execution is not suspended by it.
import { z } from "zod";
import type { Refusal } from "#law/refusal.ts";
import { caseAct, happened, id, isoDay, refusal, refuseFuture, refused, shortText, longText } from "../../act.ts";
import type { Context } from "../../act.ts";
import { appealTerms, appealWays, decisionTerms } from "../../finding/appeal-ways.ts";
import { subjectFileOf } from "../../case.ts";
import type { SubjectFile } from "../../subject-file.ts";
import { evidenceShape, refusalsOfFiles } from "../../finding/evidence.ts";
import type { AppealWay } from "../../events.ts";
import { subjectNotInCase } from "../../words/refusal-words.ts";
import { names, beforeDecision, notDecided, notACivilServant, noReview, appealLate } from "./act-words.ts";

const ways = ["accountability-appeal", "review", "direct-appeal", "appeal-after-review"] as const;

export const recordAppeal = caseAct({
  id: "record-appeal",
  names,
  basis: "appeal",
  input: z.strictObject({
    subjectId: id,
    on: isoDay,
    ground: longText,
    way: z.enum(ways).default("accountability-appeal"),
    /** Null where the subject appeals in person. */
    appellant: shortText.nullable().default(null),
    lateReasons: longText.nullable().default(null),
    evidence: z.array(evidenceShape).max(20).default([]),
  }),
  lookUps: ({ evidence: files }) => ({ files }),
  decide: (state, input, context) => {
    const refusals = [
      ...refuseFuture(context, { on: input.on }, "appeal"),
      ...refusalsOfFiles(input.evidence, context, "appeal"),
    ];
    const file = subjectFileOf(state, input.subjectId);
    const since = file?.decided?.on ?? state.ending?.on;
    if (file === null)
      return refused(...refusals, refusal(context, "no-such-subject", subjectNotInCase, "appeal", "subjectId"));
    if (since !== undefined && input.on < since)
      refusals.push(refusal(context, "before-decision", beforeDecision(since), "appeal", "on"));
    if (since === undefined)
      refusals.push(refusal(context, "not-decided", notDecided(file.subject.name), "appeal", "subjectId"));
    refusals.push(...refusalsOfWay(file, input, context));
    if (refusals.length > 0) return refused(...refusals);
    const [term] = decisionTerms(context.law, file, input.way, input.on);
    const appellant = input.appellant ?? file.subject.name;
    return happened({ type: "appeal-recorded", ...input, appellant, dueOn: term?.until ?? null });
  },
});

/** Only a person is a civil servant; a term that a checked norm sets binds, unless it is said why the appeal is taken late. */
function refusalsOfWay(
  file: SubjectFile,
  { way, on, lateReasons }: { way: AppealWay; on: string; lateReasons: string | null },
  context: Context,
): Refusal[] {
  const { name, kind } = file.subject;
  if (appealWays[way].civilServant && kind !== "person")
    return [refusal(context, "not-a-civil-servant", notACivilServant(name), "appeal", "way")];
  if (way === "appeal-after-review" && !file.appeals.some((one) => one.way === "review" && one.examined !== null))
    return [refusal(context, "no-review", noReview(name), "appeal", "way")];
  if (lateReasons !== null) return [];
  return appealTerms(context.law, file, way)
    .filter(({ until, deadline }) => deadline.binding && on > until)
    .map(({ until, deadline }) =>
      refusal(context, "appeal-late", appealLate(name, until), deadline.cite, "lateReasons"),
    );
}
