// Record that a recipient has the circulation (登记通报回执).
import { z } from "zod";
import type { Sentence } from "#law/text/citation.ts";
import { caseAct, happened, isoDay, refusal, refuseBefore, refuseFuture, refused, shortText } from "../../act.ts";
import type { RefusalCode } from "../../refusal-codes.ts";
import { names, noSuchCirculation, notARecipient, receivedAlready, circulationStep } from "./act-words.ts";

export const recordReceipt = caseAct({
  id: "record-receipt",
  names,
  basis: "circulation",
  input: z.strictObject({ documentNumber: shortText, recipient: shortText, on: isoDay, receipt: shortText }),
  decide: (state, input, context) => {
    const refusals = refuseFuture(context, { on: input.on }, "circulation");
    const circulated = state.circulations.find((one) => one.documentNumber === input.documentNumber);
    const refuse = (code: RefusalCode, says: Sentence, field: string) =>
      refusals.push(refusal(context, code, says, "circulation", field));
    if (circulated === undefined) refuse("no-such-circulation", noSuchCirculation, "documentNumber");
    else {
      if (!circulated.recipients.includes(input.recipient))
        refuse("not-a-recipient", notARecipient(input.recipient), "recipient");
      if (circulated.receipts.some((one) => one.recipient === input.recipient))
        refuse("received-already", receivedAlready(input.recipient), "recipient");
      const earlier = { on: circulated.on, name: circulationStep };
      refusals.push(...refuseBefore(context, { on: input.on }, earlier, "circulation"));
    }
    if (refusals.length > 0) return refused(...refusals);
    return happened({ type: "circulation-received", ...input });
  },
});
