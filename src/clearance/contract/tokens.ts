// Tokens for the personnel systems of other offices, as the security administrator keeps them.
import { z } from "zod";
import { asked } from "#accounts/contract/asked.ts";
import type { Role } from "#casework/roles.ts";
import { officeMissing, reasonMissing } from "./words.ts";
import { endpoint } from "#kernel/contract/meta.ts";

const keepers: readonly Role[] = ["security-administrator"];
const key = z.uuid();

export const apiToken = z.object({
  tokenId: z.string(),
  office: z.string(),
  expiresOn: z.string(),
  issuedName: z.string(),
  issuedAt: z.string(),
  endedAt: z.string().nullable(),
  endedName: z.string().nullable(),
  endReason: z.string().nullable(),
});
export type ApiToken = z.output<typeof apiToken>;

export const tokens = {
  list: endpoint
    .route({ method: "GET", path: "/tokens" })
    .meta({ access: keepers, logged: "nothing" })
    .output(z.array(apiToken)),
  issue: endpoint
    .route({ method: "POST", path: "/tokens" })
    .meta({ access: keepers, logged: "administration" })
    .input(
      z.strictObject({
        key,
        office: z.string().trim().min(1, officeMissing).max(100),
        expiresOn: z.string().max(10),
        reason: z.string().trim().min(1, reasonMissing).max(500),
      }),
    )
    /** The first half of the token; another administrator decides, and gets the second. */
    .output(asked),
  revoke: endpoint
    .route({ method: "POST", path: "/tokens/{tokenId}/end" })
    .meta({ access: keepers, logged: "administration" })
    .input(
      z.strictObject({
        key,
        tokenId: z.string().min(1).max(64),
        reason: z.string().trim().min(1, reasonMissing).max(500),
      }),
    )
    .output(z.object({ tokenId: z.string() })),
};
