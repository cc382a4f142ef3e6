// Propose (提出处理建议): for every subject a human finding of gravity with reasons, and the measures asked for.
import { z } from "zod";
import { caseAct, happened, id, isoDay, refusal, refuseBefore, refuseFuture, refused, words } from "../../act.ts";
import type { Context } from "../../act.ts";
import { openingOf } from "../../case.ts";
import type { Case } from "../../case.ts";
import type { SubjectFile } from "../../subject-file.ts";
import { circumstancesOf } from "#law/procedure/circumstances.ts";
import type { Refusal } from "#law/refusal.ts";
import { refusalsOfMeasures } from "../../finding/competence.ts";
import { subjectsWithPast } from "../../finding/escalated.ts";
import { inquirersLeft } from "../../outline.ts";
import { handlingShape, findingShape } from "../../finding/finding.ts";

export const propose = caseAct({
  id: "propose",
  names: { zh: "提出处理建议", en: "Propose" },
  basis: "answer-proposal",
  input: z.strictObject({
    on: isoDay,
    body: id,
    proposals: z
      .array(z.strictObject({ subjectId: id, ...findingShape, ...handlingShape, reasons: words }))
      .min(1, "请逐一提出建议"),
  }),
  lookUps: (_input, state, law) => ({ past: subjectsWithPast(state, law), authority: true }),
  decide: (state, input, context) => {
    const refusals = [
      ...refuseFuture(context, { on: input.on }, "answer-proposal"),
      ...refuseBefore(context, { on: input.on }, openingOf(state), "answer-proposal"),
    ];
    for (const file of state.subjects) {
      const count = input.proposals.filter((one) => one.subjectId === file.subject.id).length;
      if (count !== 1)
        refusals.push(
          refusal(
            context,
            "one-proposal-each",
            {
              zh: `${file.subject.name}：每个问责对象须有且只有一项建议`,
              en: `${file.subject.name}: each subject needs exactly one proposal`,
            },
            "answer-proposal",
            "proposals",
          ),
        );
    }
    if (inquirersLeft(state).length < 2)
      refusals.push(
        refusal(
          context,
          "inquiry-group-too-small",
          {
            zh: "调查组成员回避后已不足二人，请先由党工委书记“调整调查组”",
            en: "With its members recused the inquiry group has fewer than two; change it first",
          },
          "inquiry-group",
        ),
      );
    if (state.subjects.length === 0)
      refusals.push(
        refusal(context, "no-subject", { zh: "尚未添加问责对象", en: "No subject has been added" }, "scope"),
      );
    for (const [index, proposal] of input.proposals.entries()) {
      const file = state.subjects.find((one) => one.subject.id === proposal.subjectId);
      if (file === undefined) {
        refusals.push(
          refusal(
            context,
            "no-such-subject",
            { zh: "建议中的问责对象不在本案中", en: "The proposal names a subject that is not in this case" },
            "answer-proposal",
            `proposals.${index}.subjectId`,
          ),
        );
        continue;
      }
      if (file.circumstances.length === 0)
        refusals.push(
          refusal(
            context,
            "no-circumstance",
            {
              zh: `${file.subject.name}：尚未认定任何问责情形`,
              en: `${file.subject.name}: no circumstance is established`,
            },
            "answer-proposal",
            `proposals.${index}`,
          ),
        );
      for (const { circumstance } of file.circumstancesAwaiting)
        refusals.push(
          refusal(
            context,
            "circumstance-awaits-approval",
            {
              zh: `${file.subject.name}：兜底情形尚待党工委批准`,
              en: `${file.subject.name}: a catch-all circumstance still awaits the Working Committee's approval`,
            },
            circumstancesOf(context.law).find((one) => one.id === circumstance)?.cite ?? "principles",
            `proposals.${index}`,
          ),
        );
      if (file.statement === null)
        refusals.push(
          refusal(
            context,
            "not-heard",
            { zh: `${file.subject.name}：尚未听取陈述申辩`, en: `${file.subject.name}: has not been heard` },
            "statement",
            `proposals.${index}`,
          ),
        );
      else refusals.push(...refusalsOfHearing(state, file, file.statement, input.on, context, `proposals.${index}`));
      refusals.push(
        ...refusalsOfMeasures(state, file, { ...proposal, body: null, on: input.on }, context, `proposals.${index}`),
      );
    }
    if (refusals.length > 0) return refused(...refusals);
    return happened({ type: "proposed", ...input });
  },
});

/** The person was heard before the proposal, and on everything that is on record against them. */
function refusalsOfHearing(
  state: Case,
  { subject }: SubjectFile,
  heard: NonNullable<SubjectFile["statement"]>,
  on: string,
  context: Context,
  field: string,
): Refusal[] {
  const refusals = refuseBefore(
    context,
    { on },
    { on: heard.on, name: { zh: `听取${subject.name}陈述申辩`, en: `${subject.name} was heard` } },
    "statement",
  );
  const unheard = state.facts.filter((fact) => fact.seq > heard.seq && fact.subjectIds.includes(subject.id));
  if (unheard.length === 0) return refusals;
  const zh = `${subject.name}：陈述申辩之后又记录了 ${unheard.length} 项事实，须就新的事实再次听取陈述申辩`;
  const en = `${subject.name}: ${unheard.length} fact(s) were recorded after the hearing; hear the person on them as well`;
  return [...refusals, refusal(context, "not-heard-on-fact", { zh, en }, "statement", field)];
}
