// The accountable subject (问责对象) as it stood when it was added to the case: a snapshot of the registry.
import { z } from "zod";
import { subjectKindSchema } from "#law/pack/vocabulary.ts";
import type { SubjectKind } from "#law/pack/vocabulary.ts";

export type { SubjectKind };

export const subjectShape = z.object({
  id: z.string(),
  kind: subjectKindSchema,
  /** The person's or the organization's id in the registry. */
  registryId: z.string(),
  name: z.string(),
  organizationId: z.string(),
  organizationName: z.string(),
  post: z.string().nullable(),
  level: z.string().nullable(),
  /** A level of management of the vocabulary. */
  managedBy: z.string(),
  partyMember: z.boolean(),
  /** Article 2: holds a leading post in, or is, a Party or government organization of the zone. */
  inScope: z.boolean(),
});
export type Subject = z.output<typeof subjectShape>;
