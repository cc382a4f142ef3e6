// What the text forbids in an outcome, and in the record of a sanction.
import { managementName } from "./management.ts";
import { citationOf } from "../text/cite.ts";
import type { Citation, Sentence } from "../text/citation.ts";
import { competenceOf } from "./competence.ts";
import { formatDay } from "../reckon/days.ts";
import type { Day } from "../reckon/days.ts";
import { rulesOf } from "../compile/law.ts";
import type { Law } from "../compile/law.ts";
import { absorptionsOf, additionsTo, laddersOf } from "./effects.ts";
import { gravitiesOf, openMeasures } from "./measures.ts";
import { referralNormsOf } from "../text/norms.ts";
import type { Escalated, Measure, MeasureOffer, Tier } from "./measures.ts";
import type { LawRefusalCode, Refusal } from "../refusal.ts";
import type {
  BodyId,
  Gravity,
  Handling,
  ManagementLevel,
  MeasureId,
  SanctionId,
  SubjectKind,
} from "../pack/vocabulary.ts";
import {
  measureUnknown,
  sanctionUnknown,
  sanctionForPartyMembers,
  outsideScope,
  measureNotForSubject,
  bodyNotCompetent,
  decisionBelongsAbove,
  measureOfTierDue,
  reasonsMissing,
  decisionBeforeValidity,
  conductBeforeValidity,
  oneOfNames,
  additionDue,
  gravityUnknown,
  measureAbsorbed,
  measureNotOpen,
  measuresNotCombinable,
  referredInstead,
} from "./words.ts";

export type Outcome = {
  subject: { kind: SubjectKind; managedBy: ManagementLevel; partyMember: boolean; inScope: boolean };
  gravity: Gravity;
  strongReaction: boolean;
  vileInfluence: boolean;
  measures: readonly MeasureId[];
  handling: Handling;
  handlingReasons: string | null;
  /** The deciding body; null in a proposal, which goes to whichever body is competent. */
  body: BodyId | null;
  conduct: { from: Day; to: Day; continuing: boolean };
  decidedOn: Day;
  /** What clauses of escalation, found to be met, lead to beside the tiers. */
  escalated?: readonly Escalated[] | undefined;
};

/** Every refusal that an outcome meets, in the order of the text; empty when it may be decided. */
export function refusalsOfOutcome(law: Law, outcome: Outcome): Refusal[] {
  const measures = law.vocabulary.measures.filter((measure) => outcome.measures.includes(measure.id));
  const unknown = outcome.measures.filter((id) => !measures.some((measure) => measure.id === id));
  const [list] = rulesOf(law, "measure-list");
  const known = list === undefined ? null : citationOf(law.regulation, list);
  return [
    ...unknown.map((id) => refuse("unknown-measure", measureUnknown(id), known, "measures")),
    ...refuseScope(law, outcome),
    ...refuseGravity(law, outcome),
    ...refusePersonalMeasures(law, outcome, measures),
    ...refuseBody(law, outcome, measures),
    ...refuseTier(law, outcome, measures),
    ...refuseTogether(law, outcome, measures),
    ...refuseAdjustment(law, outcome),
    ...refuseTime(law, outcome),
  ];
}

/** Whether a sanction can be recorded for this person: Party discipline only for Party members. */
export function refusalsOfSanction(law: Law, record: { sanction: SanctionId; partyMember: boolean }): Refusal[] {
  const sanction = law.vocabulary.sanctions.find((candidate) => candidate.id === record.sanction);
  if (sanction === undefined) {
    return [refuse("unknown-sanction", sanctionUnknown(record.sanction), referralOf(law), "sanction")];
  }
  const rule = rulesOf(law, "sanction-eligibility").find((candidate) => candidate.order === sanction.order);
  if (rule === undefined || !rule.partyMembersOnly || record.partyMember) return [];
  return [
    refuse("not-a-party-member", sanctionForPartyMembers(sanction.name), citationOf(law.regulation, rule), "sanction"),
  ];
}

function refuseScope(law: Law, outcome: Outcome): Refusal[] {
  const rule = rulesOf(law, "scope")[0];
  if (rule === undefined) return [];
  const covered = rule.subjects.some((subject) => subject.kind === outcome.subject.kind);
  if (covered && outcome.subject.inScope) return [];
  const names = rule.subjects.map((subject) => subject.name);
  return [refuse("out-of-scope", outsideScope(names), citationOf(law.regulation, rule), "subject")];
}

