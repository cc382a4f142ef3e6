// Persons and organizations.
import { endingFor } from "#eligibility/uses/ending-restrictions.ts";
import { registerRecord } from "#imports/uses/register.ts";
import { registerOrganizationChange, viewOrganization } from "#registry/uses/organization-changes.ts";
import { mergeRecords, separateRecords } from "#registry/uses/person-merges.ts";
import { viewPerson } from "#registry/uses/person-view.ts";
import { enterOrganization, enterPerson, findPersonsFor, organizationsFor } from "#registry/uses/registry.ts";
import { figuresOn } from "#statistics/uses/restricted-figures.ts";
import { restrictedPersons } from "#eligibility/uses/restricted.ts";
import { reusesFor } from "#matters/uses/reuse.ts";
import { signedInOf } from "../context.ts";
import { answerOf, foundOr404 } from "../refuse.ts";
import { endpoints } from "./implementer.ts";

export const registry = {
  persons: endpoints.registry.persons.handler(({ input, context }) =>
    findPersonsFor(context.app, signedInOf(context).actor, input),
  ),
  person: endpoints.registry.person.handler(async ({ input, context }) =>
    foundOr404(await viewPerson(context.app, signedInOf(context).actor, input.personId)),
  ),
  registerRecord: endpoints.registry.registerRecord.handler(async ({ input, context }) =>
    answerOf(await registerRecord(context.app, signedInOf(context).actor, input)),
  ),
  mergePersons: endpoints.registry.mergePersons.handler(async ({ input, context }) =>
    answerOf(await mergeRecords(context.app, signedInOf(context).actor, input)),
  ),
  undoMerge: endpoints.registry.undoMerge.handler(async ({ input, context }) =>
    answerOf(await separateRecords(context.app, signedInOf(context).actor, input)),
  ),
  restricted: endpoints.registry.restricted.handler(({ input, context }) => {
    const { layer, bars, cause, organizationId, ...asked } = input;
    const filter = { layer, bars, cause, organizationId };
    return restrictedPersons(context.app, signedInOf(context).actor, { ...asked, filter });
  }),
  ending: endpoints.registry.ending.handler(({ input, context }) =>
    endingFor(context.app, signedInOf(context).actor, input),
  ),
  figures: endpoints.registry.figures.handler(({ input, context }) =>
    figuresOn(context.app, signedInOf(context).actor, input),
  ),
  reuses: endpoints.registry.reuses.handler(({ input, context }) =>
    reusesFor(context.app, signedInOf(context).actor, input),
  ),
  organizations: endpoints.registry.organizations.handler(async ({ context }) => {
    const organizations = await organizationsFor(context.app, signedInOf(context).actor);
    return organizations.map(({ id, parentId, name, kind, managedBy, validUntil, succeededBy }) => ({
      organizationId: id,
      parentId,
      name,
      kind,
      managedBy,
      validUntil,
      succeededBy,
    }));
  }),
  organization: endpoints.registry.organization.handler(async ({ input, context }) =>
    foundOr404(await viewOrganization(context.app, signedInOf(context).actor, input.organizationId, input.on ?? null)),
  ),
  changeOrganization: endpoints.registry.changeOrganization.handler(async ({ input, context }) =>
    answerOf(await registerOrganizationChange(context.app, signedInOf(context).actor, input)),
  ),
  addOrganization: endpoints.registry.addOrganization.handler(async ({ input, context }) =>
    answerOf(await enterOrganization(context.app, signedInOf(context).actor, input)),
  ),
  addPerson: endpoints.registry.addPerson.handler(async ({ input, context }) =>
    answerOf(await enterPerson(context.app, signedInOf(context).actor, input)),
  ),
};
