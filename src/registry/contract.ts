// Persons and organizations of the district: searching, one of them with all that is recorded, adding, merging, changing.
import { z } from "zod";
import type { Role } from "#casework/roles.ts";
import { restrictionReaders, restrictionView } from "#eligibility/contract/restriction-view.ts";
import { reuseRow } from "#matters/contract/reuses.ts";
import { personHistory } from "#law-admin/contract/history.ts";
import { typedIdNumber } from "#lists/rules/cell-id-number.ts";
import { nameOf, searchedText } from "#lists/rules/cell-name.ts";
import { boundedCount, endpoint, officeRoles, pageInput, sentenceShape } from "#kernel/contract/meta.ts";
import { relativeKinds } from "./rules/relative-kind.ts";
import { documentNumberMissing, reasonsMissing, relationMissing, relativeNameMissing } from "./rules/words.ts";

const registryReaders: readonly Role[] = officeRoles;
export const registryKeepers: readonly Role[] = ["personnel-officer"];

const organizationChanges = ["renamed", "moved", "merged", "split", "abolished"] as const;
export type OrganizationChangeKind = (typeof organizationChanges)[number];
const organizationRow = z.object({
  organizationId: z.string(),
  parentId: z.string().nullable(),
  name: z.string(),
  kind: z.enum(["party", "government", "enterprise", "other"]),
  managedBy: z.string(),
  /** Its last day; null while it exists. */
  validUntil: z.string().nullable(),
  succeededBy: z.string().nullable(),
});
export type OrganizationRow = z.output<typeof organizationRow>;

/** Days are null where nobody knows them. */
export const organizationName = z.object({
  name: z.string(),
  from: z.string().nullable(),
  until: z.string().nullable(),
});
/** `formerParent`, `parent` and `otherName` are names as they are now. */
export const organizationChange = z.object({
  version: z.int(),
  kind: z.enum(organizationChanges),
  on: z.string(),
  formerName: z.string(),
  name: z.string(),
  formerParent: z.string().nullable(),
  parent: z.string().nullable(),
  otherId: z.string().nullable(),
  otherName: z.string().nullable(),
  documentNumber: z.string(),
  registeredName: z.string(),
  registeredAt: z.string(),
});
export const leadingMember = z.object({
  personId: z.string(),
  name: z.string(),
  post: z.string(),
  level: z.string().nullable(),
  from: z.string(),
  to: z.string().nullable(),
});

const organizationView = z.object({
  organizationId: z.string(),
  name: z.string(),
  kind: z.enum(["party", "government", "enterprise", "other"]),
  managedBy: z.string(),
  parentId: z.string().nullable(),
  parentName: z.string().nullable(),
  validFrom: z.string().nullable(),
  validUntil: z.string().nullable(),
  succeededBy: z.string().nullable(),
  successorName: z.string().nullable(),
  version: z.int(),
  names: z.array(organizationName),
  changes: z.array(organizationChange),
  /** The day as of which the leading body is told. */
  day: z.string(),
  leadingBody: z.array(leadingMember),
});
export type OrganizationChange = z.output<typeof organizationChange>;
export type OrganizationView = z.output<typeof organizationView>;

/** Only the personnel department merges records: a merge changes what somebody is barred from. */
export const mergingRoles: readonly Role[] = ["personnel-officer"];
/** And enters relatives: they say who is recused. */
export const relativeRoles: readonly Role[] = ["personnel-officer"];

export const personRow = z.object({
  personId: z.string(),
  name: z.string(),
  sex: z.enum(["male", "female"]),
  organizationId: z.string(),
  organizationName: z.string(),
  post: z.string().nullable(),
  level: z.string().nullable(),
  managedBy: z.string(),
  partyMember: z.boolean(),
  leadingPost: z.boolean(),
  idNumberMasked: z.string(),
  birth: z.string().nullable(),
  politicalStatus: z.string().nullable(),
  rank: z.string().nullable(),
  /** The record into which this one is merged. */
  mergedInto: z.string().nullable(),
});

export type PersonRow = z.output<typeof personRow>;

/**
 * `relation` as the record has it, such as 配偶; `relativeId` where the relative is in the registry too. `kind` is null where the relation tells
 * none.
 */
export const relativeShape = z.object({
  relation: z.string(),
  name: z.string(),
  kind: z.enum(relativeKinds).nullable(),
  relativeId: z.string().nullable(),
  idNumberMasked: z.string().nullable(),
});
export type Relative = z.output<typeof relativeShape>;

