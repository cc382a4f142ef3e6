// Record the result of discipline or government sanction (党纪政务处分) given by the body competent for it.
import { z } from "zod";
import { parseDay } from "#law/reckon/days.ts";
import { refusalsOfSanction } from "#law/procedure/outcome.ts";
import type { Refusal } from "#law/refusal.ts";
import { caseAct, happened, id, isoDay, refusal, refuseFuture, refused, shortText } from "../../act.ts";
import type { Context } from "../../act.ts";
import { subjectFileOf } from "../../case.ts";
import { refusalsOfLevel } from "../../level.ts";
import { effectBeforeDecision, subjectNotInCase } from "../../words/refusal-words.ts";
import { names, notAPerson, lengthByTheNorm, lengthOneOf } from "./act-words.ts";

export const recordDiscipline = caseAct({
  id: "record-discipline",
  names,
  basis: "referral",
  input: z.strictObject({
    subjectId: id,
    sanction: id,
    decided: isoDay.nullable().default(null),
    effective: isoDay,
    months: z.int().min(1).max(60).nullable(),
    level: shortText.nullable().default(null),
    authority: shortText,
    documentNumber: shortText,
  }),
  decide: (state, input, context) => {
    const refusals = refuseFuture(context, { decided: input.decided, effective: input.effective }, "referral");
    const file = subjectFileOf(state, input.subjectId);
    if (file === null)
      return refused(...refusals, refusal(context, "no-such-subject", subjectNotInCase, "referral", "subjectId"));
    if (file.subject.kind !== "person")
      refusals.push(refusal(context, "not-a-person", notAPerson, "referral", "subjectId"));
    refusals.push(...refusalsOfLength(input, context), ...refusalsOfLevel(input.level, "level", context));
    if (input.decided !== null && input.effective < input.decided)
      refusals.push(refusal(context, "before-decision", effectBeforeDecision(input.decided), null, "effective"));
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
  const says = kind.months.length === 0 ? lengthByTheNorm(kind.name) : lengthOneOf(kind.name, kind.months);
  return [refusal(context, "wrong-length", says, null, "months")];
}
