// Change, revoke or correct a decision (变更、撤销或者更正决定): the old one stays in the file, what restricts is derived from what now stands.
import { z } from "zod";
import type { Sentence } from "#law/text/citation.ts";
import type { Refusal } from "#law/refusal.ts";
import {
  caseAct,
  happened,
  id,
  isoDay,
  refusal,
  refuseBefore,
  refuseFuture,
  refused,
  shortText,
  longText,
} from "../../act.ts";
import type { Context } from "../../act.ts";
import { refusalOfAggravation } from "../../finding/aggravation.ts";
import { subjectFileOf } from "../../case.ts";
import type { Case } from "../../case.ts";
import type { SubjectFile } from "../../subject-file.ts";
import { competencesOf, refusalsOfExemption, refusalsOfMeasures } from "../../finding/competence.ts";
import { refusalsOfDeliberation } from "../../finding/deliberation.ts";
import { evidenceShape, refusalsOfFiles } from "../../finding/evidence.ts";
import type { Change, Outcome } from "../../events.ts";
import { subjectsWithPast } from "../../finding/escalated.ts";
import { findingShape, handlingShape, levelsShape } from "../../finding/finding.ts";
import type { RefusalCode } from "../../refusal-codes.ts";
import { effectBeforeDecision } from "../../words/refusal-words.ts";
import {
  names,
  superiorPaperMissing,
  appealNotExamined,
  otherThanExamined,
  wrongBody,
  correctionChanges,
  notInEffect,
  effectMissing,
  formerDecision,
  nothingToChange,
} from "./act-words.ts";

const accountable = z.strictObject({
  type: z.literal("accountable"),
  ...findingShape,
  ...handlingShape,
  ...levelsShape,
});
const exempt = z.strictObject({ type: z.literal("exempt"), ground: id, reasons: longText });
const effectiveOn = isoDay.nullable();

const input = z.strictObject({
  subjectId: id,
  ground: z.discriminatedUnion("type", [
    z.strictObject({ type: z.literal("appeal"), appeal: z.int().positive() }),
    z.strictObject({ type: z.literal("superior") }),
    z.strictObject({ type: z.literal("own") }),
  ]),
  change: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("corrected"), outcome: accountable, effectiveOn }),
    z.strictObject({
      kind: z.literal("changed"),
      outcome: z.discriminatedUnion("type", [accountable, exempt]),
      effectiveOn,
    }),
    z.strictObject({ kind: z.literal("revoked") }),
  ]),
  body: id,
  on: isoDay,
  documentNumber: shortText,
  reasons: longText,
  evidence: z.array(evidenceShape).max(20).default([]),
});
type Asked = z.output<typeof input>;

export const changeDecision = caseAct({
  id: "change-decision",
  names,
  basis: "collective-decision",
  input,
  lookUps: ({ evidence: files }, state, law) => ({ files, past: subjectsWithPast(state, law), authority: true }),
  decide: (state, input, context) => {
    const refusals = [
      ...refuseFuture(context, { on: input.on }, "collective-decision"),
      ...refusalsOfFiles(input.evidence, context, "collective-decision"),
    ];
    const file = subjectFileOf(state, input.subjectId);
    if (file === null || file.decided === null || file.outcome === null || file.outcome.type === "revoked")
      return refused(
        ...refusals,
        refusal(
          context,
          "nothing-to-change",
          nothingToChange(file?.subject.name ?? null),
          "collective-decision",
          "subjectId",
        ),
      );
    const change = changeOf(input.change, file);
    const decided = { on: file.decided.on, name: formerDecision };
    refusals.push(
      ...refuseBefore(context, { on: input.on }, decided, "collective-decision"),
      ...refusalsOfGround(state, file, input, context),
      ...refusalsOfChange(state, file, change, input, context),
    );
    if (refusals.length > 0) return refused(...refusals);
    return happened({ type: "decision-changed", ...input, change });
  },
});

function changeOf(change: Asked["change"], { subject }: SubjectFile): Change {
  const subjectId = subject.id;
  switch (change.kind) {
    case "corrected":
      return { ...change, outcome: { ...change.outcome, subjectId, departure: null } };
    case "changed":
      return {
        ...change,
        outcome:
          change.outcome.type === "exempt"
            ? { ...change.outcome, subjectId }
            : { ...change.outcome, subjectId, departure: null },
      };
    case "revoked":
      return change;
  }
}

/** An appeal must have been examined with this very result; a superior's paper must be there; otherwise the body deliberated anew. */
function refusalsOfGround(state: Case, file: SubjectFile, input: Asked, context: Context): Refusal[] {
  const { ground, change, body } = input;
  const refuse = (code: RefusalCode, says: Sentence, basis: string, field: string) => [
    refusal(context, code, says, basis, field),
  ];
  if (ground.type === "superior") {
    if (input.evidence.length > 0) return [];
    return refuse("superior-paper-missing", superiorPaperMissing, "competence", "evidence");
  }
  if (ground.type === "appeal") {
    const appeal = file.appeals.find((one) => one.seq === ground.appeal);
    if (appeal?.examined == null) return refuse("appeal-not-examined", appealNotExamined, "appeal", "ground");
    if (appeal.examined.result !== change.kind)
      return refuse("other-than-examined", otherThanExamined, "appeal", "change");
  }
  if (change.kind === "corrected") return [];
  const since = file.decided?.seq ?? 0;
  const anew = { ...state, deliberations: state.deliberations.filter((one) => one.seq > since) };
  return refusalsOfDeliberation(anew, body, input.on, context);
}

function refusalsOfChange(
  state: Case,
  file: SubjectFile,
  change: Change,
  { body, on, ground }: Asked,
  context: Context<"past">,
): Refusal[] {
  const refusals: Refusal[] = [];
  if (change.kind === "revoked") {
    const competences = competencesOf(context.law, file, on);
    if (
      body !== file.decided?.body &&
      ground.type !== "superior" &&
      !competences.some((one) => one.decides.includes(body))
    )
      refusals.push(refusal(context, "wrong-body", wrongBody, competences[0]?.cite ?? "competence", "body"));
    return refusals;
  }
  const { outcome } = change;
  if (outcome.type === "exempt") return refusalsOfExemption(file, outcome, { body, on }, context, "change.outcome");
  refusals.push(
    ...refusalsOfMeasures(state, file, { ...outcome, body, on }, context, "change.outcome"),
    ...refusalsOfEffect(file, change.effectiveOn, context),
  );
  if (change.kind === "corrected" && !sameMeasures(file.outcome, outcome))
    refusals.push(refusal(context, "correction-changes", correctionChanges, "collective-decision", "change.kind"));
  if (ground.type === "appeal") refusals.push(...refusalOfAggravation(file, outcome, change.effectiveOn, on, context));
  return refusals;
}

function refusalsOfEffect({ effect, former, decided }: SubjectFile, day: string | null, context: Context): Refusal[] {
  const first = former[0]?.decided.on ?? decided?.on ?? "";
  const refuse = (code: RefusalCode, says: Sentence) => [
    refusal(context, code, says, "formalities", "change.effectiveOn"),
  ];
  if (effect === null) return day === null ? [] : refuse("not-in-effect", notInEffect);
  if (day === null) return refuse("effect-missing", effectMissing);
  return day < first ? refuse("before-decision", effectBeforeDecision(first)) : [];
}

function sameMeasures(before: SubjectFile["outcome"], after: Extract<Outcome, { type: "accountable" }>): boolean {
  return (
    before?.type === "accountable" &&
    before.handling === after.handling &&
    [...before.measures].sort().join() === [...after.measures].sort().join()
  );
}
