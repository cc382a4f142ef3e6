// Add an accountable subject (问责对象): a person in a leading post, an organization, or a leading body of the zone.
import { subjectKindSchema } from "#law/pack/vocabulary.ts";
import { z } from "zod";
import { caseAct, happened, id, refusal, refused, longText } from "../../act.ts";
import type { Context } from "../../act.ts";
import { otherCasesOf } from "../../finding/other-cases.ts";
import type { Subject } from "../../subject.ts";
import { notInTheRegistry } from "../../words/refusal-words.ts";
import { names, outOfScope, subjectTwice, inAnotherCase } from "./act-words.ts";

export const addSubject = caseAct({
  id: "add-subject",
  names,
  basis: "scope",
  input: z.strictObject({
    kind: subjectKindSchema,
    registryId: id,
    /** Why it is another matter, where the subject already stands in another open case. */
    another: longText.nullable().default(null),
  }),
  lookUps: ({ kind, registryId }) => ({
    persons: kind === "person" ? [registryId] : [],
    organizations: kind === "person" ? [] : [registryId],
    otherCases: [{ kind, registryId }],
  }),
  decide: (state, { kind, registryId, another }, context) => {
    const subject =
      kind === "person" ? personSubject(registryId, context) : organizationSubject(kind, registryId, context);
    if (subject === null) return refused(refusal(context, "no-such-subject", notInTheRegistry, "scope", "registryId"));
    if (!subject.inScope) {
      return refused(refusal(context, "out-of-scope", outOfScope(subject.name), "scope", "registryId"));
    }
    if (state.subjects.some((file) => file.subject.kind === kind && file.subject.registryId === registryId)) {
      return refused(refusal(context, "subject-twice", subjectTwice(subject.name), "scope", "registryId"));
    }
    const elsewhere = otherCasesOf(context, kind, registryId).filter((one) => one.open);
    if (elsewhere.length > 0 && another === null) {
      const numbers = elsewhere.flatMap(({ number }) => (number === null ? [] : [number]));
      return refused(
        refusal(context, "in-another-case", inAnotherCase(subject.name, numbers), "no-second-case", "another"),
      );
    }
    return happened({ type: "subject-added", subject, another });
  },
});

function personSubject(registryId: string, context: Context<"persons">): Subject | null {
  const person = context.registry.persons[registryId];
  if (person === undefined) return null;
  const { name, organizationId, organizationName, post, level, managedBy, partyMember, leadingPost } = person;
  return {
    id: context.id,
    kind: "person",
    registryId,
    name,
    organizationId,
    organizationName,
    post,
    level,
    managedBy,
    partyMember,
    inScope: leadingPost,
  };
}

function organizationSubject(
  kind: "organization" | "leading-body",
  registryId: string,
  context: Context<"organizations">,
): Subject | null {
  const organization = context.registry.organizations[registryId];
  if (organization === undefined) return null;
  return {
    id: context.id,
    kind,
    registryId,
    name: organization.name,
    organizationId: organization.id,
    organizationName: organization.name,
    post: null,
    level: null,
    managedBy: organization.managedBy,
    partyMember: false,
    inScope: organization.kind === "party" || organization.kind === "government",
  };
}
