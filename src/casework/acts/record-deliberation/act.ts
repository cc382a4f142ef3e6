// Record the collective deliberation (集体研究): topic, attendance, recusals, votes, result and minutes.
import { z } from "zod";
import { caseAct, happened, refuseFuture, refused } from "../../act.ts";
import { evidenceShape, refusalsOfFiles } from "../../finding/evidence.ts";
import { refusalsOfSitting, sittingShape } from "../../finding/sitting.ts";
import { names, isSubject, isWitness, isRecused } from "./act-words.ts";

export const recordDeliberation = caseAct({
  id: "record-deliberation",
  names,
  basis: "collective-decision",
  input: z.strictObject({
    ...sittingShape,
    evidence: z.array(evidenceShape).max(20).default([]),
  }),
  lookUps: ({ evidence: files }) => ({ files, authority: true }),
  decide: (state, input, context) => {
    const refusals = [
      ...refuseFuture(context, { on: input.on }, "collective-decision"),
      ...refusalsOfFiles(input.evidence, context, "collective-decision"),
    ];
    const subjects = state.subjects
      .filter((file) => file.subject.kind === "person")
      .map((file) => ({ name: file.subject.name, why: isSubject }));
    const keptOut = [
      ...state.witnesses.map(({ name, on }) => ({
        name,
        on,
        why: isWitness,
      })),
      ...state.recusals.map(({ name, on }) => ({
        name,
        on,
        why: isRecused,
      })),
    ].filter(({ on }) => on <= input.on);
    const parties = [...subjects, ...keptOut];
    refusals.push(...refusalsOfSitting(input, { proposedOn: state.proposal?.on ?? null, parties }, context));
    if (refusals.length > 0) return refused(...refusals);
    return happened({ type: "deliberated", ...input });
  },
});
