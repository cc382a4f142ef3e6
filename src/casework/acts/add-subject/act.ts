// Add an accountable subject (问责对象): a person in a leading post, an organization, or a leading body of the zone.
import { z } from "zod";
import { caseAct, happened, id, refusal, refused, words } from "../../act.ts";
import type { Context } from "../../act.ts";
import { otherCasesOf } from "../../finding/other-cases.ts";
import type { Subject } from "../../subject.ts";

export const addSubject = caseAct({
  id: "add-subject",
  names: { zh: "添加问责对象", en: "Add a subject" },
  basis: "scope",
  input: z.strictObject({
    kind: z.enum(["person", "organization", "leading-body"]),
    registryId: id,
    /** Why it is another matter, where the subject already stands in another open case. */
    another: words.nullable().default(null),
  }),
  lookUps: ({ kind, registryId }) => ({
    persons: kind === "person" ? [registryId] : [],
    organizations: kind === "person" ? [] : [registryId],
    otherCases: [{ kind, registryId }],
  }),
  decide: (state, { kind, registryId, another }, context) => {
    const subject =
      kind === "person" ? personSubject(registryId, context) : organizationSubject(kind, registryId, context);
    if (subject === null)
      return refused(
        refusal(
          context,
          "no-such-subject",
          { zh: "干部或单位名册中没有所选对象", en: "The registry has no such person or organization" },
          "scope",
          "registryId",
        ),
      );
    if (!subject.inScope) {
      return refused(
        refusal(
          context,
          "out-of-scope",
          {
            zh: `${subject.name}不属于本办法适用的党政组织及其领导干部，不能列为问责对象`,
            en: `${subject.name} is not one of the zone's Party or government organizations or their leading cadres`,
          },
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
          { zh: `${subject.name}已在本案中`, en: `${subject.name} is in this case already` },
          "scope",
          "registryId",
        ),
      );
    }
    const elsewhere = otherCasesOf(context, kind, registryId).filter((one) => one.open);
    if (elsewhere.length > 0 && another === null) {
      const numbers = elsewhere.flatMap(({ number }) => (number === null ? [] : [number]));
      return refused(
        refusal(
          context,
          "in-another-case",
          {
            zh: `${subject.name}已是其他在办案件${numbers.length === 0 ? "" : `（${numbers.join("、")}）`}的问责对象；确属不同问题的，请说明是何不同`,
            en: `${subject.name} is a subject of another open case${numbers.length === 0 ? "" : ` (${numbers.join(", ")})`}; say how this is another matter`,
          },
          "no-second-case",
          "another",
        ),
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
