// Record the circulation of the outcome (登记通报) within its scope.
import { z } from "zod";
import { publicationsOfCase } from "../../finding/published.ts";
import { caseAct, happened, id, isoDay, refusal, refuseFuture, refused, shortWords } from "../../act.ts";

export const recordCirculation = caseAct({
  id: "record-circulation",
  names: { zh: "登记通报", en: "Record the circulation" },
  basis: "circulation",
  input: z.strictObject({
    on: isoDay,
    scope: z.enum(["unit", "system", "zone", "public"]),
    scopes: z.array(id).max(20).default([]),
    documentNumber: shortWords,
    /** Whose receipt is awaited; none for a publication to all. */
    recipients: z.array(shortWords).max(200).default([]),
  }),
  decide: (state, input, context) => {
    const refusals = refuseFuture(context, { on: input.on }, "circulation");
    if (state.decision !== null && input.on < state.decision.on)
      refusals.push(
        refusal(
          context,
          "before-decision",
          {
            zh: `通报日期早于决定日期 ${state.decision.on}`,
            en: `The circulation is before the decision of ${state.decision.on}`,
          },
          "circulation",
          "on",
        ),
      );
    const publications = publicationsOfCase(context.law, state);
    const known = publications.flatMap((one) => one.scopes);
    for (const scope of input.scopes)
      if (!known.some(({ id }) => id === scope))
        refusals.push(
          refusal(
            context,
            "no-such-scope",
            {
              zh:
                known.length === 0
                  ? "本案给予的方式，文本没有规定通报范围"
                  : `没有“${scope}”这一通报范围；文本规定的范围：${known.map(({ name }) => name.zh).join("、")}`,
              en: `No text names the scope “${scope}”; there are: ${known.map(({ name }) => name.en).join(", ")}`,
            },
            publications[0]?.cite ?? "circulation",
            "scopes",
          ),
        );
    // Receipts name a circulation by its number.
    if (state.circulations.some(({ documentNumber }) => documentNumber === input.documentNumber))
      refusals.push(
        refusal(
          context,
          "circulated-already",
          {
            zh: `文号“${input.documentNumber}”的通报已登记`,
            en: `The circulation of the number “${input.documentNumber}” is on record already`,
          },
          "circulation",
          "documentNumber",
        ),
      );
    if (refusals.length > 0) return refused(...refusals);
    return happened({ type: "circulated", ...input });
  },
});
