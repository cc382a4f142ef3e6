// Which measures the text opens for a gravity that people have found. It never proposes one of them.
import { citationOf } from "../text/cite.ts";
import type { Citation, Sentence } from "../text/citation.ts";
import { additionsTo } from "./effects.ts";
import { rulesOf } from "../compile/law.ts";
import type { Law } from "../compile/law.ts";
import type { RuleOf } from "../pack/rule.ts";
import { gravitySchema } from "../pack/vocabulary.ts";
import type { BodyId, Gravity, MeasureId, SubjectKind } from "../pack/vocabulary.ts";
import { reformNotFound, reformNotSeveral, findingLacking } from "./words.ts";

export type Measure = {
  id: MeasureId;
  name: Sentence;
  class: "light" | "organizational" | "body";
  subjects: SubjectKind[];
  /** True when it starts from the person's own application. */
  onApplication: boolean;
};

export type Tier = {
  tier: string;
  force: "may" | "shall";
  measures: Measure[];
  deciders: BodyId[];
  cite: Citation;
  /** The outcome must be circulated within a certain scope. */
  circulation: boolean;
  /** What may or must come with one of its measures. */
  additions: OfferedAddition[];
};

export type OfferedAddition = { to: MeasureId; measures: Measure[]; force: "may" | "shall"; cite: Citation };

export type MeasureOffer = {
  /** Every tier that is open, in the order of the text; empty when the matter goes elsewhere. */
  tiers: Tier[];
  /** Why a tier is closed, or where the matter goes instead. */
  reasons: { message: Sentence; cite: Citation }[];
};

export type Finding = {
  gravity: Gravity;
  strongReaction: boolean;
  vileInfluence: boolean;
  subject: SubjectKind;
  /** What a clause of escalation, found to be met, leads to beside the tiers. */
  escalated?: readonly Escalated[] | undefined;
};

export type Escalated = { rule: string; measures: readonly MeasureId[]; force: "may" | "shall"; cite: Citation };

/** All measures of the vocabulary. */
export function measuresOf(law: Law): Measure[] {
  return law.vocabulary.measures;
}

/** Whether one of them is an organizational measure, of which a decision says whether it is 组织处理 or 组织调整. */
export function areOrganizational(law: Law, measures: readonly MeasureId[]): boolean {
  return measuresOf(law).some((one) => one.class === "organizational" && measures.includes(one.id));
}

/** The gravities that the regulation tells apart, in the order of the vocabulary: those for which it opens measures or refers elsewhere. */
export function gravitiesOf(law: Law): Gravity[] {
  const named = new Set<Gravity>([
    ...rulesOf(law, "tier").flatMap((rule) => rule.gravity),
    ...rulesOf(law, "referral").map((rule) => rule.gravity),
  ]);
  return gravitySchema.options.filter((gravity) => named.has(gravity));
}

/** The measures that the text opens for what was found. Gravity is a finding of people, an input here. */
export function openMeasures(law: Law, found: Finding): MeasureOffer {
  const referrals = rulesOf(law, "referral").filter((rule) => rule.gravity === found.gravity);
  if (referrals.length > 0) {
    return {
      tiers: [],
      reasons: referrals.map((rule) => ({
        message: rule.summary,
        cite: citationOf(law.regulation, rule),
      })),
    };
  }
  const tiers = rulesOf(law, "tier");
  const offer =
    found.subject === "person" ? offerForPerson(law, found, tiers) : offerForOrganization(law, found, tiers);
  for (const { rule, measures, force, cite } of found.escalated ?? [])
    if (measures.length > 0) offer.tiers.push(offerOf(law, { tier: rule, force, deciders: [], cite }, measures));
  return offer;
}

function offerForPerson(law: Law, found: Finding, tiers: readonly RuleOf<"tier">[]): MeasureOffer {
  const offer: MeasureOffer = { tiers: [], reasons: [] };
  for (const rule of tiers) {
    const cite = citationOf(law.regulation, rule);
    if (isOpen(law, rule, found)) offer.tiers.push(tierOf(law, rule, [...rule.measures, ...rule.openEnd]));
    else offer.reasons.push({ message: closedMessage(law, rule), cite });
  }
  return offer;
}

