// Decide on reuse (决定重新任用): only when, on the day of the decision, nothing recorded of the person stands against it.
import { z } from "zod";
import { parseDay } from "#law/reckon/days.ts";
import { answerEligibility } from "#law/reckon/eligibility.ts";
import type { AnswerKind } from "#law/reckon/eligibility.ts";
import type { Refusal } from "#law/refusal.ts";
import {
  caseAct,
  happened,
  isoDay,
  refusal,
  refuseBefore,
  refuseFuture,
  refused,
  shortWords,
  words,
} from "../../act.ts";
import type { Context } from "../../act.ts";
import { isHistoryComplete } from "#law-admin/rules/history.ts";
import type { Reuse, SubjectFile } from "../../subject-file.ts";

export const decideReuse = caseAct({
  id: "decide-reuse",
  names: { zh: "决定重新任用", en: "Decide on reuse" },
  basis: "consent",
  input: z.strictObject({
    /** The place of the request in the history. */
    reuse: z.int().positive(),
    on: isoDay,
    approved: z.boolean(),
    documentNumber: shortWords,
    reasons: words.nullable(),
  }),
  lookUps: ({ reuse }, { subjects }) => ({
    records: subjects
      .filter(({ reuses }) => reuses.some(({ seq }) => seq === reuse))
      .map(({ subject }) => subject.registryId),
  }),
  decide: (state, input, context) => {
    const refusals = refuseFuture(context, { on: input.on }, "consent");
    const file = state.subjects.find((one) => one.reuses.some(({ seq }) => seq === input.reuse));
    const reuse = file?.reuses.find(({ seq }) => seq === input.reuse);
    if (file === undefined || reuse === undefined)
      return refused(
        ...refusals,
        refusal(
          context,
          "no-such-request",
          { zh: "本案没有所选的提请", en: "This case has no such request" },
          "consent",
          "reuse",
        ),
      );
    if (reuse.decided !== null)
      refusals.push(
        refusal(
          context,
          "decided-already",
          { zh: `该提请已于 ${reuse.decided.on} 决定`, en: `This request was decided on ${reuse.decided.on}` },
          "consent",
          "reuse",
        ),
      );
    const requested = { on: reuse.on, name: { zh: "提请", en: "the request" } };
    refusals.push(...refuseBefore(context, { on: input.on }, requested, "consent"));
    if (!input.approved && input.reasons === null)
      refusals.push(
        refusal(
          context,
          "reasons-missing",
          { zh: "不同意重新任用的，须写明理由", en: "Say why it is refused" },
          "consent",
          "reasons",
        ),
      );
    if (input.approved) refusals.push(...refusalsOfReuse(file, reuse, input.on, context));
    if (refusals.length > 0) return refused(...refusals);
    return happened({ type: "reuse-decided", subjectId: file.subject.id, ...input });
  },
});

const saidFirst = {
  barred: { zh: "限制期未满", en: "a restriction is still running" },
  "needs-confirmation": { zh: "需核实后再决定", en: "this has to be confirmed first" },
  "needs-consent": {
    zh: "尚无决定之日以前的上级组织人事部门同意",
    en: "there is no consent of the superior personnel department dated before the decision",
  },
  pending: { zh: "暂缓", en: "deferred for the time being" },
  clear: { zh: "", en: "" },
} as const satisfies Record<AnswerKind, { zh: string; en: string }>;

/** What the question of eligibility answers for that post on that day, from all that is recorded of the person in whatever case. */
function refusalsOfReuse({ subject }: SubjectFile, reuse: Reuse, on: string, context: Context<"records">): Refusal[] {
  const recorded = context.registry.records[subject.registryId];
  const date = parseDay(on);
  if (recorded === undefined || date === null) throw new Error(`nothing was looked up of ${subject.registryId}`);
  const historyComplete = isHistoryComplete(recorded.history, { date: on, year: null });
  const person = { partyMember: subject.partyMember, level: subject.level, historyComplete };
  const question = { purpose: reuse.purpose, date, toLevel: reuse.level };
  const { answer, citations, sentences } = answerEligibility(context.law, { person, ...recorded }, question);
  if (answer === "clear") return [];
  const { zh, en } = saidFirst[answer];
  // An open matter shows only as the word, never in its contents.
  const [why] = answer === "pending" ? [] : sentences;
  const message = {
    zh: `${subject.name}：${zh}${why === undefined ? "" : `。${why.zh}`}`,
    en: `${subject.name}: ${en}${why === undefined ? "" : `. ${why.en}`}`,
  };
  const sources = answer === "pending" ? [] : citations;
  const [first] = sources;
  return [refusal(context, answer, message, first ?? "consent", "on")];
}
