// Confirm an entered paper case (确认补录) or send it back: by somebody else than entered it, against the scanned paper.
import { z } from "zod";
import { caseAct, happened, isoDay, refuseFuture, refused, longText } from "../../act.ts";
import { names } from "./act-words.ts";

export const confirmPaperCase = caseAct({
  id: "confirm-paper-case",
  names,
  basis: "collective-decision",
  input: z.discriminatedUnion("confirmed", [
    z.strictObject({ confirmed: z.literal(true), on: isoDay, remarks: longText }),
    z.strictObject({ confirmed: z.literal(false), on: isoDay, reasons: longText }),
  ]),
  decide: (_case, input, context) => {
    const refusals = refuseFuture(context, { on: input.on }, "collective-decision");
    if (refusals.length > 0) return refused(...refusals);
    return input.confirmed
      ? happened({ type: "paper-confirmed", on: input.on, remarks: input.remarks })
      : happened({ type: "paper-returned", on: input.on, reasons: input.reasons });
  },
});
