// Approve or refuse the opening (审批启动): by the main person in charge, naming an inquiry group of two or more.
import { z } from "zod";
import { caseAct, happened, id, isoDay, refusal, refuseFuture, refused, words } from "../act.ts";

export const decideOpening = caseAct({
  id: "decide-opening",
  basis: "opening",
  input: z.discriminatedUnion("approved", [
    z.strictObject({ approved: z.literal(true), on: isoDay, inquirers: z.array(id).max(20), dueOn: isoDay }),
    z.strictObject({ approved: z.literal(false), on: isoDay, reasons: words }),
  ]),
  decide: (_case, input, context) => {
    const refusals = refuseFuture(context, { on: input.on }, "opening");
    if (!input.approved) {
      if (refusals.length > 0) return refused(...refusals);
      return happened({ type: "opening-refused", on: input.on, reasons: input.reasons });
    }
    const group = new Set(input.inquirers);
    if (group.size < 2)
      refusals.push(
        refusal(
          context,
          "inquiry-group-too-small",
          "调查组不得少于二人",
          "The inquiry group needs at least two persons",
          "inquiry-group",
          "inquirers",
        ),
      );
    if (group.has(context.actor.accountId))
      refusals.push(
        refusal(
          context,
          "approver-inquires",
          "审批人不参加调查组",
          "Whoever approves is not one of the inquirers",
          "inquiry-group",
          "inquirers",
        ),
      );
    if (input.inquirers.some((one) => context.registry.accounts[one] === undefined))
      refusals.push(
        refusal(
          context,
          "no-such-account",
          "调查组成员中有不存在的账号",
          "The inquiry group names an account that does not exist",
          "inquiry-group",
          "inquirers",
        ),
      );
    if (input.dueOn < input.on)
      refusals.push(
        refusal(
          context,
          "due-before-start",
          "办理期限早于批准日期",
          "The due day is before the approval",
          "opening",
          "dueOn",
        ),
      );
    if (refusals.length > 0) return refused(...refusals);
    return happened({ type: "opening-approved", on: input.on, inquirers: [...group], dueOn: input.dueOn });
  },
});
