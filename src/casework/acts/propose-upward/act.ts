// Propose to the superior body (呈报上级决定): for subjects whom the body above manages, after the proposing body deliberated.
import { z } from "zod";
import type { Refusal } from "#law/refusal.ts";
import { caseAct, happened, id, isoDay, refusal, refuseFuture, refused, shortWords, words } from "../../act.ts";
import type { Context } from "../../act.ts";
import type { SubjectFile } from "../../subject-file.ts";
import { belongsAbove, competencesOf } from "../../finding/competence.ts";
import { refusalsOfDeliberation } from "../../finding/deliberation.ts";
import type { RefusalCode } from "../../refusal-codes.ts";

export const proposeUpward = caseAct({
  id: "propose-upward",
  names: { zh: "呈报上级决定", en: "Propose to the superior body" },
  basis: "competence",
  input: z.strictObject({
    subjectIds: z.array(id).min(1, "请选择问责对象"),
    to: id,
    by: id,
    on: isoDay,
    documentNumber: shortWords,
    reasons: words,
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
        refusals.push(
          refusal(
            context,
            "no-such-subject",
            { zh: "所选问责对象不在本案中", en: "The chosen subject is not in this case" },
            "competence",
            "subjectIds",
          ),
        );
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
  const refuse = (code: RefusalCode, zh: string, en: string, field = "subjectIds") =>
    refusal(context, code, { zh: `${name}：${zh}`, en: `${name}: ${en}` }, source, field);
  if (file.decided !== null) return [refuse("decided-already", "已作出决定", "has been decided on already")];
  if (file.upward !== null)
    return [
      refuse("awaits-superior", `已于 ${file.upward.on} 呈报，尚未答复`, `was proposed upward on ${file.upward.on}`),
    ];
  if (!belongsAbove(context.law, file, on))
    return [refuse("decided-here", "属于本区决定，不必呈报上级", "is for a body of the zone to decide")];
  const refusals: Refusal[] = [];
  if (!competences.some(({ decides }) => decides.includes(to)))
    refusals.push(
      refuse("wrong-superior", "所选上级机关无权决定", "the chosen superior is not the deciding body", "to"),
    );
  if (!competences.some(({ proposes }) => proposes.includes(by)))
    refusals.push(refuse("wrong-proposer", "所选机关不是建议机关", "the chosen body is not the proposing one", "by"));
  return refusals;
}
