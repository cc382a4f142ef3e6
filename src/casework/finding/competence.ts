// Whether measures may be given: the law's refusals, put to one subject of one case.
import { competenceOf } from "#law/procedure/competence.ts";
import { faultOfLevel } from "#law/procedure/management.ts";
import { checkedDay } from "#law/reckon/days.ts";
import { lawOn } from "#law/compile/interpretation.ts";
import { factorsOf } from "#law/procedure/modifiers.ts";
import { dutyOfAccountability } from "#law/procedure/circumstances.ts";
import { openMeasures } from "#law/procedure/measures.ts";
import type { Escalated } from "#law/procedure/measures.ts";
import { refusalsOfOutcome } from "#law/procedure/outcome.ts";
import { exemptionGroundsOf } from "#law/procedure/procedures.ts";
import { requirementsOf } from "#law/procedure/requirements.ts";
import type { Law } from "#law/compile/law.ts";
import type { Refusal } from "#law/refusal.ts";
import type { Sentence } from "#law/text/citation.ts";
import { refusal } from "../act.ts";
import type { Context } from "../act.ts";
import type { Case } from "../case.ts";
import { escalatedBy, escalationsFor, refusalsOfEscalation } from "./escalated.ts";
import type { SubjectFile } from "../subject-file.ts";
import type { EscalationFound, Factor, Gravity, Handling } from "../events.ts";
import type { RefusalCode } from "../refusal-codes.ts";
import {
  exemptionWithoutGround,
  notCompetentToExempt,
  noSuchFactor,
  originalLevelMissing,
  reducedLevelMissing,
  applicationMissing,
  appliedAfterDecision,
  noMeasure,
  notReduced,
} from "./finding-words.ts";
import { ofSubject } from "../words/refusal-words.ts";

/** `body` is null in a proposal: a proposal goes to whichever body is competent. */
type Asked = {
  factors: readonly Factor[];
  escalations: readonly EscalationFound[];
  gravity: Gravity;
  strongReaction: boolean;
  vileInfluence: boolean;
  measures: string[];
  handling: Handling;
  handlingReasons: string | null;
  body: string | null;
  on: string;
  originalLevel?: string | null;
  reducedLevel?: string | null;
  appliedOn?: string | null;
};

/** A subject and the circumstances established of it. */
type SubjectFound = Pick<SubjectFile, "subject"> & { circumstances: readonly { circumstance: string }[] };

/** Why these measures cannot be given to this subject of the case; `field` is where the form holds them. */
export function refusalsOfMeasures(
  state: Case,
  file: SubjectFile,
  asked: Asked,
  context: Context<"past">,
  field: string,
): Refusal[] {
  const facts = state.facts.filter((fact) =>
    file.circumstances.some((circumstance) => circumstance.factIds.includes(fact.factId)),
  );
  const from = facts.map((fact) => fact.from).sort()[0] ?? asked.on;
  const to =
    facts
      .map((fact) => fact.to)
      .sort()
      .at(-1) ?? asked.on;
  const conduct = { from, to, continuing: facts.some((fact) => fact.continuing) };
  const called = escalationsFor(context.law, file, context.registry.past, asked);
  return [
    ...refusalsOfMeasuresForConduct(file, conduct, asked, context, field, escalatedBy(called, asked.escalations)),
    ...refusalsOfEscalation(file, called, asked, context, field),
  ];
}

/** The same where the conduct is given, not taken from facts of the case. Days are ISO. */
export function refusalsOfMeasuresForConduct(
  file: SubjectFound,
  conduct: { from: string; to: string; continuing: boolean },
  asked: Asked,
  context: Context,
  field: string,
  escalated: readonly Escalated[] = [],
): Refusal[] {
  const { subject } = file;
  // A decision is taken by the readings of its own day, whenever it is entered.
  const refusals = refusalsOfOutcome(lawOn(context.law, checkedDay(asked.on)), {
    subject: {
      kind: subject.kind,
      managedBy: subject.managedBy,
      partyMember: subject.partyMember,
      inScope: subject.inScope,
    },
    gravity: asked.gravity,
    strongReaction: asked.strongReaction,
    vileInfluence: asked.vileInfluence,
    measures: asked.measures,
    handling: asked.handling,
    handlingReasons: asked.handlingReasons,
    body: asked.body,
    conduct: { ...conduct, from: checkedDay(conduct.from), to: checkedDay(conduct.to) },
    decidedOn: checkedDay(asked.on),
    escalated,
  }).map((one) => ({
    ...one,
    field,
    message: ofSubject(subject.name, one.message),
  }));
  return [
    ...refusals,
    ...refusalsOfFactors(file, asked, context, field),
    ...refusalsOfNoMeasure(file, asked, context, field),
    ...refusalsOfLevels(file, asked, context, field),
    ...refusalsOfMissingDetails(file, asked, context, field),
  ];
}

/**
 * Who decides on this subject on the ISO day (null: by the pack alone), one for each measure proposed for it; where none was, for each that its
 * kind can receive.
 */
