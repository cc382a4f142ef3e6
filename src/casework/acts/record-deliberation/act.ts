// Record the collective deliberation (集体研究): topic, attendance, recusals, votes, result and minutes.
import { z } from "zod";
import { caseAct, happened, refuseFuture, refused } from "../../act.ts";
import { evidenceShape, refusalsOfFiles } from "../../finding/evidence.ts";
import { refusalsOfSitting, sittingShape } from "../../finding/sitting.ts";

export const recordDeliberation = caseAct({
  id: "record-deliberation",
  names: { zh: "记录集体研究", en: "Record the collective deliberation" },
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
      .map((file) => ({ name: file.subject.name, why: { zh: "是问责对象", en: "is a subject of the case" } }));
    const keptOut = [
      ...state.witnesses.map(({ name, on }) => ({
        name,
        on,
        why: { zh: "是本案证人", en: "is a witness of the case" },
      })),
      ...state.recusals.map(({ name, on }) => ({
        name,
        on,
        why: { zh: "已在本案回避", en: "is recused from the case" },
      })),
    ].filter(({ on }) => on <= input.on);
    const parties = [...subjects, ...keptOut];
    refusals.push(...refusalsOfSitting(input, { proposedOn: state.proposal?.on ?? null, parties }, context));
    if (refusals.length > 0) return refused(...refusals);
    return happened({ type: "deliberated", ...input });
  },
});
