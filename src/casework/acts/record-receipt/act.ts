// Record that a recipient has the circulation (登记通报回执).
import { z } from "zod";
import { caseAct, happened, isoDay, refusal, refuseBefore, refuseFuture, refused, shortWords } from "../../act.ts";
import type { RefusalCode } from "../../refusal-codes.ts";

export const recordReceipt = caseAct({
  id: "record-receipt",
  names: { zh: "登记通报回执", en: "Record a receipt of the circulation" },
  basis: "circulation",
  input: z.strictObject({ documentNumber: shortWords, recipient: shortWords, on: isoDay, receipt: shortWords }),
  decide: (state, input, context) => {
    const refusals = refuseFuture(context, { on: input.on }, "circulation");
    const circulated = state.circulations.find((one) => one.documentNumber === input.documentNumber);
    const refuse = (code: RefusalCode, zh: string, en: string, field: string) =>
      refusals.push(refusal(context, code, { zh, en }, "circulation", field));
    if (circulated === undefined)
      refuse(
        "no-such-circulation",
        "本案没有这一文号的通报",
        "This case has no circulation of that number",
        "documentNumber",
      );
    else {
      if (!circulated.recipients.includes(input.recipient))
        refuse(
          "not-a-recipient",
          `${input.recipient}不在该通报的发送单位中`,
          `${input.recipient} is not among those it was sent to`,
          "recipient",
        );
      if (circulated.receipts.some((one) => one.recipient === input.recipient))
        refuse("received-already", `${input.recipient}已有回执`, `${input.recipient} has acknowledged it`, "recipient");
      const earlier = { on: circulated.on, name: { zh: "通报", en: "the circulation" } };
      refusals.push(...refuseBefore(context, { on: input.on }, earlier, "circulation"));
    }
    if (refusals.length > 0) return refused(...refusals);
    return happened({ type: "circulation-received", ...input });
  },
});
