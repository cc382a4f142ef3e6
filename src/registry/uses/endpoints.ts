// The use behind each endpoint of persons and organizations, and of what stands on record of them.
import { registerRecord } from "#imports/uses/register.ts";
import type { UsesOf } from "#kernel/use-of.ts";
import type { registry } from "../contract.ts";
import { registerOrganizationChange, viewOrganization } from "./organization-changes.ts";
import { mergeRecords, undoPersonMerge } from "./person-merges.ts";
import { viewPerson } from "./person-view.ts";
import { endRelation, enterRelative } from "./relatives.ts";
import { enterOrganization, enterPerson, findPersonsFor, organizationsFor } from "./registry.ts";

export const registryUses = {
  persons: findPersonsFor,
  person: viewPerson,
  registerRecord,
  putRelative: enterRelative,
  endRelative: endRelation,
  mergePersons: mergeRecords,
  undoMerge: undoPersonMerge,
  organizations: organizationsFor,
  organization: viewOrganization,
  changeOrganization: registerOrganizationChange,
  addOrganization: enterOrganization,
  addPerson: enterPerson,
} satisfies UsesOf<typeof registry>;
