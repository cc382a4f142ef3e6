// The district's authority table (权限表): its versions, entering one, confirming one.
import { type } from "@orpc/contract";
import { z } from "zod";
import { measureClasses } from "#law/procedure/authority.ts";
import { endpoint, officeRoles } from "#kernel/contract/meta.ts";
import { documentNumberMissing } from "./words.ts";

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
export type AuthorityVersion = z.output<typeof authorityContent> & {
  versionId: string;
  validFrom: string;
  documentNumber: string;
  enteredBy: string;
  enteredByName: string;
  enteredAt: string;
  confirmed: boolean | null;
  confirmedByName: string | null;
  confirmedAt: string | null;
  reasons: string | null;
};

export const authority = {
  list: endpoint
    .route({ method: "GET", path: "/authority" })
    .meta({ access: officeRoles, logged: "nothing" })
    .output(type<AuthorityVersion[]>()),
  enter: endpoint
    .route({ method: "POST", path: "/authority" })
    .meta({ access: ["personnel-officer"], logged: "administration" })
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
    .meta({ access: ["committee-secretary"], logged: "administration" })
    .input(
      z.strictObject({
        versionId: z.string().min(1).max(64),
        confirmed: z.boolean(),
        reasons: z.string().trim().min(1).max(1000).nullable(),
      }),
    )
    .output(z.object({ versionId: z.string() })),
};