// One that another text tells apart is none of this one.
function refuseGravity(law: Law, { gravity }: Outcome): Refusal[] {
  const known = gravitiesOf(law);
  if (known.includes(gravity)) return [];
  const { gravities } = law.vocabulary.names;
  const [tier] = rulesOf(law, "tier");
  return [
    refuse(
      "no-such-gravity",
      gravityUnknown(
        law.regulation.short,
        gravities[gravity],
        known.map((one) => gravities[one]),
      ),
      tier === undefined ? null : citationOf(law.regulation, tier),
      "gravity",
    ),
  ];
}

function refusePersonalMeasures(law: Law, outcome: Outcome, measures: readonly Measure[]): Refusal[] {
  const kind = outcome.subject.kind;
  const rule = rulesOf(law, "organization-measures").find((candidate) => candidate.subject === kind);
  const subject = law.vocabulary.names.subjects[kind];
  const fits = (measure: Measure): boolean =>
    measure.subjects.includes(kind) && (rule === undefined || rule.measures.includes(measure.id));
  const scope = rulesOf(law, "scope")[0];
  const source = rule ?? scope;
  return measures
    .filter((measure) => !fits(measure))
    .map((measure) =>
      refuse(
        kind === "person" ? "body-measure-on-person" : "personal-measure-on-organization",
        measureNotForSubject(measure.name, subject),
        source === undefined ? null : citationOf(law.regulation, source),
        "measures",
      ),
    );
}

function refuseBody(law: Law, outcome: Outcome, measures: readonly Measure[]): Refusal[] {
  const body = outcome.body;
  if (body === null) return [];
  const refusals = new Map<string, Refusal>();
  for (const measure of measures) {
    const competence = competenceOf(law, {
      managedBy: outcome.subject.managedBy,
      measure: measure.id,
      on: outcome.decidedOn,
    });
    if (competence.decides.includes(body)) continue;
    const deciders = named(law, competence.decides);
    const own = named(law, [body]);
    const managed = managementName(law.vocabulary, outcome.subject.managedBy);
    const refusal = competence.own
      ? refuse("wrong-body", bodyNotCompetent(measure.name, deciders, own), competence.cite, "body")
      : refuse("decision-belongs-above", decisionBelongsAbove(managed, deciders, own), competence.cite, "body");
    if (!refusals.has(refusal.message.zh)) refusals.set(refusal.message.zh, refusal);
  }
  return [...refusals.values()];
}

function refuseTier(law: Law, outcome: Outcome, measures: readonly Measure[]): Refusal[] {
  const offer = openMeasures(law, { ...outcome, subject: outcome.subject.kind });
  const open = new Set(offer.tiers.flatMap((tier) => measuresOpenIn(tier, outcome.measures)));
  const gravity = law.vocabulary.names.gravities[outcome.gravity];
  const norms = offer.tiers.length === 0 ? referralNormsOf(law, outcome.gravity, outcome.decidedOn) : [];
  const refusals = measures
    .filter(
      (measure) =>
        measure.subjects.includes(outcome.subject.kind) && !open.has(measure.id) && !isBodyReform(law, measure),
    )
    .map((measure) =>
      refuse(
        offer.tiers.length === 0 ? "refer-instead" : "measure-not-open",
        offer.tiers.length === 0
          ? referredInstead(gravity, offer.reasons, norms)
          : measureNotOpen(gravity, measure.name),
        sourceOfClosed(law, offer, measure),
        "measures",
      ),
    );
  if (refusals.length > 0 || measures.length === 0) return refusals;
  return offer.tiers
    .filter((tier) => tier.force === "shall")
    .filter((tier) => !tier.measures.some((measure) => outcome.measures.includes(measure.id)))
    .map((tier) => refuse("measure-of-tier-due", measureOfTierDue(tier.measures), tier.cite, "measures"));
}

// An addition is open only beside the measure that it is added to.
function measuresOpenIn({ measures, additions }: Tier, chosen: readonly MeasureId[]): MeasureId[] {
  const added = additions.filter(({ to }) => chosen.includes(to)).flatMap((one) => one.measures);
  return [...measures, ...added].map((measure) => measure.id);
}

