// Record that service was tried and failed (登记未送达), and what follows; it is tried again.
import { z } from "zod";
import { caseAct, happened, id, isoDay, refusal, refuseBefore, refuseFuture, refused, words } from "../../act.ts";
import { subjectFileOf } from "../../case.ts";
import type { RefusalCode } from "../../refusal-codes.ts";

export const recordFailedService = caseAct({
  id: "record-failed-service",
  names: { zh: "登记未送达", en: "Record a failed service" },
  basis: "service",
  input: z.strictObject({
    subjectId: id,
    on: isoDay,
    way: z.enum(["in-person", "left-at-residence", "by-post", "announced"]),
    reasons: words,
  }),
  decide: (state, input, context) => {
    const refusals = refuseFuture(context, { on: input.on }, "service");
    const file = subjectFileOf(state, input.subjectId);
    const refuse = (code: RefusalCode, zh: string, en: string) =>
      refusals.push(refusal(context, code, { zh, en }, "service", "subjectId"));
    if (file === null) refuse("no-such-subject", "所选问责对象不在本案中", "The chosen subject is not in this case");
    else if (file.decided === null)
      refuse("nothing-to-serve", "对该对象尚未作出决定", "No decision on this subject has been made");
    else if (file.served !== null)
      refuse(
        "served-already",
        `决定已于 ${file.served.on} 送达${file.subject.name}`,
        `The decision was served on ${file.subject.name} on ${file.served.on}`,
      );
    const decided = file?.decided ?? null;
    const earlier = decided === null ? null : { on: decided.on, name: { zh: "决定", en: "the decision" } };
    refusals.push(...refuseBefore(context, { on: input.on }, earlier, "service"));
    if (refusals.length > 0) return refused(...refusals);
    return happened({ type: "service-failed", ...input });
  },
});