const personView = z.object({
  person: personRow,
  formerNames: z.array(
    z.object({
      name: z.string(),
      until: z.string().nullable(),
    }),
  ),
  posts: z.array(
    z.object({
      organizationName: z.string(),
      post: z.string(),
      level: z.string().nullable(),
      rank: z.string().nullable(),
      managedBy: z.string().nullable(),
      from: z.string(),
      to: z.string().nullable(),
      kind: z.string().nullable(),
      approvedOn: z.string().nullable(),
      actingOffice: z.string().nullable(),
      documentNumber: z.string().nullable(),
    }),
  ),
  grades: z.array(
    z.object({
      year: z.int(),
      grade: z.string(),
      givenBy: z.string().nullable(),
      givenOn: z.string().nullable(),
    }),
  ),
  honours: z.array(
    z.object({
      year: z.int(),
      name: z.string(),
      issuer: z.string().nullable(),
      level: z.string().nullable(),
      givenOn: z.string().nullable(),
    }),
  ),
  relatives: z.array(relativeShape),
  /** Those on whose record this person stands as a relative. */
  namedBy: z.array(relativeShape.pick({ relation: true, name: true, kind: true }).extend({ personId: z.string() })),
  /** What of the relatives was entered, corrected and ended, the latest first. */
  relativeChanges: z.array(
    z.object({
      before: relativeShape.nullable(),
      after: relativeShape.nullable(),
      endedOn: z.string().nullable(),
      reason: z.string(),
      by: z.string(),
      at: z.string(),
    }),
  ),

  /** Other records of the same person, merged into this one; and mergers with this one that were undone. */
  merges: z.array(
    z.object({
      mergeId: z.string(),
      personId: z.string(),
      name: z.string(),
      idNumberMasked: z.string(),
      reasons: z.string(),
      by: z.string(),
      at: z.string(),
      undone: z
        .object({
          reasons: z.string(),
          by: z.string(),
          at: z.string(),
        })
        .nullable(),
    }),
  ),
  measures: z.array(
    z.object({
      measure: z.string(),
      name: sentenceShape,
      decidedOn: z.string(),
      effectiveOn: z.string(),
      handling: z.string(),
      revokedOn: z.string().nullable(),
      matterId: z.string(),
      caseNumber: z.string(),
    }),
  ),

  /** `matterId` is null where the case is not for this reader. */
  sanctions: z.array(
    z.object({
      sanction: z.string(),
      name: sentenceShape,
      decidedOn: z.string().nullable(),
      effectiveOn: z.string(),
      months: z.int().nullable(),
      extended: z.int().nullable(),
      restoredOn: z.string().nullable(),
      revokedOn: z.string().nullable(),
      level: z.string().nullable(),
      matterId: z.string().nullable(),
    }),
  ),

  /** `toLevel`: the highest level that it is for, null for all. */
  consents: z.array(
    z.object({
      on: z.string(),
      toLevel: z.string().nullable(),
      documentNumber: z.string(),
    }),
  ),
  reuses: z.array(reuseRow),
  history: personHistory,
  restrictions: z.array(restrictionView),

  /** Only for readers of cases, only those they may read. */
  cases: z.array(
    z.object({
      matterId: z.string(),
      number: z.string(),
      title: z.string(),
      stage: z.string(),
    }),
  ),
});
export type PersonView = z.output<typeof personView>;

