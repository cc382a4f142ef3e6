// The accountable subject (问责对象) as it stood when it was added to the case: a snapshot of the registry.
import type { ManagementLevel } from "#law/pack/vocabulary.ts";

export type SubjectKind = "person" | "organization" | "leading-body";

export type Subject = {
  id: string;
  kind: SubjectKind;
  /** The person's or the organization's id in the registry. */
  registryId: string;
  name: string;
  organizationId: string;
  organizationName: string;
  post: string | null;
  level: string | null;
  managedBy: ManagementLevel;
  partyMember: boolean;
  /** Article 2: holds a leading post in, or is, a Party or government organization of the zone. */
  inScope: boolean;
};
