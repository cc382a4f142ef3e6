// Record the receipt of a transfer (登记移送回执): the other body took the lead, or sent it back.
import { z } from "zod";
import { happened, isoDay, leadAct, refuseBefore, refuseFuture, refused, longText } from "../../act.ts";
import { stepNames } from "../../words/step-names.ts";
import { names } from "./act-words.ts";

export const recordTransferReceipt = leadAct({
  id: "record-transfer-receipt",
  names,
  basis: "leads",
  input: z.strictObject({ on: isoDay, accepted: z.boolean(), receipt: longText }),
  decide: (lead, input, context) => {
    const sent = lead.transfer;
    const transferred = sent === null ? null : { on: sent.on, name: stepNames["lead-transferred"] };
    const refusals = [
      ...refuseFuture(context, { on: input.on }, "leads"),
      ...refuseBefore(context, { on: input.on }, transferred, "leads"),
    ];
    if (refusals.length > 0) return refused(...refusals);
    return happened({ type: "transfer-receipted", ...input });
  },
});