/** Whether the reform of a body is due: several members held accountable and no normal work. */
export function examineBody(
  law: Law,
  body: { members: number; heldAccountable: number; worksNormally: boolean },
): { reform: boolean; notice: Sentence | null; cite: Citation | null } {
  const rule = rulesOf(law, "body-reform")[0];
  if (rule === undefined) return { reform: false, notice: null, cite: null };
  const several = severalMembers(law, (setting) => law.settings[setting] ?? "");
  const many = body.heldAccountable >= several;
  const cite = citationOf(law.regulation, rule);
  if (many && !body.worksNormally) return { reform: true, notice: null, cite };
  if (!many && body.worksNormally) return { reform: false, notice: null, cite };
  return {
    reform: false,
    notice: many ? reformNotFound(body.members, body.heldAccountable) : reformNotSeveral(body.heldAccountable),
    cite,
  };
}

/** From how many members on the text speaks of several, as the setting is read; infinite where no rule speaks of it. */
export function severalMembers(law: Law, read: (setting: string) => string): number {
  const rule = rulesOf(law, "body-reform")[0];
  return rule?.members.atLeast[read(rule.members.setting)] ?? Infinity;
}

/** The measures that are given to a body as such, with the clause; empty where no rule names any. */
export function bodyReform(law: Law): { measures: Measure[]; cite: Citation | null } {
  const rule = rulesOf(law, "body-reform")[0];
  if (rule === undefined) return { measures: [], cite: null };
  const measures = measuresOf(law).filter(({ id }) => rule.measures.includes(id));
  return { measures, cite: citationOf(law.regulation, rule) };
}

/** Whether an outcome of a tier with these measures must be circulated. */
function circulationOf(law: Law, tier: string): Citation | null {
  const rule = rulesOf(law, "circulation").find((candidate) => candidate.tiers.includes(tier));
  return rule === undefined ? null : citationOf(law.regulation, rule);
}

function isOpen(law: Law, rule: RuleOf<"tier">, found: Finding): boolean {
  if (rule.gravity.includes(found.gravity)) return true;
  if (rule.trigger === null) return false;
  const findings = rule.trigger.findings[law.settings[rule.trigger.setting] ?? ""];
  if (findings === undefined) return false;
  const reaction = findings.strongReaction && found.strongReaction;
  const influence = findings.vileInfluence && found.vileInfluence;
  return findings.together ? reaction && influence : reaction || influence;
}

function tierOf(law: Law, rule: RuleOf<"tier">, measures: readonly MeasureId[]): Tier {
  const { id: tier, force, deciders } = rule;
  return offerOf(law, { tier, force, deciders, cite: citationOf(law.regulation, rule) }, measures);
}

function offerOf(
  law: Law,
  head: Pick<Tier, "tier" | "force" | "deciders" | "cite">,
  measures: readonly MeasureId[],
): Tier {
  const named = (ids: readonly MeasureId[]) => law.vocabulary.measures.filter(({ id }) => ids.includes(id));
  return {
    ...head,
    measures: named(measures),
    circulation: circulationOf(law, head.tier) !== null,
    additions: measures.flatMap((to) =>
      additionsTo(law, to).map(({ measures: adds, force, cite }) => ({ to, measures: named(adds), force, cite })),
    ),
  };
}

// Organizations get no personal measure: what they can receive is inferred from the scope and the upper norm.
function offerForOrganization(law: Law, found: Finding, tiers: readonly RuleOf<"tier">[]): MeasureOffer {
  const rule = rulesOf(law, "organization-measures").find((candidate) => candidate.subject === found.subject);
  const open = tiers.findLast((tier) => isOpen(law, tier, found));
  if (rule === undefined || open === undefined) return { tiers: [], reasons: [] };
  return {
    tiers: [
      {
        ...tierOf(law, open, rule.measures),
        force: "may",
        cite: citationOf(law.regulation, rule),
      },
    ],
    reasons: [{ message: rule.summary, cite: citationOf(law.regulation, rule) }],
  };
}

function closedMessage(law: Law, rule: RuleOf<"tier">): Sentence {
  const names = rule.gravity.map((gravity) => law.vocabulary.names.gravities[gravity]);
  return findingLacking(names);
}
