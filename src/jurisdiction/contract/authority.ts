// The district's authority table (权限表): its versions, entering one, confirming one.
import { z } from "zod";
import type { Role } from "#casework/roles.ts";
import { measureClasses } from "#law/procedure/authority.ts";
import { endpoint, officeRoles } from "#kernel/contract/meta.ts";
import { documentNumberMissing } from "./words.ts";

/** Who enters a version, and who confirms it: another person. */
export const enteringRoles = ["personnel-officer"] as const satisfies readonly Role[];
export const confirmingRoles = ["committee-secretary"] as const satisfies readonly Role[];

const bodies = z.array(z.string().min(1).max(64)).max(10);

export const authorityContent = z.strictObject({
  rows: z
    .array(
      z.strictObject({
        managedBy: z.string().max(64),
        measures: z.enum(measureClasses),
        decides: bodies,
        proposes: bodies,
        approves: bodies,
        executes: bodies,
      }),
    )
    .max(20),
  quorums: z
    .array(
      z.strictObject({
        body: z.string().min(1).max(64),
        members: z.int().min(2).max(200),
        share: z.enum(["more-than-half", "two-thirds"]),
      }),
    )
    .max(20),
});

/** Days as ISO text. `confirmed` is null until somebody else has confirmed or sent back the version. */
export const authorityVersion = z.object({
  ...authorityContent.shape,
  versionId: z.string(),
  validFrom: z.string(),
  documentNumber: z.string(),
  enteredBy: z.string(),
  enteredByName: z.string(),
  enteredAt: z.string(),
  confirmed: z.boolean().nullable(),
  confirmedByName: z.string().nullable(),
  confirmedAt: z.string().nullable(),
  reasons: z.string().nullable(),
});
export type AuthorityVersion = z.output<typeof authorityVersion>;

export const authority = {
  list: endpoint
    .route({ method: "GET", path: "/authority" })
    .meta({ access: officeRoles, logged: "nothing" })
    .output(z.array(authorityVersion)),
  enter: endpoint
    .route({ method: "POST", path: "/authority" })
    .meta({ access: enteringRoles, logged: "administration" })
    .input(
      z.strictObject({
        key: z.uuid(),
        validFrom: z.string(),
        documentNumber: z.string().trim().min(1, documentNumberMissing).max(200),
        ...authorityContent.shape,
      }),
    )
    .output(z.object({ versionId: z.string() })),
  confirm: endpoint
    .route({ method: "POST", path: "/authority/{versionId}/confirmation" })
    .meta({ access: confirmingRoles, logged: "administration" })
    .input(
      z.strictObject({
        key: z.uuid(),
        versionId: z.string().min(1).max(64),
        confirmed: z.boolean(),
        reasons: z.string().trim().min(1).max(1000).nullable(),
      }),
    )
    .output(z.object({ versionId: z.string() })),
};
