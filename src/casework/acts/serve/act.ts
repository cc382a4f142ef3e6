// Serve the decision on a subject (送达决定).
import { z } from "zod";
import { caseAct, happened, id, isoDay, refusal, refuseFuture, refused, shortWords } from "../../act.ts";
import { subjectFileOf } from "../../case.ts";

export const serve = caseAct({
  id: "serve",
  names: { zh: "送达决定", en: "Serve the decision" },
  basis: "service",
  input: z.strictObject({
    subjectId: id,
    on: isoDay,
    way: z.enum(["in-person", "left-at-residence", "by-post", "announced"]),
    receipt: shortWords,
  }),
  decide: (state, input, context) => {
    const refusals = refuseFuture(context, { on: input.on }, "service");
    const file = subjectFileOf(state, input.subjectId);
    if (file === null)
      refusals.push(
        refusal(
          context,
          "no-such-subject",
          { zh: "所选问责对象不在本案中", en: "The chosen subject is not in this case" },
          "service",
          "subjectId",
        ),
      );
    else if (file.served !== null)
      refusals.push(
        refusal(
          context,
          "served-already",
          {
            zh: `决定已于 ${file.served.on} 送达${file.subject.name}`,
            en: `The decision was served on ${file.subject.name} on ${file.served.on}`,
          },
          "service",
          "subjectId",
        ),
      );
    else if (file.decided === null)
      refusals.push(
        refusal(
          context,
          "not-decided",
          {
            zh: `对${file.subject.name}尚未作出决定，无从送达`,
            en: `Nothing has been decided on ${file.subject.name} that could be served`,
          },
          "service",
          "subjectId",
        ),
      );
    else if (input.on < file.decided.on)
      refusals.push(
        refusal(
          context,
          "before-decision",
          {
            zh: `送达日期早于决定日期 ${file.decided.on}`,
            en: `The service is before the decision of ${file.decided.on}`,
          },
          "service",
          "on",
        ),
      );
    if (refusals.length > 0) return refused(...refusals);
    return happened({ type: "served", ...input });
  },
});
