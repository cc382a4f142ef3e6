// Record the result of discipline or government sanction (党纪政务处分) given by the body competent for it.
import { z } from "zod";
import { parseDay } from "#law/reckon/days.ts";
import { refusalsOfSanction } from "#law/procedure/outcome.ts";
import { caseAct, happened, id, isoDay, refusal, refuseFuture, refused, shortWords } from "../../act.ts";
import { subjectFileOf } from "../../case.ts";

export const recordDiscipline = caseAct({
  id: "record-discipline",
  names: { zh: "登记党纪政务处分", en: "Record discipline or sanction" },
  basis: "referral",
  input: z.strictObject({
    subjectId: id,
    sanction: id,
    effective: isoDay,
    months: z.int().min(1).max(60).nullable(),
    authority: shortWords,
    documentNumber: shortWords,
  }),
  decide: (state, input, context) => {
    const refusals = refuseFuture(context, { effective: input.effective }, "referral");
    const file = subjectFileOf(state, input.subjectId);
    if (file === null)
      return refused(
        ...refusals,
        refusal(
          context,
          "no-such-subject",
          "所选问责对象不在本案中",
          "The chosen subject is not in this case",
          "referral",
          "subjectId",
        ),
      );
    if (file.subject.kind !== "person")
      refusals.push(
        refusal(
          context,
          "not-a-person",
          "处分只能给予个人",
          "Only a person can be sanctioned",
          "referral",
          "subjectId",
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
