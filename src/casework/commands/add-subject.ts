// Add an accountable subject (问责对象): a person in a leading post, an organization, or a leading body of the zone.
import { z } from "zod";
import { caseAct, happened, id, refusal, refused } from "../act.ts";
import type { Context } from "../act.ts";
import type { Subject } from "../subject.ts";

export const addSubject = caseAct({
  id: "add-subject",
  basis: "scope",
  input: z.strictObject({ kind: z.enum(["person", "organization", "leading-body"]), registryId: id }),
  decide: (state, { kind, registryId }, context) => {
    const subject =
      kind === "person" ? personSubject(registryId, context) : organizationSubject(kind, registryId, context);
    if (subject === null)
      return refused(
        refusal(
          context,
          "no-such-subject",
          "干部或单位名册中没有所选对象",
          "The registry has no such person or organization",
          "scope",
          "registryId",
        ),
      );
    if (!subject.inScope) {
      return refused(
        refusal(
          context,
          "out-of-scope",
          `${subject.name}不属于“全区各级党政组织及其领导干部”，不能列为问责对象`,
          `${subject.name} is not one of the zone's Party or government organizations or their leading cadres`,
          "scope",
          "registryId",
        ),
      );
    }
    if (state.subjects.some((file) => file.subject.kind === kind && file.subject.registryId === registryId)) {
      return refused(
        refusal(
          context,
          "subject-twice",
          `${subject.name}已在本案中`,
          `${subject.name} is in this case already`,
          "scope",
          "registryId",
        ),
      );
    }
    return happened({ type: "subject-added", subject });
  },
});

function personSubject(registryId: string, context: Context): Subject | null {
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
  context: Context,
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
