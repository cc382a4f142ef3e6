// Record the circulation of the outcome (登记通报) within its scope.
import { z } from "zod";
import { publicationsOfCase } from "../../finding/published.ts";
import { caseAct, happened, id, isoDay, refusal, refuseFuture, refused, shortText } from "../../act.ts";
import { circulationScope } from "../../events.ts";
import { names, beforeDecision, circulatedAlready, noScopeAtAll, noSuchScope } from "./act-words.ts";

export const recordCirculation = caseAct({
  id: "record-circulation",
  names,
  basis: "circulation",
  input: z.strictObject({
    on: isoDay,
    scope: circulationScope,
    scopes: z.array(id).max(20).default([]),
    documentNumber: shortText,
    /** Whose receipt is awaited; none for a publication to all. */
    recipients: z.array(shortText).max(200).default([]),
  }),
  decide: (state, input, context) => {
    const refusals = refuseFuture(context, { on: input.on }, "circulation");
    if (state.decision !== null && input.on < state.decision.on)
      refusals.push(refusal(context, "before-decision", beforeDecision(state.decision.on), "circulation", "on"));
    const publications = publicationsOfCase(context.law, state);
    const known = publications.flatMap((one) => one.scopes);
    for (const scope of input.scopes)
      if (!known.some(({ id }) => id === scope))
        refusals.push(
          refusal(
            context,
            "no-such-scope",
            known.length === 0
              ? noScopeAtAll
              : noSuchScope(
                  scope,
                  known.map(({ name }) => name),
                ),
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
          circulatedAlready(input.documentNumber),
          "circulation",
          "documentNumber",
        ),
      );
    if (refusals.length > 0) return refused(...refusals);
    return happened({ type: "circulated", ...input });
  },
});
