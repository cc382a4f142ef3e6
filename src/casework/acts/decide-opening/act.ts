// Approve or refuse the opening (审批启动): by the main person in charge, naming an inquiry group of two or more.
import { z } from "zod";
import { caseAct, happened, id, isoDay, refusal, refuseBefore, refuseFuture, refused, longText } from "../../act.ts";
import { refusalsOfGroup } from "../../finding/inquiry-group.ts";
import { names, orderedBySuperior, dueBeforeStart, superiorOrder } from "./act-words.ts";

export const decideOpening = caseAct({
  id: "decide-opening",
  names,
  basis: "opening",
  input: z.discriminatedUnion("approved", [
    z.strictObject({
      approved: z.literal(true),
      on: isoDay,
      inquirers: z.array(id).max(20),
      leader: id,
      dueOn: isoDay,
    }),
    z.strictObject({ approved: z.literal(false), on: isoDay, reasons: longText }),
  ]),
  lookUps: (input) => ({ accounts: input.approved ? input.inquirers : [] }),
  decide: (state, input, context) => {
    const { order } = state;
    const ordered = order === null ? null : { on: order.on, name: superiorOrder };
    const refusals = [
      ...refuseFuture(context, { on: input.on }, "opening"),
      ...refuseBefore(context, { on: input.on }, ordered, "superior-opens"),
    ];
    if (!input.approved) {
      if (state.order !== null)
        refusals.push(
          refusal(
            context,
            "ordered-by-superior",
            orderedBySuperior(state.order.body, state.order.documentNumber),
            "superior-opens",
            "approved",
          ),
        );
      if (refusals.length > 0) return refused(...refusals);
      return happened({ type: "opening-refused", on: input.on, reasons: input.reasons });
    }
    refusals.push(...refusalsOfGroup(state, input, context));
    if (input.dueOn < input.on) refusals.push(refusal(context, "due-before-start", dueBeforeStart, "opening", "dueOn"));
    if (refusals.length > 0) return refused(...refusals);
    return happened({
      type: "opening-approved",
      on: input.on,
      inquirers: [...new Set(input.inquirers)],
      leader: input.leader,
      dueOn: input.dueOn,
    });
  },
});
