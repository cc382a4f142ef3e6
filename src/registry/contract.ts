// Persons and organizations of the zone: search, one person with their restrictions, adding.
import { z } from "zod";
import type { Role } from "#casework/roles.ts";
import { citationShape } from "#law/text/citation-shape.ts";
import { parseDay } from "#law/reckon/days.ts";
import { personHistory } from "#law-admin/contract/history.ts";
import { typedIdNumber } from "#lists/rules/cell-id-number.ts";
import { nameOf, searchedText } from "#lists/rules/cell-name.ts";
import { boundedCount, endpoint, officeRoles, pageInput, sentenceShape } from "#kernel/contract/meta.ts";
import { relativeKinds } from "./rules/relative-kind.ts";
import {
  dayUnfit,
  documentNumberMissing,
  endBeforeBeginning,
  reasonsMissing,
  relationMissing,
  relativeNameMissing,
} from "./rules/words.ts";

const registryReaders: readonly Role[] = officeRoles;
export const restrictionReaders: readonly Role[] = [
  "discipline-officer",
  "reviewer",
  "personnel-officer",
  "committee-secretary",
];
export const registryKeepers: readonly Role[] = ["personnel-officer"];

/** An existing day from 1949-10-01 to 2999-12-31, as ISO text. */
const existingDay = z
  .string()
  .max(10)
  .refine((text) => parseDay(text) !== null && text >= "1949-10-01" && text <= "2999-12-31", dayUnfit);
/** The day and the layer of figures. */
export const figuresDay = { on: existingDay, layer: z.enum(["regulation", "upper"]).default("regulation") };

export const endingRange = { from: existingDay, until: existingDay };
export const isInOrder = ({ from, until }: { from: string; until: string }): boolean => from <= until;
export const outOfOrder = { path: ["until"], message: endBeforeBeginning };
export const figure = z.object({ id: z.string(), persons: z.int() });
export const unitFigure = figure.extend({ name: z.string() });
export const monthFigure = z.object({ day: z.string(), persons: z.int() });
/** Numbers of persons, each counted once in a row; a person barred from two things counts in two rows. */
const restrictedFigures = z.object({
  persons: z.int(),
  byBars: z.array(figure),
  byCause: z.array(figure),
  /** Units of the day, by the names they had. */
  byUnit: z.array(unitFigure),
  /** On the day itself and on the same day of the 24 months before, the earliest first. */
  byMonth: z.array(monthFigure),
});
export type RestrictedFigures = z.output<typeof restrictedFigures>;

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

/** One row of the restrictions table, with its dates as ISO text; the last barred day is `until`, the grey day the one after. */
export const restrictionView = z.object({
  bars: z.string(),
  from: z.string(),
  until: z.string(),
  greyDay: z.string().nullable(),
  baseline: z.string().nullable(),
  layer: z.enum(["regulation", "upper"]),
  cite: citationShape,

  /** The upper norm whose period the clause refers to, when it does. */
  norm: citationShape.nullable(),

  /** What the clause adds to its bar, such as a comment in place of a grade. */
  note: sentenceShape.nullable(),
  cause: sentenceShape,
  matterId: z.string().nullable(),
  caseNumber: z.string().nullable(),

  /** The interpretations without which it would be counted otherwise. */
  interpretations: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
    }),
  ),

  /** Questions about days from `from` to the day before `until` are answered by it; null where nothing bounds it. */
  counts: z.object({
    from: z.string().nullable(),
    until: z.string().nullable(),
  }),
});
export type RestrictionView = z.output<typeof restrictionView>;
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

/** A request to use somebody again, with what followed. */
export const reuseRow = z.object({
  matterId: z.string(),
  seq: z.int(),
  personId: z.string(),
  personName: z.string(),
  caseNumber: z.string(),
  requestedOn: z.string(),
  purpose: z.string(),
  organizationName: z.string(),
  post: z.string(),
  level: z.string(),
  /** The latest consent recorded in the case for this person; null while there is none. */
  consentOn: z.string().nullable(),
  decidedOn: z.string().nullable(),
  approved: z.boolean().nullable(),
  documentNumber: z.string().nullable(),
});
export type ReuseRow = z.output<typeof reuseRow>;
/** A restriction that ends; `grey` is the day on which it has to be confirmed, `afterwards` what is answered for the first day, or year, after it and its grey day. */
/** Which of the restrictions that run on a day; null for any. `organizationId`: the person's unit on the day. */
const restrictionFilter = z.object({
  layer: z.enum(["regulation", "upper"]).default("regulation"),
  bars: z.string().max(64).nullable().default(null),
  cause: z.string().max(64).nullable().default(null),
  organizationId: z.string().max(64).nullable().default(null),
});
export type RestrictionFilter = z.output<typeof restrictionFilter>;

const endingRow = z.object({
  person: personRow,
  bars: z.string(),
  from: z.string(),
  until: z.string(),
  grey: z.string().nullable(),
  cite: citationShape,
  cause: sentenceShape,

  /** Null where the reader must not learn of the case. */
  matterId: z.string().nullable(),
  caseNumber: z.string().nullable(),
  afterwards: z.object({
    on: z.string().nullable(),
    year: z.int().nullable(),
    answer: z.enum(["barred", "needs-confirmation", "needs-consent", "pending", "clear"]),
    until: z.string().nullable(),
    citations: z.array(citationShape),
  }),
});
export type EndingRow = z.output<typeof endingRow>;
const restrictedRow = z.object({
  person: personRow,

  /** On the day asked about. */
  unit: z.string(),
  post: z.string().nullable(),
  soonest: z.string(),
  running: z.array(
    z.object({
      bars: z.string(),
      until: z.string(),
      cause: sentenceShape,
      cite: citationShape,
    }),
  ),
});
export type RestrictedRow = z.output<typeof restrictedRow>;
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
  /** Persons with a restriction of the layer running on the day (today when null), soonest end first; `ending`: within 90 days. Of a measure, a purpose, the unit of that day. */
  restricted: endpoint
    .route({ method: "POST", path: "/restricted/search" })
    .meta({ access: restrictionReaders, logged: "sensitive-read" })
    .input(
      z.strictObject({
        ending: z.boolean().default(false),
        on: existingDay.nullable().default(null),
        ...restrictionFilter.shape,
        ...pageInput,
      }),
    )
    .output(z.object({ rows: z.array(restrictedRow), next: z.string().nullable(), count: boundedCount })),
  /** Restrictions of the regulation whose last barred day falls within the range, and what is then still needed. */
  ending: endpoint
    .route({ method: "POST", path: "/restrictions/ending" })
    .meta({ access: restrictionReaders, logged: "sensitive-read" })
    .input(z.strictObject({ ...endingRange, ...pageInput }).refine(isInOrder, outOfOrder))
    .output(z.object({ rows: z.array(endingRow), next: z.string().nullable(), count: boundedCount })),
  /** How many were restricted on a day, as law and measures stand now. */
  figures: endpoint
    .route({ method: "POST", path: "/restrictions/figures" })
    .meta({ access: restrictionReaders, logged: "sensitive-read" })
    .input(z.strictObject(figuresDay))
    .output(restrictedFigures),
  /** Requests to use somebody again in cases that the reader may read, the latest first. */
  reuses: endpoint
    .route({ method: "POST", path: "/reuses/search" })
    .meta({ access: restrictionReaders, logged: "sensitive-read" })
    .input(z.strictObject({ undecided: z.boolean().default(false), ...pageInput }))
    .output(z.object({ rows: z.array(reuseRow), next: z.string().nullable(), count: boundedCount })),
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
