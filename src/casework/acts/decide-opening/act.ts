// Approve or refuse the opening (审批启动): by the main person in charge, naming an inquiry group of two or more.
import { z } from "zod";
import { caseAct, happened, id, isoDay, refusal, refuseBefore, refuseFuture, refused, words } from "../../act.ts";
import { refusalsOfGroup } from "../../finding/inquiry-group.ts";

export const decideOpening = caseAct({
  id: "decide-opening",
  names: { zh: "审批启动", en: "Approve or refuse the opening" },
  basis: "opening",
  input: z.discriminatedUnion("approved", [
    z.strictObject({
      approved: z.literal(true),
      on: isoDay,
      inquirers: z.array(id).max(20),
      leader: id,
      dueOn: isoDay,
    }),
    z.strictObject({ approved: z.literal(false), on: isoDay, reasons: words }),
  ]),
  lookUps: (input) => ({ accounts: input.approved ? input.inquirers : [] }),
  decide: (state, input, context) => {
    const { order } = state;
    const ordered = order === null ? null : { on: order.on, name: { zh: "上级责令启动", en: "the superior's order" } };
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
            {
              zh: `${state.order.body}已责令启动（${state.order.documentNumber}），不能不予启动`,
              en: `${state.order.body} ordered the opening (${state.order.documentNumber}); it cannot be refused`,
            },
            "superior-opens",
            "approved",
          ),
        );
      if (refusals.length > 0) return refused(...refusals);
      return happened({ type: "opening-refused", on: input.on, reasons: input.reasons });
    }
    refusals.push(...refusalsOfGroup(state, input, context));
    if (input.dueOn < input.on)
      refusals.push(
        refusal(
          context,
          "due-before-start",
          { zh: "办理期限早于批准日期", en: "The due day is before the approval" },
          "opening",
          "dueOn",
        ),
      );
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