// What the text wants together, and what it does not let stand together.
function refuseTogether(law: Law, outcome: Outcome, measures: readonly Measure[]): Refusal[] {
  const given = (id: MeasureId) => measures.some((measure) => measure.id === id);
  const day = outcome.decidedOn;
  const lacking = measures.flatMap((measure) =>
    additionsTo(law, measure.id, day).flatMap(({ measures: adds, force, unverified, cite }) => {
      const missing = namesOfMeasures(law, force === "shall" && !unverified ? adds.filter((id) => !given(id)) : []);
      if (missing === null) return [];
      return [refuse("addition-due", additionDue(measure.name, missing), cite, "measures")];
    }),
  );
  const absorbed = measures.flatMap((measure) =>
    absorptionsOf(law, measure.id, day).flatMap(({ absorbs, measures: over, unverified, cite }) => {
      const needless = namesOfMeasures(law, absorbs && !unverified ? over.filter(given) : []);
      if (needless === null) return [];
      return [refuse("absorbed", measureAbsorbed(measure.name, needless), cite, "measures")];
    }),
  );
  const several = laddersOf(law, day).flatMap(({ subject, steps, combinable, cite }) => {
    const listed = steps.flat().filter(given);
    const names = namesOfMeasures(law, listed);
    if (subject !== outcome.subject.kind || combinable || listed.length < 2 || names === null) return [];
    return [refuse("not-combinable", measuresNotCombinable(names), cite, "measures")];
  });
  return [...lacking, ...absorbed, ...several];
}

function namesOfMeasures(law: Law, ids: readonly MeasureId[]): Sentence | null {
  if (ids.length === 0) return null;
  const names = law.vocabulary.measures.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  return { zh: names.map(({ zh }) => zh).join("、"), en: names.map(({ en }) => en).join(", ") };
}

function isBodyReform(law: Law, measure: Measure): boolean {
  return rulesOf(law, "body-reform").some((rule) => rule.measures.includes(measure.id));
}

// The clause that opens the measure elsewhere says best why it is closed here.
function sourceOfClosed(law: Law, offer: MeasureOffer, measure: Measure): Citation | null {
  const tier = rulesOf(law, "tier").find((rule) => [...rule.measures, ...rule.openEnd].includes(measure.id));
  if (offer.tiers.length > 0 && tier !== undefined) return citationOf(law.regulation, tier);
  return offer.reasons[0]?.cite ?? null;
}

function refuseAdjustment(law: Law, outcome: Outcome): Refusal[] {
  if (outcome.handling !== "adjustment") return [];
  if (outcome.handlingReasons !== null && outcome.handlingReasons.trim() !== "") return [];
  const rule = rulesOf(law, "measure-list")[0];
  const name = law.vocabulary.names.handlings.adjustment;
  return [
    refuse(
      "adjustment-without-reasons",
      reasonsMissing(name),
      rule === undefined ? null : citationOf(law.regulation, rule),
      "handlingReasons",
    ),
  ];
}

function refuseTime(law: Law, outcome: Outcome): Refusal[] {
  const rule = rulesOf(law, "validity")[0];
  if (rule === undefined) return [];
  const from = formatDay(law.inForceFrom);
  const cite = citationOf(law.regulation, rule);
  if (outcome.decidedOn < law.inForceFrom) {
    return [refuse("decided-before-validity", decisionBeforeValidity(from), cite, "decidedOn")];
  }
  if (outcome.conduct.to >= law.inForceFrom || outcome.conduct.continuing) return [];
  return [refuse("conduct-before-validity", conductBeforeValidity(from, law.regulation.short), cite, "conduct")];
}

function named(law: Law, bodies: readonly BodyId[]): Sentence {
  const names = bodies.map(
    (body) => law.vocabulary.bodies.find((candidate) => candidate.id === body)?.name ?? { zh: body, en: body },
  );
  return oneOfNames(names);
}

function refuse(code: LawRefusalCode, message: Sentence, source: Citation | null, field: string): Refusal {
  return { code, message, source, field };
}

/** The clause by which discipline and sanctions are left to others. */
function referralOf(law: Law): Citation | null {
  const [rule] = rulesOf(law, "referral");
  return rule === undefined ? null : citationOf(law.regulation, rule);
}
