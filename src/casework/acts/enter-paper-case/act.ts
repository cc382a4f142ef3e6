// Enter an old paper case (补录纸质案件): one decision on one subject, checked by the law and the authority of its own day.
import { subjectKindSchema } from "#law/pack/vocabulary.ts";
import { z } from "zod";
import { circumstancesOf } from "#law/procedure/circumstances.ts";
import { faultOfManagementLevel } from "#law/procedure/management.ts";
import type { Refusal } from "#law/refusal.ts";
import {
  caseBeginningAct,
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
import { refusalsOfMeasuresForConduct } from "../../finding/competence.ts";
import { evidenceShape, refusalsOfFiles } from "../../finding/evidence.ts";
import { findingShape, handlingShape, levelsShape } from "../../finding/finding.ts";
import type { Subject } from "../../subject.ts";
import { noSuchCircumstance, notInTheRegistry } from "../../words/refusal-words.ts";
import { stepNames } from "../../words/step-names.ts";
import { names, conductDays, uploadDecision } from "./act-words.ts";
import { refusalsOfLevel } from "../../level.ts";

const input = z.strictObject({
  title: shortText,
  documentNumber: shortText,
  on: isoDay,
  body: id,
  reasons: longText,
  kind: subjectKindSchema,
  registryId: id,
  /** As they were on the day of the decision; null for an organization. */
  post: shortText.nullable(),
  level: shortText.nullable(),
  managedBy: id,
  conduct: z.strictObject({ text: longText, from: isoDay, to: isoDay, continuing: z.boolean() }),
  circumstance: id,
  outcome: z.strictObject({ ...findingShape, ...handlingShape, ...levelsShape }),
  effectiveOn: isoDay,
  announcedOn: isoDay,
  formalitiesOn: isoDay.nullable(),
  evidence: z.array(evidenceShape).min(1, uploadDecision).max(20),
});
type Entered = z.output<typeof input>;

export const enterPaperCase = caseBeginningAct({
  id: "enter-paper-case",
  names,
  basis: "collective-decision",
  input,
  lookUps: ({ kind, registryId, evidence: files }) => ({
    persons: kind === "person" ? [registryId] : [],
    organizations: kind === "person" ? [] : [registryId],
    files,
    authority: true,
  }),
  decide: (entered, context) => {
    const subject = subjectOf(entered, context);
    if (subject === null) return refused(refusal(context, "no-such-subject", notInTheRegistry, "scope", "registryId"));
    const unknown = faultOfManagementLevel(context.law.vocabulary, entered.managedBy);
    if (unknown !== null) return refused(refusal(context, "no-such-management-level", unknown, null, "managedBy"));
    // The procedure of an old decision is that of its day.
    const then = { ...context, today: entered.on };
    const refusals = [
      ...refusalsOfDays(entered, context),
      ...refusalsOfFiles(entered.evidence, then, "collective-decision"),
      ...refusalsOfWords(entered, context),
      ...refusalsOfMeasuresForConduct(
        { subject, circumstances: [{ circumstance: entered.circumstance }] },
        entered.conduct,
        { ...entered.outcome, body: entered.body, on: entered.on },
        context,
        "outcome",
      ),
    ];
    if (refusals.length > 0) return refused(...refusals);
    const { title, documentNumber, on, body, reasons, conduct, circumstance, effectiveOn, announcedOn, formalitiesOn } =
      entered;
    const outcome = { type: "accountable" as const, subjectId: subject.id, ...entered.outcome, departure: null };
    return happened({
      type: "paper-entered",
      number: context.number,
      title,
      documentNumber,
      on,
      body,
      reasons,
      subject,
      conduct,
      circumstance,
      outcome,
      effectiveOn,
      announcedOn,
      formalitiesOn,
      evidence: entered.evidence,
    });
  },
});

/** Who it was then: the name and unit of the register, post, level and management as the paper has them. */
function subjectOf(
  { kind, registryId, post, level, managedBy }: Entered,
  context: Context<"persons" | "organizations">,
): Subject | null {
  const subjectId = `${context.id}-1`;
  if (kind === "person") {
    const person = context.registry.persons[registryId];
    if (person === undefined) return null;
    const { name, organizationId, organizationName, partyMember } = person;
    const base = { id: subjectId, kind, registryId, name, organizationId, organizationName, post, level, managedBy };
    // A post has to be named: whoever was held accountable then held one.
    return { ...base, partyMember, inScope: post !== null };
  }
  const organization = context.registry.organizations[registryId];
  if (organization === undefined) return null;
  const { id: organizationId, name } = organization;
  const base = { id: subjectId, kind, registryId, name, organizationId, organizationName: name };
  const inScope = organization.kind === "party" || organization.kind === "government";
  return { ...base, post: null, level: null, managedBy, partyMember: false, inScope };
}

function refusalsOfDays(
  { on, effectiveOn, announcedOn, formalitiesOn, conduct }: Entered,
  context: Context,
): Refusal[] {
  const decided = { on, name: stepNames.decision };
  const refusals = [
    ...refuseFuture(context, { on, effectiveOn, announcedOn, formalitiesOn }, "collective-decision"),
    ...refuseBefore(context, { effectiveOn, announcedOn, formalitiesOn }, decided, "formalities"),
  ];
  if (conduct.to < conduct.from || conduct.from > on)
    refusals.push(refusal(context, "conduct-days", conductDays, "principles", "conduct.from"));
  return refusals;
}

function refusalsOfWords({ circumstance, level }: Entered, context: Context): Refusal[] {
  const refusals: Refusal[] = [];
  if (!circumstancesOf(context.law).some((one) => one.id === circumstance))
    refusals.push(
      refusal(context, "no-such-circumstance", noSuchCircumstance(circumstance), "principles", "circumstance"),
    );
  return [...refusals, ...refusalsOfLevel(level, "level", context)];
}
