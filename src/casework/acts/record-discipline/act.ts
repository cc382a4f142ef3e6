// Record the result of discipline or government sanction (党纪政务处分) given by the body competent for it.
import { z } from "zod";
import { parseDay } from "#law/reckon/days.ts";
import { refusalsOfSanction } from "#law/procedure/outcome.ts";
import type { Refusal } from "#law/refusal.ts";
import { caseAct, happened, id, isoDay, refusal, refuseFuture, refused, shortWords } from "../../act.ts";
import type { Context } from "../../act.ts";
import { subjectFileOf } from "../../case.ts";
import { refusalsOfLevel } from "../../level.ts";

export const recordDiscipline = caseAct({
  id: "record-discipline",
  names: { zh: "登记党纪政务处分", en: "Record discipline or sanction" },
  basis: "referral",
  input: z.strictObject({
    subjectId: id,
    sanction: id,
    decided: isoDay.nullable().default(null),
    effective: isoDay,
    months: z.int().min(1).max(60).nullable(),
    level: shortWords.nullable().default(null),
    authority: shortWords,
    documentNumber: shortWords,
  }),
  decide: (state, input, context) => {
    const refusals = refuseFuture(context, { decided: input.decided, effective: input.effective }, "referral");
    const file = subjectFileOf(state, input.subjectId);
    if (file === null)
      return refused(
        ...refusals,
        refusal(
          context,
          "no-such-subject",
          { zh: "所选问责对象不在本案中", en: "The chosen subject is not in this case" },
          "referral",
          "subjectId",
        ),
      );
    if (file.subject.kind !== "person")
      refusals.push(
        refusal(
          context,
          "not-a-person",
          { zh: "处分只能给予个人", en: "Only a person can be sanctioned" },
          "referral",
          "subjectId",
        ),
      );
    refusals.push(...refusalsOfLength(input, context), ...refusalsOfLevel(input.level, "level", context));
    if (input.decided !== null && input.effective < input.decided)
      refusals.push(
        refusal(
          context,
          "before-decision",
          {
            zh: `生效日期早于决定日期 ${input.decided}`,
            en: `The effective day is before the decision of ${input.decided}`,
          },
          null,
          "effective",
        ),
      );
    if (parseDay(input.effective) !== null)
      refusals.push(
        ...refusalsOfSanction(context.law, { sanction: input.sanction, partyMember: file.subject.partyMember }).map(
          (one) => ({ ...one, field: "sanction" }),
        ),
      );
    if (refusals.length > 0) return refused(...refusals);
    return happened({ type: "discipline-recorded", ...input });
  },
});

/** A kind with several lengths has one of them chosen; of any other the norm says how long it lasts. */
function refusalsOfLength(
  { sanction, months }: { sanction: string; months: number | null },
  context: Context,
): Refusal[] {
  const kind = context.law.vocabulary.sanctions.find((one) => one.id === sanction);
  if (kind === undefined || (months === null ? kind.months.length === 0 : kind.months.includes(months))) return [];
  const { name, months: lengths } = kind;
  const zh = lengths.length === 0 ? "期限由规定确定，不填" : `期限须为${lengths.join("或者")}个月`;
  const en = lengths.length === 0 ? "the norm says how long; leave it empty" : `months: ${lengths.join(" or ")}`;
  return [refusal(context, "wrong-length", { zh: `${name.zh}：${zh}`, en: `${name.en}: ${en}` }, null, "months")];
}
