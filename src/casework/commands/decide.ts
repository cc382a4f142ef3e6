// Decide (作出问责决定): by the competent body after deliberation, for every subject measures or an exemption with its ground.
import { z } from "zod";
import { exemptionGroundsOf } from "#law/procedures.ts";
import type { Refusal } from "#law/refusal.ts";
import { caseAct, happened, id, isoDay, refusal, refuseFuture, refused, shortWords, words } from "../act.ts";
import type { Context } from "../act.ts";
import type { Case, SubjectFile } from "../case.ts";
import { refusalsOfMeasures } from "../competence.ts";
import type { Outcome } from "../events.ts";
import { findingShape, handlingShape } from "../finding.ts";

const outcome = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("accountable"),
    subjectId: id,
    ...findingShape,
    ...handlingShape,
    originalLevel: shortWords.nullable(),
    reducedLevel: shortWords.nullable(),
    appliedOn: isoDay.nullable(),
    departure: words.nullable(),
  }),
  z.strictObject({ type: z.literal("exempt"), subjectId: id, ground: id, reasons: words }),
]);

export const decideCase = caseAct({
  id: "decide",
  basis: "collective-decision",
  input: z.strictObject({ documentNumber: shortWords, on: isoDay, body: id, outcomes: z.array(outcome).min(1) }),
  decide: (state, input, context) => {
    const refusals = refuseFuture(context, { on: input.on }, "collective-decision");
    const deliberation = state.deliberation;
    if (deliberation === null || deliberation.body !== input.body)
      refusals.push(
        refusal(
          context,
          "not-deliberated-there",
          "作出决定的机关须是集体研究的机关",
          "The body that decides must be the one that deliberated",
          "collective-decision",
          "body",
        ),
      );
    if (deliberation !== null && input.on < deliberation.on)
      refusals.push(
        refusal(
          context,
          "before-deliberation",
          `决定日期早于集体研究日期 ${deliberation.on}`,
          `The decision is before the deliberation of ${deliberation.on}`,
          "collective-decision",
          "on",
        ),
      );
    if (
      deliberation !== null &&
      deliberation.votesFor * 2 <= deliberation.votesFor + deliberation.votesAgainst + deliberation.abstentions
    ) {
      refusals.push(
        refusal(
          context,
          "no-majority",
          "集体研究未获半数以上同意，不能据以作出决定",
          "The deliberation found no majority on which a decision could rest",
          "collective-decision",
        ),
      );
    }
    for (const file of state.subjects) {
      const chosen = input.outcomes.filter((one) => one.subjectId === file.subject.id);
      const [first] = chosen;
      if (first === undefined || chosen.length > 1)
        refusals.push(
          refusal(
            context,
            "one-outcome-each",
            `${file.subject.name}：每个问责对象须有且只有一项决定`,
            `${file.subject.name}: each subject needs exactly one outcome`,
            "collective-decision",
            "outcomes",
          ),
        );
      else refusals.push(...refusalsOfOutcomeFor(state, file, first, input, context));
    }
    if (input.outcomes.some((one) => !state.subjects.some((file) => file.subject.id === one.subjectId))) {
      refusals.push(
        refusal(
          context,
          "no-such-subject",
          "决定中的问责对象不在本案中",
          "The decision names a subject that is not in this case",
          "scope",
          "outcomes",
        ),
      );
    }
    if (refusals.length > 0) return refused(...refusals);
    return happened({ type: "decided", ...input });
  },
});

function refusalsOfOutcomeFor(
  state: Case,
  file: SubjectFile,
  outcome: Outcome,
  decision: { on: string; body: string },
  context: Context,
): Refusal[] {
  if (outcome.type === "exempt") {
    const known = exemptionGroundsOf(context.law).some((ground) => ground.id === outcome.ground);
    return known
      ? []
      : [
          refusal(
            context,
            "no-such-ground",
            `${file.subject.name}：免予问责须写明法定理由`,
            `${file.subject.name}: an exemption needs one of the grounds of the text`,
            "exemption",
            "outcomes",
          ),
        ];
  }
  const refusals = refusalsOfMeasures(state, file, { ...outcome, ...decision }, context, "outcomes");
  const { proposal } = file;
  if (proposal !== null && departs(outcome, proposal) && outcome.departure === null) {
    refusals.push(
      refusal(
        context,
        "departure-without-reasons",
        `${file.subject.name}：决定与建议不一致，须说明理由`,
        `${file.subject.name}: the decision departs from the proposal and must say why`,
        "answer-proposal",
        "outcomes",
      ),
    );
  }
  return refusals;
}

function departs(
  outcome: Extract<Outcome, { type: "accountable" }>,
  proposal: NonNullable<SubjectFile["proposal"]>,
): boolean {
  return (
    outcome.handling !== proposal.handling ||
    [...outcome.measures].sort().join() !== [...proposal.measures].sort().join()
  );
}