export const registry = {
  persons: endpoint
    .route({ method: "POST", path: "/persons/search" })
    .meta({ access: registryReaders, logged: "sensitive-read", journal: true })
    .input(
      z.strictObject({
        query: z.string().overwrite(searchedText).max(100).default(""),
        organizationId: z.string().max(64).nullable().default(null),
        ...pageInput,
      }),
    )
    .output(z.object({ rows: z.array(personRow), next: z.string().nullable(), count: boundedCount })),
  person: endpoint
    .route({ method: "GET", path: "/persons/{personId}" })
    .meta({ access: restrictionReaders, logged: "sensitive-read" })
    .input(z.strictObject({ personId: z.string().min(1).max(64) }))
    .output(personView),
  /** One appointment, grade or honour of somebody in the registry, its columns those of the import of that kind. */
  registerRecord: endpoint
    .route({ method: "POST", path: "/persons/{personId}/records" })
    .meta({ access: registryKeepers, logged: "administration" })
    .input(
      z.strictObject({
        key: z.uuid(),
        personId: z.string().min(1).max(64),
        kind: z.enum(["appointments", "grades", "honours"]),
        cells: z.record(z.string().max(40), z.string().max(200)),
      }),
    )
    .output(z.object({ personId: z.string(), changed: z.boolean() })),
  /** A close relative entered, or with `was` corrected; found in the registry by `relativeId` or by the ID number, empty where it is not known. */
  putRelative: endpoint
    .route({ method: "POST", path: "/persons/{personId}/relatives" })
    .meta({ access: relativeRoles, logged: "administration" })
    .input(
      z.strictObject({
        key: z.uuid(),
        personId: z.string().min(1).max(64),
        was: z
          .strictObject({ relation: z.string().max(20), name: z.string().max(50) })
          .nullable()
          .default(null),
        kind: z.enum(relativeKinds),
        relation: z.string().trim().min(1, relationMissing).max(20),
        name: z.string().trim().min(1, relativeNameMissing).max(50),
        idNumber: z.string().trim().max(18).default(""),
        relativeId: z.string().max(64).nullable().default(null),
        reason: z.string().trim().min(1, reasonsMissing).max(500),
      }),
    )
    .output(z.object({ personId: z.string() })),
  /** The relation ended on a day; null where it was entered in error, which somebody else says than entered it. */
  endRelative: endpoint
    .route({ method: "POST", path: "/persons/{personId}/relatives/end" })
    .meta({ access: relativeRoles, logged: "administration" })
    .input(
      z.strictObject({
        key: z.uuid(),
        personId: z.string().min(1).max(64),
        relation: z.string().max(20),
        name: z.string().max(50),
        endedOn: z.string().max(10).nullable(),
        reason: z.string().trim().min(1, reasonsMissing).max(500),
      }),
    )
    .output(z.object({ personId: z.string() })),
  /** Two records found to be one person: read as the survivor from now on, with the histories of both. */
  mergePersons: endpoint
    .route({ method: "POST", path: "/person-merges" })
    .meta({ access: mergingRoles, logged: "administration" })
    .input(
      z.strictObject({
        key: z.uuid(),
        survivorId: z.string().min(1).max(64),
        mergedId: z.string().min(1).max(64),
        reasons: z.string().trim().min(1, reasonsMissing).max(500),
      }),
    )
    .output(z.object({ mergeId: z.string() })),
  undoMerge: endpoint
    .route({ method: "POST", path: "/person-merges/{mergeId}/undo" })
    .meta({ access: mergingRoles, logged: "administration" })
    .input(
      z.strictObject({
        key: z.uuid(),
        mergeId: z.string().min(1).max(64),
        reasons: z.string().trim().min(1, reasonsMissing).max(500),
      }),
    )
    .output(z.object({ mergeId: z.string() })),
  organizations: endpoint
    .route({ method: "GET", path: "/organizations" })
    .meta({ access: registryReaders, logged: "nothing" })
    .output(z.array(organizationRow)),
  /** Its names, changes and leading body; the body as of a day. */
  organization: endpoint
    .route({ method: "GET", path: "/organizations/{organizationId}" })
    .meta({ access: registryReaders, logged: "nothing" })
    .input(z.strictObject({ organizationId: z.string().min(1).max(64), on: z.string().max(10).optional() }))
    .output(organizationView),
  /** Renamed, moved, merged into another, split off from another, abolished: the organization keeps its id. */
  changeOrganization: endpoint
    .route({ method: "POST", path: "/organizations/{organizationId}/changes" })
    .meta({ access: registryKeepers, logged: "administration" })
    .input(
      z.strictObject({
        key: z.uuid(),
        organizationId: z.string().min(1).max(64),
        version: z.int(),
        kind: z.enum(organizationChanges),
        on: z.string().max(10),
        name: z.string().trim().min(1).max(100).nullable().default(null),
        parentId: z.string().max(64).nullable().default(null),
        otherId: z.string().max(64).nullable().default(null),
        documentNumber: z.string().trim().min(1, documentNumberMissing).max(100),
      }),
    )
    .output(z.object({ version: z.int() })),
  addOrganization: endpoint
    .route({ method: "POST", path: "/organizations" })
    .meta({ access: registryKeepers, logged: "administration" })
    .input(
      z.strictObject({
        key: z.uuid(),
        parentId: z.string().max(64).nullable(),
        name: z.string().trim().min(1).max(100),
        kind: z.enum(["party", "government", "enterprise", "other"]),
        managedBy: z.string().max(64),
      }),
    )
    .output(z.object({ organizationId: z.string() })),
  addPerson: endpoint
    .route({ method: "POST", path: "/persons" })
    .meta({ access: registryKeepers, logged: "administration" })
    .input(
      z.strictObject({
        key: z.uuid(),
        name: z.string().overwrite(nameOf).min(1).max(50),
        sex: z.enum(["male", "female"]),
        /** 18 characters; a wrong check digit is refused with its position. */
        idNumber: z.string().overwrite(typedIdNumber).max(18),
        partyMember: z.boolean(),
        organizationId: z.string().min(1).max(64),
        post: z.string().trim().max(100).nullable(),
        level: z.string().max(20).nullable(),
        leadingPost: z.boolean(),
        managedBy: z.string().max(64),
        from: z.string(),
      }),
    )
    .output(z.object({ personId: z.string() })),
};
