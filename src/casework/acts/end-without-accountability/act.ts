// End without accountability (不予或者免予问责): with a ground of the text once a circumstance is established, else because none is.
import { z } from "zod";
import { dutyOfAccountability } from "#law/procedure/circumstances.ts";
import { exemptionGroundsOf } from "#law/procedure/procedures.ts";
import { caseAct, happened, id, isoDay, refusal, refuseBefore, refuseFuture, refused, longText } from "../../act.ts";
import { openingOf } from "../../case.ts";
import { names, groundNeeded, nothingToExempt, deliberationStep } from "./act-words.ts";

/** The ground where no circumstance was established and there is nothing to be exempted from. */
export const nothingEstablished = "nothing-established";

export const endWithoutAccountability = caseAct({
  id: "end-without-accountability",
  names,
  basis: "exemption",
  input: z.strictObject({ on: isoDay, ground: id, reasons: longText }),
  decide: (state, input, context) => {
    const { deliberation } = state;
    const earlier = deliberation === null ? openingOf(state) : { on: deliberation.on, name: deliberationStep };
    const refusals = [
      ...refuseFuture(context, { on: input.on }, "exemption"),
      ...refuseBefore(context, { on: input.on }, earlier, "exemption"),
    ];
    const circumstances = state.subjects.flatMap((file) => file.circumstances.map(({ circumstance }) => circumstance));
    const established = circumstances.length > 0;
    if (established && !exemptionGroundsOf(context.law, context.today).some((ground) => ground.id === input.ground)) {
      refusals.push(
        refusal(
          context,
          "ground-needed",
          groundNeeded,
          dutyOfAccountability(context.law, circumstances) ?? "exemption",
          "ground",
        ),
      );
    }
    if (!established && input.ground !== nothingEstablished) {
      refusals.push(refusal(context, "nothing-to-exempt", nothingToExempt, "exemption", "ground"));
    }
    if (refusals.length > 0) return refused(...refusals);
    return happened({ type: "ended-without-accountability", ...input });
  },
});