export function competencesOf(law: Law, { subject, proposal }: SubjectFile, on: string | null) {
  const proposed = proposal?.measures ?? [];
  const open = law.vocabulary.measures.filter((one) => one.subjects.includes(subject.kind)).map((one) => one.id);
  const known = open.filter((measure) => proposed.includes(measure));
  return (known.length > 0 ? known : open).map((measure) =>
    competenceOf(law, { managedBy: subject.managedBy, measure, on: on === null ? null : checkedDay(on) }),
  );
}

/** Whether the zone can only propose in this matter, and a body above decides. */
export function belongsAbove(law: Law, file: SubjectFile, on: string | null): boolean {
  return competencesOf(law, file, on).every(({ own }) => !own);
}

/** Refused where the exemption has no ground of the text, or the body could not have held the subject accountable. */
export function refusalsOfExemption(
  file: SubjectFile,
  exemption: { ground: string },
  { body, on }: { body: string; on: string },
  context: Context,
  field: string,
): Refusal[] {
  const { name } = file.subject;
  const refusals: Refusal[] = [];
  if (!exemptionGroundsOf(context.law, on).some((ground) => ground.id === exemption.ground))
    refusals.push(refusal(context, "no-such-ground", ofSubject(name, exemptionWithoutGround), "exemption", field));
  const competences = competencesOf(context.law, file, on);
  if (!competences.some(({ decides }) => decides.includes(body)))
    refusals.push(
      refusal(
        context,
        "not-competent-to-exempt",
        ofSubject(name, notCompetentToExempt),
        competences[0]?.cite ?? "competence",
        field,
      ),
    );
  return refusals;
}

/** Refused where a mitigating or aggravating circumstance is none that a text names. */
function refusalsOfFactors(
  file: Pick<SubjectFile, "subject">,
  asked: Asked,
  context: Context,
  field: string,
): Refusal[] {
  const known = factorsOf(context.law, context.today);
  return asked.factors
    .filter(({ factor }) => !known.some(({ id }) => id === factor))
    .map(({ factor }) =>
      refusal(context, "no-such-factor", ofSubject(file.subject.name, noSuchFactor(factor)), "principles", field),
    );
}

/** Refused where the text opens measures and none is given: that would be an exemption without its ground. */
function refusalsOfNoMeasure(file: SubjectFound, asked: Asked, context: Context, field: string): Refusal[] {
  if (asked.measures.length > 0) return [];
  const [tier] = openMeasures(lawOn(context.law, checkedDay(asked.on)), { ...asked, subject: file.subject.kind }).tiers;
  if (tier === undefined) return [];
  const duty = dutyOfAccountability(
    context.law,
    file.circumstances.map(({ circumstance }) => circumstance),
  );
  return [refusal(context, "no-measure", ofSubject(file.subject.name, noMeasure), duty ?? tier.cite, field)];
}

/** Refused where a level is not in the vocabulary, or demotion does not go down. */
function refusalsOfLevels(
  file: Pick<SubjectFile, "subject">,
  asked: Asked,
  context: Context,
  field: string,
): Refusal[] {
  if (asked.body === null) return [];
  const { levels } = context.law.vocabulary;
  const placeOf = (level: string) => levels.findIndex(({ id }) => id === level);
  const { name } = file.subject;
  const { originalLevel, reducedLevel } = asked;
  const basis = requirementsOf(context.law, asked.measures).find(
    ({ what }) => what === "originalLevel" || what === "reducedLevel",
  );
  const refuse = (code: RefusalCode, says: Sentence) =>
    refusal(context, code, ofSubject(name, says), basis?.cite ?? "competence", field);
  const unknown = [originalLevel, reducedLevel].flatMap((level) =>
    level == null ? [] : (faultOfLevel(context.law.vocabulary, level) ?? []),
  );
  if (unknown.length > 0) return unknown.map((fault) => refuse("no-such-level", fault));
  const from = originalLevel ?? file.subject.level;
  if (reducedLevel == null || from === null || placeOf(reducedLevel) > placeOf(from)) return [];
  return [refuse("not-reduced", notReduced(reducedLevel, from))];
}

/** Refused where a decision lacks what a measure needs said: original level, reduced level, the day of the person's own application. */
function refusalsOfMissingDetails(
  file: Pick<SubjectFile, "subject">,
  asked: Asked,
  context: Context,
  field: string,
): Refusal[] {
  if (asked.body === null) return [];
  const required = requirementsOf(context.law, asked.measures);
  const { name } = file.subject;
  return required.flatMap(({ what, name: measure, cite }) => {
    if (what === "originalLevel" && !asked.originalLevel)
      return [refusal(context, "original-level-missing", ofSubject(name, originalLevelMissing(measure)), cite, field)];
    if (what === "reducedLevel" && !asked.reducedLevel)
      return [refusal(context, "reduced-level-missing", ofSubject(name, reducedLevelMissing(measure)), cite, field)];
    if (what === "application" && !asked.appliedOn)
      return [refusal(context, "application-missing", ofSubject(name, applicationMissing(measure)), cite, field)];
    if (what === "application" && asked.appliedOn != null && asked.appliedOn > asked.on)
      return [
        refusal(
          context,
          "applied-after-decision",
          ofSubject(name, appliedAfterDecision(asked.appliedOn, asked.on)),
          cite,
          field,
        ),
      ];
    return [];
  });
}
