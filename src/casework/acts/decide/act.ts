// Decide (作出问责决定): by the competent body after deliberation, for every subject measures, an exemption, or why another decision will be taken.
import { z } from "zod";
import type { Refusal } from "#law/refusal.ts";
import { caseAct, happened, id, isoDay, refusal, refuseFuture, refused, shortText, longText } from "../../act.ts";
import type { Context } from "../../act.ts";
import type { Case } from "../../case.ts";
import type { SubjectFile } from "../../subject-file.ts";
import { refusalsOfExemption, refusalsOfMeasures } from "../../finding/competence.ts";
import { refusalsOfDeliberation } from "../../finding/deliberation.ts";
import type { Outcome } from "../../events.ts";
import { subjectsWithPast } from "../../finding/escalated.ts";
import { findingShape, handlingShape, levelsShape } from "../../finding/finding.ts";
import {
  names,
  oneOutcomeEach,
  nothingDecided,
  noSuchSubject,
  departureWithoutReasons,
  decidedAlready,
  awaitsSuperior,
} from "./act-words.ts";

const outcome = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("accountable"),
    subjectId: id,
    ...findingShape,
    ...handlingShape,
    ...levelsShape,
    departure: longText.nullable(),
  }),
  z.strictObject({ type: z.literal("exempt"), subjectId: id, ground: id, reasons: longText }),
  /** Left to another body or another day; said in so many words, so that nobody is forgotten. */
  z.strictObject({ type: z.literal("reserved"), subjectId: id, reasons: longText }),
]);

export const decideCase = caseAct({
  id: "decide",
  names,
  basis: "collective-decision",
  input: z.strictObject({ documentNumber: shortText, on: isoDay, body: id, outcomes: z.array(outcome).min(1) }),
  lookUps: (_input, state, law) => ({ past: subjectsWithPast(state, law), authority: true }),
  decide: (state, input, context) => {
    const refusals = refuseFuture(context, { on: input.on }, "collective-decision");
    refusals.push(...refusalsOfDeliberation(state, input.body, input.on, context));
    for (const file of state.subjects) {
      if (file.decided !== null || file.upward !== null) {
        refusals.push(...refusalsOfClosed(file, input.outcomes, context));
        continue;
      }
      const chosen = input.outcomes.filter((one) => one.subjectId === file.subject.id);
      const [first] = chosen;
      if (first === undefined || chosen.length > 1)
        refusals.push(
          refusal(context, "one-outcome-each", oneOutcomeEach(file.subject.name), "collective-decision", "outcomes"),
        );
      else if (first.type !== "reserved") refusals.push(...refusalsOfOutcomeFor(state, file, first, input, context));
    }
    const outcomes = input.outcomes.filter((one) => one.type !== "reserved");
    if (outcomes.length === 0)
      refusals.push(refusal(context, "nothing-decided", nothingDecided, "collective-decision", "outcomes"));
    if (input.outcomes.some((one) => !state.subjects.some((file) => file.subject.id === one.subjectId))) {
      refusals.push(refusal(context, "no-such-subject", noSuchSubject, "scope", "outcomes"));
    }
    if (refusals.length > 0) return refused(...refusals);
    return happened({ type: "decided", ...input, outcomes });
  },
});

/** What has been decided is changed by an act of its own; what was proposed upward waits for its answer. */
function refusalsOfClosed(
  { subject, decided, upward }: SubjectFile,
  outcomes: readonly { type: string; subjectId: string }[],
  context: Context,
): Refusal[] {
  if (!outcomes.some((one) => one.subjectId === subject.id && one.type !== "reserved")) return [];
  if (decided !== null) {
    const says = decidedAlready(subject.name, decided.on, decided.documentNumber);
    return [refusal(context, "decided-already", says, "collective-decision", "outcomes")];
  }
  const says = awaitsSuperior(subject.name, upward?.on ?? "");
  return [refusal(context, "awaits-superior", says, "competence", "outcomes")];
}

function refusalsOfOutcomeFor(
  state: Case,
  file: SubjectFile,
  outcome: Outcome,
  decision: { on: string; body: string },
  context: Context<"past">,
): Refusal[] {
  if (outcome.type === "exempt") return refusalsOfExemption(file, outcome, decision, context, "outcomes");
  const refusals = refusalsOfMeasures(state, file, { ...outcome, ...decision }, context, "outcomes");
  const { proposal } = file;
  if (proposal !== null && departs(outcome, proposal) && outcome.departure === null) {
    refusals.push(
      refusal(
        context,
        "departure-without-reasons",
        departureWithoutReasons(file.subject.name),
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
