// Official texts of upper norms: listed for everybody, loaded and checked by the interpreting bodies.
import { z } from "zod";
import { interpretingRoles } from "../rules/interpreting.ts";
import { officialText, officialTextInput, textCheckInput } from "../rules/official-text.ts";
import { endpoint } from "#kernel/contract/meta.ts";

const officialTextId = z.string().min(1).max(64);

/** Without who is behind the account that loaded it. */
const officialTextView = officialText.omit({ loadedPerson: true });
export type OfficialTextView = z.output<typeof officialTextView>;

/** The largest body of a request that loads a text, in bytes: three for each character, and the passages. */
const largestText = 2_000_000;

export const officialTexts = {
  /** The latest loaded first, without their texts. */
  list: endpoint
    .route({ method: "GET", path: "/official-texts" })
    .meta({ access: "signed-in", logged: "nothing" })
    .input(z.strictObject({}).optional())
    .output(z.object({ rows: z.array(officialTextView.omit({ text: true })) })),
  get: endpoint
    .route({ method: "GET", path: "/official-texts/{officialTextId}" })
    .meta({ access: "signed-in", logged: "nothing" })
    .input(z.strictObject({ officialTextId }))
    .output(officialTextView),
  /** It changes nothing before it is checked. */
  load: endpoint
    .route({ method: "POST", path: "/official-texts" })
    .meta({ access: interpretingRoles, logged: "act", largest: largestText })
    .input(z.strictObject({ key: z.uuid(), ...officialTextInput.shape }))
    .output(z.object({ officialTextId: z.string() })),
  /** Agreed to, its passages are quoted; answers with how many persons on record were looked at, and of how many restrictions are cited otherwise. */
  check: endpoint
    .route({ method: "POST", path: "/official-texts/{officialTextId}/check" })
    .meta({ access: interpretingRoles, logged: "act" })
    .input(z.strictObject({ officialTextId, key: z.uuid(), ...textCheckInput.shape }))
    .output(z.object({ persons: z.int(), changed: z.int() })),
};
