// Propose to the superior body (呈报上级决定): for subjects whom the body above manages, after the proposing body deliberated.
import { z } from "zod";
import type { Sentence } from "#law/text/citation.ts";
import type { Refusal } from "#law/refusal.ts";
import { caseAct, happened, id, isoDay, refusal, refuseFuture, refused, shortText, longText } from "../../act.ts";
import type { Context } from "../../act.ts";
import type { SubjectFile } from "../../subject-file.ts";
import { belongsAbove, competencesOf } from "../../finding/competence.ts";
import { refusalsOfDeliberation } from "../../finding/deliberation.ts";
import type { RefusalCode } from "../../refusal-codes.ts";
import { subjectNotInCase, ofSubject } from "../../words/refusal-words.ts";
import { names, decidedAlready, awaitsSuperior, decidedHere, wrongSuperior, wrongProposer } from "./act-words.ts";
import { chooseSubjects } from "../../words/input-words.ts";

export const proposeUpward = caseAct({
  id: "propose-upward",
  names,
  basis: "competence",
  input: z.strictObject({
    subjectIds: z.array(id).min(1, chooseSubjects),
    to: id,
    by: id,
    on: isoDay,
    documentNumber: shortText,
    reasons: longText,
  }),
  lookUps: () => ({ authority: true }),
  decide: (state, input, context) => {
    const refusals = [
      ...refuseFuture(context, { on: input.on }, "competence"),
      ...refusalsOfDeliberation(state, input.by, input.on, context).map((one) =>
        one.field === "body" ? { ...one, field: "by" } : one,
      ),
    ];
    for (const subjectId of new Set(input.subjectIds)) {
      const file = state.subjects.find((one) => one.subject.id === subjectId);
      if (file === undefined)
        refusals.push(refusal(context, "no-such-subject", subjectNotInCase, "competence", "subjectIds"));
      else refusals.push(...refusalsOfSubject(file, input, context));
    }
    if (refusals.length > 0) return refused(...refusals);
    return happened({ type: "proposed-upward", ...input, subjectIds: [...new Set(input.subjectIds)] });
  },
});

function refusalsOfSubject(
  file: SubjectFile,
  { to, by, on }: { to: string; by: string; on: string },
  context: Context,
): Refusal[] {
  const { name } = file.subject;
  const competences = competencesOf(context.law, file, on);
  const source = competences[0]?.cite ?? "competence";
  const refuse = (code: RefusalCode, says: Sentence, field = "subjectIds") =>
    refusal(context, code, ofSubject(name, says), source, field);
  if (file.decided !== null) return [refuse("decided-already", decidedAlready)];
  if (file.upward !== null) return [refuse("awaits-superior", awaitsSuperior(file.upward.on))];
  if (!belongsAbove(context.law, file, on)) return [refuse("decided-here", decidedHere)];
  const refusals: Refusal[] = [];
  if (!competences.some(({ decides }) => decides.includes(to)))
    refusals.push(refuse("wrong-superior", wrongSuperior, "to"));
  if (!competences.some(({ proposes }) => proposes.includes(by)))
    refusals.push(refuse("wrong-proposer", wrongProposer, "by"));
  return refusals;
}
