// What the texts say because of what went before: the clauses of escalation that apply to a subject by its records, and whether a finding answers
// each. People find the gravity; here it is only asked whether they took what went before into account.
import { checkedDay } from "#law/reckon/days.ts";
import { escalates, escalationOf } from "#law/procedure/escalation.ts";
import type { Escalation, PastMatter } from "#law/procedure/escalation.ts";
import type { Law } from "#law/compile/law.ts";
import { circumstancesOf } from "#law/procedure/circumstances.ts";
import type { Escalated } from "#law/procedure/measures.ts";
import type { Refusal } from "#law/refusal.ts";
import { refusal } from "../act.ts";
import type { Context, PastAccountability, PastDecision, RegisteredSubject } from "../act.ts";
import type { EscalationFound } from "../events.ts";
import type { Case } from "../case.ts";
import type { SubjectFile } from "../subject-file.ts";
import { noSuchEscalation, escalationNotAnswered, escalationDeparts } from "./finding-words.ts";
import { ofSubject } from "../words/refusal-words.ts";

/** A clause of escalation that applies, with the earlier decisions that make it apply. */
export type EscalationFrom = Escalation & { earlier: readonly PastDecision[] };

type Asked = { on: string; measures: readonly string[]; escalations: readonly EscalationFound[] };

/** The subjects of a case whose earlier accountability matters: all of them, where the law escalates by it at all. */
export function subjectsWithPast({ subjects }: Case, law: Law): RegisteredSubject[] {
  return escalates(law) ? subjects.map(({ subject: { kind, registryId } }) => ({ kind, registryId })) : [];
}

/** The clauses that apply to this subject on the ISO day because of its records, the matter itself counted, in the order of the texts. */
export function escalationsFor(
  law: Law,
  { subject, circumstances: established }: Pick<SubjectFile, "subject" | "circumstances">,
  past: readonly PastAccountability[],
  { on, measures }: { on: string; measures: readonly string[] },
): EscalationFrom[] {
  const known = past.find((one) => one.subject.kind === subject.kind && one.subject.registryId === subject.registryId);
  const matters = known?.matters ?? [];
  if (matters.length === 0) return [];
  const circumstances = established.map(({ circumstance }) => circumstance);
  const of = subject.kind === "person" ? "person" : "unit";
  // A unit is no person-time of its own.
  const current = of === "unit" ? null : matterOf(law, { id: "", on, measures, circumstances });
  const history = { of, termFrom: null, matters: matters.map((one) => matterOf(law, one)) } as const;
  return escalationOf(law, history, checkedDay(on), current).map((escalation) => ({
    ...escalation,
    earlier: matters.filter(({ id }) => escalation.counted.includes(id)),
  }));
}

/** The measures of the clauses that people follow, which the law then opens beside those of its tiers. */
export function escalatedBy(called: readonly EscalationFrom[], found: readonly EscalationFound[]): Escalated[] {
  return called
    .filter(({ rule, measures }) => measures.length > 0 && found.some((one) => one.rule === rule && one.followed))
    .map(({ rule, measures, force, unverified, cite }) => ({
      rule,
      measures,
      force: unverified ? "may" : force,
      cite,
    }));
}

/** Refused where a clause that applies is not answered, or says 应当, is certain and is not followed. */
export function refusalsOfEscalation(
  { subject }: Pick<SubjectFile, "subject">,
  called: readonly EscalationFrom[],
  asked: Asked,
  context: Context,
  field: string,
): Refusal[] {
  const { name } = subject;
  const unknown = asked.escalations
    .filter(({ rule }) => !called.some((one) => one.rule === rule))
    .map(({ rule }) =>
      refusal(context, "no-such-escalation", ofSubject(name, noSuchEscalation(rule)), "principles", field),
    );
  return [
    ...called.flatMap((one) => {
      const answer = asked.escalations.find(({ rule }) => rule === one.rule);
      if (answer === undefined && !one.unverified) {
        const says = ofSubject(name, escalationNotAnswered(one.message, one.earlier));
        return [refusal(context, "escalation-not-answered", says, one.cite, field)];
      }
      if (answer?.followed === false && one.force === "shall" && one.certain && !one.unverified) {
        const says = ofSubject(name, escalationDeparts(one.message, one.earlier));
        return [refusal(context, "escalation-departs", says, one.cite, field)];
      }
      return [];
    }),
    ...unknown,
  ];
}

function matterOf(law: Law, { id, on, measures, circumstances }: Omit<PastDecision, "number">): PastMatter {
  const groups = circumstancesOf(law)
    .filter((circumstance) => circumstances.includes(circumstance.id))
    .map((circumstance) => circumstance.group);
  // A decision entered from paper may name none.
  const recorded = circumstances.length > 0;
  return {
    id,
    day: checkedDay(on),
    measures,
    groups: recorded ? [...new Set(groups)] : null,
    circumstances: recorded ? circumstances : null,
    noChange: null,
  };
}
