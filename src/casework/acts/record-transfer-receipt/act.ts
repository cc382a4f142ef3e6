// Record the receipt of a transfer (登记移送回执): the other body took the lead, or sent it back.
import { z } from "zod";
import { happened, isoDay, leadAct, refuseBefore, refuseFuture, refused, words } from "../../act.ts";

export const recordTransferReceipt = leadAct({
  id: "record-transfer-receipt",
  names: { zh: "登记移送回执", en: "Record the receipt of the transfer" },
  basis: "leads",
  input: z.strictObject({ on: isoDay, accepted: z.boolean(), receipt: words }),
  decide: (lead, input, context) => {
    const sent = lead.transfer;
    const transferred = sent === null ? null : { on: sent.on, name: { zh: "移送", en: "the transfer" } };
    const refusals = [
      ...refuseFuture(context, { on: input.on }, "leads"),
      ...refuseBefore(context, { on: input.on }, transferred, "leads"),
    ];
    if (refusals.length > 0) return refused(...refusals);
    return happened({ type: "transfer-receipted", ...input });
  },
});
