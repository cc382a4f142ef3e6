// Establish a circumstance (认定问责情形): refused unless conduct and each required result rest on a fact with evidence.
import { z } from "zod";
import { parseDay } from "#law/reckon/days.ts";
import { lawOn } from "#law/compile/interpretation.ts";
import { examineCircumstance, circumstancesOf } from "#law/procedure/circumstances.ts";
import { caseAct, happened, id, isoDay, refusal, refused, shortText, longText } from "../../act.ts";
import { subjectFileOf } from "../../case.ts";
import { refusalsOfPrecondition } from "../../finding/precondition.ts";
import { noSuchCircumstance, subjectNotInCase } from "../../words/refusal-words.ts";
import { names, circumstanceTwice, factNotEvidenced, chooseFacts } from "./act-words.ts";

export const establishCircumstance = caseAct({
  id: "establish-circumstance",
  names,
  basis: "principles",
  input: z.strictObject({
    subjectId: id,
    circumstance: id,
    act: shortText.nullable(),
    factIds: z.array(id).min(1, chooseFacts),
    results: z.array(z.strictObject({ result: id, factId: id })).max(20),
    preconditionFactId: id.nullable(),
    /** The earlier warning or feedback, where the text names which record it must be. */
    preconditionRecord: z.strictObject({ record: id, on: isoDay, documentNumber: shortText }).nullable().default(null),
    reasons: longText.nullable(),
  }),
  decide: (state, input, context) => {
    const circumstance = circumstancesOf(context.law).find((one) => one.id === input.circumstance);
    if (circumstance === undefined)
      return refused(
        refusal(context, "no-such-circumstance", noSuchCircumstance(input.circumstance), "principles", "circumstance"),
      );
    const file = subjectFileOf(state, input.subjectId);
    if (file === null)
      return refused(refusal(context, "no-such-subject", subjectNotInCase, circumstance.cite, "subjectId"));
    if ([...file.circumstances, ...file.circumstancesAwaiting].some((one) => one.circumstance === input.circumstance))
      return refused(refusal(context, "circumstance-twice", circumstanceTwice, circumstance.cite, "circumstance"));
    const facts = state.facts.filter((fact) => fact.subjectIds.includes(input.subjectId));
    const proves = (factId: string) => facts.find((fact) => fact.factId === factId && fact.evidence.length > 0);
    if (input.factIds.some((factId) => proves(factId) === undefined)) {
      return refused(refusal(context, "fact-not-evidenced", factNotEvidenced, circumstance.cite, "factIds"));
    }
    const evidenced = input.results
      .filter(({ result, factId }) => proves(factId)?.results.includes(result) ?? false)
      .map(({ result }) => result);
    const resting = input.preconditionFactId === null ? undefined : proves(input.preconditionFactId);
    const conduct = input.factIds.flatMap((factId) => proves(factId) ?? []);
    const examined = examineCircumstance(lawOn(context.law, parseDay(context.today) ?? 0), {
      circumstance: input.circumstance,
      act: input.act,
      results: evidenced,
      preconditionMet: resting !== undefined,
      reasons: input.reasons,
      // The approval is another act, by somebody else.
      approved: true,
    });
    if (!examined.established) {
      return refused(
        ...examined.missing.map(({ message, cite }) =>
          refusal(context, "circumstance-not-established", message, cite, "results"),
        ),
      );
    }
    const unmet = refusalsOfPrecondition(circumstance, input.preconditionRecord, { resting, conduct }, context);
    if (unmet.length > 0) return refused(...unmet);
    return happened({
      type: circumstance.catchAll ? "circumstance-put-forward" : "circumstance-established",
      ...input,
    });
  },
});
